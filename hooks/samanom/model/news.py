"""Pages about something on a date: temadager, news, and the newsletters that gather it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StrictBool, StrictInt, model_validator

from ..dates import Period
from .base import Cited, KommuneId, NetworkId, NewsId, Part, ThemeId
from .content import Content
from .fields import Bound, Text, mistake


class Count(Part):
    """How many, as exactly as the source has it."""

    value: StrictInt
    """Antallet."""
    bound: Bound = "exact"
    """exact: nøyaktig. about: omtrent. max: høyst. min: minst."""


class Temadag(Cited, Content):
    """A day on a theme that a kommune held, for others to learn from."""

    label: ClassVar = "temadag"
    folder: ClassVar = "temadager"

    kommuner: Annotated[tuple[KommuneId, ...], Field(min_length=1)]
    """Kommunene som holdt den."""
    date: Period
    """Dagen, så nøyaktig som den er kjent."""
    inferred: StrictBool = False
    """true når året er regnet ut av en ukedag eller sammenhengen."""
    place: Text | None = None
    """Stedet."""
    audience: Text | None = None
    """Hvem som kom."""
    participants: Count | None = None
    """Hvor mange som kom."""
    themes: tuple[ThemeId, ...] = ()
    """Temaene."""
    programme: tuple[Text, ...] = ()
    """Programmet for dagen, et ledd for hver post."""


class News(Cited, Content):
    """Something that happened, on a date."""

    label: ClassVar = "nyhet"
    folder: ClassVar = "nyheter"

    date: Period
    """Dagen, så nøyaktig som den er kjent."""
    inferred: StrictBool = False
    """true når året er regnet ut av en ukedag eller sammenhengen."""
    kommuner: tuple[KommuneId, ...] = ()
    """Kommunene det gjelder."""
    networks: tuple[NetworkId, ...] = ()
    """Nettverkene det gjelder."""
    puljer: tuple[StrictInt, ...] = ()
    """Puljene det gjelder."""
    themes: tuple[ThemeId, ...] = ()
    """Temaene."""


class Newsletter(Content):
    """An issue of the newsletter. What the secretariat itself tells in it needs no source."""

    label: ClassVar = "nyhetsbrev"
    folder: ClassVar = "nyhetsbrev"

    year: StrictInt
    """Årgangen."""
    number: StrictInt
    """Nummeret i årgangen."""
    date: Period
    """Når det ble sendt."""
    inferred: StrictBool = False
    """true når datoen er regnet ut av sammenhengen."""
    articles: tuple[NewsId, ...] = ()
    """Nyhetene i brevet. Egen tekst skrives under feltene."""

    @model_validator(mode="after")
    def id_is_year_and_number(self) -> Newsletter:
        if self.id != f"{self.year}-{self.number}":
            help = f"Gi filen navnet {self.year}-{self.number}.md."
            raise mistake("filnavnet «{value}» stemmer ikke med år og nummer", help, value=self.id)
        return self
