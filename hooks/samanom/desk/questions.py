"""What must be known of a new record, asked in the words of its fields, and answered by people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, Field, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from ..catalog import Catalog
from ..model import Ref
from ..model.base import models_in
from ..problems import did_you_mean
from ..validate import told
from .choices import Choice, choices, meant, nearly
from .fields import ordered_fields
from .forms import SENTENCE, meaning


class Unfit(Exception):
    """What is wrong with an answer, and what to write instead; with what it may have meant, to choose from."""

    def __init__(self, message: str, instead: Iterable[Choice] = ()) -> None:
        super().__init__(message)
        self.instead = tuple(instead)


@dataclass(frozen=True)
class Question:
    """One field of a new record. `path` has the field it is within, if any, before a full stop: `roles.role`."""

    path: str
    info: FieldInfo
    required: bool
    choices: tuple[Choice, ...] = ()
    several: bool = False
    """Whether each of several answers makes a part of its own."""

    @property
    def name(self) -> str:
        return self.path.rpartition(".")[2]

    @property
    def label(self) -> str:
        return self.info.title or self.name

    @property
    def help(self) -> str:
        """The field's own words, without those about choices, which are listed."""
        words = self.info.description or ""
        for choice in _literals(self.info.annotation):
            words = re.sub(rf"(?:^|\s){re.escape(choice)}: {SENTENCE}\.", "", words)
        return " ".join(words.split())

    @property
    def told(self) -> str:
        """All that one must know to answer in one line."""
        listed = _literals(self.info.annotation)
        one_of = f" En av: {', '.join(listed)}." if listed else ""
        return f"{self.label}. {self.help}{one_of}" + (" Flere: skill med komma." if self.many else "")

    @property
    def many(self) -> bool:
        return self.several or _is_list(self.info.annotation)

    def parse(self, text: str) -> Any:
        """The value that an answer means. Raises Unfit with what to write instead."""
        if not self.many:
            return self._checked(self._one(text.strip()))
        values = [self._one(part) for part in self._parts(text)]
        return [self._checked(value) for value in values] if self.several else self._checked(values)

    def _checked(self, value: Any) -> Any:
        kind: Any = Annotated[(self.info.annotation, *self.info.metadata, Field())]
        try:
            TypeAdapter(kind).validate_python(value)
        except ValidationError as invalid:
            message, help = told(invalid.errors()[0], self.label, self.help)
            raise Unfit(f"{message}. {help}".strip()) from None
        return value

    def _parts(self, text: str) -> list[str]:
        """The answers in one, parted by commas; a name may have a comma itself."""
        if self.choices and meant(text, self.choices):
            return [text.strip()]
        return [part.strip() for part in re.split("[,;]", text) if part.strip()]

    def _one(self, text: str) -> Any:
        if not self.choices:
            return int(text) if re.fullmatch(r"\d+", text) and _holds(int, self.info.annotation) else text
        found = meant(text, self.choices)
        if len(found) == 1:
            return found[0].id
        if found:
            raise Unfit(f"«{text}» kan være flere.", found)
        close = nearly(text, self.choices)
        help = "Mente du en av disse?" if close else did_you_mean(text, (each.id for each in self.choices))
        raise Unfit(f"«{text}» finnes ikke her. {help}".strip(), close)


def question(model: type[BaseModel], path: str, catalog: Catalog | None, several: bool = False) -> Question:
    """The question for one field. Without a catalog nothing can be chosen but what the field itself lists."""
    info, required = _found(model, path)
    named = [Choice(choice, meaning(choice, info.description or "") or choice) for choice in _literals(info.annotation)]
    known = choices(catalog, _referred(info.annotation)) if catalog else ()
    return Question(path, info, required, tuple(named) or known, several)


def _found(model: type[BaseModel], path: str) -> tuple[FieldInfo, bool]:
    """The field, and whether it must be there."""
    first, _, rest = path.partition(".")
    info = model.model_fields["id"] if first == "id" else ordered_fields(model)[first]
    if not rest:
        return info, info.is_required()
    inner, required = _found(next(models_in(info.annotation)), rest)
    return inner, required and info.is_required()


def _holds(wanted: type, annotation: Any) -> bool:
    return annotation is wanted or any(_holds(wanted, each) for each in get_args(annotation))


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(map(_is_list, get_args(annotation)))


def _literals(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return tuple(value for each in get_args(annotation) for value in _literals(each))


def _referred(annotation: Any) -> tuple[str, ...]:
    """The kinds that the ids in a field may be of."""
    if isinstance(annotation, type) and issubclass(annotation, Ref):
        return annotation.to
    return tuple(kind for each in get_args(annotation) for kind in _referred(each))
