"""The types of fields. Each says in Norwegian what is wrong with a value, and gives an example."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, LiteralString

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ..dates import as_typed

SHORTER = "Kutt til det som bærer tallet eller meningen."
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PRIVATE_MAIL = frozenset(
    {
        "gmail.com", "online.no", "hotmail.com", "hotmail.no", "live.no", "outlook.com", "yahoo.com", "yahoo.no",
        "icloud.com", "me.com", "broadpark.no", "frisurf.no", "c2i.net", "start.no", "getmail.no", "lyse.net",
    }
)  # fmt: skip
"""Providers whose addresses belong to people, not to an organisation."""


def mistake(message: LiteralString, help: str, **about: object) -> PydanticCustomError:
    """What a validator raises. `about` fills the message; `field` is the one at fault where that is another."""
    return PydanticCustomError("mistake", message, {"help": help, **about})


@dataclass(frozen=True)
class Rule:
    """What a text must be. The pattern and the help tell it to programs and to those who fill in a form."""

    check: Callable[[str], str]
    pattern: str
    help: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return handler(schema) | {"pattern": self.pattern, "patternErrorMessage": self.help}


def matching(pattern: str, message: LiteralString, help: str) -> Rule:
    """Text that matches the pattern, or else the message and what to write."""
    compiled = re.compile(pattern.replace("$", r"\Z"))

    def check(value: str) -> str:
        if not compiled.search(value):
            raise mistake(message, help, value=value)
        return value

    return Rule(check, pattern, help)


def words(most: int) -> Rule:
    """At most so many words: quotations are short by agreement."""

    def check(value: str) -> str:
        count = len(value.split())
        if count > most:
            raise mistake("sitatet har {count} ord; høyst {most} er lov", SHORTER, count=count, most=most)
        return value

    return Rule(check, rf"^\s*(\S+\s+){{0,{most - 1}}}\S+\s*$", f"Høyst {most} ord. {SHORTER}")


def _organisation_mail(value: str) -> str:
    if value.rpartition("@")[2].lower() in PRIVATE_MAIL:
        help = "Slett linjen: bare adresser hos en organisasjon skal stå her."
        raise mistake("«{value}» er en privat adresse", help, value=value)
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        help = "Skriv tallet uten hermetegn og med punktum som desimaltegn, f.eks. 8.87."
        raise mistake("«{value}» er ikke et tall", help, value=as_typed(value))
    return float(value)


Text = Annotated[str, matching(r"\S", "teksten er tom", "Skriv noe, eller slett linjen.")]
Id = Annotated[
    str,
    matching(SLUG, "«{value}» kan ikke være en id", "Bruk små bokstaver a–z, tall og bindestrek, f.eks. ny-avtale."),
]
Url = Annotated[
    str,
    matching(
        r"^https?://[^\s/<>\"']+\.[^\s<>\"']+$",
        "«{value}» er ingen nettadresse",
        "Skriv hele, f.eks. https://eksempel.no/side.",
    ),
]
Site = Annotated[
    str,
    matching(
        r"^https?://[^\s/<>\"']+\.[^\s/<>\"']+(/[^\s/<>\"']+)*/$",
        "«{value}» er ikke adressen til et nettsted",
        "Skriv den med skråstrek til slutt: https://eksempel.no/.",
    ),
]
OldPath = Annotated[
    str,
    matching(
        r"^/([\w.-]+/)*([\w.-]+\.html?)?$", "«{value}» er ingen adresse her", "Skriv den slik: /nyheter/ny-avtale/."
    ),
]
FilePath = Annotated[
    str,
    matching(r"^(/[A-Za-z0-9._-]+)+$", "«{value}» er ingen fil her", "Skriv veien: /dokumenter/mal.odt."),
]
Path = Annotated[
    str,
    matching(r"^/([a-z0-9-]+/)*$", "«{value}» er ingen adresse her", "Skriv den slik: /nyheter/ny-avtale/."),
]
Email = Annotated[
    str,
    matching(
        r"^[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$",
        "«{value}» er ingen e-postadresse",
        "Skriv den slik: fornavn.etternavn@eksempel.no.",
    ),
    AfterValidator(_organisation_mail),
]
Phone = Annotated[
    str,
    matching(
        r"^(\d ?){8}(?<=\d)$|^\+(\d ?){8,15}(?<=\d)$",
        "«{value}» er ikke et telefonnummer",
        "Skriv åtte sifre, f.eks. 22 24 90 90.",
    ),
]
KommuneNumber = Annotated[
    str,
    matching(r"^\d{4}$", "«{value}» er ikke et kommunenummer", 'Skriv fire sifre i hermetegn, f.eks. "0301".'),
]
Colour = Annotated[str, matching(r"^#[0-9a-f]{6}$", "«{value}» er ingen farge", 'Skriv den slik: "#ad2e28".')]
Number = Annotated[float, BeforeValidator(_number)]
LocalId = Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
"""Tells the parts of one record apart."""
Bound = Literal["exact", "about", "max", "min"]
Lang = Literal["nb", "nn"]
