"""The editor's forms are made from the records, and write files in the form that `samanom fmt` gives."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import samanom
import yaml
from accessibility import faults
from built import ROOT, catalog, site
from playwright.sync_api import Browser, Error, Page, expect
from samanom.desk.config import configuration
from samanom.desk.fields import ordered_fields
from samanom.desk.fmt import canonical
from samanom.desk.pages import editor_policy
from samanom.model import CONTENT, DATA, PROGRAMME, Article, Programme

Field = dict[str, Any]


def collections() -> dict[str, Field]:
    return {each["name"]: each for each in configuration(catalog())["collections"]}


def every(fields: list[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from every([*field.get("fields", ()), *([field["field"]] if "field" in field else ())])


def forms() -> dict[str, list[Field]]:
    """The fields of each file or folder."""
    found: dict[str, list[Field]] = {}
    for each in collections().values():
        found |= {file["file"]: file["fields"] for file in each.get("files", ())}
        if "folder" in each:
            found[each["folder"]] = each["fields"]
    return found


@pytest.mark.parametrize("kind", [*DATA, PROGRAMME])
def test_every_list_has_a_form_with_every_field(kind: str) -> None:
    [whole] = forms()[f"data/{kind}.yaml"]
    assert whole["name"] == kind
    assert [f["name"] for f in whole["fields"]] == list(ordered_fields(DATA.get(kind, Programme)))


@pytest.mark.parametrize("kind", CONTENT)
def test_every_kind_of_page_has_a_form_with_every_field(kind: str) -> None:
    names = [field["name"] for field in forms()[f"content/{kind}"]]
    assert names == [*ordered_fields(CONTENT[kind]), "body"]


def test_every_folder_with_pages_can_be_edited() -> None:
    folders = {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("*.md")}
    assert folders <= forms().keys()
    assert {"content/handbok", "content"} <= folders
    assert [f["name"] for f in forms()["content/handbok"]] == [*ordered_fields(Article), "body"]


def test_each_field_says_in_norwegian_what_it_is() -> None:
    for name, fields in forms().items():
        for field in every(fields):
            assert field["label"][:1].isupper(), (name, field["name"])
            assert "true" not in field.get("hint", ""), (name, field)


def test_no_advice_is_meant_for_those_who_write_in_files() -> None:
    for name, fields in forms().items():
        for field in every(fields):
            told = f"{field.get('hint', '')} {field.get('pattern', ['', ''])[1]}"
            assert not re.search('hermetegn|linjen|"', told), (name, field["name"], told)


def test_choices_are_told_in_words() -> None:
    [documentation] = [field for field in forms()["content/eksempler"] if field["name"] == "documentation"]
    assert {"label": "Tall før og etter", "value": "malt"} in documentation["options"]
    [lang] = [field for field in forms()["content/nyheter"] if field["name"] == "lang"]
    assert [option["label"] for option in lang["options"]] == ["Bokmål", "Nynorsk"]
    for name, fields in forms().items():
        for field in every(fields):
            for option in field.get("options", ()):
                assert option["label"] not in ("before", "exact", "lower", "ended", "nb", "P"), (name, field["name"])


def test_a_kommune_is_picked_by_its_name() -> None:
    [kommuner] = [field for field in forms()["content/nyheter"] if field["name"] == "kommuner"]
    assert {"label": "Vågå", "value": "vaga"} in kommuner["options"]


def test_what_is_picked_from_a_list_is_in_it() -> None:
    """Each relation names a collection, a file and a field that there are."""
    known = collections()
    relations = [field for fields in forms().values() for field in every(fields) if field["widget"] == "relation"]
    assert len(relations) > 20
    for relation in relations:
        collection = known[relation["collection"]]
        if "file" in relation:
            [file] = [file for file in collection["files"] if file["name"] == relation["file"]]
            names = {field["name"] for field in file["fields"][0]["fields"]}
            used = (relation["value_field"], *relation["search_fields"], *relation["display_fields"])
            assert {each.split(".*.")[1] for each in used} <= names


def test_what_others_made_is_what_they_made() -> None:
    told = (ROOT / "theme/admin/LICENSES.txt").read_text(encoding="utf-8")
    for name in ("decap-cms.js", "js-yaml.js"):
        digest = hashlib.sha256((ROOT / "theme/admin" / name).read_bytes()).hexdigest()
        assert re.search(rf"^{name} .* MIT +{digest}$", told, re.MULTILINE)


def test_only_the_editor_may_compile_as_it_runs() -> None:
    own = editor_policy(catalog().programme)
    assert "'unsafe-eval'" in own
    for path in site().rglob("*.html"):
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', path.read_text(encoding="utf-8"))
        is_editor = path.relative_to(site()).as_posix() == "admin/index.html"
        assert policy
        assert ("'unsafe-eval'" in policy[1]) == is_editor
        assert ("'unsafe-inline'" in policy[1]) == is_editor


def with_editor(root: Path, *lines: str) -> samanom.Catalog:
    path = root / "data/programme.yaml"
    path.write_text("".join([path.read_text(encoding="utf-8"), "  editor:\n", *(f"    {line}\n" for line in lines)]))
    return samanom.read(root)


def test_the_files_may_lie_at_github(tiny: Path) -> None:
    known = with_editor(tiny, "host: github", "repo: prove/nettsted", "base_url: https://logg-inn.example/")
    backend = configuration(known)["backend"]
    assert backend == {
        "name": "github", "repo": "prove/nettsted", "branch": "main", "base_url": "https://logg-inn.example/"
    }  # fmt: skip
    assert "https://api.github.com" in editor_policy(known.programme)


def test_the_files_may_lie_at_gitlab(tiny: Path) -> None:
    """Which logs in by itself where it knows the application; Decap would else ask another company to."""
    backend = configuration(with_editor(tiny, "host: gitlab", "repo: prove/nettsted", "app_id: abc123"))["backend"]
    assert backend == {
        "name": "gitlab", "repo": "prove/nettsted", "branch": "main", "app_id": "abc123", "auth_type": "pkce"
    }  # fmt: skip


@pytest.fixture(scope="module")
def desk_page(browser: Browser, url: str) -> Iterator[Page]:
    """A page of the editor's own, so that its modules can be asked; the editor itself is not started."""
    page = browser.new_page()
    page.goto(f"{url}/admin/")
    yield page
    page.close()


