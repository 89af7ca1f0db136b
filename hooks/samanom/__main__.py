"""The command `samanom`: what editors and maintainers do with the data, told in Norwegian."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

from . import ProblemsFound, build, read
from .clock import build_date
from .export import export
from .render import Writer
from .render.card import picture_page
from .search.index import write_index
from .swap import swap


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; 1 means that problems were found and told."""
    chosen = _parser().parse_args(arguments)
    root: Path = chosen.rot.resolve()
    try:
        return int(chosen.run(chosen, root))
    except ProblemsFound as found:
        print(found, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


class Parser(argparse.ArgumentParser):
    """Speaks Norwegian."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, formatter_class=Formatter, **settings)
        self._optionals.title, self._positionals.title = "valg", "oppgi"
        self.add_argument("-h", "--help", "--hjelp", action="help", help="vis denne hjelpen")

    def error(self, message: str) -> NoReturn:
        self.print_help(sys.stderr)
        self.exit(2, "\nKommandoen ble ikke forstått. Se ovenfor hva som kan skrives.\n")


class Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "bruk: " if prefix is None else prefix)


def _parser() -> Parser:
    parser = Parser(prog="samanom", description="Verktøyet bak nettstedet.")
    parser.add_argument("--rot", type=Path, default=Path(), metavar="MAPPE", help="prosjektets mappe (ellers: denne)")
    commands = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True, parser_class=Parser)
    check = commands.add_parser("check", help="kontroller data og innhold")
    check.set_defaults(run=_check)
    folder = commands.add_parser("export", help="skriv alle sider til en mappe som andre byggere kan ta")
    folder.add_argument("mappe", type=Path, help="mappen; den må være tom eller ikke finnes")
    folder.set_defaults(run=_export)
    picture = commands.add_parser("picture", help="lag siden som bildet av programmet tas av")
    picture.add_argument("fil", type=Path, help="HTML-filen som skal skrives")
    picture.set_defaults(run=_picture)
    index = commands.add_parser("index", help="lag søkeindeksen til et nybygd nettsted")
    index.add_argument("nettsted", type=Path, help="mappen det er bygd i")
    index.set_defaults(run=_index)
    exchange = commands.add_parser("swap", help="bytt et nybygd nettsted med det gamle i ett steg")
    exchange.add_argument("nytt", type=Path, help="det nye")
    exchange.add_argument("gammelt", type=Path, help="det som skal byttes ut")
    exchange.set_defaults(run=_swap)
    return parser


def _check(chosen: argparse.Namespace, root: Path) -> int:
    date = build_date(root)
    site = build(root, date)
    undated = ("bygget kjenner ingen dato; bygg fra Git, eller sett SOURCE_DATE_EPOCH.",) if date.year == 1970 else ()
    for sentence in (*site.advice, *undated):
        print(f"Råd: {sentence}", file=sys.stderr)
    print(f"Ingen feil i data/ og content/: {len(site.pages)} sider.")
    return 0


def _export(chosen: argparse.Namespace, root: Path) -> int:
    count = export(build(root, build_date(root)), root / "content", chosen.mappe)
    print(f"{count} filer skrevet til {chosen.mappe}.")
    return 0


def _picture(chosen: argparse.Namespace, root: Path) -> int:
    html = picture_page(Writer(read(root), root / "theme", build_date(root)), chosen.fil.resolve().parent)
    chosen.fil.write_text(html, encoding="utf-8")
    return 0


def _index(chosen: argparse.Namespace, root: Path) -> int:
    try:
        write_index(chosen.nettsted)
    except subprocess.CalledProcessError:
        print("Søkeindeksen ble ikke laget. Det som står over, er Pagefinds egne ord.", file=sys.stderr)
        return 1
    return 0


def _swap(chosen: argparse.Namespace, root: Path) -> int:
    swap(chosen.nytt, chosen.gammelt)
    return 0


if __name__ == "__main__":
    sys.exit(main())
