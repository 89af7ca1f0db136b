"""The data that others take: the fields promised, in both forms, each explained."""

from __future__ import annotations

import csv
import json
from pathlib import Path

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


@pytest.mark.parametrize("name", PROMISED)
def test_the_csv_has_a_header_and_the_same_rows(name: str) -> None:
    with (tiny_site() / f"data/{name}.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["id"] for row in table] == [row["id"] for row in read(tiny_site(), name)]
    assert all(None not in row for row in table)


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


def test_points_lie_in_norway() -> None:
    collection = json.loads((site() / "data/kommuner.geojson").read_text(encoding="utf-8"))
    assert len(collection["features"]) == 110
    for feature in collection["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        assert 4 < lon < 32
        assert 57 < lat < 72


def test_names_of_today_lead_to_all_that_are_part_of_them() -> None:
    found = {address: parse(html) for address, html in pages(site())}
    assert {"../rissa/"} <= set(found["/kommuner/indre-fosen/"].links)
    assert {"../finnoy/", "../rennesoy/"} <= set(found["/kommuner/stavanger/"].links)
    assert {"../spydeberg/", "../hobol/"} <= set(found["/kommuner/indre-ostfold/"].links)
    assert {"../kommuner/rissa/", "../kommuner/indre-fosen/"} <= set(found["/a-aa/"].links)
