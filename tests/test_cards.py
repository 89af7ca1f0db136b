"""Every card for an address book, read by vobject, and by the rules of RFC 2426 that it does not check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import samanom
import vobject
from built import ROOT, TINY, followed, pages, parse, site
from samanom.render.feeds.vcard import escaped, folded
from test_calendars import line_faults

PROGRAMMES = pytest.mark.parametrize("root", [ROOT, TINY], ids=["samanom", "tiny"])
NEEDED = ("version", "fn", "n", "uid", "url", "note")


def faults(text: str) -> Iterator[str]:
    """What an address book would complain of."""
    yield from line_faults(text)
    try:
        found = list(vobject.readComponents(text))
        for card in found:
            card.validate(raiseException=True)
    except Exception as problem:  # whatever it is, it is a complaint
        yield f"vobject: {problem}"
        return
    if not found:
        yield "no card"
    for card in found:
        yield from (f"no {name}" for name in NEEDED if name not in card.contents)
        if card.contents.keys() & {"tel", "email"} == set():
            yield "nobody can be reached"
        for tel in card.contents.get("tel", ()):
            if not re.fullmatch(r"\+\d{8,15}", tel.value):
                yield f"no number from abroad: {tel.value}"


def vcf_files(root: Path) -> dict[str, str]:
    return {path: text for path, text in followed(root).items() if path.endswith(".vcf")}


def cards(root: Path, path: str) -> dict[str, Any]:
    """By the id of the record."""
    return {card.uid.value.partition("@")[0]: card for card in vobject.readComponents(vcf_files(root)[path])}


@PROGRAMMES
def test_every_card_is_read_without_a_complaint(root: Path) -> None:
    known, files = samanom.read(root), vcf_files(root)
    led = {f"nettverk/{network.id}/leder.vcf" for network in known.networks.values() if network.leaders}
    assert files.keys() == {"kontakt/sekretariatet.vcf", *led}
    for path, text in files.items():
        assert list(faults(text)) == [], path


BROKEN: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\r\n", "\n"),
    "a long line": lambda text: text.replace("\r\n ", ""),
    "at least 1 FN": lambda text: re.sub(r"FN:.*\r\n", "", text, count=1),
    "never closed": lambda text: text.replace("END:VCARD\r\n", ""),
    "Failed to parse line": lambda text: text.replace("Månefisk.\\n", "Månefisk.\r\n"),
    "no uid": lambda text: re.sub(r"UID:.*\r\n", "", text, count=1),
    "at least 1 VERSION": lambda text: text.replace("VERSION:3.0\r\n", "", 1),
    "nobody can be reached": lambda text: re.sub(r"(TEL|EMAIL);.*\r\n", "", text),
    "no number from abroad": lambda text: text.replace("+47", ""),
    "no card": lambda text: "\r\n",
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_planted_fault_is_found(fault: str) -> None:
    text = vcf_files(TINY)["kontakt/sekretariatet.vcf"]
    broken = BROKEN[fault](text)
    assert broken != text
    assert any(fault in found for found in faults(broken))


def test_a_leader_is_told_as_the_data_has_it() -> None:
    kari = cards(TINY, "nettverk/manesyke-nord/leder.vcf")["kari-testesen"]
    assert (kari.fn.value, kari.n.value.family, kari.n.value.given) == ("Kari Testesen", "Testesen", "Kari")
    assert (kari.org.value, kari.title.value) == (["Fiskevik kommune"], "Nettverksleder")
    assert [tel.value for tel in kari.contents["tel"]] == ["+4700000001"]
    assert kari.email.value == "kari.testesen@maanefisk.example"
    assert kari.url.value == "https://maanefisk.example/kontakt/#kari-testesen"
    assert "Nettverksleder, Månesyke Nord." in kari.note.value
    assert "Oppgitt i prøveheftet, kontrollert april 2014." in kari.note.value


def test_a_file_has_every_leader_who_can_be_reached() -> None:
    assert list(cards(TINY, "nettverk/fiskelykke/leder.vcf")) == ["per-provesen", "kari-testesen"]
    assert "nettverk/halvmane/leder.vcf" not in vcf_files(TINY)


def test_a_leader_whose_contacts_have_expired_has_no_card(tiny: Path) -> None:
    file = tiny / "data/people.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("checked: 2014-04", "expires: 2013"), encoding="utf-8")
    assert "nettverk/manesyke-nord/leder.vcf" not in vcf_files(tiny)
    assert list(cards(tiny, "nettverk/fiskelykke/leder.vcf")) == ["per-provesen"]
    assert list(cards(tiny, "kontakt/sekretariatet.vcf")) == ["sekretariatet"]


def test_the_secretariat_comes_before_its_people() -> None:
    found = cards(ROOT, "kontakt/sekretariatet.vcf")
    known = samanom.read(ROOT)
    people = [each for each in known.people.values() if each.roles[0].body == "sekretariatet"]
    assert list(found) == ["sekretariatet", *(each.id for each in people if each.contacts)]
    assert len(people) > len(found) - 1 > 1
    office = found["sekretariatet"]
    assert office.adr.value.street == "Postboks 8112 Dep, 0032 Oslo"
    assert (office.tel.value, office.email.value) == ("+4722249090", "sekretariatet@samanom.no")
    for each in people:
        for contact in each.contacts:
            told = f"Oppgitt i {known.sources[contact.source].short}, ikke kontrollert siden."
            assert told in found[each.id].note.value


def test_only_a_day_in_the_data_tells_of_a_change(tiny: Path) -> None:
    assert not any("REV" in text for text in vcf_files(TINY).values())
    file = tiny / "data/people.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    name: Kari", '    updated: "2014-05-02"\n    name: Kari'), encoding="utf-8")
    assert cards(tiny, "nettverk/manesyke-nord/leder.vcf")["kari-testesen"].rev.value == "2014-05-02"


def test_what_has_a_meaning_is_taken_literally() -> None:
    assert escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne"


def test_lines_are_folded_between_letters() -> None:
    line = "NOTE:" + "æøå😀" * 20
    pieces = folded(line).split("\r\n")
    assert max(len(piece.encode()) for piece in pieces) <= 75
    assert pieces[0] + "".join(piece.removeprefix(" ") for piece in pieces[1:]) == line
    assert folded("N" * 75) == "N" * 75
    assert folded("N" * 76) == "N" * 75 + "\r\n N"


def test_a_card_is_offered_where_there_is_one() -> None:
    html = dict(pages(site()))
    for path in vcf_files(ROOT):
        page = f"/{path.rpartition('/')[0]}/"
        assert path.rpartition("/")[2] in parse(html[page]).links, page
