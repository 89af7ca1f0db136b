"""What every record is made of: parts that never change, and the types of their fields.

A type says in Norwegian what is wrong with a value and gives an example; the words under a field are its
documentation, for editors and for those who take the data.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ..dates import Period, as_typed
from ..source import Origin

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PRIVATE_MAIL = frozenset(
    {
        "gmail.com", "online.no", "hotmail.com", "hotmail.no", "live.no", "outlook.com", "yahoo.com", "yahoo.no",
        "icloud.com", "me.com", "broadpark.no", "frisurf.no", "c2i.net", "start.no", "getmail.no", "lyse.net",
    }
)  # fmt: skip
"""Providers whose addresses belong to people, not to an organisation."""


class Part(BaseModel):
    """Anything read from a file: never changes, and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def cleared_is_absent(cls, data: Any) -> Any:
        """Browser editors write an empty text or null where a field was cleared."""
        if not isinstance(data, dict):
            return data
        optional = {info.alias or name for name, info in cls.model_fields.items() if not info.is_required()}
        return {key: value for key, value in data.items() if not (key in optional and value in ("", None))}


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


def checked(pattern: str, message: str, help: str) -> Callable[[str], str]:
    """A validator: text that matches the pattern, or else the message and what to write."""
    compiled = re.compile(pattern.replace("$", r"\Z"))

    def check(value: str) -> str:
        if not compiled.search(value):
            raise PydanticCustomError("text", message, {"value": value, "help": help})
        return value

    return check


def _organisation_mail(value: str) -> str:
    if value.rpartition("@")[2].lower() in PRIVATE_MAIL:
        help = "Slett linjen: bare adresser hos en organisasjon skal stå her."
        raise PydanticCustomError("private", "«{value}» er en privat adresse", {"value": value, "help": help})
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        problem = {
            "value": as_typed(value),
            "help": "Skriv tallet uten hermetegn og med punktum som desimaltegn, f.eks. 8.87.",
        }
        raise PydanticCustomError("number", "«{value}» er ikke et tall", problem)
    return float(value)


Text = Annotated[str, AfterValidator(checked(r"\S", "teksten er tom", "Skriv noe, eller slett linjen."))]
Id = Annotated[
    str,
    AfterValidator(
        checked(SLUG, "«{value}» kan ikke være en id", "Bruk små bokstaver a–z, tall og bindestrek, f.eks. ny-avtale.")
    ),
]
Url = Annotated[
    str,
    AfterValidator(
        checked(
            r"^https?://[^\s/<>\"']+\.[^\s<>\"']+$",
            "«{value}» er ingen nettadresse",
            "Skriv hele, f.eks. https://eksempel.no/side.",
        )
    ),
]
Site = Annotated[
    str,
    AfterValidator(
        checked(
            r"^https?://[^\s/<>\"']+\.[^\s/<>\"']+(/[^\s/<>\"']+)*/$",
            "«{value}» er ikke adressen til et nettsted",
            "Skriv den med skråstrek til slutt: https://eksempel.no/.",
        )
    ),
]
OldPath = Annotated[
    str,
    AfterValidator(
        checked(
            r"^/([\w.-]+/)*([\w.-]+\.html?)?$",
            "«{value}» er ingen adresse her",
            "Skriv den slik: /nyheter/ny-avtale/.",
        )
    ),
]
FilePath = Annotated[
    str,
    AfterValidator(
        checked(r"^(/[A-Za-z0-9._-]+)+$", "«{value}» er ingen fil her", "Skriv veien: /dokumenter/mal.odt.")
    ),
]
Path = Annotated[
    str,
    AfterValidator(
        checked(r"^/([a-z0-9-]+/)*$", "«{value}» er ingen adresse her", "Skriv den slik: /nyheter/ny-avtale/.")
    ),
]
Email = Annotated[
    str,
    AfterValidator(
        checked(
            r"^[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$",
            "«{value}» er ingen e-postadresse",
            "Skriv den slik: fornavn.etternavn@eksempel.no.",
        )
    ),
    AfterValidator(_organisation_mail),
]
Phone = Annotated[
    str,
    AfterValidator(
        checked(
            r"^(\d ?){8}(?<=\d)$|^\+(\d ?){8,15}(?<=\d)$",
            "«{value}» er ikke et telefonnummer",
            "Skriv åtte sifre, f.eks. 22 24 90 90.",
        )
    ),
]
KommuneNumber = Annotated[
    str,
    AfterValidator(
        checked(r"^\d{4}$", "«{value}» er ikke et kommunenummer", 'Skriv fire sifre i hermetegn, f.eks. "0301".')
    ),
]
Colour = Annotated[
    str, AfterValidator(checked(r"^#[0-9a-f]{6}$", "«{value}» er ingen farge", 'Skriv den slik: "#ad2e28".'))
]
Number = Annotated[float, BeforeValidator(_number)]


def words(most: int) -> AfterValidator:
    """At most so many words: quotations are short by agreement."""

    def check(value: str) -> str:
        count = len(value.split())
        if count > most:
            problem = {"count": count, "most": most, "help": "Kutt til det som bærer tallet eller meningen."}
            raise PydanticCustomError("words", "sitatet har {count} ord; høyst {most} er lov", problem)
        return value

    return AfterValidator(check)


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


class Cited(Part):
    """Anything that names where it comes from."""

    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Kildene, etter id."""
