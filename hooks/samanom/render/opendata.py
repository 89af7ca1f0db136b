"""The catalog as open data: rows for each dataset, written as JSON, CSV and GeoJSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from ..dates import Period
from ..model import Content, Person, Record
from . import datasets as d
from .page import Asset
from .results import result_rows
from .writer import Writer

R = TypeVar("R", bound=d.Row)

SECTIONS = {
    "people": "kontakt",
    "events": "kalender",
    "projects": "prosjekter",
    "sources": "om/data",
    "documents": "dokumenter",
}
"""Where records without pages of their own have an anchor."""


@dataclass(frozen=True)
class Dataset:
    """A table that others can take."""

    name: str
    row: type[d.Row]
    rows: Callable[[Writer], Iterable[d.Row]]

    @property
    def description(self) -> str:
        return self.row.__doc__ or ""

    @property
    def fields(self) -> Mapping[str, str]:
        """What each field means; those of a part under `field.part`."""
        return dict(_fields(self.row, ""))


def data_files(writer: Writer) -> Iterator[Asset]:
    """Everything under `/data/` but the page."""
    for dataset in DATASETS:
        rows = [row.model_dump(mode="json") for row in dataset.rows(writer)]
        yield Asset(f"data/{dataset.name}.json", json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        yield Asset(f"data/{dataset.name}.csv", to_csv(rows, columns(dataset.row)))
    yield Asset("data/kommuner.geojson", json.dumps(geojson(writer), ensure_ascii=False) + "\n")


def columns(row: type[BaseModel]) -> list[str]:
    """The columns of the CSV: fields of a single part get a column each, `today_name`."""
    names = []
    for name, field in row.model_fields.items():
        part = field.annotation
        if isinstance(part, type) and issubclass(part, BaseModel):
            names += [f"{name}_{inner}" for inner in part.model_fields]
        else:
            names.append(name)
    return names


def to_csv(rows: Iterable[Mapping[str, Any]], names: list[str]) -> str:
    """A header and a line a row; lists are joined with a semicolon, lists of parts are JSON."""
    text = io.StringIO()
    table = csv.DictWriter(text, names, lineterminator="\n")
    table.writeheader()
    for row in rows:
        flat: dict[str, Any] = {}
        for name, value in row.items():
            flat |= {f"{name}_{key}": part for key, part in value.items()} if isinstance(value, dict) else {name: value}
        table.writerow({name: _cell(value) for name, value in flat.items()})
    return text.getvalue()


def geojson(writer: Writer) -> dict[str, Any]:
    """The participants as points, longitude first (RFC 7946)."""
    features = []
    for row in _kommuner(writer):
        properties = row.model_dump(mode="json", exclude={"lat", "lon"})
        point = {"type": "Point", "coordinates": [row.lon, row.lat]}
        features.append({"type": "Feature", "id": row.id, "geometry": point, "properties": properties})
    return {"type": "FeatureCollection", "features": features}


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        if any(isinstance(item, dict) for item in value):
            return json.dumps(value, ensure_ascii=False)
        return ";".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else value


def _fields(row: type[BaseModel], prefix: str) -> Iterator[tuple[str, str]]:
    for name, field in row.model_fields.items():
        yield prefix + name, field.description or ""
        for part in (field.annotation, *getattr(field.annotation, "__args__", ())):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from _fields(part, f"{prefix}{name}.")


def address(kind: str, record: Record) -> str:
    """Where a record stands on the site, from the root."""
    if isinstance(record, Content):
        return f"/{record.address}"
    if kind == "cooperations":
        return f"/kommuner/#{record.id}"
    folder = {"networks": "nettverk", "themes": "tema"}.get(kind, kind)
    return f"/{SECTIONS[kind]}/#{record.id}" if kind in SECTIONS else f"/{folder}/{record.id}/"


def _row(model: type[R], kind: str, record: Record, **more: Any) -> R:
    """A row with the record's own fields of the same names, dates as text, and what only the catalog knows."""
    own = {name: getattr(record, name) for name in model.model_fields if hasattr(record, name)}
    plain = {name: str(value) if isinstance(value, Period) else value for name, value in own.items()}
    return model(**(plain | {"url": address(kind, record)} | more))


def _kommuner(writer: Writer) -> Iterator[d.KommuneRow]:
    catalog = writer.catalog
    for id, place in catalog.kommuner.items():
        official = place.official
        yield _row(
            d.KommuneRow,
            "kommuner",
            place.kommune,
            name=official.name,
            fylke=official.fylke,
            puljer=place.puljer,
            networks=tuple(network.id for network in catalog.networks_of(id)),
            cooperations=tuple(cooperation.id for cooperation in catalog.cooperations_of(id)),
            today=d.TodayRow(number=official.today_number, name=official.today_name),
            population_2013=official.population,
            malform=official.malform,
            lat=official.lat,
            lon=official.lon,
            sources=tuple(dict.fromkeys(source for p in place.kommune.participation for source in p.sources)),
        )


