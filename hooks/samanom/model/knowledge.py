"""What is known and by whom: sources and what they disagree on, documents, quotations and terms."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt, model_validator

from ..dates import Period
from .base import Bilingual, Cited, KommuneId, NetworkId, Part, Record, SourceId, ThemeId
from .fields import FilePath, Lang, Path, Text, Url, mistake, words


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
    """Målformen i tittelen. nb: bokmål. nn: nynorsk."""
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
            help = "Skriv det likt i shown og i ett av svarene."
            raise mistake("«{value}» er ikke blant svarene", help, value=self.shown, field="shown")
        return self


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
    """Målformen. nb: bokmål. nn: nynorsk."""
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
    """Målformen. nb: bokmål. nn: nynorsk."""
    speaker: Text
    """Hvem som sa det."""
    role: Text
    """Rollen."""
    themes: tuple[ThemeId, ...] = ()
    """Temaene det handler om."""
    source: SourceId
    """Kilden."""


class Synonyms(Record):
    """Words that people use for the same thing when they search, in either form of Norwegian."""

    label: ClassVar = "synonymer"

    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Ordene, i grunnform. Et ord alene kan være en del av sammensatte ord."""
    page: Path | None = None
    """Siden som skal komme først for ordene, f.eks. /kontakt/. Ordene er da navn på den, og ikke synonymer ellers."""
