"""Read YAML files and Markdown with front matter, and find any value's place in them again.

YAML is read as editors and browser-based tools read it (YAML 1.2). What programs read differently is refused,
so that the build, the editor and every other reader agree on each character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

import yaml

from .problems import Place, Problem, ProblemsFound

FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class File:
    """A text file of the project, read once."""

    name: str
    """Path from the project's root, with forward slashes."""
    text: str

    def problem(self, offset: int, message: str, help: str = "") -> Problem:
        """A problem at a character of the text, counted from 0."""
        line = self.text.count("\n", 0, offset) + 1
        column = offset - (self.text.rfind("\n", 0, offset) + 1) + 1
        return Problem(Place(self.name, line, column), message, help)

    @property
    def is_markdown(self) -> bool:
        return self.name.endswith(".md")

    @property
    def yaml(self) -> str:
        """The YAML part; front matter keeps its opening line, so that lines count as the file's."""
        if not self.is_markdown:
            return self.text
        found = FRONT_MATTER.match(self.text)
        return found[0][: found.end("yaml")] if found else ""

    @property
    def body_start(self) -> int:
        """Where the Markdown begins, counted in characters from 0."""
        found = FRONT_MATTER.match(self.text) if self.is_markdown else None
        return found.end() if found else 0


@dataclass(frozen=True)
class Source:
    """The file a record was read from, and the keys that lead to it there."""

    file: File
    keys: tuple[str | int, ...] = ()

    def __truediv__(self, key: str | int) -> Source:
        return Source(self.file, (*self.keys, key))

    def problem(self, message: str, help: str = "") -> Problem:
        return Problem(self.place(), message, help)

    def place(self) -> Place:
        """The entry at the keys, or the nearest one above it where they lead nowhere."""
        value = compose(self.file.yaml)
        mark = value.start_mark if value else None
        for key in self.keys:
            found = next((entry for entry in _entries(value) if entry[0] == str(key)), None)
            if not found:
                break
            _, mark, value = found
        return Place(self.file.name, mark.line + 1, mark.column + 1) if mark else Place(self.file.name)


def read_file(root: Path, path: Path) -> File:
    """The file's text. Raises ProblemsFound when it is empty or not UTF-8."""
    name, data = path.relative_to(root).as_posix(), path.read_bytes()
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = File(name, data[: error.start].decode("utf-8", "replace"))
        help = "Lagre filen på nytt med tegnsettet UTF-8."
        raise ProblemsFound([before.problem(len(before.text), "filen er ikke lagret som UTF-8", help)]) from None
    if not text.strip():
        raise ProblemsFound([Problem(Place(name), "filen er tom", "Slett filen, eller fyll den ut.")])
    return File(name, text)


def load(file: File) -> Any:
    """The YAML of a file as plain values. Raises ProblemsFound with everything that is wrong in it."""
    if file.is_markdown:
        _require_front_matter(file)
    loader = None
    try:
        loader = Loader(file.yaml)
        data = loader.get_single_data()
    except yaml.MarkedYAMLError as error:
        raise ProblemsFound([_syntax_problem(file, error)]) from None
    except (ValueError, AttributeError):
        problem = Problem(Place(file.name), "filen har en verdi som ikke kan leses", "Sett den i hermetegn.")
        raise ProblemsFound([problem]) from None
    except yaml.reader.ReaderError as error:
        help = "Slett tegnet og skriv det på nytt."
        offset = min(error.position, len(file.text))
        raise ProblemsFound([file.problem(offset, "her står et tegn som ikke kan leses", help)]) from None
    finally:
        if loader:
            loader.dispose()
    problems = [
        Problem(Place(file.name, mark.line + 1, mark.column + 1), message, help)
        for mark, message, help in loader.surprises
    ]
    problems += _comments(file)
    if problems:
        raise ProblemsFound(problems)
    return data


UNFIT_NAMES = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float"))


