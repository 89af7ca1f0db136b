"""The data others can take: what each field means.

These models are a promise: fields may be added, never renamed or removed. The words under a field are shown on the
page about open data. What is not known is null, or an empty list.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Row(BaseModel):
    """One object of a dataset."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    id: str
    """Navnet i adresser og henvisninger; endres aldri."""
    url: str
    """Adressen på nettstedet, fra roten. Et anker (#) når objektet ikke har egen side."""


class TodayRow(BaseModel):
    """A kommune of today."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    number: str
    """Kommunenummeret i dag, fire sifre som tekst."""
    name: str
    """Navnet i dag."""


class LeaderRow(BaseModel):
    """Someone who led a network."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    name: str
    """Fullt navn."""
    phone: str | None
    """Telefon, som oppgitt i kilden."""
    email: str | None
    """E-post, som oppgitt i kilden."""


class KommuneRow(Row):
    """Kommunene som var med, slik de var i programperioden."""

    number: str
    """Kommunenummeret i 2013, fire sifre som tekst."""
    name: str
    """Navnet i 2013."""
    fylke: str
    """Fylket i 2013."""
    puljer: tuple[int, ...]
    """Puljene kommunen var med i."""
    networks: tuple[str, ...]
    """Nettverkene, etter id."""
    cooperations: tuple[str, ...]
    """Samarbeidene kommunen var med i, etter id."""
    today: TodayRow
    """Kommunen den er del av i dag."""
    population_2013: int
    """Innbyggere 1. januar 2013 (Statistisk sentralbyrå)."""
    malform: str
    """Målvedtaket i oktober 2015: bokmål, nynorsk eller nøytral."""
    lat: float
    """Breddegrad for et punkt i kommunen."""
    lon: float
    """Lengdegrad for et punkt i kommunen."""
    sources: tuple[str, ...]
    """Kildene til deltakelsen, etter id."""


class NetworkRow(Row):
    """Nettverkene kommunene møttes i."""

    name: str
    """Navnet."""
    pulje: int
    """Puljen."""
    themes: tuple[str, ...]
    """Temaene, etter id."""
    kommuner: tuple[str, ...]
    """Kommunene, etter id; samarbeid er løst opp i sine kommuner."""
    cooperations: tuple[str, ...]
    """Samarbeidene blant deltakerne, etter id."""
    leaders: tuple[LeaderRow, ...]
    """Lederne."""
    sources: tuple[str, ...]
    """Kildene, etter id."""


class CooperationRow(Row):
    """Kommuner som deltok sammen."""

    name: str
    """Navnet."""
    kind: str
    """Slaget: samkommune, regionråd, samarbeid eller fellesprosjekt."""
    pulje: int
    """Puljen."""
    kommuner: tuple[str, ...]
    """Alle kommunene som minst én kilde regner med, etter id."""


class ProjectRow(Row):
    """Prosjektene som lar seg skille fra hverandre i kildene."""

    title: str | None
    """Navnet prosjektet hadde, når en kilde oppgir det."""
    kommuner: tuple[str, ...]
    """Kommunene, etter id; samarbeid er løst opp."""
    themes: tuple[str, ...]
    """Temaene, etter id. Tom når kildene ikke sier hvilke."""
    pulje: int
    """Puljen."""
    period: str | None
    """Når prosjektet gikk."""
    sources: tuple[str, ...]
    """Kildene, etter id."""


class PersonRow(Row):
    """Kontaktpersonene i programmet."""

    name: str
    """Fullt navn."""
    role: str
    """Den siste kjente rollen."""
    as_of: str
    """Når kilden til rollen kom."""
    organisation: str | None
    """Arbeidsgiveren i den rollen."""
    phone: str | None
    """Telefon, som oppgitt i kilden."""
    email: str | None
    """E-post hos en organisasjon, som oppgitt i kilden."""
    checked: str | None
    """Når opplysningene sist ble kontrollert. `null`: ikke siden kilden."""
    source: str
    """Kilden til rollen, etter id."""


class ThemeRow(Row):
    """Temaene i programmet."""

    name: str
    """Navnet på bokmål."""
    name_nn: str
    """Navnet på nynorsk."""
    goal: str
    """Programmets mål for temaet, med nettstedets ord."""
    colour: str
    """Fargen i kart og figurer."""


class EventRow(Row):
    """Samlinger, frister og rapportering."""

    title: str
    """Hva det er."""
    kind: str
    """Slaget."""
    start: str
    """Dagen, så nøyaktig som den er kjent: 2013, 2013-Q2, 2013-04, 2013-04-29, vår 2013, 2009/2014 eller ukjent."""
    end: str | None
    """Siste dag, når det varte i flere."""
    networks: tuple[str, ...]
    """Nettverkene det gjaldt, etter id."""
    puljer: tuple[int, ...]
    """Puljene det gjaldt."""
    kommuner: tuple[str, ...]
    """Kommunene som holdt det, etter id."""
    place: str | None
    """Stedet."""
    inferred: bool
    """Sann når året er regnet ut av en ukedag eller sammenhengen."""
    planned: bool
    """Sann når kilden bare sier at det skulle skje."""
    sources: tuple[str, ...]
    """Kildene, etter id."""


