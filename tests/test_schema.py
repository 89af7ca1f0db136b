"""What code editors know of the files: schemas that hold for them, snippets that make them, lines they can read."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
from built import ROOT, TINY
from samanom.__main__ import main
from samanom.desk.fmt import all_files
from samanom.desk.schema import schemas
from samanom.desk.snippets import snippets
from samanom.model import ARTICLES, CONTENT, Article
from samanom.source import File, read_file
from samanom.strict import load

SCHEMAS = dict(schemas())
PERSON: dict[str, Any] = {"id": "a", "name": "A", "roles": [{"role": "Leder", "source": "k"}]}
FAULTS: tuple[tuple[str, Any], ...] = (
    ("data/people", {"people": {}}),
    ("data/people", {"person": []}),
    ("data/people", {"people": [PERSON | {"id": "Ikke en id"}]}),
    ("data/people", {"people": [PERSON | {"nam": "A"}]}),
    ("data/people", {"people": [PERSON | {"roles": []}]}),
    ("data/people", {"people": [PERSON | {"contacts": [{"phone": "123", "source": "k"}]}]}),
    ("data/people", {"people": [PERSON | {"updated": "i fjor"}]}),
    ("data/people", {"people": [{"id": "a", "name": "A"}]}),
    ("data/programme", {"programme": []}),
    ("content/sider", {"title": "T", "lang": "sv", "summary": "S"}),
    ("content/sider", {"title": "T", "lang": "en", "summary": "S", "id": "a"}),
    ("content/nyheter", {"title": "T", "lang": "nb", "summary": "S", "date": 2015}),
)


def test_none_is_stale(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rot", str(ROOT), "schema", "--check"]) == 0, capsys.readouterr().out


def test_what_is_stale_is_told_and_mended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / ".vscode", tmp_path / ".vscode")
    (tmp_path / ".vscode/schemas/data/people.json").write_text("{}", encoding="utf-8")
    (tmp_path / ".vscode/schemas/data/folk.json").write_text("{}", encoding="utf-8")
    assert main(["--rot", str(tmp_path), "schema", "--check"]) == 1
    done = capsys.readouterr()
    assert done.out == ".vscode/schemas/data/people.json: foreldet\n.vscode/schemas/data/folk.json: foreldet\n"
    assert "Kjør samanom schema." in done.err
    assert main(["--rot", str(tmp_path), "schema"]) == 0
    assert main(["--rot", str(tmp_path), "schema", "--check"]) == 0
    assert not (tmp_path / ".vscode/schemas/data/folk.json").exists()


@pytest.mark.parametrize("root", [ROOT, TINY], ids=["own", "tiny"])
def test_every_file_is_as_its_schema_says(root: Path) -> None:
    judges = {name: fastjsonschema.compile(schema) for name, schema in SCHEMAS.items()}
    seen = set()
    for path in all_files(root):
        file = read_file(root, path)
        seen.add(schema_of(file))
        judges[schema_of(file)](load(file))
    assert seen >= (set(SCHEMAS) if root == TINY else {"content/eksempler", "data/people"})


@pytest.mark.parametrize(("name", "data"), FAULTS)
def test_what_the_check_refuses_the_schema_refuses(name: str, data: Any) -> None:
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        fastjsonschema.compile(SCHEMAS[name])(data)


def test_all_that_is_said_is_norwegian() -> None:
    """No field without its name and words, and no value without a message of our own."""
    for schema in every_part(list(SCHEMAS.values())):
        if "properties" in schema:
            assert all(field["title"] and field["description"] for field in schema["properties"].values())
        assert "type" not in schema or schema["errorMessage"]
        assert "pattern" not in schema or schema["patternErrorMessage"]
    kinds = SCHEMAS["data/sources"]["definitions"]["SourceRecord"]["properties"]["kind"]
    assert kinds["enumDescriptions"][-1] == "En part, f.eks. en fagforening"


def test_each_data_file_is_wired_to_its_schema() -> None:
    wired = settings("settings.json")["yaml.schemas"]
    for name in SCHEMAS:
        if name.startswith("data/"):
            assert wired.pop(f"./.vscode/schemas/{name}.json") == f"{name}.yaml"
    assert not wired


def test_the_editor_finds_the_places_in_a_report(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tiny / "data/people.yaml").write_text("people:\n  - id: a\n", encoding="utf-8")
    page = tiny / "content/nyheter/feil.md"
    page.write_text("---\ntitle: T\nlang: nb\n---\n\nTekst.\n", encoding="utf-8")
    assert main(["--rot", str(tiny), "check"]) == 1
    *told, _ = capsys.readouterr().err.splitlines()
    for task in settings("tasks.json")["tasks"]:
        pattern = task["problemMatcher"]["pattern"]
        found = [re.search(pattern["regexp"], line) for line in told]
        assert {match[pattern["file"]] for match in found if match} == {"content/nyheter/feil.md", "data/people.yaml"}
        assert all(match and int(match[pattern["line"]]) and match[pattern["message"]].endswith(".") for match in found)


@pytest.mark.parametrize("model", [*CONTENT.values(), Article], ids=lambda model: model.label)
def test_a_snippet_has_all_that_a_page_must_have(model: Any) -> None:
    kind = next((kind for kind, each in CONTENT.items() if each is model), ARTICLES)
    whole = snippets()[f"{model.label}: feltene øverst"]
    text = "\n".join(filled(line) for line in whole["body"]) + "\n"
    data = load(File("content/x.md", text))
    assert list(data) == SCHEMAS[f"content/{kind}"]["required"]
    assert any(Path(f"/x/content/{model.folder}/a.md").match(glob) for glob in whole["include"]) or kind == ARTICLES


def schema_of(file: File) -> str:
    top, _, rest = file.name.partition("/")
    folder = rest.rpartition("/")[0]
    return f"data/{Path(rest).stem}" if top == "data" else f"content/{folder if folder in CONTENT else ARTICLES}"


def every_part(value: Any) -> list[dict[str, Any]]:
    """Each schema within, but for maps of names to schemas."""
    if isinstance(value, list):
        return [part for each in value for part in every_part(each)]
    if not isinstance(value, dict):
        return []
    inner = [*value.get("properties", {}).values(), *value.get("definitions", {}).values()]
    return [value, *every_part(inner), *every_part(value.get("items"))]


def filled(line: str) -> str:
    """With the first choice taken, and a word written at each place."""
    return re.sub(r"\$(\d)", r"ord\1", re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}", r"\1", line))


def settings(name: str) -> Any:
    return json.loads((ROOT / ".vscode" / name).read_text(encoding="utf-8"))
