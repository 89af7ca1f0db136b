"""A new record, from answers to a file that the check accepts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..catalog import Catalog
from ..load import entries, file_entries
from ..model import KINDS, Content, Event, Example, Newsletter, Person, Record, Temadag
from ..problems import Place, Problem, ProblemsFound
from ..reference import read_reference
from ..relate import relate
from ..slug import slug
from ..source import File, Origin, read_file
from ..validate import validate
from .fmt import canonical
from .guidance import guided
from .questions import Question, question

Answers = Mapping[str, Any]
"""The value of each field, by its path."""


@dataclass(frozen=True)
class Kind:
    """Something that can be made, and what is asked of it."""

    model: type[Record]
    asked: tuple[str, ...]
    """Paths of fields, in order."""
    several: tuple[str, ...] = ()
    """Those whose answers make a part each."""

    @property
    def name(self) -> str:
        return KINDS[self.model]

    @property
    def is_page(self) -> bool:
        return issubclass(self.model, Content)

    def questions(self, catalog: Catalog | None = None) -> Iterator[Question]:
        """What is asked; with the choices there are, where there is a catalog."""
        for path in self.asked:
            yield question(self.model, path, catalog, path in self.several)


MADE: Mapping[str, Kind] = {
    "nyhetsbrev": Kind(Newsletter, ("title", "lang", "summary", "year", "number", "date", "articles", "sources")),
    "eksempel": Kind(
        Example,
        (
            *("title", "lang", "summary", "participants.participant", "project", "themes"),
            *("relation", "documentation", "sources", "id"),
        ),
        several=("participants.participant",),
    ),
    "temadag": Kind(
        Temadag,
        ("title", "lang", "summary", "kommuner", "date", "place", "audience", "themes", "sources", "id"),
    ),
    "hendelse": Kind(
        Event, ("title", "kind", "start", "end", "time", "networks", "kommuner", "place", "sources", "id")
    ),
    "person": Kind(
        Person,
        (
            *("name", "roles.role", "roles.body", "roles.organisation", "roles.source"),
            *("contacts.phone", "contacts.email", "id"),
        ),
    ),
}
"""By the word that follows `samanom new`."""


def suggested(kind: Kind, path: str, answers: Answers, catalog: Catalog, root: Path) -> str:
    """What an answer could be: the next number of the newsletter, or an id that is free."""
    if path in ("year", "number") and kind.name == "nyhetsbrev":
        return _next(path, answers.get("year"), _files(kind, root))
    if path != "id":
        return ""
    wanted, taken = _named(answers), {*catalog.by_kind.get(kind.name, {}), *_files(kind, root)}
    return next(id for id in (wanted, *(f"{wanted}-{i}" for i in range(2, len(taken) + 3))) if id not in taken)


def _next(path: str, year: object, taken: Iterable[str]) -> str:
    """The year of the last newsletter, or the number after the last of a year; nothing where there are none."""
    found = [tuple(map(int, id.split("-"))) for id in taken if re.fullmatch(r"\d+-\d+", id)]
    if path == "year":
        return str(max(found)[0]) if found else ""
    return str(max((number for of, number in found if of == year), default=0) + 1)


def _named(answers: Answers) -> str:
    """A name from who and what it is about."""
    who = answers.get("participants.participant") or answers.get("kommuner") or []
    about = (answers.get("themes") or [])[:1]
    if who and about:
        return "-".join([*who[:1], *about])
    return slug(str(answers.get("title") or answers.get("name")))


def _files(kind: Kind, root: Path) -> Iterator[str]:
    """The names of the pages there are, drafts too."""
    return (path.stem for path in root.glob(f"content/{kind.name}/*.md"))


def drafted(kind: Kind, answers: Answers, root: Path) -> File:
    """The file with the new record in it, not yet in form."""
    data = _assembled(answers)
    if not kind.is_page:
        return File(name := f"data/{kind.name}.yaml", f"{_before(name, kind, root)}  - {_json(data)}\n")
    id = data.pop("id", None) or f"{data['year']}-{data['number']}"
    assert issubclass(kind.model, Content)
    fields = "".join(f"{key}: {_json(value)}\n" for key, value in {**data, "draft": True}.items())
    return File(f"content/{kind.name}/{id}.md", f"---\n{fields}---\n\n{guided(kind.model, data['lang'])}")


def _before(name: str, kind: Kind, root: Path) -> str:
    """What the data file holds already."""
    if not (root / name).exists():
        return f"{kind.name}:\n"
    return canonical(read_file(root, root / name).text, name).replace(f"{kind.name}: []", f"{kind.name}:")


def _assembled(answers: Answers) -> dict[str, Any]:
    """The record as it stands in a file."""
    data: dict[str, Any] = {}
    for path, value in answers.items():
        field, _, inner = path.partition(".")
        if not inner:
            data[field] = value
        elif isinstance(value, list):
            data[field] = [{inner: each} for each in value]
        else:
            data.setdefault(field, [{}])[0][inner] = value
    for contact in data.get("contacts", ()):
        contact["source"] = answers["roles.source"]
    return data


def proven(file: File, root: Path) -> str:
    """The file's text in form. Raises ProblemsFound with what the check would say, were the file there."""
    if file.is_markdown and (root / file.name).exists():
        help = "Velg et annet navn, eller rediger den filen."
        raise ProblemsFound([Problem(Place(file.name), "filen finnes fra før", help)])
    others = (entry for entry in entries(root) if entry.origin.file.name != file.name)
    relate(validate([*others, *file_entries(file)]), read_reference(root))
    return canonical(file.text, file.name)


def at_fault(problem: Problem, file: File, kind: Kind) -> str | None:
    """The path of the answer that a problem is about, if it is about one."""
    origin = Origin(file) if kind.is_page else Origin(file, (kind.name, len(file_entries(file)) - 1))
    for path in kind.asked:
        field, _, inner = path.partition(".")
        where = origin / field / 0 / inner if inner else origin / field
        if where.place() == problem.place:
            return path
    if problem.place == Place(file.name):
        return "id" if "id" in kind.asked else "number"
    return None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