def test_without_a_desk_the_page_says_where_to_edit(desk_page: Page) -> None:
    expect(desk_page.locator("main")).to_contain_text("make desk")
    assert not desk_page.evaluate("'CMS' in window")
    assert faults(desk_page) == []


ASKED = """async ([name, text, fields]) => {
  const { forLists, forPages } = await import('./filform.js')
  const file = name.endsWith('.md') ? forPages(fields) : forLists([{ fields }])
  return file.toFile(file.fromFile(text))
}"""
"""What the editor writes of a file that it has read."""


def saved(page: Page, name: str, text: str) -> str:
    fields = forms().get(name) or forms()[name.rpartition("/")[0]]
    return str(page.evaluate(ASKED, [name, text, fields]))


@pytest.mark.parametrize("folder", ["data", "content"])
def test_opening_and_saving_changes_no_byte_of_any_file(desk_page: Page, folder: str) -> None:
    paths = [*(ROOT / folder).glob("*.yaml"), *(ROOT / folder).rglob("*.md")]
    paths = [path for path in paths if path.parent.name != "reference"]
    assert len(paths) > 15
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert saved(desk_page, path.relative_to(ROOT).as_posix(), text) == text


@pytest.mark.parametrize("name", ["data/people.yaml", "content/hjelp.md"])
def test_a_file_from_windows_is_read_whole(desk_page: Page, name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert saved(desk_page, name, "\ufeff" + text.replace("\n", "\r\n")) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("data/people.yaml", "people:\n  - id: [\n"),
        ("data/people.yaml", "people:\n  - id: a\n    id: b\n"),
        ("content/hjelp.md", "---\ntitle: 'a\n---\n\nTekst.\n"),
        ("content/hjelp.md", "Ingen felt.\n"),
    ],
)
def test_a_file_that_cannot_be_read_is_never_written(desk_page: Page, name: str, text: str) -> None:
    with pytest.raises(Error, match="blir ikke rørt"):
        saved(desk_page, name, text)


def test_a_list_that_was_never_read_is_never_written(desk_page: Page) -> None:
    write = "async (fields) => (await import('./filform.js')).forLists([{ fields }]).toFile({ people: [] })"
    with pytest.raises(Error, match="blir ikke rørt"):
        desk_page.evaluate(write, forms()["data/people.yaml"])


def test_difficult_texts_are_written_as_the_formatter_writes_them(desk_page: Page) -> None:
    texts = (
        "A: b", "a #b", "a# b", "nei", "no", "Ja, og: så", "«Sitat»", "- strek", "12", "22 24 90 90", "0301", "*a*",
        "a:", "Linje\nto", "Slutt ", 'Med "hermetegn"', "[a]", "b, c", "tab\tb", "ÆØÅ æøå", "null", "Ĳ",
        "\u00a0hardt", "a\u0085b",
    )  # fmt: skip
    for text in texts:
        written = json.dumps(text)
        source = f"terms:\n  - id: a\n    term: {{nb: x, nn: y}}\n    definition: {written}\n    also: [{written}]\n"
        source += "    sources: [a]\n"
        form = canonical(source, "data/terms.yaml")
        assert saved(desk_page, "data/terms.yaml", source) == form
        assert yaml.safe_load(form)["terms"][0]["definition"] == text


def test_every_pattern_is_understood_by_the_browser(desk_page: Page) -> None:
    patterns = {field["pattern"][0] for fields in forms().values() for field in every(fields) if "pattern" in field}
    assert len(patterns) > 10
    desk_page.evaluate("(all) => { for (const each of all) new RegExp(each) }", sorted(patterns))
    phone = next(field["pattern"] for field in every(forms()["data/people.yaml"]) if field["name"] == "phone")
    matches = "([pattern, text]) => new RegExp(pattern).test(text)"
    assert desk_page.evaluate(matches, [phone[0], "22 24 90 90"])
    assert not desk_page.evaluate(matches, [phone[0], "22 24 90 9"])
    assert phone[1] == "Skriv åtte sifre, f.eks. 22 24 90 90."
