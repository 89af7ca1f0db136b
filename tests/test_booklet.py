"""The booklet's own words, as they stand, against the built site: members, leaders, phones and addresses."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from built import ROOT, body, parse, site

APPENDIX = (ROOT / "tests/booklet/vedlegg-2.txt").read_text(encoding="utf-8").replace("\u00a0", " ")
CONTACTS = (ROOT / "tests/booklet/kontakt.txt").read_text(encoding="utf-8").replace("\u00a0", " ")
SLIPS = {
    "Hægebosta,": "Hægebostad,",
    "Midtre-Gauldal": "Midtre Gauldal",
    "Samkommune": "Samkommune (Levanger og Verdal)",
}
PRIVATE = ("bjopet@online.no", "anne.k.grimsrud@gmail.com")


@dataclass(frozen=True)
class Network:
    """A network as the appendix has it."""

    names: frozenset[str]
    leaders: tuple[str, ...]


@cache
def known_names() -> tuple[str, ...]:
    """The names of the kommuner of 2013, the longest first."""
    with (ROOT / "data/reference/kommuner-2013.csv").open(encoding="utf-8") as file:
        return tuple(sorted({row["name"] for row in csv.DictReader(file)}, key=len, reverse=True))


def names_in(text: str) -> frozenset[str]:
    for slip, right in SLIPS.items():
        text = text.replace(slip, right)
    pattern = "|".join(re.escape(name) for name in known_names())
    return frozenset(re.findall(rf"(?<![\w-])(?:{pattern})(?![\w-])", text))


def networks_in(appendix: str) -> list[Network]:
    """A block a network, the leader last."""
    text = appendix[appendix.index("Kompetanse Vest og Øst") :]
    blocks = (block.partition("Nettverksleder:") for block in re.split(r"\n\s*\n", text.strip()))
    return [Network(names_in(members), leaders_in(leaders)) for members, _, leaders in blocks]


def leaders_in(text: str) -> tuple[str, ...]:
    return tuple(name.strip().rstrip(".") for name in re.split(r"\bog\b", " ".join(text.split())))


@cache
def dataset(name: str) -> Any:
    return json.loads((site() / f"data/{name}.json").read_text(encoding="utf-8"))


NETWORKS = networks_in(APPENDIX)


def test_the_appendix_has_sixteen_networks_and_the_site_has_them() -> None:
    assert len(NETWORKS) == 16
    assert len(dataset("networks")) == 16
    assert len(dataset("kommuner")) == 110


@pytest.mark.parametrize("number", range(16))
def test_members_and_leaders_of_a_network(number: int) -> None:
    expected, found = NETWORKS[number], dataset("networks")[number]
    names = {kommune["id"]: kommune["name"] for kommune in dataset("kommuner")}
    assert {names[id] for id in found["kommuner"]} == expected.names
    assert tuple(leader["name"] for leader in found["leaders"]) == expected.leaders


@pytest.mark.parametrize("number", range(16))
def test_a_network_page_names_its_members_and_leaders(number: int) -> None:
    expected, found = NETWORKS[number], dataset("networks")[number]
    html = body((site() / found["url"][1:] / "index.html").read_text(encoding="utf-8"), "data-pagefind-body")
    kommuner = re.findall(r'<a href="\.\./\.\./kommuner/[a-z-]+/">([^<(]+?)(?: \([^<]*)?</a>', html)
    assert set(kommuner) == expected.names
    for leader in expected.leaders:
        assert leader in html


@pytest.mark.parametrize("pulje", [1, 2])
def test_the_participant_lists_of_the_appendix_are_on_the_site(pulje: int) -> None:
    found = {kommune["name"] for kommune in dataset("kommuner") if pulje in kommune["puljer"]}
    missing = column(pulje) - found
    assert not missing
    assert found - column(pulje) == ({"Kvinesdal", "Farsund"} if pulje == 2 else set())


def column(pulje: int) -> frozenset[str]:
    """The names of one pulje. A row has up to two names of pulje 1, then up to two of pulje 2."""
    text = APPENDIX[APPENDIX.index("pulje 2") + len("pulje 2") : APPENDIX.index("Kompetanse Vest og Øst")]
    text = re.sub(r"Innherred\s+Samkommune\s+\(Levanger og Verdal\)", "Levanger Verdal", text)
    text = re.sub(r"KS Agder\s+\(Verdiprosjektet\)", "", text)
    pattern = "|".join(("Bø i Nordland", "Bø i Telemark", *map(re.escape, known_names())))
    rows = [[name.partition(" i ")[0] for name in re.findall(rf"\b(?:{pattern})\b", row)] for row in text.split("\n")]
    return frozenset(name for row in rows for name in (row[:-2] if pulje == 1 else row[-2:]))


@dataclass(frozen=True)
class Contact:
    name: str
    phone: str
    email: str


def contacts_in(text: str) -> list[Contact]:
    """A name, then a phone, then an address; titles and headings may stand between."""
    found, name = list[Contact](), ""
    for block in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in block.strip().splitlines() if line.strip()]
        for line in lines:
            if re.fullmatch(r"[A-ZÆØÅa-zæøå-]+(?: [A-ZÆØÅa-zæøå-]+)*", line) and "ådgiver" not in line:
                name = line if line not in ("Fagdirektør", "Kommunalavdelingen") else name
            if line.startswith("Telefon:"):
                phone = line.removeprefix("Telefon:").strip()
                found.append(Contact(name, phone, ""))
            if "@" in line:
                found[-1] = Contact(found[-1].name, found[-1].phone, line.removeprefix("E-post:").strip())
    return found


def plain(name: str) -> str:
    return re.sub(r"\W", "", name).casefold()


PEOPLE = contacts_in(CONTACTS)[1:]
"""The first is the secretariat itself."""


def test_the_contact_pages_hold_seventeen_people() -> None:
    assert len(PEOPLE) == 17
    assert all(contact.name and contact.phone and contact.email for contact in PEOPLE)


@pytest.mark.parametrize("contact", PEOPLE, ids=lambda contact: plain(contact.name))
def test_a_person_is_on_the_contact_page_with_phone_and_address(contact: Contact) -> None:
    html = (site() / "kontakt/index.html").read_text(encoding="utf-8")
    articles = re.findall(r'<article class="person".*?</article>', html, re.DOTALL)
    [article] = [each for each in articles if plain(contact.name) in plain(parse(each).headings[0][1])]
    assert contact.phone in article
    assert f"tel:+47{contact.phone.replace(' ', '')}" in article
    assert (f"mailto:{contact.email}" in article) == (contact.email not in PRIVATE)


def test_the_secretariat_is_on_the_contact_page() -> None:
    words = " ".join(parse((site() / "kontakt/index.html").read_text(encoding="utf-8")).words)
    for text in ("Postboks 8112 Dep", "0032 Oslo", "22 24 90 90", "sekretariatet@samanom.no"):
        assert text in CONTACTS
        assert text in words


def test_private_addresses_are_nowhere() -> None:
    for path in site().rglob("*"):
        if path.suffix in (".html", ".json", ".csv", ".xml"):
            text = path.read_text(encoding="utf-8")
            assert not any(address in text for address in PRIVATE), path
