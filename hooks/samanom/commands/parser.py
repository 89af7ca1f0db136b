"""A parser of commands that speaks Norwegian."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

Run: TypeAlias = Callable[[argparse.Namespace, Path], int]
"""Takes what was chosen and the project's folder; gives the status that the command ends with."""


class Parser(argparse.ArgumentParser):
    """Speaks Norwegian."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, formatter_class=Formatter, **settings)
        self._optionals.title, self._positionals.title = "valg", "oppgi"
        self.add_argument("-h", "--help", "--hjelp", action="help", help="vis denne hjelpen")

    def error(self, message: str) -> NoReturn:
        self.print_help(sys.stderr)
        self.exit(2, f"\n{_in_norwegian(message)} Se ovenfor hva som kan skrives.\n")


SAID = {
    r"unrecognized arguments: (.+)": "«{0}» er ikke noe som kan stå her.",
    r"the following arguments are required: (.+)": "{0} mangler.",
    r"argument (.+): expected .+": "{0} skal ha noe etter seg.",
    r"argument (.+): invalid choice: '?(.+?)'? \(.+": "«{1}» er ikke noe som kan velges.",
    r"argument (.+): invalid \S+ value: '(.*)'": "{0}: «{1}» passer ikke der.",
    r"argument (.+?): (.+)": "{0}: {1}",
}
"""What the standard library says is wrong, and the same in Norwegian; what a command itself says comes last."""


def _in_norwegian(message: str) -> str:
    for pattern, words in SAID.items():
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(*found.groups())
    return "Kommandoen ble ikke forstått."


class Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "bruk: " if prefix is None else prefix)


class Commands:
    """The words that may follow `samanom`."""

    def __init__(self, parser: Parser) -> None:
        self._words = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True, parser_class=Parser)

    def add(self, word: str, run: Run, help: str) -> Parser:
        """A command; what may follow it is for the caller to add."""
        parser = self._words.add_parser(word, help=help, description=f"{help[0].upper()}{help[1:]}.")
        parser.set_defaults(run=run)
        return parser
