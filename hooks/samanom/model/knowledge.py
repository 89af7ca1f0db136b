"""What is known and how: sources, disagreements, measured values, quotations, terms and documents."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from ..dates import Period
from .base import (
    Bilingual,
    Cited,
    FilePath,
    KommuneId,
    NetworkId,
    Number,
    Part,
    Record,
    SourceId,
    Text,
    ThemeId,
    Url,
    words,
)

Bound = Literal["exact", "about", "max", "min"]
Lang = Literal["nb", "nn"]


class SourceRecord(Record):
    """A document, a page or a statistic that something on the site rests on."""

    label: ClassVar = "kilde"

    title: Text
    """Tittelen."""
    short: Text
    """Kort navn i løpende tekst, f.eks. heftet fra 2013."""
    publisher: Text
    """Den som ga det ut."""
    year: Period
    """Når det kom, så nøyaktig som det er kjent."""
    address: Url | None = None
    """Nettadressen. Tomt når dokumentet ikke er funnet på nett."""
    kind: Literal["programme", "kommune", "research", "statistics", "media", "party"]
    """programme: programmet selv. kommune: kommunens egen side. research: forskning. statistics: statistikk.
    media: presse. party: en part, f.eks. en fagforening."""
    reliability: Literal["P", "F", "M"]
    """P: programmet eller departementet. F: forskning og offentlig statistikk. M: medier og andre."""
    truncated: StrictBool = False
    """true når bare begynnelsen er lest."""
    lang: Lang = "nb"
    """Målformen i tittelen: nb eller nn."""
    own_reporting: StrictBool = False
    """true når tallene der er kommunens egen rapportering."""
    part_of: SourceId | None = None
    """Dokumentet den er en del av."""


class ClaimValue(Part):
    """One answer, and who gives it."""

    value: Text
    """Svaret."""
    source: SourceId
    """Kilden som gir det."""
    note: Text | None = None
    """Hva som skiller det fra de andre."""


class Claim(Record):
    """What the sources disagree on."""

    label: ClassVar = "uenighet"

    subject: Text
    """Hva det gjelder, f.eks. Pulje 2."""
    kommuner: tuple[KommuneId, ...] = ()
    """Kommunene det gjelder; siden om kommunen viser hit."""
    question: Text
    """Spørsmålet kildene svarer ulikt på."""
    values: Annotated[tuple[ClaimValue, ...], Field(min_length=2)]
    """Svarene."""
    shown: Text
    """Svaret nettstedet viser: ett av dem over."""
    why: Text
    """Hvorfor det vises."""

    @model_validator(mode="after")
    def shown_is_a_value(self) -> Claim:
        if self.shown not in {value.value for value in self.values}:
            problem = {"value": self.shown, "help": "Skriv det likt i shown og i ett av svarene.", "field": "shown"}
            raise PydanticCustomError("shown", "«{value}» er ikke blant svarene", problem)
        return self


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
            raise PydanticCustomError("time", "tallet mangler tid", {"help": help})
        return self

    @model_validator(mode="after")
    def value_stands_in_evidence(self) -> Evidence:
        year = {float(self.period.year)} if self.period and self.period.year else set()
        if abs(self.value) not in numbers_in(self.evidence) - year:
            written = f"{self.value:f}".rstrip("0").rstrip(".").replace(".", ",")
            help = "Siter setningen der tallet står, eller rett tallet."
            raise PydanticCustomError(
                "evidence", "tallet {value} står ikke i evidence", {"value": written, "help": help, "field": "evidence"}
            )
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

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
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
    """Om det er bedre at tallet blir lavere eller høyere."""
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
                raise PydanticCustomError("goal", "et resultat er likt målet, fra samme kilde og tid", {"help": help})
        return self

    @model_validator(mode="after")
    def unlike_parts_of_the_year_are_told(self) -> Indicator:
        parts = {point.period.part_of_year for point in self.points if point.role != "target" and point.period} - {None}
        if self.comparable and len(parts) > 1:
            help = "Fraværet svinger gjennom året: skriv comparable: false, og grunnen i comparable_note."
            raise PydanticCustomError("season", "tallene gjelder ulike deler av året", {"help": help})
        return self

    @model_validator(mode="after")
    def unit_is_that_of_the_level(self) -> Indicator:
        if self.unit == "prosentpoeng":
            help = "Skriv unit: prosent, og kind: change på punktet."
            raise PydanticCustomError(
                "unit", "prosentpoeng er en endring, ikke en enhet", {"help": help, "field": "unit"}
            )
        return self

    @model_validator(mode="after")
    def reason_is_told(self) -> Indicator:
        if not self.comparable and not self.comparable_note:
            help = "Skriv grunnen i comparable_note."
            raise PydanticCustomError(
                "reason", "det står ikke hvorfor punktene ikke kan sammenlignes", {"help": help, "field": "comparable"}
            )
        return self


class KeyFigure(Evidence):
    """A number that a knowledge status rests on."""

    name: Text
    """Hva tallet er."""
    unit: Text
    """Enheten."""


class Term(Record, Cited):
    """A word of the trade, explained."""

    label: ClassVar = "begrep"

    term: Bilingual
    """Ordet i begge målformer."""
    definition: Text
    """Hva det betyr, med egne ord."""
    also: tuple[Text, ...] = ()
    """Andre ord for det samme."""


class Document(Record):
    """Something to read, use or fill in."""

    label: ClassVar = "dokument"

    title: Text
    """Tittelen."""
    kind: Literal["avtale", "invitasjon", "mal", "presentasjon", "rapport", "skjema", "veileder"]
    """Slaget."""
    publisher: Text
    """Den som ga det ut."""
    published: Period
    """Når."""
    lang: Lang
    """Målformen."""
    address: Url | None = None
    """Nettadressen, når den er kjent."""
    file: FilePath | None = None
    """Filen i content/ når dokumentet ligger her, f.eks. /dokumenter/mal.odt."""
    networks: tuple[NetworkId, ...] = ()
    """Nettverkene det gjelder."""
    puljer: tuple[StrictInt, ...] = ()
    """Puljene det gjelder."""
    themes: tuple[ThemeId, ...] = ()
    """Temaene."""
    title_only: StrictBool = False
    """true når bare tittelen er sett."""
    source: SourceId
    """Hvor dokumentet er nevnt eller hentet."""


class Quotation(Record):
    """Someone's own words, marked as such."""

    label: ClassVar = "sitat"

    text: Annotated[Text, words(40)]
    """Ordene, høyst 40."""
    lang: Lang
    """Målformen."""
    speaker: Text
    """Hvem som sa det."""
    role: Text
    """Rollen."""
    themes: tuple[ThemeId, ...] = ()
    """Temaene det handler om."""
    source: SourceId
    """Kilden."""


def same_claim(one: Point, other: Point) -> bool:
    """Whether two points say the same of the same time, from the same source."""
    a, b = one.period, other.period
    overlap = a and b and a.start and b.end and b.start and a.end and a.start <= b.end and b.start <= a.end
    same_time = overlap or (not one.is_dated and not other.is_dated)
    return bool(same_time) and (one.value, one.source) == (other.value, other.source)


SPELT = {"én": 1, "éin": 1, "ett": 1, "eitt": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7}
SPELT |= {"åtte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12}


def numbers_in(text: str) -> set[float]:
    """The numbers a Norwegian text holds, a point read both ways: «8,87», «8.87», «1 050», «2.000», «tre»."""
    space = "[ \u00a0\u202f]"
    found = {float(SPELT[word]) for word in re.findall(r"\w+", text.lower()) if word in SPELT}
    for match in re.findall(rf"\d{{1,3}}(?:(?:{space}|\.)\d{{3}})+(?:,\d+)?|\d+(?:[.,]\d+)?", text):
        plain = re.sub(space, "", match)
        found |= {float(plain.replace(".", "").replace(",", "."))}
        if re.fullmatch(r"\d+[.,]\d+", plain):
            found |= {float(plain.replace(",", "."))}
    return found
