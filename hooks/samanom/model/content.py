"""What people write: Markdown with front matter. A page's id is its file's name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from ..dates import Period
from ..source import code_blanked
from .base import (
    KommuneId,
    NetworkId,
    NewsId,
    OldPath,
    Part,
    ParticipantId,
    Path,
    ProjectId,
    Record,
    SourceId,
    Text,
    ThemeId,
)
from .knowledge import Bound, Indicator, KeyFigure, Lang

Headings = Mapping[str, Mapping[str, str]]
"""Heading in each målform, by the section's name."""


@dataclass(frozen=True)
class Section:
    """A piece of a page under a heading the model knows."""

    name: str
    heading: str
    text: str
    """The Markdown below the heading."""


class Content(Record):
    """A page that someone wrote."""

    folder: ClassVar[str]
    """Where the files lie in `content/`, and the first part of the address."""
    headings: ClassVar[Headings] = {}
    """The only headings of the second level allowed, where the model fixes them."""
    parts: ClassVar[Headings] = {}
    """The only headings of the third level allowed, likewise."""

    title: Text
    """Overskriften på siden."""
    lang: Lang
    """Målformen: nb eller nn."""
    summary: Text
    """Hva siden forteller, i én–to setninger. Vises i lister og søk."""
    sources: tuple[SourceId, ...] = ()
    """Kildene, etter id."""
    checked: Period | None = None
    """Når noen sist kontrollerte innholdet."""
    draft: StrictBool = False
    """true mens siden ikke skal vises."""

    @property
    def address(self) -> str:
        """From the file's name, without the first slash: `nyheter/ny-avtale/`."""
        path = self.origin.file.name.removeprefix("content/").removesuffix(".md")
        return f"{path}/".removesuffix("index/")

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return self.origin.file.text[self.origin.file.body_start :]

    @property
    def sections(self) -> tuple[Section, ...]:
        """The body cut at its headings of the second level; those the model does not know are left out."""
        names = {heading[self.lang]: name for name, heading in self.headings.items()}
        found = list(re.finditer(r"^##[ \t]+(?P<title>.+?)[ \t#]*$", code_blanked(self.body), re.MULTILINE))
        ends = [*(heading.start() for heading in found[1:]), len(self.body)]
        return tuple(
            Section(names[heading["title"]], heading["title"], self.body[heading.end() : end].strip())
            for heading, end in zip(found, ends, strict=False)
            if heading["title"] in names
        )


class Article(Content):
    """A page of running text: handbook, about, help."""

    label: ClassVar = "side"
    folder: ClassVar = ""

    lang: Literal["nb", "nn", "en"]  # type: ignore[assignment]  # only an article may be in English
    """Språket: nb, nn, eller en for en side på engelsk."""
    order: StrictInt = 100
    """Plassen i rekken av sider; den laveste først."""

    @property
    def is_entrance(self) -> bool:
        """Whether it stands first in its folder, or alone: a page the home page leads to."""
        return self.address.count("/") == 1


class ThemeText(Content):
    """What the theme page says beyond the record."""

    label: ClassVar = "temaside"
    folder: ClassVar = "tema"


class ExampleParticipant(Part):
    """Who the example comes from."""

    participant: ParticipantId
    """Kommunen eller samarbeidet."""
    until: Period | None = None
    """Når deltakeren trakk seg."""
    note: Text | None = None
    """Noe leseren må vite om deltakelsen."""


