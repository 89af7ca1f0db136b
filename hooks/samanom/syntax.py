"""What the YAML parser says in English, told to the person who wrote the file."""

from __future__ import annotations

import re

import yaml

from .problems import Place, Problem
from .source import File

SYNTAX = (
    (r"^[ -]*\t", "", "her står en tabulator", "Bruk mellomrom til innrykk."),
    (r"", "tab character", "her står en tabulator", "Bruk mellomrom til innrykk."),
    (
        r"^[ -]*[\w-]+$",
        "mapping values are not allowed",
        "innrykket stemmer ikke med linjene over",
        "Rett inn linjen med feltene over; etter et kolon skal det stå mellomrom.",
    ),
    (r"", "mapping values", "her står et kolon for mye", 'Sett teksten i hermetegn: "tekst: mer tekst".'),
    (r"^ *$", "expected key", "innrykket stemmer ikke med linjene over", "Rett inn linjen med feltene over."),
    (r"", "expected key", "her står det mer etter at verdien er slutt", "Sett hele verdien i hermetegn."),
    (r"", "expected '-' indicator", "her skulle det stått et ledd i listen", "Begynn linjen med - og mellomrom."),
    (r"", "expected ':'", "her mangler et kolon etter feltnavnet", "Skriv felt: verdi."),
    (r"", "end of stream", "hermetegnet blir aldri lukket", "Skriv det samme hermetegnet etter teksten."),
    (r"", "expected ',' or ']'", "listen blir aldri lukket", "Skriv ] etter det siste leddet."),
    (r"", "expected ',' or '}'", "krøllparentesen blir aldri lukket", "Skriv } etter det siste feltet."),
    (r"", "another document", "--- kan bare stå øverst", "Slett linjen."),
    (r"", "escape", "\\ betyr noe eget i doble hermetegn", "Skriv \\\\, eller bruk enkle hermetegn."),
    (r"", "alias", "* kan ikke begynne en verdi", "Sett verdien i hermetegn."),
    (r"", "anchor", "& kan ikke begynne en verdi", "Sett verdien i hermetegn."),
    (r"", "constructor", "! kan ikke begynne en verdi", "Sett verdien i hermetegn."),
    (
        r"",
        "start any token|comment or line break|mapping keys|sequence entries|node content",
        "her står et tegn som ikke kan begynne en verdi",
        "Sett verdien i hermetegn.",
    ),
    (r"", "feltnavn", "et feltnavn skal være et ord", "Skriv felt: verdi."),
)
"""What stands before the mark on its line, what the parser says of it, and what we say. The first that fits."""
OPENED = re.compile("expected ':'|end of stream|expected ',' or")
"""Mistakes that begin where the parser began, not where it gave up."""


def syntax_problem(file: File, error: yaml.MarkedYAMLError) -> Problem:
    said = f"{error.context or ''} {error.problem or ''}"
    mark = (error.context_mark if OPENED.search(said) else error.problem_mark) or error.problem_mark
    assert mark
    place, before = Place(file.name, mark.line + 1, mark.column + 1), _before(file, mark)
    for pattern, english, message, help in SYNTAX:
        if re.search(pattern, before) and re.search(english, said):
            return Problem(place, message, help)
    return Problem(place, "linjen kan ikke leses", "Sammenlign med linjene over: innrykk, kolon og hermetegn.")


def _before(file: File, mark: yaml.Mark) -> str:
    """The line up to the mark, and a tab that stands at it."""
    line = [*file.text.split("\n"), ""][mark.line]
    return line[: mark.column + 1] if line[mark.column : mark.column + 1] == "\t" else line[: mark.column]
