"""What every record is made of: parts that never change, references to other records, and where it was read.

The words under a field are its documentation, for editors and for those who take the data.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, get_args

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from ..dates import Period
from ..source import Origin
from .fields import SLUG, Id, Text
from .labels import label


class Part(BaseModel):
    """Anything read from a file: never changes, and refuses fields it does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        populate_by_name=True,
        field_title_generator=label,
    )

    @model_validator(mode="before")
    @classmethod
    def cleared_is_absent(cls, data: Any) -> Any:
        """Browser editors write an empty text or null where a field was cleared."""
        if not isinstance(data, dict):
            return data
        optional = {info.alias or name for name, info in cls.model_fields.items() if not info.is_required()}
        return {key: value for key, value in data.items() if not (key in optional and value in ("", None))}


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field's type holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)


class Ref(str):
    """The id of another record; `to` names the kinds it may be found in."""

    to: ClassVar[tuple[str, ...]]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strict=True))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": SLUG, "x-reference": list(cls.to)}


class KommuneId(Ref):
    to = ("kommuner",)


class ParticipantId(Ref):
    to = ("kommuner", "cooperations")


class NetworkId(Ref):
    to = ("networks",)


class PersonId(Ref):
    to = ("people",)


class ThemeId(Ref):
    to = ("themes",)


class ProjectId(Ref):
    to = ("projects",)


class OrganId(Ref):
    to = ("organs",)


class SourceId(Ref):
    to = ("sources",)


class NewsId(Ref):
    to = ("nyheter",)


class Record(Part):
    """Something with an id, a file it was read from, and a page or an anchor of its own."""

    label: ClassVar[str]
    """What the kind is called in messages."""

    id: Id
    """Navnet i adresser og henvisninger. Endres aldri."""
    updated: Period | None = None
    """Når innholdet sist ble endret i sak."""
    note: Text | None = None
    """Hvorfor noe står slik det gjør."""
    _origin: Origin

    def model_post_init(self, context: Any) -> None:
        self._origin = context

    @property
    def origin(self) -> Origin:
        """The file it was read from, and its place there."""
        return self._origin


class Bilingual(Part):
    """A name in both forms of Norwegian."""

    nb: Text
    """På bokmål."""
    nn: Text
    """På nynorsk."""

    def __getitem__(self, lang: str) -> str:
        return self.nn if lang == "nn" else self.nb


class Trilingual(Bilingual):
    """A text in every language that a page may be in."""

    en: Text
    """På engelsk."""

    def __getitem__(self, lang: str) -> str:
        return self.en if lang == "en" else super().__getitem__(lang)


class Cited(Part):
    """Anything that names where it comes from."""

    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Kildene, etter id."""
