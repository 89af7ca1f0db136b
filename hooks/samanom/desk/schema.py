"""JSON Schemas of every kind of file, for code editors: names, words, choices and patterns, all from the records.

Draft 7, which every version of the YAML extension for VS Code reads. `errorMessage`, `patternErrorMessage` and
`enumDescriptions` are its own: what it shows instead of English.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..model import ARTICLES, CONTENT, DATA, PROGRAMME, Article, Content, Part, Programme, Record
from .fields import ordered_fields
from .forms import MODELS, meaning

Schema = dict[str, Any]
RECORDS: Mapping[str, type[Record]] = {**DATA, PROGRAMME: Programme}
PAGES: Mapping[str, type[Content]] = {**CONTENT, ARTICLES: Article}
DRAFT = "http://json-schema.org/draft-07/schema#"
KEPT = ("type", "pattern", "patternErrorMessage", "enum", "examples")
"""What holds for a value as it stands in the record's own schema."""
LIMITS = ("minItems", "maxItems", "minimum", "maximum")
WANTED = {
    "array": "Skriv en liste: hvert ledd på egen linje med - og mellomrom, eller [a, b].",
    "boolean": "Skriv true eller false.",
    "integer": "Skriv et helt tall uten hermetegn, f.eks. 2.",
    "number": "Skriv tallet uten hermetegn og med punktum som desimaltegn, f.eks. 8.87.",
    "string": "Skriv tekst; det som ser ut som et tall, settes i hermetegn.",
}
"""What to write, by the type that a value should have."""


def schemas() -> Iterator[tuple[str, Schema]]:
    """Each kind's name, `data/people` or `content/nyheter`, and what may stand in its files or their front matter."""
    for kind, model in RECORDS.items():
        yield f"data/{kind}", _data_file(kind, model)
    for kind, page in PAGES.items():
        yield f"content/{kind}", _file(page, page.label, _record(page))


def _data_file(kind: str, model: type[Record]) -> Schema:
    record: Schema = {"$ref": f"#/definitions/{model.__name__}"}
    value: Schema = {"type": "array", "items": record, "errorMessage": WANTED["array"]}
    value["description"] = "Ett ledd for hver."
    if kind == PROGRAMME:
        value = {"allOf": [record], "description": "Alt om programmet."}
    value["title"] = model.label.capitalize()
    whole: Schema = {"type": "object", "additionalProperties": False, "required": [kind], "properties": {kind: value}}
    whole["errorMessage"] = f"Begynn filen med {kind}: på egen linje; ikke noe annet skal stå helt til venstre."
    return _file(model, f"data/{kind}.yaml", whole, {model.__name__: {"title": model.label, **_record(model)}})


def _file(model: type[Record], title: str, whole: Schema, parts: Mapping[str, Schema] | None = None) -> Schema:
    below = {name: _object(part) for name, part in model.model_json_schema().get("$defs", {}).items()}
    return {"$schema": DRAFT, "title": title, **whole, "definitions": {**(parts or {}), **below}}


def _record(model: type[Part]) -> Schema:
    return _object(model.model_json_schema())


def _object(schema: Mapping[str, Any]) -> Schema:
    """A record or a part of one, its fields in the order that files have."""
    names = list(ordered_fields(MODELS[schema["title"]]))
    required = [name for name in names if name in schema.get("required", ())]
    least = f"Disse må være med: {', '.join(required)}. " if required else ""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": {name: _field(schema["properties"][name]) for name in names},
        "errorMessage": f"{least}Felt her: {', '.join(names)}.",
    }


def _field(schema: Mapping[str, Any]) -> Schema:
    """A field that may be left out is told as it is when it is there."""
    value = next((each for each in schema.get("anyOf", ()) if each.get("type") != "null"), schema)
    about = {"title": schema["title"], "description": _told(schema, value)}
    if schema.get("default") not in (None, [], ""):
        about["default"] = schema["default"]
    return about | _value(value, schema.get("description", ""))


def _value(value: Mapping[str, Any], told: str = "") -> Schema:
    if "$ref" in value:
        return {"allOf": [{"$ref": f"#/definitions/{value['$ref'].rpartition('/')[2]}"}]}
    found = {key: value[key] for key in (*KEPT, *LIMITS) if key in value}
    if "pattern" in value:
        found.setdefault("patternErrorMessage", "Skriv en id: små bokstaver a–z, tall og bindestrek.")
    if "items" in value:
        found["items"] = _value(value["items"])
    if "enum" in value:
        found["errorMessage"] = f"Bruk en av: {', '.join(value['enum'])}."
        found["enumDescriptions"] = [meaning(choice, told) for choice in value["enum"]]
    elif isinstance(value["type"], str):
        found["errorMessage"] = WANTED[value["type"]]
    else:
        found["errorMessage"] = value["patternErrorMessage"]
    return found


def _told(schema: Mapping[str, Any], value: Mapping[str, Any]) -> str:
    """The field's own words, and for what names another record, where that is found."""
    words = " ".join(schema.get("description", "").split())
    kinds = value.get("x-reference") or value.get("items", {}).get("x-reference", ())
    places = " eller ".join(f"data/{kind}.yaml" if kind in DATA else f"content/{kind}/" for kind in kinds)
    return f"{words} Se id-ene i {places}." if places else words
