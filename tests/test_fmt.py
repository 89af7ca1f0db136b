"""Files in one form: the same to every reader, whole, and with what people noted in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from built import ROOT, TINY
from ruamel.yaml import YAML
from samanom.__main__ import main
from samanom.desk.fields import ordered_fields
from samanom.desk.fmt import all_files, canonical
from samanom.desk.scalars import scalar
from samanom.load import entries
from samanom.model import Event, Example, Kommune, Person, Point
from samanom.model.base import Trilingual
from samanom.problems import ProblemsFound
from samanom.source import File, read_file
from samanom.strict import load
from samanom.validate import validate

TEXTS = (
    *("Finnøy & Rennesøy", "«Jordnær lykke!»", "http://eksempel.no/a#b", "a:b", "Ørsta", "C#", "æ, ø og å", "Nei"),
    *("no", "Yes", "OFF", "Null", "y", "N", "true", "False", "on", "nb", "en", "nan", "inf", ".inf", ".NaN", "~", ""),
    *("0301", "2013", "2013-04-29", "2011-Q2", "12:30", "1e3", "1_000", "0x1f", "+47 22 24 72 22", "22 24 72 22"),
    *(
        "a: b",
        "a:",
        "a #b",
        "#b",
        "a ",
        " a",
        "- a",
        "? a",
        "& a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a",
        "|",
        ">",
        '"a"',
        "'a'",
    ),
    *("[a]", "{a}", "a]", "a, b", "{{", "a\nb", "a\tb", "a\x7fb", "a\x85b", "a\u2028b", "a\ufeffb", "a\u00a0b", "\\"),
    *("=", "<<", "---", "--- a", "...", "a: ", "a :b", "key: [x", "É", "ß", "😀", "a😀"),
)


def test_the_projects_own_files_are_in_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rot", str(ROOT), "fmt", "--check"]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("path", all_files(TINY), ids=lambda path: path.name)
def test_once_is_enough_and_others_read_the_same(path: Path) -> None:
    name = path.relative_to(TINY).as_posix()
    formed = canonical(read_file(TINY, path).text, name)
    assert canonical(formed, name) == formed
    file = File(name, formed)
    assert read_by_others(file.yaml) == [load(file)] * 2


def test_the_meaning_is_kept(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, bodies = meaning(tiny), texts(tiny)
    assert main(["--rot", str(tiny), "fmt"]) == 0
    assert "data/people.yaml: nå i fast form" in capsys.readouterr().out
    assert (meaning(tiny), texts(tiny)) == (before, bodies)
    assert main(["--rot", str(tiny), "fmt", "--check"]) == 0


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_that_text_to_every_reader(text: str) -> None:
    listed, alone = scalar(text, flow=True), scalar(text)
    assert read_by_others(f"a: {alone}\nb: [{listed}, {listed}]\n") == [{"a": text, "b": [text, text]}] * 2
    assert load(File("data/x.yaml", f"a: {alone}\nb: [{listed}]\n")) == {"a": text, "b": [text]}
    assert "\n" not in alone


@pytest.mark.parametrize(
    ("value", "date", "written"),
    [
        ("Sykefravær", False, "Sykefravær"),
        ("«Sammen»", False, "«Sammen»"),
        ("http://eksempel.no/", False, "http://eksempel.no/"),
        ("2015", False, '"2015"'),
        ("2015", True, "2015"),
        (2015, True, "2015"),
        ("2015-04", True, '"2015-04"'),
        ("vår 2015", True, "vår 2015"),
        ("22 24 72 22", False, '"22 24 72 22"'),
        ("Han sa: «nei»", False, '"Han sa: «nei»"'),
        ('Si "ja"', False, 'Si "ja"'),
        ("(a)", False, '"(a)"'),
        ("No", False, '"No"'),
        ("\u2028", False, '"\\u2028"'),
        (True, False, "true"),
        (8.0, False, "8"),
        (8.87, False, "8.87"),
        (-0.5, False, "-0.5"),
        (0.00001, False, "0.00001"),
        (1e17, False, "100000000000000000"),
    ],
)
def test_how_values_are_written(value: object, date: bool, written: str) -> None:
    assert scalar(value, date=date) == written


def test_words_between_brackets() -> None:
    assert [scalar(text, flow=True) for text in ("a, b", "a]", "ab")] == ['"a, b"', '"a]"', "ab"]


def test_a_data_file() -> None:
    text = """\
# Oppdiktet.

# To linjer.
events:
- sources: ['a', "b"]
  title:   "Møte"
  id: mote   # kort
  # Bare «møte» er kjent.
  kind: møte
  place: ''
  time: null
  planned: false
  start: '2014'
  # Puljen.
  puljer: [
    1,  # den første
    2,
  ]
  end: "2014"
- {id: frist, title: "Frist: den siste", kind: søknadsfrist, start: 2014-Q1, sources: [a], networks: []}
# Slutt.
"""
    expected = """\
# Oppdiktet.
# To linjer.
events:
  # kort
  - id: mote
    title: Møte
    # Bare «møte» er kjent.
    kind: møte
    start: 2014
    end: 2014
    # Puljen.
    # den første
    puljer: [1, 2]
    sources: [a, b]

  - id: frist
    title: "Frist: den siste"
    kind: søknadsfrist
    start: "2014-Q1"
    sources: [a]
