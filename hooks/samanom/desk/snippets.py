"""Snippets for VS Code: what completes the fields above a page, where no extension reads a schema.

Each field by its name, and all that a page must have by three dashes. From version 1.109 they are offered only in the
folder that they are for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from ..model import ARTICLES, CONTENT, Content
from .schema import PAGES, Schema, schemas

Stops = Iterator[int]
"""The numbers of the places where one writes, in order."""


def snippets() -> dict[str, Schema]:
    """By a name that says what it is."""
    known = dict(schemas())
    found: dict[str, Schema] = {}
    for kind, model in PAGES.items():
        schema = known[f"content/{kind}"]
        found[f"{model.label}: feltene øverst"] = _whole(kind, model, schema)
        for name, field in schema["properties"].items():
            body = list(_lines(name, field, schema["definitions"], count(1)))
            found[f"{model.label}: {name}"] = _snippet(kind, name, body, f"{field['title']}. {field['description']}")
    return found


def _whole(kind: str, model: type[Content], schema: Schema) -> Schema:
    stops = count(1)
    fields = [
        line
        for name in schema["required"]
        for line in _lines(name, schema["properties"][name], schema["definitions"], stops)
    ]
    return _snippet(
        kind, "---", ["---", *fields, "---", "", "$0"], f"Det en side av slaget {model.label} må ha øverst."
    )


def _snippet(kind: str, prefix: str, body: list[str], about: str) -> Schema:
    others = [f"**/content/{folder}/**" for folder in CONTENT]
    where = {"include": ["**/content/**/*.md"], "exclude": others}
    if kind != ARTICLES:
        where = {"include": [f"**/content/{kind}/*.md"]}
    return {"scope": "markdown", **where, "prefix": prefix, "body": body, "description": about}


def _lines(name: str, field: Schema, parts: Mapping[str, Schema], stops: Stops, indent: str = "") -> Iterator[str]:
    part = _part(field, parts) or _part(field.get("items", {}), parts)
    if not part:
        yield f"{indent}{name}: {_value(field, stops)}"
        return
    yield f"{indent}{name}:"
    listed = field.get("type") == "array"
    below = [
        line
        for inner in part["required"]
        for line in _lines(inner, part["properties"][inner], parts, stops, f"{indent}{'    ' if listed else '  '}")
    ]
    if listed and below:
        below[0] = f"{indent}  - {below[0].lstrip()}"
    yield from below


def _part(field: Schema, parts: Mapping[str, Schema]) -> Mapping[str, Any] | None:
    """The part that a field holds, if it holds one."""
    [ref] = field.get("allOf", [{}])
    return parts.get(ref.get("$ref", "").rpartition("/")[2])


def _value(field: Schema, stops: Stops) -> str:
    """Where one writes, or the choices there are."""
    number = next(stops)
    choices = field.get("enum") or (["true", "false"] if field.get("type") == "boolean" else [])
    if choices:
        return f"${{{number}|{','.join(choices)}|}}"
    return f"[${number}]" if field.get("type") == "array" else f"${number}"
