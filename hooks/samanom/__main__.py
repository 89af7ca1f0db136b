"""The command `samanom`: what editors and maintainers do with the data, told in Norwegian."""

from __future__ import annotations

import sys
from pathlib import Path

from . import ProblemsFound
from .commands import check, desk, due, fmt, mail, new, schema, site
from .commands.parser import Commands, Parser


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; 1 means that problems were found and told, 2 that it was not understood."""
    chosen = _parser().parse_args(arguments)
    root: Path = chosen.rot.resolve()
    try:
        return int(chosen.run(chosen, root))
    except ProblemsFound as found:
        print(found, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> Parser:
    parser = Parser(prog="samanom", description="Verktøyet bak nettstedet.")
    parser.add_argument("--rot", type=Path, default=Path(), metavar="MAPPE", help="prosjektets mappe (ellers: denne)")
    commands = Commands(parser)
    for each in (new, check, fmt, due, mail, desk, schema, site):
        each.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
