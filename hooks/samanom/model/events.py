"""What happened when: events on a date, and the activities of the schedule."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt, model_validator

from ..dates import Period
from .base import Cited, KommuneId, NetworkId, Record
from .fields import Text, mistake

EventKind = Literal[
    "nettverkssamling", "prosjektledersamling", "temadag", "konferanse", "søknadsfrist", "rapportering", "møte"
]


DEADLINES = ("søknadsfrist", "rapportering")
"""The kinds by which something is to be done, rather than attended."""


class Event(Record, Cited):
    """A meeting, a deadline or a gathering."""

    label: ClassVar = "hendelse"

    title: Text
    """Hva det er."""
    kind: EventKind
    """Slaget."""
    start: Period
    """Dagen, eller så nøyaktig som kilden har det."""
    end: Period | None = None
    """Siste dag, når det varte i flere."""
    time: Text | None = None
    """Klokkeslett, f.eks. "08.30–16.00"."""
    inferred: StrictBool = False
    """true når året er regnet ut av en ukedag eller sammenhengen."""
    planned: StrictBool = False
    """true når kilden sier at det skulle skje, ikke at det skjedde."""
    networks: tuple[NetworkId, ...] = ()
    """Nettverkene det gjaldt."""
    puljer: tuple[StrictInt, ...] = ()
    """Puljene det gjaldt."""
    kommuner: tuple[KommuneId, ...] = ()
    """Kommunene som holdt det."""
    place: Text | None = None
    """Stedet."""

    @property
    def is_deadline(self) -> bool:
        return self.kind in DEADLINES

    @model_validator(mode="after")
    def ends_after_it_starts(self) -> Event:
        first, last = self.start.start, self.end and self.end.end
        if self.end and not (first and last and dt.timedelta() <= last - first < dt.timedelta(days=400)):
            help = "Skriv end lik eller senere enn start."
            span = {"start": str(self.start), "end": str(self.end)}
            raise mistake("fra {start} til {end} er ingen hendelse", help, field="end", **span)
        return self


class Activity(Record, Cited):
    """A bar of the schedule."""

    label: ClassVar = "aktivitet"

    name: Text
    """Hva som skulle gjøres."""
    responsible: Text
    """Hvem som hadde ansvaret."""
    periods: Annotated[tuple[Period, ...], Field(min_length=1)]
    """Når."""
    milestone: StrictBool = False
    """true når det var ett tidspunkt, ikke en periode."""
