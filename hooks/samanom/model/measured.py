"""Numbers with the words of the source that they stand in, and what is measured before and after."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool, model_validator

from ..dates import Period
from ..numbers import numbers_in
from .base import Part, SourceId, ThemeId
from .fields import Bound, LocalId, Number, Text, mistake, words


class Evidence(Part):
    """A number, when it holds for, and the words of the source that it stands in."""

    value: Number
    """Tallet, med punktum som desimaltegn."""
    period: Period | None = None
    """Når tallet gjelder for."""
    period_note: Text | None = None
    """Hva kilden sier om tiden når den ikke oppgir dato."""
    source: SourceId
    """Kilden."""
    evidence: Annotated[Text, words(25)]
    """Kildens egne ord, høyst 25, med tallet i."""

    @property
    def is_dated(self) -> bool:
        return self.period is not None and self.period.start is not None

    @model_validator(mode="after")
    def time_is_told(self) -> Evidence:
        if not self.is_dated and self.period_note is None:
            help = "Skriv period, eller period_note: dato ikke oppgitt i kilden."
            raise mistake("tallet mangler tid", help)
        return self

    @model_validator(mode="after")
    def value_stands_in_evidence(self) -> Evidence:
        year = {float(self.period.year)} if self.period and self.period.year else set()
        if abs(self.value) not in numbers_in(self.evidence) - year:
            written = f"{self.value:f}".rstrip("0").rstrip(".").replace(".", ",")
            help = "Siter setningen der tallet står, eller rett tallet."
            raise mistake("tallet {value} står ikke i evidence", help, value=written, field="evidence")
        return self


class Point(Evidence):
    """One value of an indicator."""

    role: Literal["baseline", "target", "result"]
    """baseline: før. target: mål. result: etter."""
    kind: Literal["level", "change", "relative", "unclear"] = "level"
    """level: et nivå. change: en endring i samme enhet. relative: en endring i prosent av utgangspunktet.
    unclear: en endring der kilden ikke sier om det er prosent eller prosentpoeng."""
    bound: Bound = "exact"
    """exact: nøyaktig. about: omtrent. max: høyst. min: minst."""


class Indicator(Part):
    """Something measured, with its values before, as a goal, and after."""

    id: LocalId
    """Unik på siden."""
    name: Text
    """Hva som er målt."""
    scope: Text | None = None
    """Hvem eller hvor det er målt, når det ikke er alle."""
    unit: Text
    """Enheten, f.eks. prosent."""
    themes: tuple[ThemeId, ...] = ()
    """Temaene tallet hører til, når det ikke er alle temaene på siden."""
    better: Literal["lower", "higher"]
    """Hva som er bedre. lower: at tallet blir lavere. higher: at det blir høyere."""
    points: Annotated[tuple[Point, ...], Field(min_length=1)]
    """Målepunktene."""
    comparable: StrictBool = True
    """false når punktene ikke uten videre kan sammenlignes."""
    comparable_note: Text | None = None
    """Hvorfor de ikke kan sammenlignes."""

    @model_validator(mode="after")
    def result_is_no_target(self) -> Indicator:
        goals = [point for point in self.points if point.role == "target"]
        for result in (point for point in self.points if point.role == "result"):
            if any(same_claim(result, goal) for goal in goals):
                help = "Et mål er ikke et resultat: slett det ene punktet, eller rett det."
                raise mistake("et resultat er likt målet, fra samme kilde og tid", help)
        return self

    @model_validator(mode="after")
    def unlike_parts_of_the_year_are_told(self) -> Indicator:
        parts = {point.period.part_of_year for point in self.points if point.role != "target" and point.period} - {None}
        if self.comparable and len(parts) > 1:
            help = "Fraværet svinger gjennom året: skriv comparable: false, og grunnen i comparable_note."
            raise mistake("tallene gjelder ulike deler av året", help)
        return self

    @model_validator(mode="after")
    def unit_is_that_of_the_level(self) -> Indicator:
        if self.unit == "prosentpoeng":
            help = "Skriv unit: prosent, og kind: change på punktet."
            raise mistake("prosentpoeng er en endring, ikke en enhet", help, field="unit")
        return self

    @model_validator(mode="after")
    def reason_is_told(self) -> Indicator:
        if not self.comparable and not self.comparable_note:
            help = "Skriv grunnen i comparable_note."
            raise mistake("det står ikke hvorfor punktene ikke kan sammenlignes", help, field="comparable")
        return self


class KeyFigure(Evidence):
    """A number that a knowledge status rests on."""

    name: Text
    """Hva tallet er."""
    unit: Text
    """Enheten."""


def same_claim(one: Point, other: Point) -> bool:
    """Whether two points say the same of the same time, from the same source."""
    a, b = one.period, other.period
    overlap = a and b and a.start and b.end and b.start and a.end and a.start <= b.end and b.start <= a.end
    same_time = overlap or (not one.is_dated and not other.is_dated)
    return bool(same_time) and (one.value, one.source) == (other.value, other.source)
