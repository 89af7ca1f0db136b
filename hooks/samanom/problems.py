"""What is wrong in a hand-edited file, where, and how to put it right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A point in a file; line and column count from 1, as editors do."""

    file: str
    """Path from the project's root, with forward slashes."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake, told to the person who made it."""

    place: Place
    message: str
    """What is wrong, in Norwegian, without a full stop."""
    help: str
    """What to write instead: a whole sentence."""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}. {self.help}".rstrip()


class ProblemsFound(Exception):
    """Ends a stage; its text is the whole report, one line a problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        count = len(self.problems)
        summary = f"{count} feil funnet." if count != 1 else "1 feil funnet."
        super().__init__("\n".join([*map(str, self.problems), summary]))


class Problems(list[Problem]):
    """Collects what several steps find, so that one run shows it all."""

    @contextmanager
    def collected(self) -> Iterator[None]:
        try:
            yield
        except ProblemsFound as found:
            self.extend(found.problems)

    def stop_if_any(self) -> None:
        if self:
            raise ProblemsFound(self)


def closest(word: object, known: Iterable[str]) -> str | None:
    """The known word that is nearly the same, if one is."""
    return next(iter(difflib.get_close_matches(str(word).lower(), sorted(known), n=1, cutoff=0.6)), None)


def did_you_mean(word: object, known: Iterable[str], example: str = "") -> str:
    """The closest of the known words, or else all of them if they are few, or else an example."""
    words = sorted(known)
    if close := closest(word, words):
        return f"Mente du «{close}»?"
    if 0 < len(words) <= 12:
        return f"Bruk en av: {', '.join(words)}."
    return example
