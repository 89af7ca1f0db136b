"""Problems as people and programs want them: text, JSON, and annotations on a pull request at GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict

from ..problems import Problem

Told = Callable[[Iterable[Problem]], str]


def as_text(problems: Iterable[Problem]) -> str:
    """One line each."""
    return "\n".join(map(str, problems))


def as_json(problems: Iterable[Problem]) -> str:
    """A list of objects with file, line, column, message and help."""
    rows = [asdict(each.place) | {"message": each.message, "help": each.help} for each in problems]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_annotations(problems: Iterable[Problem]) -> str:
    """GitHub's workflow commands, one line each."""
    return "\n".join(map(_annotation, problems))


FORMS: Mapping[str, Told] = {"tekst": as_text, "json": as_json, "github": as_annotations}


def _annotation(problem: Problem) -> str:
    place, message = problem.place, f"{problem.message}. {problem.help}".rstrip()
    file = _escaped(place.file).replace(":", "%3A").replace(",", "%2C")
    return f"::error file={file},line={place.line},col={place.column}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
