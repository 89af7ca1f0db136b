"""Records as things of schema.org: only what they say, and nothing that nobody has checked."""

from __future__ import annotations

from typing import Any

from ..catalog import Catalog
from ..dates import Period
from ..model import Event, Programme, Temadag
from .opendata.rows import Dataset

Thing = dict[str, Any]


def programme_thing(programme: Programme) -> Thing:
    first, _, last = str(programme.period).partition("/")
    about = {"@type": "Project", "name": programme.name, "description": programme.about, "url": programme.site}
    members = [{"@type": "Organization", "name": party.name} for party in programme.parties]
    ended = {"dissolutionDate": last or first} if programme.ended else {}
    return {**about, "foundingDate": first, **ended, "member": members}


def secretariat_thing(programme: Programme) -> Thing:
    """Phone and e-mail only when someone has checked that they are right."""
    secretariat, contact = programme.secretariat, programme.secretariat.contact
    about: Thing = {
        "@type": "Organization",
        "name": secretariat.name,
        "url": f"{programme.site}kontakt/#sekretariatet",
        "parentOrganization": {"@type": "Organization", "name": secretariat.organisation},
    }
    if secretariat.postal:
        about["address"] = ", ".join(secretariat.postal)
    if contact.checked and contact.phone:
        about["telephone"] = contact.phone
    if contact.checked and contact.email:
        about["email"] = contact.email
    return about


def kommune_thing(id: str, catalog: Catalog) -> Thing:
    url = f"{catalog.programme.site}kommuner/{id}/"
    return {"@type": "GovernmentOrganization", "name": catalog.full_name(id), "url": url}


def whole_kommune(id: str, catalog: Catalog) -> Thing:
    """With number, place and networks."""
    official = catalog.kommuner[id].official
    number = {"@type": "PropertyValue", "propertyID": "kommunenummer", "value": official.number}
    fylke = {"@type": "AdministrativeArea", "name": official.fylke}
    point = {"@type": "GeoCoordinates", "latitude": official.lat, "longitude": official.lon}
    networks = [network_thing(network.id, catalog) for network in catalog.networks_of(id)]
    return kommune_thing(id, catalog) | {
        "identifier": number,
        "location": {"@type": "Place", "name": official.name, "geo": point, "containedInPlace": fylke},
        **({"memberOf": networks} if networks else {}),
    }


def network_thing(id: str, catalog: Catalog) -> Thing:
    url = f"{catalog.programme.site}nettverk/{id}/"
    return {"@type": "Organization", "name": catalog.networks[id].name, "url": url}


def whole_network(id: str, catalog: Catalog) -> Thing:
    """With its programme and members."""
    programme, kommuner = catalog.programme, catalog.kommuner_in(catalog.networks[id])
    parent = {"@type": "Project", "name": programme.name, "url": programme.site}
    members = [kommune_thing(kommune, catalog) for kommune in kommuner]
    return network_thing(id, catalog) | {"parentOrganization": parent, "member": members}


def theme_thing(id: str, lang: str, catalog: Catalog) -> Thing:
    url = f"{catalog.programme.site}tema/{id}/"
    return {"@type": "Thing", "name": catalog.themes[id].name[lang], "url": url}


def event_thing(event: Event | Temadag, url: str, caveat: str, catalog: Catalog) -> Thing | None:
    """None unless both day and place are known; the kommuner are those that held it."""
    start: Period = event.date if isinstance(event, Temadag) else event.start
    end = None if isinstance(event, Temadag) else event.end
    if start.precision != "day" or not event.place:
        return None
    place = {"@type": "Place", "name": event.place, "address": event.place}
    about = {"@type": "Event", "name": event.title, "url": url, "startDate": str(start), "location": place}
    holders = [kommune_thing(id, catalog) for id in event.kommuner]
    return {
        **about,
        **({"endDate": str(end)} if end and end.precision == "day" else {}),
        **({"organizer": holders} if holders else {}),
        **({"description": caveat} if caveat else {}),
    }


def dataset_thing(dataset: Dataset, files: dict[str, str], programme: Programme) -> Thing:
    """`files` are media types by address. No licence is told where it does not cover all that is there."""
    site = programme.site
    downloads = [
        {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": site + path} for path, kind in files.items()
    ]
    open_data = [each.url for each in programme.licences if each.covers == "data" and not dataset.personal]
    return {
        "@type": "Dataset",
        "name": f"{programme.name}: {dataset.name}",
        "description": dataset.description,
        "url": f"{site}data/#{dataset.name}",
        "creator": {"@type": "Organization", "name": programme.publisher.name, "url": site},
        "temporalCoverage": str(programme.period),
        "isAccessibleForFree": True,
        **({"license": open_data[0]} if open_data else {}),
        "distribution": downloads,
    }
