"""`samanom fmt`: files in one form."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..desk.fmt import all_files, formed
from ..desk.save import save
from ..problems import Place, Problem, Problems, ProblemsFound
from ..progress import progress
from .parser import Commands


def add(commands: Commands) -> None:
    fmt = commands.add(
        "fmt", run, "skriv filene i data/ og content/ i fast form; meningen og kommentarene blir stående"
    )
    fmt.add_argument("filer", nargs="*", type=Path, metavar="FIL", help="bare disse filene (ellers: alle)")
    fmt.add_argument("--check", action="store_true", help="skriv ingenting, men si hvilke filer som ikke har fast form")


def run(chosen: argparse.Namespace, root: Path) -> int:
    """Files that cannot be read are told of and left as they are; the others are written all the same."""
    paths, problems, texts = _paths(chosen, root), Problems(), dict[Path, str]()
    with progress("Leser filene"):
        for path in paths:
            with problems.collected():
                if (text := formed(root, path)) is not None:
                    texts[path] = text
    for path, text in texts.items():
        print(f"{path.relative_to(root).as_posix()}: {'ikke' if chosen.check else 'nå'} i fast form")
        if not chosen.check:
            save(path, text)
    problems.stop_if_any()
    if not texts:
        print(f"I fast form: {len(paths)} filer.")
    elif chosen.check:
        print(f"{len(texts)} av {len(paths)} filer er ikke i fast form. Kjør samanom fmt.", file=sys.stderr)
    return int(chosen.check and bool(texts))


def _paths(chosen: argparse.Namespace, root: Path) -> tuple[Path, ...]:
    known = all_files(root)
    asked = tuple(file.resolve() for file in chosen.filer)
    strange = [str(file) for file, path in zip(chosen.filer, asked, strict=True) if path not in known]
    if strange:
        help = "Oppgi filer som finnes i data/ eller content/."
        raise ProblemsFound(Problem(Place(name), "ingen datafil eller side her", help) for name in strange)
    return asked or known