# Slutt.
"""
    assert canonical(text, "data/events.yaml") == expected
    assert canonical(expected, "data/events.yaml") == expected


def test_what_is_left_out_leaves_its_comment() -> None:
    text = "people:\n  - id: a\n    name: A\n    # Ukjent.\n    updated:\n    roles:\n      - {role: R, source: k}\n"
    assert canonical(text, "data/people.yaml") == (
        "people:\n  # Ukjent.\n  - id: a\n    name: A\n    roles:\n      - role: R\n        source: k\n"
    )


def test_a_page() -> None:
    text = (
        "---\n# Skrevet av en oppdiktet.\nsources: [k]\norder: 100\nsummary: S\nlang: nb\ntitle: T\n---\nTekst.\n\n \n"
    )
    front = "---\n# Skrevet av en oppdiktet.\ntitle: T\nlang: nb\nsummary: S\nsources: [k]\n---\n"
    assert canonical(text, "content/side.md") == f"{front}\nTekst.\n"
    assert canonical(text.replace("Tekst.", ""), "content/side.md") == front
    assert canonical(text.replace("Tekst.", "\n\n    kode"), "content/side.md") == f"{front}\n    kode\n"


def test_long_lists_stand_on_lines_of_their_own() -> None:
    """120 characters fit, 121 do not."""
    head = "synonyms:\n  - id: a\n"
    fits = f"    words: [{'a' * 50}, {'b' * 55}]"
    assert len(fits) == 120
    assert canonical(f"{head}{fits}\n", "data/synonyms.yaml") == f"{head}{fits}\n"
    assert canonical(f"{head}{fits.replace('b]', 'bb]')}\n", "data/synonyms.yaml") == (
        f"{head}    words:\n      - {'a' * 50}\n      - {'b' * 56}\n"
    )


def test_a_list_may_be_empty() -> None:
    assert canonical("themes:   [ ]\n", "data/themes.yaml") == "themes: []\n"


def test_fields_stand_in_order() -> None:
    assert list(ordered_fields(Person)) == ["id", "name", "roles", "contacts", "updated", "note"]
    assert list(ordered_fields(Kommune)) == ["id", "number", "participation", "facts", "updated", "note"]
    assert list(ordered_fields(Event))[-3:] == ["sources", "updated", "note"]
    assert list(ordered_fields(Example)) == [
        *("title", "lang", "summary", "participants", "project", "themes", "relation", "documentation", "indicators"),
        *("sources", "checked", "updated", "draft", "note"),
    ]
    assert list(ordered_fields(Point))[:4] == ["role", "kind", "bound", "value"]
    assert list(ordered_fields(Trilingual)) == ["nb", "nn", "en"]


@pytest.mark.parametrize("fault", ["people: [", "people:\n  - id: a\n", "people:\n  - id: 0301\n"])
def test_what_cannot_be_read_is_told_and_left(fault: str, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tiny / "data/people.yaml"
    file.write_text(fault, encoding="utf-8")
    assert main(["--rot", str(tiny), "check"]) == 1
    told = capsys.readouterr().err
    assert main(["--rot", str(tiny), "fmt"]) == 1
    done = capsys.readouterr()
    assert (file.read_text(encoding="utf-8"), done.err) == (fault, told)
    assert "data/redirects.yaml: nå i fast form" in done.out


def test_line_ends_of_windows_are_mended(tiny: Path) -> None:
    file = tiny / "data/themes.yaml"
    assert main(["--rot", str(tiny), "fmt"]) == 0
    sound = file.read_bytes()
    file.write_bytes(b"\xef\xbb\xbf" + sound.replace(b"\n", b"\r\n"))
    assert main(["--rot", str(tiny), "fmt", "--check"]) == 1
    assert main(["--rot", str(tiny), "fmt"]) == 0
    assert file.read_bytes() == sound


@pytest.mark.parametrize("other", [str.upper, "[{}".format, lambda _: "b # c"])
def test_a_change_of_meaning_is_not_written(other: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# To ord.\nsynonyms:\n  - {id: a, words: [b]}\n"
    monkeypatch.setattr("samanom.desk.lines.scalar", lambda value, **_: other(value) if value == "b" else value)
    with pytest.raises(ProblemsFound, match="filen ville fått en annen mening"):
        canonical(text, "data/synonyms.yaml")


def test_some_files_alone(tiny: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tiny / "data")
    untouched = (tiny / "data/themes.yaml").read_bytes()
    assert main(["--rot", "..", "fmt", "people.yaml"]) == 0
    assert capsys.readouterr().out == "data/people.yaml: nå i fast form\n"
    assert (tiny / "data/themes.yaml").read_bytes() == untouched
    assert main(["--rot", "..", "fmt", "--check", "people.yaml", "themes.yaml"]) == 1
    said = capsys.readouterr()
    assert said.out == "data/themes.yaml: ikke i fast form\n"
    assert said.err == "1 av 2 filer er ikke i fast form. Kjør samanom fmt.\n"
    assert main(["--rot", "..", "fmt", "borte.yaml"]) == 1
    assert "borte.yaml:1:1: ingen datafil eller side her" in capsys.readouterr().err


def read_by_others(text: str) -> list[Any]:
    """As a reader of YAML 1.2 and one of 1.1 take it."""
    return [YAML(typ="safe", pure=True).load(text), yaml.safe_load(text)]


def meaning(root: Path) -> list[Any]:
    return [record.model_dump() for _, record in validate(entries(root))]


def texts(root: Path) -> list[str]:
    files = [read_file(root, path) for path in all_files(root)]
    return [file.text[file.body_start :].strip() for file in files if file.is_markdown]
