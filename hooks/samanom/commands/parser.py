"""A parser of commands that speaks Norwegian."""

from __future__ import annotations

import argparse
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
        self.exit(2, "\nKommandoen ble ikke forstått. Se ovenfor hva som kan skrives.\n")


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
