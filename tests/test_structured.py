"""What machines are told, read strictly: each thing has what its type needs and nothing that is not expected here."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import samanom
from built import ROOT, pages, site, tiny_site
from samanom.render.card import picture_size
from samanom.render.structured import TYPES

SITES = pytest.mark.parametrize("built", [site, tiny_site], ids=["samanom", "tiny"])
PAGE = ("name description url inLanguage publisher", "dateModified")
ARTICLE = (f"{PAGE[0]} headline", f"{PAGE[1]} datePublished about")
ORGANISATION = "url address parentOrganization telephone email member memberOf"
EXPECTED = {
    "AdministrativeArea": ("name", ""),
    "Article": ARTICLE,
    "BreadcrumbList": ("itemListElement", ""),
    "ContactPage": (f"{PAGE[0]} mainEntity", PAGE[1]),
    "DataCatalog": (f"{PAGE[0]} dataset", PAGE[1]),
    "DataDownload": ("encodingFormat contentUrl", ""),
    "Dataset": ("name description url creator distribution temporalCoverage isAccessibleForFree", "license"),
    "Event": ("name url startDate location", "endDate organizer description"),
    "GeoCoordinates": ("latitude longitude", ""),
    "GovernmentOrganization": ("name url", "identifier location memberOf"),
    "ListItem": ("position name item", ""),
    "NewsArticle": ARTICLE,
    "Organization": ("name", ORGANISATION),
    "Place": ("name", "address geo containedInPlace"),
    "Project": ("name url", "description foundingDate dissolutionDate member"),
    "PropertyValue": ("propertyID value", ""),
    "Thing": ("name url", ""),
    "WebPage": (PAGE[0], f"{PAGE[1]} mainEntity"),
    "WebSite": (f"{PAGE[0]} about", PAGE[1]),
}
"""What a type must have, and what it may have besides."""


@cache
def told(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The graph of each page, by address."""
    found = {}
    for address, html in pages(folder):
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html):
            data = json.loads(text)
            assert data.keys() == {"@context", "@graph"}
            assert data["@context"] == "https://schema.org"
            found[address] = data["@graph"]
    return found


