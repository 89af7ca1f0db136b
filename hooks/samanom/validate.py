"""Turn what was read into records, explaining every mistake in the editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from .load import Entry
from .model import Content, Record
from .model.base import models_in
from .model.fields import Lang
from .problems import Problem, Problems, ProblemsFound, closest, did_you_mean
from .prose import body_problems, claim_problems, guidance_problems
from .source import Origin

FILE_NAME = "Gi filen et navn med små bokstaver a–z, tall og bindestrek, f.eks. sommer-i-lom.md."


def validate(entries: Iterable[Entry]) -> tuple[tuple[str, Record], ...]:
    """Each entry's kind and record. Raises ProblemsFound with the mistakes of all of them."""
    problems, records = Problems(), []
    for entry in entries:
        with problems.collected():
            records.append((entry.kind, to_record(entry.model, entry.data, entry.origin)))
    problems.stop_if_any()
    return tuple(records)


def to_record(model: type[Record], data: Any, origin: Origin) -> Record:
    """Raises ProblemsFound with all that is wrong in the fields, and in the text below them."""
    problems = Problems()
    if issubclass(model, Content):
        lang = data.get("lang") if data.get("lang") in get_args(Lang) else "nb"
        problems += body_problems(origin.file, model, lang)
    try:
        record = model.model_validate(data, context=origin)
    except ValidationError as invalid:
        problems += _explained(model, invalid.errors(include_url=False), origin)
        raise ProblemsFound(problems) from None
    if isinstance(record, Content):
        problems += claim_problems(record)
        problems += guidance_problems(record)
    problems.stop_if_any()
    return record


def _explained(model: type[BaseModel], errors: list[ErrorDetails], origin: Origin) -> Iterator[Problem]:
    unknown = {error["loc"] for error in errors if error["type"] == "extra_forbidden"}
    for error in errors:
        if not (error["type"] == "missing" and _misspelt(error["loc"], unknown)) and not _long_enough(error):
            yield _explain(model, error, origin)


def _misspelt(missing: tuple[int | str, ...], unknown: Iterable[tuple[int | str, ...]]) -> bool:
    """Whether a missing field is there under a name that is nearly right."""
    names = [str(loc[-1]) for loc in unknown if loc[:-1] == missing[:-1]]
    return any(closest(name, [str(missing[-1])]) for name in names)


def _long_enough(error: ErrorDetails) -> bool:
    """Whether a list is called short only because some of it, reported by itself, was not counted."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _explain(model: type[BaseModel], error: ErrorDetails, origin: Origin) -> Problem:
    keys = error["loc"]
    for key in keys:
        origin = origin / key
    field, parent = _field(model, keys)
    if keys == ("id",) and issubclass(model, Content):
        return origin.problem(f"filnavnet «{error['input']}» kan ikke være en adresse", FILE_NAME)
    name = next((key for key in reversed(keys) if isinstance(key, str)), getattr(model, "label", ""))
    about = (field.description or "").replace("\n", " ") if field else ""
    if error["input"] is None and error["type"] not in ("missing", "extra_forbidden"):
        what = "Fyll ut" if field and field.is_required() else "Fyll ut, eller slett linjen"
        return origin.problem(f"«{name}» er tomt", f"{what}. {about}".strip())
    context = error.get("ctx", {})
    where = origin / context["field"] if "field" in context else origin
    match error["type"]:
        case "extra_forbidden":
            return where.problem(*_unknown_field(name, parent))
        case "model_type" | "model_attributes_type":
            return where.problem(f"«{name}» skal ha felt under seg", f"Skriv {_required(field, model)}.")
    return where.problem(*told(error, name, about))


def _unknown_field(name: str, parent: type[BaseModel]) -> tuple[str, str]:
    hidden = "id" if issubclass(parent, Content) else ""
    known = [info.alias or key for key, info in parent.model_fields.items() if key != hidden]
    return f"«{name}» er ikke et felt her", did_you_mean(name, known, f"Felt her: {', '.join(known)}.")


def told(error: ErrorDetails, name: str, about: str) -> tuple[str, str]:
    """What is wrong with a field's own value, and what to write."""
    value, context = error["input"], error.get("ctx", {})
    match error["type"]:
        case "missing":
            return f"«{name}» mangler", f"Legg til {name}: {about}"
        case "literal_error":
            choices = re.findall(r"'([^']+)'", str(context["expected"]))
            return f"«{name}» kan ikke være «{value}»", _choice(value, choices, about)
        case "tuple_type":
            return f"«{name}» skal være en liste", "Begynn hvert ledd på egen linje med - og mellomrom."
        case "string_type":
            return f"«{name}» skal være tekst", f'Skriv "{value}" i hermetegn.' if _plain(value) else about
        case "int_type" | "int_from_float":
            return f"«{name}» skal være et helt tall", f"Skriv det uten hermetegn, f.eks. 2. {about}"
        case "bool_type":
            return f"«{name}» skal være true eller false", about
        case "too_short":
            least = context["min_length"]
            return f"«{name}» har for få ledd", f"Skriv minst {least if least > 1 else 'ett'}. {about}"
        case "too_long":
            return f"«{name}» har for mange ledd", f"Skriv høyst {context['max_length']}. {about}"
        case "greater_than_equal" | "less_than_equal":
            return f"«{name}» kan ikke være {value}", about
        case "string_pattern_mismatch":
            return f"«{name}» kan ikke være «{value}»", "Bruk små bokstaver a–z, tall og bindestrek."
    return error["msg"], str(context.get("help", about))


def _choice(value: object, choices: list[str], about: str) -> str:
    """The closest one; or else what each of them means, where the field's own words tell."""
    told = all(f"{choice}:" in about for choice in choices) and not closest(value, choices)
    return f"Bruk en av disse. {about}" if told else did_you_mean(value, choices)


def _plain(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _field(model: type[BaseModel], keys: tuple[int | str, ...]) -> tuple[FieldInfo | None, type[BaseModel]]:
    """The field that the keys lead to, and the model it belongs to."""
    field, parent = None, model
    for key in keys:
        if isinstance(key, str):
            parent = next(models_in(field.annotation), parent) if field else parent
            field = next((info for name, info in parent.model_fields.items() if key in (name, info.alias)), None)
    return field, parent


def _required(field: FieldInfo | None, model: type[BaseModel]) -> str:
    """The fields a part, or the whole record, must have, as an editor writes them."""
    part = next(models_in(field.annotation), model) if field else model
    return ", ".join(f"{info.alias or name}: …" for name, info in part.model_fields.items() if info.is_required())
