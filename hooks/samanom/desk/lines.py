"""A record as the lines of a file: fields in their order, lists of words on one line, nothing that says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..dates import Period
from ..model.base import models_in
from .fields import ordered_fields
from .scalars import scalar

WIDTH = 120
"""The longest line that a list may stand on, in characters."""
Keys = tuple[str | int, ...]
Lines = Iterator[tuple[Keys, str]]
"""Each line, and the keys that lead to what begins there."""


def mapping_lines(model: type[BaseModel], data: dict[str, Any], indent: str = "", keys: Keys = ()) -> Lines:
    """The fields of a record or a part that say something."""
    for name, info in ordered_fields(model).items():
        if name in data and not _says_nothing(data[name], info):
            yield from _field_lines(name, data[name], info, indent, (*keys, name))


def item_lines(model: type[BaseModel], items: list[dict[str, Any]], indent: str, keys: Keys) -> Iterator[Lines]:
    """The lines of each item of a list."""
    for i, item in enumerate(items):
        yield _with_dash(mapping_lines(model, item, f"{indent}  ", (*keys, i)), indent)


def _says_nothing(value: Any, info: FieldInfo) -> bool:
    return not info.is_required() and (value in (None, "", [], {}) or value == info.default)


def _field_lines(name: str, value: Any, info: FieldInfo, indent: str, keys: Keys) -> Lines:
    if not isinstance(value, (dict, list)):
        yield keys, f"{indent}{name}: {scalar(value, date=_is_date(info.annotation))}"
    elif isinstance(value, dict):
        yield keys, f"{indent}{name}:"
        yield from mapping_lines(next(models_in(info.annotation)), value, f"{indent}  ", keys)
    elif any(isinstance(item, dict) for item in value):
        yield keys, f"{indent}{name}:"
        for lines in item_lines(next(models_in(info.annotation)), value, f"{indent}  ", keys):
            yield from lines
    else:
        yield from _list_lines(name, value, info, indent, keys)


def _list_lines(name: str, value: list[Any], info: FieldInfo, indent: str, keys: Keys) -> Lines:
    """A list of words, numbers or dates: on one line when there is room."""
    date = _is_date(info.annotation)
    line = f"{indent}{name}: [{', '.join(scalar(item, date=date, flow=True) for item in value)}]"
    if len(line) <= WIDTH:
        yield keys, line
        return
    yield keys, f"{indent}{name}:"
    for i, item in enumerate(value):
        yield (*keys, i), f"{indent}  - {scalar(item, date=date)}"


def _with_dash(lines: Lines, indent: str) -> Lines:
    for i, (keys, line) in enumerate(lines):
        yield keys, line if i else f"{indent}- {line[len(indent) + 2 :]}"


def _is_date(annotation: Any) -> bool:
    return annotation is Period or any(map(_is_date, getattr(annotation, "__args__", ())))
