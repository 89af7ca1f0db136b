"""The catalog as open data: rows for each dataset, written as JSON, CSV and GeoJSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ..catalog import Catalog
from ..model import Contact, Indicator, Person
from . import datasets as d
from .page import Asset
from .writer import Writer, address


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


def _kommuner(writer: Writer) -> Iterator[d.KommuneRow]:
    catalog = writer.catalog
    for id, place in catalog.kommuner.items():
        official = place.official
        yield d.KommuneRow(
            id=id,
            url=f"/kommuner/{id}/",
            number=official.number,
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
            sources=tuple(dict.fromkeys(id for p in place.kommune.participation for id in p.sources)),
        )


def _networks(writer: Writer) -> Iterator[d.NetworkRow]:
    catalog = writer.catalog
    for network in catalog.networks.values():
        leaders = (catalog.people[id] for id in network.leaders)
        yield d.NetworkRow(
            id=network.id,
            url=address("networks", network),
            name=network.name,
            pulje=network.pulje,
            themes=network.themes,
            kommuner=catalog.kommuner_in(network),
            cooperations=tuple(m.participant for m in network.members if m.participant in catalog.cooperations),
            leaders=tuple(d.LeaderRow(name=p.name, **_reach(writer, p)) for p in leaders),
            sources=network.sources,
        )


def _reach(writer: Writer, person: Person) -> dict[str, str | None]:
    contacts = writer.current(person.contacts)
    return {
        "phone": next((contact.phone for contact in contacts if contact.phone), None),
        "email": next((contact.email for contact in contacts if contact.email), None),
    }


def _cooperations(writer: Writer) -> Iterator[d.CooperationRow]:
    for c in writer.catalog.cooperations.values():
        kommuner = tuple(member.kommune for member in c.kommuner)
        yield d.CooperationRow(
            id=c.id, url=address("cooperations", c), name=c.name, kind=c.kind, pulje=c.pulje, kommuner=kommuner
        )


def _resolved(catalog: Catalog, participants: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for participant in participants for id in catalog.stands_for(participant)))


def _projects(writer: Writer) -> Iterator[d.ProjectRow]:
    for p in writer.catalog.projects.values():
        yield d.ProjectRow(
            id=p.id,
            url=address("projects", p),
            title=p.title,
            kommuner=_resolved(writer.catalog, p.participants),
            themes=p.themes,
            pulje=p.pulje,
            period=p.period and str(p.period),
            sources=p.sources,
        )


def _people(writer: Writer) -> Iterator[d.PersonRow]:
    for person in writer.catalog.people.values():
        role = person.roles[0]
        contacts: tuple[Contact, ...] = writer.current(person.contacts)
        yield d.PersonRow(
            id=person.id,
            url=address("people", person),
            name=person.name,
            role=role.role,
            as_of=str(writer.catalog.sources[role.source].year),
            organisation=role.organisation,
            checked=next((str(contact.checked) for contact in contacts if contact.checked), None),
            source=role.source,
            **_reach(writer, person),
        )


def _themes(writer: Writer) -> Iterator[d.ThemeRow]:
    for t in writer.catalog.themes.values():
        names = {"name": t.name.nb, "name_nn": t.name.nn}
        yield d.ThemeRow(id=t.id, url=address("themes", t), goal=t.goal, colour=t.colour, **names)


def _events(writer: Writer) -> Iterator[d.EventRow]:
    for e in writer.catalog.events:
        yield d.EventRow(
            id=e.id,
            url=address("events", e),
            title=e.title,
            kind=e.kind,
            start=str(e.start),
            end=e.end and str(e.end),
            networks=e.networks,
            puljer=e.puljer,
            kommuner=e.kommuner,
            place=e.place,
            inferred=e.inferred,
            planned=e.planned,
            sources=e.sources,
        )


def _examples(writer: Writer) -> Iterator[d.ExampleRow]:
    for e in writer.catalog.examples:
        yield d.ExampleRow(
            id=e.id,
            url=address("eksempler", e),
            title=e.title,
            summary=e.summary,
            kommuner=_resolved(writer.catalog, (p.participant for p in e.participants)),
            themes=e.themes,
            documentation=e.documentation,
            relation=e.relation,
            lang=e.lang,
            indicators=tuple(f"{e.id}-{indicator.id}" for indicator in e.indicators),
            sources=e.sources,
        )


def _indicators(writer: Writer) -> Iterator[d.IndicatorRow]:
    catalog = writer.catalog
    for indicator in catalog.programme.indicators:
        yield _indicator(indicator, None, f"programmet-{indicator.id}")
    for example in catalog.examples:
        for indicator in example.indicators:
            yield _indicator(indicator, example.id, f"{example.id}-{indicator.id}")


def _indicator(indicator: Indicator, example: str | None, id: str) -> d.IndicatorRow:
    points = (d.PointRow.model_validate(point.model_dump(mode="json")) for point in indicator.points)
    return d.IndicatorRow(
        id=id,
        url=f"/eksempler/resultater/#{id}",
        example=example,
        name=indicator.name,
        scope=indicator.scope,
        unit=indicator.unit,
        better=indicator.better,
        comparable=indicator.comparable,
        points=tuple(points),
    )


def _temadager(writer: Writer) -> Iterator[d.TemadagRow]:
    for t in writer.catalog.temadager:
        yield d.TemadagRow(
            id=t.id,
            url=address("temadager", t),
            title=t.title,
            kommuner=t.kommuner,
            date=str(t.date),
            participants=t.participants and t.participants.value,
            participants_bound=t.participants and t.participants.bound,
            lang=t.lang,
            sources=t.sources,
        )


def _newsletters(writer: Writer) -> Iterator[d.NewsletterRow]:
    for n in writer.catalog.newsletters:
        yield d.NewsletterRow(
            id=n.id,
            url=address("nyhetsbrev", n),
            year=n.year,
            number=n.number,
            date=str(n.date),
            title=n.title,
            lang=n.lang,
        )


def _news(writer: Writer) -> Iterator[d.NewsRow]:
    for n in writer.catalog.news:
        yield d.NewsRow(
            id=n.id, url=address("nyheter", n), date=str(n.date), title=n.title, kommuner=n.kommuner, lang=n.lang
        )


def _documents(writer: Writer) -> Iterator[d.DocumentRow]:
    for each in writer.catalog.documents:
        yield d.DocumentRow(
            id=each.id,
            url=address("documents", each),
            title=each.title,
            kind=each.kind,
            publisher=each.publisher,
            published=str(each.published),
            address=each.address,
            networks=each.networks,
            lang=each.lang,
        )


def _sources(writer: Writer) -> Iterator[d.SourceRow]:
    for s in writer.catalog.sources.values():
        yield d.SourceRow(
            id=s.id,
            url=address("sources", s),
            title=s.title,
            publisher=s.publisher,
            year=str(s.year),
            address=s.address,
            kind=s.kind,
            reliability=s.reliability,
            truncated=s.truncated,
            part_of=s.part_of,
        )


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
