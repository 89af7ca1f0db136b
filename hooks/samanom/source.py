"""The files that people edit, and the way back from a value to its place in one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

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
class Origin:
    """The file a record was read from, and the keys that lead to it there."""

    file: File
    keys: tuple[str | int, ...] = ()

    def __truediv__(self, key: str | int) -> Origin:
        return Origin(self.file, (*self.keys, key))

    def problem(self, message: str, help: str = "") -> Problem:
        return Problem(self.place(), message, help)

    def place(self) -> Place:
        """The entry at the keys, or the nearest one above it where they lead nowhere."""
        value = compose(self.file.yaml)
        mark = value.start_mark if value else None
        for key in self.keys:
            found = next((entry for entry in children(value) if entry[0] == str(key)), None)
            if not found:
                break
            _, mark, value = found
        return Place(self.file.name, mark.line + 1, mark.column + 1) if mark else Place(self.file.name)


def code_blanked(text: str) -> str:
    """Markdown with code replaced by spaces, so that places stay the same."""
    code = r"^(?P<fence>```|~~~).*?^(?P=fence)|`[^`\n]+`"
    return re.sub(code, lambda m: re.sub(r"\S", " ", m[0]), text, flags=re.MULTILINE | re.DOTALL)


def read_file(root: Path, path: Path) -> File:
    """The file's text. Raises ProblemsFound when it is empty or not UTF-8."""
    name, data = path.relative_to(root).as_posix(), path.read_bytes()
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = File(name, data[: error.start].decode("utf-8", "replace"))
        help = "Lagre filen på nytt med tegnsettet UTF-8."
        raise ProblemsFound([before.problem(len(before.text), "filen er ikke lagret som UTF-8", help)]) from None
    if not text.strip():
        raise ProblemsFound([Problem(Place(name), "filen er tom", "Slett filen, eller fyll den ut.")])
    return File(name, text)


@lru_cache(maxsize=8)
def compose(text: str) -> yaml.Node | None:
    """The node tree of a YAML text, kept by its text: only faulty files are ever composed."""
    return yaml.compose(text, yaml.CSafeLoader)


def children(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Mark, yaml.Node]]:
    """Each entry's key, the mark where it begins, and its value."""
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, key.start_mark, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((str(i), item.start_mark, item) for i, item in enumerate(node.value))
