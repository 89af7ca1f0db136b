"""The command `samanom`: what editors and maintainers do with the data, told in Norwegian."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import ProblemsFound, build
from .clock import build_date
from .export import export
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="samanom", description="Verktøyet bak nettstedet.", add_help=False)
    _with_help(parser)
    parser.add_argument("--rot", type=Path, default=Path(), metavar="MAPPE", help="prosjektets mappe (ellers: denne)")
    commands = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True)
    check = commands.add_parser("check", help="kontroller data og innhold", add_help=False)
    check.set_defaults(run=_check)
    folder = commands.add_parser(
        "export", help="skriv alle sider til en mappe som andre byggere kan ta", add_help=False
    )
    folder.add_argument("mappe", type=Path, help="mappen; den må være tom eller ikke finnes")
    folder.set_defaults(run=_export)
    exchange = commands.add_parser("swap", help="bytt et nybygd nettsted med det gamle i ett steg", add_help=False)
    exchange.add_argument("nytt", type=Path, help="det nye")
    exchange.add_argument("gammelt", type=Path, help="det som skal byttes ut")
    exchange.set_defaults(run=_swap)
    for command in (check, folder, exchange):
        _with_help(command)
    return parser


def _with_help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help="vis denne hjelpen")


def _check(chosen: argparse.Namespace, root: Path) -> int:
    site = build(root, build_date(root))
    print(f"Ingen feil i data/ og content/: {len(site.pages)} sider.")
    return 0


def _export(chosen: argparse.Namespace, root: Path) -> int:
    count = export(build(root, build_date(root)), root / "content", chosen.mappe)
    print(f"{count} filer skrevet til {chosen.mappe}.")
    return 0


def _swap(chosen: argparse.Namespace, root: Path) -> int:
    swap(chosen.nytt, chosen.gammelt)
    return 0


if __name__ == "__main__":
    sys.exit(main())