class Example(Content):
    """What a participant tried and what came of it."""

    label: ClassVar = "eksempel"
    folder: ClassVar = "eksempler"
    headings: ClassVar = {
        "behov": {"nb": "Behov", "nn": "Behov"},
        "mal": {"nb": "Mål", "nn": "Mål"},
        "tiltak": {"nb": "Tiltak", "nn": "Tiltak"},
        "resultat": {"nb": "Resultat", "nn": "Resultat"},
        "forankring": {"nb": "Forankring", "nn": "Forankring"},
        "ikke": {"nb": "Hva gikk ikke", "nn": "Kva gjekk ikkje"},
        "rad": {"nb": "Råd til andre", "nn": "Råd til andre"},
    }
    parts: ClassVar = {
        "folkevalgte": {"nb": "Folkevalgte", "nn": "Folkevalde"},
        "ledelse": {"nb": "Ledelse", "nn": "Leiing"},
        "tillitsvalgte": {"nb": "Tillitsvalgte", "nn": "Tillitsvalde"},
    }
    """Headings of the third level under Forankring."""

    participants: Annotated[tuple[ExampleParticipant, ...], Field(min_length=1)]
    """Hvem eksempelet kommer fra."""
    project: ProjectId | None = None
    """Prosjektet det hører til."""
    themes: Annotated[tuple[ThemeId, ...], Field(min_length=1)]
    """Temaene."""
    relation: Literal["before", "during", "after", "unproven"]
    """before: før programmet. during: i programmet. after: etter. unproven: det er ikke vist at det hører til."""
    documentation: Literal["malt", "rapportert", "underveis"]
    """malt: tall før og etter. rapportert: resultat fortalt, uten tallpar. underveis: mål og tiltak kjent."""
    indicators: tuple[Indicator, ...] = ()
    """Det som er målt."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Kildene, etter id."""

    @model_validator(mode="after")
    def sources_are_complete(self) -> Example:
        used = {point.source for indicator in self.indicators for point in indicator.points}
        if missing := sorted(used - set(self.sources)):
            problem = {"value": missing[0], "help": "Legg den til i sources.", "field": "sources"}
            raise PydanticCustomError("sources", "kilden «{value}» er brukt i indicators, men mangler her", problem)
        return self

    @model_validator(mode="after")
    def documentation_holds(self) -> Example:
        pairs = [{point.role for point in indicator.points} for indicator in self.indicators]
        if self.documentation == "malt" and not any({"baseline", "result"} <= roles for roles in pairs):
            help = "Legg inn et punkt før og et etter i indicators, eller skriv rapportert."
            raise PydanticCustomError(
                "documentation", "malt krever tall både før og etter", {"help": help, "field": "documentation"}
            )
        return self


class Count(Part):
    """How many, as exactly as the source has it."""

    value: StrictInt
    """Antallet."""
    bound: Bound = "exact"
    """exact: nøyaktig. about: omtrent. max: høyst. min: minst."""


class Temadag(Content):
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
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Kildene, etter id."""


class News(Content):
    """Something that happened, on a date."""

    label: ClassVar = "nyhet"
    folder: ClassVar = "nyheter"

    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Kildene, etter id."""

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
    """An issue of the newsletter."""

    label: ClassVar = "nyhetsbrev"
    folder: ClassVar = "nyhetsbrev"

    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Kildene, etter id."""

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
            problem = {"value": self.id, "help": f"Gi filen navnet {self.year}-{self.number}.md."}
            raise PydanticCustomError("id", "filnavnet «{value}» stemmer ikke med år og nummer", problem)
        return self


class KnowledgeStatus(Content):
    """What is known about a theme, and what is not."""

    label: ClassVar = "kunnskapsstatus"
    folder: ClassVar = "kunnskapsstatus"
    headings: ClassVar = {
        "kjent": {"nb": "Hva vi vet", "nn": "Kva vi veit"},
        "ukjent": {"nb": "Hva vi ikke vet", "nn": "Kva vi ikkje veit"},
        "rad": {"nb": "Hva forskningen råder til", "nn": "Kva forskinga rår til"},
        "begreper": {"nb": "Begreper", "nn": "Omgrep"},
        "sammenligning": {"nb": "Hva som ikke kan sammenlignes", "nn": "Kva som ikkje kan samanliknast"},
        "les": {"nb": "Les mer", "nn": "Les meir"},
    }

    theme: ThemeId
    """Temaet. Filen heter det samme."""
    figures: tuple[KeyFigure, ...] = ()
    """Nøkkeltallene."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Kildene, etter id."""


class Redirect(Record):
    """An address that has moved."""

    label: ClassVar = "omdirigering"

    old: OldPath
    """Adressen som var."""
    new: Path
    """Adressen som er."""
