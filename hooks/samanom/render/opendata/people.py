"""Networks and the people to get in touch with."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Person
from ..writer import Writer
from .rows import Part, Row, filled


class LeaderRow(Part):
    """Someone who led a network."""

    name: str
    """Fullt navn."""
    phone: str | None
    """Telefon, som oppgitt i kilden."""
    email: str | None
    """E-post, som oppgitt i kilden."""


class NetworkRow(Row):
    """Nettverkene kommunene møttes i, med ledere og deltakere."""

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


def networks(writer: Writer) -> Iterator[NetworkRow]:
    catalog = writer.catalog
    for network in catalog.networks.values():
        leaders = (catalog.people[id] for id in network.leaders)
        yield filled(
            NetworkRow,
            network,
            kommuner=catalog.kommuner_in(network),
            cooperations=tuple(m.participant for m in network.members if m.participant in catalog.cooperations),
            leaders=tuple(LeaderRow(name=person.name, **reach(writer, person)) for person in leaders),
        )


class PersonRow(Row):
    """Kontaktpersonene i programmet, med rolle, telefon og e-post."""

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


def people(writer: Writer) -> Iterator[PersonRow]:
    for person in writer.catalog.people.values():
        role = person.roles[0]
        yield filled(
            PersonRow,
            person,
            role=role.role,
            as_of=str(writer.catalog.sources[role.source].year),
            organisation=role.organisation,
            checked=next((str(c.checked) for c in writer.current(person.contacts) if c.checked), None),
            source=role.source,
            **reach(writer, person),
        )


def reach(writer: Writer, person: Person) -> dict[str, str | None]:
    contacts = writer.current(person.contacts)
    return {
        "phone": next((contact.phone for contact in contacts if contact.phone), None),
        "email": next((contact.email for contact in contacts if contact.email), None),
    }
