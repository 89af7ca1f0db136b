"""The fields of a record, in the order that files and forms have them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..model import Content

FIRST = ("id", "nb", "nn")
LAST = ("sources", "updated", "note")
PAGE_FIRST = ("title", "lang", "summary")
PAGE_LAST = ("sources", "checked", "updated", "draft", "note")


@cache
def ordered_fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """By name in the file: what it is called, the kind's own fields, those it shares, and what stands behind it.

    A page's id is its file's name, and no field.
    """
    is_page = issubclass(model, Content)
    first, last = (PAGE_FIRST, PAGE_LAST) if is_page else (FIRST, LAST)
    shared = {name for base in model.__bases__ if issubclass(base, BaseModel) for name in base.model_fields}

    def rank(name: str) -> tuple[int, bool]:
        if name in first:
            return first.index(name) - len(first), False
        return (last.index(name) + 1 if name in last else 0), name in shared

    names = sorted(model.model_fields, key=rank)
    return {model.model_fields[n].alias or n: model.model_fields[n] for n in names if not (is_page and n == "id")}
