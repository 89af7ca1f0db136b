"""Forms for the browser's editor (Decap CMS), made from the records: each field's words, choices and pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model import Part
from ..model.labels import ONE
from .fields import ordered_fields

Field = dict[str, Any]
"""One field of a form, as Decap's configuration has it."""
Schema = Mapping[str, Any]
"""A JSON Schema, or part of one."""

LONG = frozenset({"about", "definition", "evidence", "goal", "note", "shown", "summary", "tagline", "text", "why"})
"""Fields of more than a few words: they get a box of several lines."""
DATE = "Slik: 2013-04-29, 2013-04 eller 2013."
"""What is said of every date."""
SENTENCE = r"(?:f\.eks\.|[^.:])+"
"""What a field's words say of one of its choices, up to the full stop."""
TOLD_BY = ("name", "title", "term", "subject", "text", "participant", "kommune", "value", "role", "old", "id")
"""What one of a list is known by when it is folded: the first of these that it has."""
NUMBERS: Mapping[str, Field] = {
    "integer": {"value_type": "int", "step": 1},
    "number": {"value_type": "float", "step": 0.01},
}
"""What a number may be, and how much the arrows beside it add."""


def _below(model: type[Part]) -> Iterator[type[Part]]:
    for each in model.__subclasses__():
        yield each
        yield from _below(each)


MODELS = {model.__name__: model for model in _below(Part)}
"""Every record and part of one, by the title of its schema."""


@dataclass(frozen=True)
class Forms:
    """Makes fields. `choices` are the values and names of what is picked from a fixed list, by kind."""

    choices: Mapping[str, Mapping[str, str]]
    found: Mapping[str, Field]
    """How a record is looked up where the list grows while one edits: parts of a relation, by kind."""

    def fields(self, model: type[Part]) -> list[Field]:
        """The form of a record, in the order that its file has."""
        schema = model.model_json_schema()
        return self._all(schema, schema.get("$defs", {}))

    def _all(self, schema: Schema, parts: Schema) -> list[Field]:
        required = schema.get("required", ())
        return [
            {"name": name, "required": name in required, **self._field(name, schema["properties"][name], parts)}
            for name in ordered_fields(MODELS[schema["title"]])
        ]

    def _field(self, name: str, schema: Schema, parts: Schema) -> Field:
        value = next((each for each in schema.get("anyOf", ()) if each.get("type") != "null"), schema)
        field = {"label": schema["title"], **self._widget(name, value, parts)}
        if "anyOf" in schema and "fields" in field:  # Decap asks for what a part must have where there is no part too
            field["fields"] = [inner | {"required": False} for inner in field["fields"]]
        hint = _hint(schema.get("description", ""), value.get("enum", ()))
        if hint or field.get("date"):
            field["hint"] = f"{hint} {DATE}" if field.get("date") else hint
        if schema.get("default") not in (None, [], ""):
            field["default"] = schema["default"]
        return field

    def _widget(self, name: str, value: Schema, parts: Schema) -> Field:
        if "x-reference" in value:
            return self._picked(value["x-reference"], multiple=False)
        if "$ref" in value:
            return self._part(parts[value["$ref"].rpartition("/")[2]], parts) | {"collapsed": True}
        if "enum" in value:
            return {"widget": "select", "options": _options(value)}
        match value["type"]:
            case "array":
                return self._list(name, value, parts)
            case "boolean":
                return {"widget": "boolean"}
            case "integer" | "number" as kind:
                limits = {key: value[end] for key, end in (("min", "minimum"), ("max", "maximum")) if end in value}
                return {"widget": "number", **NUMBERS[kind], **limits}
        return _text(name, value)

    def _list(self, name: str, value: Schema, parts: Schema) -> Field:
        item = value["items"]
        limits = {key: value[end] for key, end in (("min", "minItems"), ("max", "maxItems")) if end in value}
        if "x-reference" in item:
            return self._picked(item["x-reference"], multiple=True) | limits
        folded = {"widget": "list", "label_singular": ONE.get(name, name), **limits}
        if "$ref" in item:
            part = self._part(parts[item["$ref"].rpartition("/")[2]], parts)
            begun: Field = {"default": []}  # Decap begins with one of those that have a part with a default
            return folded | begun | {"fields": part["fields"], "summary": told_by(part["fields"])}
        one = {"name": name, "label": ONE.get(name, name).capitalize(), **self._widget("", item, parts)}
        return folded | {"field": one, "summary": f"{{{{fields.{name}}}}}", "collapsed": False}

    def _part(self, schema: Schema, parts: Schema) -> Field:
        return {"widget": "object", "fields": self._all(schema, parts)}

    def _picked(self, kinds: list[str], multiple: bool) -> Field:
        if kinds[0] in self.found:
            return {"widget": "relation", "multiple": multiple, **self.found[kinds[0]]}
        names = {id: name for kind in kinds for id, name in self.choices[kind].items()}
        options = [{"label": name, "value": id} for id, name in names.items()]
        return {"widget": "select", "multiple": multiple, "options": options}


def told_by(fields: Iterable[Field]) -> str:
    """A template for what one of a list says when it is folded."""
    parts = {field["name"]: field.get("fields") for field in fields}
    name = next((name for name in TOLD_BY if name in parts), next(iter(parts)))
    path = f"{name}.{inner[0]['name']}" if (inner := parts[name]) else name
    return f"{{{{fields.{path}}}}}"


def _text(name: str, value: Schema) -> Field:
    field: Field = {"widget": "text" if name in LONG else "string"}
    if isinstance(value["type"], list):
        field["date"] = True
    if "pattern" in value:
        field["pattern"] = [
            value["pattern"],
            _in_a_form(value.get("patternErrorMessage", "Skriv det på en annen måte.")),
        ]
    return field


def _options(value: Schema) -> list[Field]:
    """Choices as the field's own words explain them."""
    told = value.get("description", "")
    return [{"label": meaning(choice, told) or str(choice), "value": choice} for choice in value["enum"]]


def meaning(choice: object, told: str) -> str:
    """What the words of a field say of one of its choices, if they do."""
    found = re.search(rf"(?:^|\s){re.escape(str(choice))}: (?P<meaning>{SENTENCE})\.", told)
    return found["meaning"][:1].upper() + found["meaning"][1:] if found else ""


def _hint(told: str, choices: Iterable[object]) -> str:
    """What the field's words say beside its choices, for someone who sees a switch and not a word."""
    for choice in choices:
        told = re.sub(rf"(?:^|\s){re.escape(str(choice))}: {SENTENCE}\.", "", told)
    switches = {"true": "På", "false": "Av"}
    return _in_a_form(re.sub(r"^(true|false)\b", lambda m: switches[m[0]], " ".join(told.split())))


def _in_a_form(told: str) -> str:
    """Words to someone who writes in a file, for someone who sees no quotation marks and no lines."""
    for word in (", i hermetegn", " i hermetegn", ", eller slett linjen", '"'):
        told = told.replace(word, "")
    return told