class PointRow(BaseModel):
    """One value of an indicator."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    role: str
    """`baseline`: før. `target`: mål. `result`: etter."""
    kind: str
    """`level`: nivå. `change`: endring. `relative`: endring i prosent av utgangspunktet.
    `unclear`: endring der kilden ikke sier om det er prosent eller prosentpoeng."""
    value: float
    """Tallet."""
    bound: str
    """`exact`, `about`, `max` eller `min`."""
    period: str | None
    """Når tallet gjelder for."""
    period_note: str | None
    """Hva kilden sier om tiden når den ikke oppgir dato."""
    source: str
    """Kilden, etter id."""
    evidence: str
    """Kildens egne ord."""


class IndicatorRow(Row):
    """Alle måltall, fra programmet og eksemplene."""

    example: str | None
    """Eksempelet måltallet hører til; `null` for programmets egne."""
    name: str
    """Hva som er målt."""
    scope: str | None
    """Hvem eller hvor det er målt."""
    unit: str
    """Enheten."""
    better: str
    """`lower` eller `higher`: hva som er bedre."""
    comparable: bool
    """Usann når punktene ikke uten videre kan sammenlignes."""
    themes: tuple[str, ...]
    """Temaene, etter id."""
    points: tuple[PointRow, ...]
    """Målepunktene, i CSV som JSON."""


class ExampleRow(Row):
    """De gode eksemplene."""

    title: str
    """Overskriften."""
    summary: str
    """Hva eksempelet forteller."""
    kommuner: tuple[str, ...]
    """Kommunene, etter id; samarbeid er løst opp."""
    themes: tuple[str, ...]
    """Temaene, etter id."""
    documentation: str
    """`malt`: tall før og etter. `rapportert`: resultat fortalt. `underveis`: mål og tiltak kjent, resultat ikke."""
    relation: str
    """`before`, `during`, `after` eller `unproven`: forholdet til programmet."""
    lang: str
    """Målformen: `nb` eller `nn`."""
    indicators: tuple[str, ...]
    """Måltallene, etter `id` i `indicators.json`."""
    sources: tuple[str, ...]
    """Kildene, etter id."""


class TemadagRow(Row):
    """Temadagene."""

    title: str
    """Overskriften."""
    kommuner: tuple[str, ...]
    """Kommunene som holdt den, etter id."""
    date: str
    """Dagen, så nøyaktig som den er kjent."""
    participants: int | None
    """Antall deltakere."""
    participants_bound: str | None
    """Hvor nøyaktig antallet er: `exact`, `about`, `max` eller `min`."""
    lang: str
    """Målformen: `nb` eller `nn`."""
    sources: tuple[str, ...]
    """Kildene, etter id."""


class NewsletterRow(Row):
    """Nyhetsbrevene."""

    year: int
    """Årgangen."""
    number: int
    """Nummeret."""
    date: str
    """Når det ble sendt, så nøyaktig som det er kjent."""
    title: str
    """Overskriften."""
    lang: str
    """Målformen: `nb` eller `nn`."""


class NewsRow(Row):
    """Nyhetene."""

    date: str
    """Dagen, så nøyaktig som den er kjent."""
    title: str
    """Overskriften."""
    kommuner: tuple[str, ...]
    """Kommunene det gjelder, etter id."""
    lang: str
    """Målformen: `nb` eller `nn`."""


class DocumentRow(Row):
    """Dokumentene fra programmet."""

    title: str
    """Tittelen."""
    kind: str
    """Slaget."""
    publisher: str
    """Den som ga det ut."""
    published: str
    """Når."""
    address: str | None
    """Nettadressen, når den er kjent."""
    networks: tuple[str, ...]
    """Nettverkene det gjelder, etter id."""
    lang: str
    """Målformen: `nb` eller `nn`."""


class SourceRow(Row):
    """Kildene alt på nettstedet hviler på."""

    title: str
    """Tittelen."""
    publisher: str
    """Den som ga den ut."""
    year: str
    """Når den kom."""
    address: str | None
    """Nettadressen, når den er kjent."""
    kind: str
    """`programme`, `kommune`, `research`, `statistics`, `media` eller `party`."""
    reliability: str
    """`P`: programmet eller departementet. `F`: forskning og statistikk. `M`: medier og andre."""
    truncated: bool
    """Sann når bare begynnelsen er lest."""
    part_of: str | None
    """Dokumentet den er en del av, etter id."""