def things(value: Any) -> Iterator[dict[str, Any]]:
    """Everything with a type, however deep."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from things(part)


def faults(thing: dict[str, Any]) -> Iterator[str]:
    kind = thing.get("@type", "")
    needed, allowed = (set(each.split()) for each in EXPECTED.get(kind, ("", "")))
    if kind not in EXPECTED:
        yield f"unexpected type: {thing}"
    yield from (f"{kind} without {name}" for name in sorted(needed - thing.keys()))
    yield from (f"{kind} with {name}" for name in sorted(thing.keys() - needed - allowed - {"@type"}))
    for name, value in thing.items():
        if value in ("", None, [], {}):
            yield f"{kind}.{name} is empty"
        if name in ("url", "item", "contentUrl", "license") and not re.fullmatch(r"https?://[^\s]+", str(value)):
            yield f"{kind}.{name} is no address: {value}"
        if name in ("startDate", "endDate", "datePublished", "dateModified") and not is_day(value):
            yield f"{kind}.{name} is no day: {value}"
    if kind == "Dataset" and not 50 <= len(thing.get("description", "")) <= 5000:
        yield f"Dataset {thing.get('name')} is described too shortly"


def is_day(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@SITES
def test_each_thing_has_what_its_type_needs_and_nothing_else(built: Callable[[], Path]) -> None:
    seen = set()
    for address, graph in told(built()).items():
        for thing in things(graph):
            assert list(faults(thing)) == [], address
            seen.add(thing["@type"])
    assert seen == EXPECTED.keys()


@pytest.mark.parametrize(
    ("thing", "fault"),
    [
        ({"@type": "Event", "name": "N", "url": "https://a.no/", "startDate": "2013"}, "Event without location"),
        ({"@type": "Place", "name": "N", "inventor": "I"}, "Place with inventor"),
        ({"@type": "Place", "name": ""}, "Place.name is empty"),
        ({"@type": "Thing", "name": "N", "url": "/tema/"}, "Thing.url is no address: /tema/"),
        ({"@type": "Opinion"}, "unexpected type: {'@type': 'Opinion'}"),
    ],
)
def test_a_faulty_thing_is_found(thing: dict[str, Any], fault: str) -> None:
    assert next(faults(thing)) == fault


@SITES
def test_every_page_says_what_it_is_and_the_way_to_it(built: Callable[[], Path]) -> None:
    for address, html in pages(built()):
        if address == "/404.html" or 'http-equiv="refresh"' in html:
            continue
        about, *rest = told(built())[address]
        kind = re.findall(r'<meta name="kind" content="(.*?)"', html)[0]
        assert about["@type"] == TYPES.get(kind, "WebPage"), address
        assert about["name"] in unescape(html[html.index("<title>") : html.index("</title>")]), address
        assert about["url"].endswith(address), address
        assert f'<html lang="{about["inLanguage"]}">' in html, address
        types = [each["@type"] for each in rest]
        assert types[-1:] == (["BreadcrumbList"] if address != "/" else []), address
        assert set(types[:-1]) <= {"Event"}, address


def test_an_event_has_the_day_and_place_of_its_record_and_none_has_less() -> None:
    found = {each["url"]: each for each in told(site())["/kalender/"] if each["@type"] == "Event"}
    known = [e for e in samanom.read(ROOT).events if e.start.precision == "day" and e.place]
    assert known
    assert found.keys() == {f"https://samanom.no/kalender/#{event.id}" for event in known}
    for event in known:
        thing = found[f"https://samanom.no/kalender/#{event.id}"]
        assert (thing["startDate"], thing["location"]["name"]) == (str(event.start), event.place)
        assert ("Året er regnet ut" in thing.get("description", "")) == event.inferred
    assert not [each for each in told(site())["/temadager/andebu/"] if each["@type"] == "Event"]
    [day] = [each for each in told(tiny_site())["/temadager/fiskedag/"] if each["@type"] == "Event"]
    assert (day["startDate"], day["location"]["name"]) == ("2013-11-30", "Prøvehallen")


def test_a_date_that_was_worked_out_is_no_date_of_publishing() -> None:
    for news in samanom.read(ROOT).news:
        known = news.date.precision == "day" and not news.inferred
        assert told(site())[f"/{news.address}"][0].get("datePublished") == (str(news.date) if known else None)


def test_an_unchecked_number_is_not_told_as_a_fact() -> None:
    assert not {"telephone", "email"} & told(site())["/kontakt/"][0]["mainEntity"].keys()
    assert told(tiny_site())["/kontakt/"][0]["mainEntity"]["telephone"] == "00 00 00 00"


@SITES
def test_every_data_file_is_told_of_and_is_there(built: Callable[[], Path]) -> None:
    datasets = told(built())["/data/"][0]["dataset"]
    start = told(built())["/"][0]["url"]
    files = {part["contentUrl"].removeprefix(start) for each in datasets for part in each["distribution"]}
    assert all((built() / file).is_file() for file in files)
    words = "ord.json"  # the search's own list of words, and no data
    made = {path.name for path in (built() / "data").iterdir() if path.name not in ("index.html", words)}
    assert {file.removeprefix("data/") for file in files if file.startswith("data/")} == made


def test_no_licence_is_told_for_what_is_known_of_people() -> None:
    licensed = {each["url"].partition("#")[2]: "license" in each for each in told(site())["/data/"][0]["dataset"]}
    assert [name for name, open_data in licensed.items() if not open_data] == ["networks", "people"]


def test_a_kommune_is_told_with_number_place_and_networks() -> None:
    lom = told(site())["/kommuner/lom/"][0]["mainEntity"]
    assert lom["@type"] == "GovernmentOrganization"
    assert lom["identifier"]["value"] == samanom.read(ROOT).kommuner["lom"].official.number
    assert [each["url"] for each in lom["memberOf"]] == [
        f"https://samanom.no/nettverk/{network.id}/" for network in samanom.read(ROOT).networks_of("lom")
    ]


def properties(html: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', html))


def test_a_shared_page_has_the_programmes_own_picture() -> None:
    file = ROOT / "content/bilder/deling.png"
    assert picture_size(file) == (1200, 630)
    assert file.stat().st_size < 100_000
    alts = {"nb": "sykefravær", "nn": "sjukefråvær", "en": "sickness absence"}
    for address, html in pages(site()):
        card = properties(html)
        if address != "/404.html":
            lang = re.findall(r'<html lang="(..)">', html)[0]
            assert card["og:image"] == "https://samanom.no/bilder/deling.png"
            assert (card["og:image:width"], card["og:image:height"]) == ("1200", "630")
            assert card["twitter:card"] == "summary_large_image"
            assert alts[lang] in card["og:image:alt"], address
            assert card["og:url"].endswith(address)


def test_a_programme_without_a_picture_shows_none() -> None:
    for _, html in pages(tiny_site()):
        assert not {"og:image", "og:image:alt", "twitter:card"} & properties(html).keys()
    assert properties(dict(pages(tiny_site()))["/"])["og:type"] == "website"


@pytest.mark.parametrize("content", [None, b"GIF89a", b"\x89PNG\r\n\x1a\n"], ids=["missing", "gif", "cut"])
def test_a_picture_that_is_none_is_told(tiny: Path, content: bytes | None) -> None:
    file = tiny / "data/programme.yaml"
    alt = "{nb: Bilde, nn: Bilete, en: Picture}"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("  licences:", f"  picture: {{file: /bilder/a.png, alt: {alt}}}\n  licences:"), encoding="utf-8"
    )
    if content is not None:
        (tiny / "content/bilder/a.png").write_bytes(content)
    with pytest.raises(samanom.ProblemsFound, match=r"data/programme.yaml:.* ikke noe PNG-bilde på /bilder/a.png"):
        samanom.build(tiny, dt.date(2014, 5, 13))
