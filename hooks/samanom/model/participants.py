"""Those who took part: kommuner, cooperations between them, networks and projects."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictInt

from ..dates import Period
from .base import Cited, KommuneId, Part, ParticipantId, PersonId, Record, SourceId, ThemeId
from .fields import KommuneNumber, Text


class Participation(Cited):
    """That a kommune took part, and what says so."""

    pulje: StrictInt
    """Puljen."""
    contradicted_by: tuple[SourceId, ...] = ()
    """Kilder som skulle nevnt det, men ikke gjør det."""
    note: Text | None = None
    """Hvordan uenigheten er forstått."""


class Fact(Cited):
    """What a source tells about the work in a kommune, too little for a page of its own."""

    text: Text
    """Én eller to setninger, i kommunens målform."""


class Kommune(Record):
    """A participant. Official facts about it come from the reference data, by its number."""

    label: ClassVar = "kommune"

    number: KommuneNumber
    """Kommunenummeret i programperioden, i hermetegn."""
    participation: Annotated[tuple[Participation, ...], Field(min_length=1)]
    """Deltakelsen, et ledd for hver pulje."""
    facts: tuple[Fact, ...] = ()
    """Det kildene forteller om arbeidet, når det er for lite til en egen side."""


class CooperationMember(Cited):
    """A kommune in a cooperation, by the sources that say so."""

    kommune: KommuneId
    """Kommunen."""
    until: Period | None = None
    """Når kommunen trakk seg."""
    note: Text | None = None
    """Hva kildene er uenige om."""


class Cooperation(Record):
    """Kommuner that took part together."""

    label: ClassVar = "samarbeid"

    name: Text
    """Navnet."""
    kind: Literal["samkommune", "regionråd", "samarbeid", "fellesprosjekt"]
    """Slaget samarbeid."""
    pulje: StrictInt
    """Puljen."""
    kommuner: Annotated[tuple[CooperationMember, ...], Field(min_length=1)]
    """Kommunene."""


class Member(Part):
    """A participant in a network."""

    participant: ParticipantId
    """Kommunen eller samarbeidet."""
    as_written: Text | None = None
    """Slik kilden skriver navnet, når det avviker."""
    note: Text | None = None
    """Hvorfor det står slik."""


class Network(Record, Cited):
    """Kommuner that meet over a theme, with a leader."""

    label: ClassVar = "nettverk"

    name: Text
    """Navnet på nettverket."""
    pulje: StrictInt
    """Puljen nettverket hører til."""
    themes: Annotated[tuple[ThemeId, ...], Field(min_length=1)]
    """Temaene."""
    members: Annotated[tuple[Member, ...], Field(min_length=1)]
    """Deltakerne, i kildens rekkefølge."""
    leaders: tuple[PersonId, ...] = ()
    """Lederne."""


class Project(Record, Cited):
    """What a participant worked on in one pulje."""

    label: ClassVar = "prosjekt"

    title: Text | None = None
    """Navnet prosjektet hadde, når en kilde oppgir det."""
    participants: Annotated[tuple[ParticipantId, ...], Field(min_length=1)]
    """Kommunene eller samarbeidet."""
    themes: tuple[ThemeId, ...] = ()
    """Temaene. Tomt når kildene ikke sier hvilke."""
    pulje: StrictInt
    """Puljen."""
    period: Period | None = None
    """Når prosjektet gikk, når det er kjent."""