class Loader(yaml.CSafeLoader):
    """Scalars by YAML 1.2, dates as text; notes every surprise and reads on."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}  # type: ignore[misc]

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.surprises: list[tuple[yaml.Mark, str, str]] = []

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag in UNFIT_NAMES:
                raise yaml.MarkedYAMLError(problem="feltnavn", problem_mark=key.start_mark)
            if key.value in seen:
                help = "Behold den ene linjen og slett den andre."
                self.surprises.append((key.start_mark, f"«{key.value}» står to ganger", help))
            seen.add(key.value)
        return super().construct_mapping(node, deep)

    def refuse_number(self, node: yaml.ScalarNode) -> str:
        message = f"programmer leser {node.value} ulikt når det står uten hermetegn"
        self.surprises.append((node.start_mark, message, f'Skriv "{node.value}".'))
        return str(node.value)

    def refuse_boolean(self, node: yaml.ScalarNode) -> str:
        message = f"noen programmer leser {node.value} som ja eller nei, andre som et ord"
        help = f'Skriv true eller false for ja og nei, eller "{node.value}" for ordet.'
        self.surprises.append((node.start_mark, message, help))
        return str(node.value)


for tag, pattern, first in (
    ("tag:yaml.org,2002:null", r"null|~|", ["n", "~", ""]),
    ("tag:yaml.org,2002:bool", r"true|false", "tf"),
    ("tag:yaml.org,2002:int", r"-?(?:0|[1-9]\d*)", "-0123456789"),
    ("tag:yaml.org,2002:float", r"-?(?:0|[1-9]\d*)\.\d+", "-0123456789"),
    ("!number", r"[-+]?(?:0\d+|0[xob][\da-fA-F_]+|\d[\d_]*_[\d_]*|\d+(?::[0-5]?\d)+(?:\.\d*)?)", "-+0123456789"),
    ("!boolean", r"(?i:yes|no|on|off)|True|TRUE|False|FALSE", "yYnNoOtTfF"),
):
    Loader.add_implicit_resolver(tag, re.compile(f"(?:{pattern})$"), list(first))
Loader.add_constructor("!number", Loader.refuse_number)
Loader.add_constructor("!boolean", Loader.refuse_boolean)


@lru_cache(maxsize=8)
def compose(text: str) -> yaml.Node | None:
    """The node tree of a YAML text, kept by its text: only faulty files are ever composed."""
    return yaml.compose(text, Loader)


def _entries(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Mark, yaml.Node]]:
    """Each entry's key, the mark where it begins, and its value."""
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, key.start_mark, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((str(i), item.start_mark, item) for i, item in enumerate(node.value))


def _require_front_matter(file: File) -> None:
    if not file.text.startswith("---"):
        help = "Begynn med en linje med ---, så feltene, så en linje med ---."
        raise ProblemsFound([file.problem(0, "filen mangler feltene øverst", help)])
    if not FRONT_MATTER.match(file.text):
        help = "Skriv en linje med bare --- etter det siste feltet."
        raise ProblemsFound([file.problem(0, "feltene øverst blir aldri avsluttet", help)])


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


def _syntax_problem(file: File, error: yaml.MarkedYAMLError) -> Problem:
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


def _comments(file: File) -> Iterator[Problem]:
    """Comments below the head of the file: editing in a browser drops them."""
    text = file.yaml
    head = re.match(r"(?:---[ \t]*\n)?(?:[ \t]*(?:#[^\n]*)?\n)*", text)
    start = head.end() if head else 0
    found = [match.start("mark") for match in re.finditer(r"(?:^|(?<=\s))(?P<mark>#)", text) if match.start() >= start]
    if not found:
        return
    spans = [
        (token.start_mark.index, token.end_mark.index)
        for token in yaml.scan(text, yaml.CLoader)
        if isinstance(token, yaml.ScalarToken)
    ]
    done = 0
    for offset in found:
        if offset >= done and not any(begin <= offset < end for begin, end in spans):
            done = text.find("\n", offset)
            help = "Skriv grunnen i feltet note, eller flytt kommentaren øverst i filen."
            yield file.problem(offset, "kommentarer her forsvinner når noen redigerer i nettleseren", help)
