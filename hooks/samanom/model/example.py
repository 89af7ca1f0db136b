"""What a participant tried and what came of it, told so that others can learn from it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from ..dates import Period
from .base import Cited, Part, ParticipantId, ProjectId, ThemeId
from .content import Content
from .fields import Text, mistake
from .measured import Indicator


class ExampleParticipant(Part):
    """Who the example comes from."""

    participant: ParticipantId
    """Kommunen eller samarbeidet."""
    until: Period | None = None
    """Når deltakeren trakk seg."""
    note: Text | None = None
    """Noe leseren må vite om deltakelsen."""


class Example(Cited, Content):
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

    @property
    def stayed(self) -> tuple[ExampleParticipant, ...]:
        """Those whose results it tells: who did not withdraw, or all when nobody stayed."""
        return tuple(each for each in self.participants if each.until is None) or self.participants

    @model_validator(mode="after")
    def sources_are_complete(self) -> Example:
        used = {point.source for indicator in self.indicators for point in indicator.points}
        if missing := sorted(used - set(self.sources)):
            message, help = "kilden «{value}» er brukt i indicators, men mangler her", "Legg den til i sources."
            raise mistake(message, help, value=missing[0], field="sources")
        return self

    @model_validator(mode="after")
    def documentation_holds(self) -> Example:
        pairs = [{point.role for point in indicator.points} for indicator in self.indicators]
        if self.documentation == "malt" and not any({"baseline", "result"} <= roles for roles in pairs):
            help = "Legg inn et punkt før og et etter i indicators, eller skriv rapportert."
            raise mistake("malt krever tall både før og etter", help, field="documentation")
        return self
