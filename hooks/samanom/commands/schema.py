"""`samanom schema`: what code editors know of the files."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from ..desk.save import save
from ..desk.schema import schemas
from ..desk.snippets import snippets
from .parser import Commands

FOLDER = Path(".vscode/schemas")
SNIPPETS = Path(".vscode/samanom.code-snippets")


def add(commands: Commands) -> None:
    schema = commands.add("schema", run, "skriv det koderedigerere trenger for å hjelpe med feltene, til .vscode/")
    schema.add_argument("--check", action="store_true", help="skriv ingenting, men si hva som er foreldet")


def run(chosen: argparse.Namespace, root: Path) -> int:
    made = dict(files())
    stale = [path for path, text in made.items() if _text(root / path) != text]
    orphans = [path for path in sorted((root / FOLDER).glob("*/*.json")) if path.relative_to(root) not in made]
    if not chosen.check:
        for path in stale:
            save(root / path, made[path])
        for path in orphans:
            path.unlink()
        print(f"Skrevet: {len(stale)} av {len(made)} filer i .vscode/.")
        return 0
    for path in (*stale, *(path.relative_to(root) for path in orphans)):
        print(f"{path.as_posix()}: foreldet")
    if stale or orphans:
        print("Feltene i hooks/samanom/model/ er endret. Kjør samanom schema.", file=sys.stderr)
    else:
        print(f"Som feltene er: {len(made)} filer i .vscode/.")
    return int(bool(stale or orphans))


def files() -> Iterator[tuple[Path, str]]:
    """Each file, by its path from the project's root."""
    for name, schema in schemas():
        yield FOLDER / f"{name}.json", _json(schema)
    yield SNIPPETS, _json(snippets())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None