def _networks(writer: Writer) -> Iterator[d.NetworkRow]:
    catalog = writer.catalog
    for network in catalog.networks.values():
        leaders = (catalog.people[id] for id in network.leaders)
        yield _row(
            d.NetworkRow,
            "networks",
            network,
            kommuner=catalog.kommuner_in(network),
            cooperations=tuple(m.participant for m in network.members if m.participant in catalog.cooperations),
            leaders=tuple(d.LeaderRow(name=person.name, **_reach(writer, person)) for person in leaders),
        )


def _reach(writer: Writer, person: Person) -> dict[str, str | None]:
    contacts = writer.current(person.contacts)
    return {
        "phone": next((contact.phone for contact in contacts if contact.phone), None),
        "email": next((contact.email for contact in contacts if contact.email), None),
    }


def _cooperations(writer: Writer) -> Iterator[d.CooperationRow]:
    for cooperation in writer.catalog.cooperations.values():
        kommuner = tuple(member.kommune for member in cooperation.kommuner)
        yield _row(d.CooperationRow, "cooperations", cooperation, kommuner=kommuner)


def _projects(writer: Writer) -> Iterator[d.ProjectRow]:
    for project in writer.catalog.projects.values():
        kommuner = writer.catalog.resolved(project.participants)
        yield _row(d.ProjectRow, "projects", project, kommuner=kommuner)


def _people(writer: Writer) -> Iterator[d.PersonRow]:
    for person in writer.catalog.people.values():
        role = person.roles[0]
        yield _row(
            d.PersonRow,
            "people",
            person,
            role=role.role,
            as_of=str(writer.catalog.sources[role.source].year),
            organisation=role.organisation,
            checked=next((str(c.checked) for c in writer.current(person.contacts) if c.checked), None),
            source=role.source,
            **_reach(writer, person),
        )


def _themes(writer: Writer) -> Iterator[d.ThemeRow]:
    for theme in writer.catalog.themes.values():
        yield _row(d.ThemeRow, "themes", theme, name=theme.name.nb, name_nn=theme.name.nn, goal=theme.goal.nb)


def _events(writer: Writer) -> Iterator[d.EventRow]:
    for event in writer.catalog.events:
        yield _row(d.EventRow, "events", event)


def _examples(writer: Writer) -> Iterator[d.ExampleRow]:
    for example in writer.catalog.examples:
        yield _row(
            d.ExampleRow,
            "eksempler",
            example,
            kommuner=writer.catalog.kommuner_of(example),
            indicators=tuple(f"{example.id}-{indicator.id}" for indicator in example.indicators),
        )


def _indicators(writer: Writer) -> Iterator[d.IndicatorRow]:
    for row in result_rows(writer.catalog):
        id = f"{row.example.id if row.example else 'programmet'}-{row.indicator.id}"
        about: dict[str, object] = {"id": id, "url": f"/eksempler/resultater/#tall-{id}", "themes": row.themes}
        about["example"] = row.example.id if row.example else None
        yield d.IndicatorRow.model_validate(row.indicator.model_dump(mode="json", exclude={"comparable_note"}) | about)


def _temadager(writer: Writer) -> Iterator[d.TemadagRow]:
    for temadag in writer.catalog.temadager:
        count = temadag.participants
        number = {"participants": count and count.value, "participants_bound": count and count.bound}
        yield _row(d.TemadagRow, "temadager", temadag, **number)


def _newsletters(writer: Writer) -> Iterator[d.NewsletterRow]:
    for newsletter in writer.catalog.newsletters:
        yield _row(d.NewsletterRow, "nyhetsbrev", newsletter)


def _news(writer: Writer) -> Iterator[d.NewsRow]:
    for news in writer.catalog.news:
        yield _row(d.NewsRow, "nyheter", news)


def _documents(writer: Writer) -> Iterator[d.DocumentRow]:
    for document in writer.catalog.documents:
        yield _row(d.DocumentRow, "documents", document)


def _sources(writer: Writer) -> Iterator[d.SourceRow]:
    for source in writer.catalog.sources.values():
        yield _row(d.SourceRow, "sources", source)


DATASETS = (
    Dataset("kommuner", d.KommuneRow, _kommuner),
    Dataset("networks", d.NetworkRow, _networks),
    Dataset("cooperations", d.CooperationRow, _cooperations),
    Dataset("projects", d.ProjectRow, _projects),
    Dataset("people", d.PersonRow, _people),
    Dataset("themes", d.ThemeRow, _themes),
    Dataset("events", d.EventRow, _events),
    Dataset("examples", d.ExampleRow, _examples),
    Dataset("indicators", d.IndicatorRow, _indicators),
    Dataset("temadager", d.TemadagRow, _temadager),
    Dataset("newsletters", d.NewsletterRow, _newsletters),
    Dataset("news", d.NewsRow, _news),
    Dataset("documents", d.DocumentRow, _documents),
    Dataset("sources", d.SourceRow, _sources),
)
