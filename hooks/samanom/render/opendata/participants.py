"""Those who took part: kommuner, cooperations, projects."""

from __future__ import annotations

from collections.abc import Iterator

from ..writer import Writer
from .rows import Part, Row, filled


class TodayRow(Part):
    """A kommune of today."""

    number: str
    """Kommunenummeret i dag, fire sifre som tekst."""
    name: str
    """Navnet i dag."""


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


def kommuner(writer: Writer) -> Iterator[KommuneRow]:
    catalog = writer.catalog
    for id, place in catalog.kommuner.items():
        official = place.official
        yield filled(
            KommuneRow,
            place.kommune,
            name=official.name,
            fylke=official.fylke,
            puljer=place.puljer,
            networks=tuple(network.id for network in catalog.networks_of(id)),
            cooperations=tuple(cooperation.id for cooperation in catalog.cooperations_of(id)),
            today=TodayRow(number=official.today_number, name=official.today_name),
            population_2013=official.population,
            malform=official.malform,
            lat=official.lat,
            lon=official.lon,
            sources=tuple(dict.fromkeys(source for p in place.kommune.participation for source in p.sources)),
        )


class CooperationRow(Row):
    """Kommuner som deltok sammen, i regionråd eller andre samarbeid."""

    name: str
    """Navnet."""
    kind: str
    """Slaget: samkommune, regionråd, samarbeid eller fellesprosjekt."""
    pulje: int
    """Puljen."""
    kommuner: tuple[str, ...]
    """Alle kommunene som minst én kilde regner med, etter id."""


def cooperations(writer: Writer) -> Iterator[CooperationRow]:
    for cooperation in writer.catalog.cooperations.values():
        kommuner = tuple(member.kommune for member in cooperation.kommuner)
        yield filled(CooperationRow, cooperation, kommuner=kommuner)


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


def projects(writer: Writer) -> Iterator[ProjectRow]:
    for project in writer.catalog.projects.values():
        kommuner = writer.catalog.resolved(project.participants)
        yield filled(ProjectRow, project, kommuner=kommuner)


class FinderRow(Row):
    """Alle kommuner av før og av i dag, og hvor hvert navn leder: det søkefeltet «Finn din kommune» bruker."""

    name: str
    """Navnet, med fylke der flere heter det samme."""
    number: str | None
    """Kommunenummeret i programperioden; `null` for en kommune som bare finnes i dag."""
    today: str | None
    """Kommunenummeret i dag; `null` for en kommune som bare fantes da."""
    population: int
    """Innbyggere i programperioden; for en kommune som bare finnes i dag: i alle delene til sammen."""
    also: tuple[str, ...] = ()
    """Andre navn på den, f.eks. på samisk. Tomme lister er utelatt i filen."""
    kommuner: tuple[str, ...] = ()
    """Deltakerne navnet leder til, etter id."""
    like: tuple[str, ...] = ()
    """Deltakerne som ligner mest, etter id, når navnet ikke leder til noen."""
    nb: str
    """Én linje om navnet, på bokmål."""
    nn: str
    """Det samme på nynorsk."""
