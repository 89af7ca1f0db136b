"""Pages about those who took part: kommuner of then and now, networks, projects."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalog import Catalog, Name, Participant
from ..model import Network, Project
from ..slug import alphabetical
from .page import Page
from .writer import Writer


def participant_pages(writer: Writer) -> Iterator[Page]:
    catalog = writer.catalog
    yield writer.page(
        "kommuner/",
        "kommuner",
        "Kommuner",
        f"De {len(catalog.kommuner)} kommunene i {catalog.programme.name}, med pulje, nettverk og dagens navn.",
    )
    for place in catalog.kommuner.values():
        yield _kommune(writer, place)
    for id, name in catalog.names.items():
        yield _name(writer, id, name)
    yield writer.page(
        "nettverk/",
        "nettverkene",
        "Nettverk",
        f"De {len(catalog.networks)} nettverkene i {catalog.programme.name}, med ledere og kommuner.",
    )
    for network in catalog.networks.values():
        yield _network(writer, network)
    yield writer.page(
        "prosjekter/",
        "prosjekter",
        "Prosjekter",
        "Prosjektene i programmet i én tabell: kommuner, tema, pulje og nettverk.",
        projects=in_order(catalog),
    )


def in_order(catalog: Catalog) -> list[Project]:
    """The projects by the name of their first participant, then by title; without a title last."""

    def key(project: Project) -> tuple[object, ...]:
        first = project.participants[0]
        title = (project.title or "").strip("«»")
        return alphabetical(catalog.participant_name(first)), first, not title, alphabetical(title)

    return sorted(catalog.projects.values(), key=key)


def today_sentence(writer: Writer, place: Participant) -> tuple[str, str]:
    """What became of a kommune, in two parts: before and after today's name."""
    official, words = place.official, writer.words(place.official.lang)
    if official.change == "merged":
        others = listed([other.name for other in writer.catalog.reference.merged_with(official)], words["and"])
        start = words["today_merged"] if official.today_name != official.name else words["today_still"]
        return start, words["merged_with"].format(others=others, year=official.changed)
    if official.change == "split":
        return words["today_split"], words["split"].format(year=official.changed)
    return words["today_same"], ""


def listed(names: list[str], and_: str) -> str:
    """«Finnøy, Rennesøy og Stavanger»."""
    return f"{', '.join(names[:-1])} {and_} {names[-1]}" if len(names) > 1 else "".join(names)


def _kommune(writer: Writer, place: Participant) -> Page:
    catalog, kommune = writer.catalog, place.kommune
    networks = sorted(catalog.networks_of(place.id), key=lambda network: -network.pulje)
    neighbours = [other for other in catalog.in_today(place.official.today_number) if other != place]
    words = writer.words(place.official.lang)
    names = ", ".join(network.name for network in networks)
    return writer.page(
        f"kommuner/{place.id}/",
        "kommune",
        catalog.full_name(place.id),
        words["kommune_description"].format(name=place.name, programme=catalog.programme.name, networks=names),
        lang=place.official.lang,
        place=place,
        networks=networks,
        neighbours=neighbours,
        today=today_sentence(writer, place),
        themes=tuple(dict.fromkeys(theme for network in networks for theme in network.themes)),
        edit=kommune.origin.file.name,
        updated=kommune.updated,
    )


def _name(writer: Writer, id: str, name: Name) -> Page:
    parts = listed([writer.catalog.full_name(part.id) for part in name.parts], "og")
    return writer.page(
        f"kommuner/{id}/",
        "kommunenavn",
        name.name,
        f"{name.name}: {parts} var med i {writer.catalog.programme.name}.",
        parts=name.parts,
    )


def _network(writer: Writer, network: Network) -> Page:
    catalog = writer.catalog
    members = catalog.kommuner_in(network)
    return writer.page(
        f"nettverk/{network.id}/",
        "nettverk",
        f"Nettverk: {network.name}",
        f"{network.name}, nettverk i pulje {network.pulje}: leder, kommuner, tema og samlinger.",
        network=network,
        themes=network.themes,
        kommuner=[place for id, place in catalog.kommuner.items() if id in members],
        edit=network.origin.file.name,
        updated=network.updated,
    )
