"""`samanom check`: what is wrong in data and content, once or each time that a file is saved."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from dataclasses import dataclass
from pathlib import Path

from .. import build
from ..clock import build_date
from ..desk.watching import changes
from ..problems import Problem, ProblemsFound
from ..progress import progress
from .parser import Commands
from .report import FORMS


@dataclass(frozen=True)
class Checked:
    """What a check found."""

    problems: tuple[Problem, ...] = ()
    advice: tuple[str, ...] = ()
    pages: int = 0

    @property
    def summary(self) -> str:
        if self.problems:
            return f"{len(self.problems)} feil funnet."
        return f"Ingen feil i data/ og content/: {self.pages} sider."


def add(commands: Commands) -> None:
    check = commands.add("check", run, "kontroller data og innhold")
    check.add_argument("--som", choices=FORMS, default="tekst", help="skriv feilene som tekst, json eller github")
    check.add_argument("--watch", action="store_true", help="kontroller på nytt hver gang en fil lagres")


def run(chosen: argparse.Namespace, root: Path) -> int:
    return _watch(root, chosen.som) if chosen.watch else _once(root, chosen.som)


def checked(root: Path) -> Checked:
    """The whole site is built, so that links are looked at too."""
    try:
        with progress("Kontrollerer data og innhold"):
            date = build_date(root)
            site = build(root, date)
    except ProblemsFound as found:
        return Checked(found.problems)
    undated = ("bygget kjenner ingen dato; bygg fra Git, eller sett SOURCE_DATE_EPOCH.",) if date.year == 1970 else ()
    return Checked((), (*site.advice, *undated), len(site.pages))


def _once(root: Path, form: str) -> int:
    found = checked(root)
    for sentence in found.advice:
        print(f"Råd: {sentence}", file=sys.stderr)
    if found.problems or form == "json":
        print(FORMS[form](found.problems), file=sys.stderr if form == "tekst" else sys.stdout)
    if form != "json":
        print(found.summary, file=sys.stderr if found.problems else sys.stdout)
    return int(bool(found.problems))


def _watch(root: Path, form: str) -> int:
    """Until someone interrupts it."""
    words = sys.stderr if form == "json" else sys.stdout
    print("Kontrollerer på nytt når en fil i data/ eller content/ lagres. Ctrl-C avslutter.", file=words)
    try:
        for _ in changes(root, at_once=True):
            print(f"{_now()} Kontrollerer …", file=words, flush=True)
            found = checked(root)
            if found.problems or form == "json":
                print(FORMS[form](found.problems), flush=True)
            print(f"{_now()} {found.summary}", file=words, flush=True)
    except KeyboardInterrupt:
        print(file=words)
    return 0


def _now() -> str:
    return f"{dt.datetime.now():%H:%M:%S}"
