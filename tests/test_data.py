"""The data that others take: the fields promised, in both forms, each explained."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from built import pages, parse, site, tiny_site

PROMISED = {
    "kommuner": "number name fylke puljer networks today population_2013 lat lon",
    "networks": "name pulje themes kommuner leaders",
    "cooperations": "name",
    "projects": "title kommuner themes pulje",
    "people": "name role organisation phone email checked",
    "themes": "name",
    "events": "title kind start end networks puljer",
    "examples": "title kommuner themes documentation relation lang indicators sources",
    "indicators": "example name unit points",
    "temadager": "title kommuner date participants",
    "newsletters": "year number date title",
    "news": "date title",
    "documents": "title",
    "sources": "title publisher year address kind",
}


def read(folder: Path, name: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads((folder / f"data/{name}.json").read_text(encoding="utf-8"))
    return rows


@pytest.mark.parametrize("name", PROMISED)
def test_each_object_has_what_is_promised(name: str) -> None:
    rows = [*read(tiny_site(), name), *read(site(), name)]
    assert rows
    for row in rows:
        assert {"id", "url", *PROMISED[name].split()} <= row.keys()
    ids = [row["id"] for row in read(site(), name)]
    assert len(ids) == len(set(ids))


def csv_faults(text: str, ids: list[object]) -> Iterator[str]:
    """What the standard library's reader finds amiss in a table of these rows."""
    table = list(csv.DictReader(io.StringIO(text), strict=True))
    if [row["id"] for row in table] != ids:
        yield "other rows"
    for row in table:
        if None in row or None in row.values():
            yield f"too many or too few cells: {row['id']}"


@pytest.mark.parametrize("name", PROMISED)
def test_the_csv_has_a_header_and_the_same_rows(name: str) -> None:
    for folder in (tiny_site(), site()):
        text = (folder / f"data/{name}.csv").read_bytes().decode()
        assert list(csv_faults(text, [row["id"] for row in read(folder, name)])) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('id,name\na,"A, B"\nb,B\n', None),
        ("id,name\na,A, B\nb,B\n", "too many or too few cells: a"),
        ("id,name\na\nb,B\n", "too many or too few cells: a"),
        ("id,name\na,A\n", "other rows"),
    ],
)
def test_a_fault_in_a_table_is_found(text: str, fault: str | None) -> None:
    assert next(csv_faults(text, ["a", "b"]), None) == fault


def test_a_quotation_mark_that_is_not_closed_is_found() -> None:
    with pytest.raises(csv.Error):
        list(csv_faults('id,name\na,"A\n', ["a"]))


@pytest.mark.parametrize("name", PROMISED)
def test_each_field_is_explained_on_the_page(name: str) -> None:
    html = (site() / "data/index.html").read_text(encoding="utf-8")
    words = html[html.index(f'<h2 id="{name}"') :]
    for field in read(tiny_site(), name)[0]:
        assert f"<code>{field}</code>" in words.split("</section>")[0]


def test_the_file_of_the_search_field_is_explained_too() -> None:
    html = (site() / "data/index.html").read_text(encoding="utf-8")
    words = html[html.index('<h2 id="finn"') :].partition("</section>")[0]
    assert 'href="finn.json"' in words
    for field in {name for row in read(site(), "finn") for name in row}:
        assert f"<code>{field}</code>" in words


def test_the_programme_is_told_apart_from_the_examples() -> None:
    [own] = [row for row in read(site(), "indicators") if row["example"] is None]
    points = own["points"]
    assert isinstance(points, list)
    assert {point["role"]: point["value"] for point in points} == {"baseline": 8.87, "target": 6.98, "result": 7.96}


def test_kommuner_that_stand_in_both_puljer_and_two_networks() -> None:
    rows = {str(row["id"]): row for row in read(site(), "kommuner")}
    assert rows["andoy"]["puljer"] == rows["kvinesdal"]["puljer"] == [1, 2]
    assert rows["farsund"]["puljer"] == [2]
    assert rows["songdalen"]["networks"] == ["heltid-deltid-nord-og-sor", "sykefravaer-sor"]
    assert rows["sortland"]["networks"] == ["kompetanse-nord", "heltid-deltid-nord-og-sor"]
    assert rows["rissa"]["today"] == {"number": "5054", "name": "Indre Fosen"}
    assert rows["bo-telemark"]["number"] == "0821"
    assert rows["bo-nordland"]["number"] == "1867"


def point_faults(collection: dict[str, Any]) -> Iterator[str]:
    """By RFC 7946: longitude first, and points of the country."""
    if collection["type"] != "FeatureCollection":
        yield "no collection"
    for feature in collection["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        if (feature["type"], feature["geometry"]["type"]) != ("Feature", "Point") or "properties" not in feature:
            yield f"no point: {feature['id']}"
        if not (4 < lon < 32 and 57 < lat < 72):
            yield f"outside Norway: {feature['id']}"


def test_points_lie_in_norway() -> None:
    collection = json.loads((site() / "data/kommuner.geojson").read_text(encoding="utf-8"))
    assert len(collection["features"]) == 110
    assert list(point_faults(collection)) == []
    first = collection["features"][0]
    first["geometry"]["coordinates"].reverse()
    assert list(point_faults(collection)) == [f"outside Norway: {first['id']}"]
    del first["properties"]
    assert f"no point: {first['id']}" in point_faults(collection)


def test_the_licence_stands_by_each_file_and_personal_data_have_none() -> None:
    html = (site() / "data/index.html").read_text(encoding="utf-8")
    sections = dict(re.findall(r'<section>\s*<h2 id="([a-z]+)">(.*?)</section>', html, re.DOTALL))
    assert sections.keys() == {*PROMISED, "finn", "kalendere", "nyhetsstrommer", "kontaktkort"}
    for name, section in sections.items():
        licences = re.findall(r">(NLOD 2\.0|CC BY 4\.0)<", section)
        own = {"nyhetsstrommer": ["CC BY 4.0"], "kontaktkort": []}.get(name, ["NLOD 2.0"])
        assert licences == own, name
        assert ("personopplysninger" in section) == (name in ("people", "networks", "kontaktkort")), name


def test_names_of_today_lead_to_all_that_are_part_of_them() -> None:
    found = {address: parse(html) for address, html in pages(site())}
    assert {"../rissa/"} <= set(found["/kommuner/indre-fosen/"].links)
    assert {"../finnoy/", "../rennesoy/"} <= set(found["/kommuner/stavanger/"].links)
    assert {"../spydeberg/", "../hobol/"} <= set(found["/kommuner/indre-ostfold/"].links)
    assert {"../kommuner/rissa/", "../kommuner/indre-fosen/"} <= set(found["/a-aa/"].links)
