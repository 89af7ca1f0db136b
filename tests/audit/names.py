"""The proper names that the data holds, so that nobody has to list them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from samanom import Catalog


def names(catalog: Catalog) -> frozenset[str]:
    """Names of one or more words, of places, people, networks, projects and those who stand behind something."""
    return frozenset(_all(catalog))


def _all(catalog: Catalog) -> Iterator[str]:
    for kommune in catalog.reference.kommuner.values():
        yield from (kommune.name, kommune.fylke, kommune.today_name, kommune.today_fylke)
    for person in catalog.people.values():
        yield from person.name.split()
    for quotation in catalog.quotations.values():
        yield from quotation.speaker.split()
    for network in catalog.networks.values():
        yield from _network(network.name)
    yield from (cooperation.name for cooperation in catalog.cooperations.values())
    yield from (project.title.strip("«»") for project in catalog.projects.values() if project.title)
    yield from (event.place for event in catalog.events if event.place)
    yield from _organisations(catalog)


def _network(name: str) -> Iterator[str]:
    """A network that is called by one common word has a name only where it is said to be a network."""
    yield from (f"nettverk ({name})", f"nettverket {name}") if name.isalpha() else (name,)


def _organisations(catalog: Catalog) -> Iterator[str]:
    programme = catalog.programme
    yield from (programme.name, programme.publisher.name)
    for party in programme.parties:
        yield from filter(None, (party.name, party.short))
    for person in catalog.people.values():
        yield from (role.organisation for role in person.roles if role.organisation)
    yield from _parts(source.publisher for source in catalog.sources.values())
    yield from _parts(document.publisher for document in catalog.documents)


def _parts(publishers: Iterable[str]) -> Iterator[str]:
    """«RO, Fafo og Agenda Kaupang» is three, «Kommunal- og regionaldepartementet» is one."""
    for publisher in publishers:
        yield from re.split(r", | og (?=[A-ZÆØÅ])", publisher)
