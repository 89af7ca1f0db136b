"""Cards for an address book: the leaders of a network, and the secretariat.

vCard 3.0 (RFC 2426) in UTF-8, because Outlook, iOS and Android all read it, and Outlook does not read the newer 4.0. A
file may hold several cards; Outlook takes the first, which is why the secretariat comes before its people. A card says
where its numbers are from and when they were last checked, as the pages do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from ...model import Contact, Network, Person
from ..opendata.rows import address
from ..writer import Writer

WIDTH = 75
"""Octets on a line, at most."""
Lines = Iterator[tuple[str, str]]
"""Names of properties with their parameters, and values that are escaped."""


@dataclass(frozen=True)
class Cards:
    """A file of cards. Only those with a phone or an e-mail address have one."""

    path: str
    title: str
    people: tuple[Person, ...]
    network: Network | None
    """None for the secretariat, which has the first card itself."""


def cards(writer: Writer) -> Iterator[Cards]:
    """A network that nobody can be reached at has no file."""
    programme = writer.catalog.programme
    secretariat = programme.secretariat
    people = tuple(
        p for p in writer.catalog.people.values() if secretariat.body and p.roles[0].body == secretariat.body
    )
    found = writer.reachable(people)
    if found or writer.current([secretariat.contact]):
        yield Cards("kontakt/sekretariatet.vcf", secretariat.name, found, None)
    for network in writer.catalog.networks.values():
        if leaders := writer.leaders(network):
            yield Cards(f"nettverk/{network.id}/leder.vcf", network.name, leaders, network)


def to_vcard(file: Cards, writer: Writer) -> str:
    """The cards one after another, lines ending as the standard says."""
    every = [_person(person, file.network, writer) for person in file.people]
    if not file.network and writer.current([writer.catalog.programme.secretariat.contact]):
        every.insert(0, _secretariat(writer))
    lines = []
    for card in every:
        lines += ["BEGIN:VCARD", "VERSION:3.0", *(f"{name}:{value}" for name, value in card), "END:VCARD"]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _person(person: Person, network: Network | None, writer: Writer) -> Lines:
    """The last word of a name is taken for the family's; nothing in the record parts them."""
    given, _, family = person.name.rpartition(" ")
    role = person.roles[0]
    yield "UID", _uid(person.id, writer)
    yield "FN", escaped(person.name)
    yield "N", f"{escaped(family)};{escaped(given)};;;"
    if role.organisation:
        yield "ORG", escaped(role.organisation)
    yield "TITLE", escaped(role.role)
    yield from _reach(person.contacts, writer)
    yield "URL", writer.catalog.programme.site + address(person).lstrip("/")
    yield "NOTE", escaped(_note(person.contacts, network, writer))
    if person.updated and person.updated.precision == "day":
        yield "REV", str(person.updated)


def _secretariat(writer: Writer) -> Lines:
    programme = writer.catalog.programme
    office = programme.secretariat
    yield "UID", _uid("sekretariatet", writer)
    yield "FN", escaped(office.name)
    yield "N", f"{escaped(office.name)};;;;"
    yield "ORG", escaped(office.organisation)
    if office.postal:
        yield "ADR;TYPE=WORK,POSTAL", f";;{escaped(', '.join(office.postal))};;;;"
    yield from _reach([office.contact], writer)
    yield "URL", f"{programme.site}kontakt/#sekretariatet"
    yield "NOTE", escaped(_note([office.contact], None, writer))


def _reach(contacts: Iterable[Contact], writer: Writer) -> Lines:
    """Each number and address once."""
    known = writer.current(contacts)
    for phone in dict.fromkeys(contact.tel for contact in known if contact.tel):
        yield "TEL;TYPE=WORK,VOICE", phone.removeprefix("tel:")
    for email in dict.fromkeys(contact.email for contact in known if contact.email):
        yield "EMAIL;TYPE=INTERNET,WORK", escaped(email)


def _note(contacts: Iterable[Contact], network: Network | None, writer: Writer) -> str:
    """The programme, the network, and of each contact where it is from and when it was last known to be right."""
    catalog, words = writer.catalog, writer.words("nb")
    lines = [catalog.programme.name]
    if network:
        lines.append(f"{words['leader']}, {network.name}")
    for contact in writer.current(contacts):
        checked = f"{words['checked']} {contact.checked.format()}" if contact.checked else words["not_checked"]
        lines.append(f"{words['from_source']} {catalog.sources[contact.source].short}, {checked}")
    return "\n".join(f"{line}." for line in dict.fromkeys(lines))


def _uid(id: str, writer: Writer) -> str:
    return f"{id}@{urlsplit(writer.catalog.programme.site).hostname}"


def escaped(text: str) -> str:
    """What has a meaning in a value, taken literally."""
    return re.sub(r"([\\,;])", r"\\\1", text).replace("\n", "\\n")


def folded(line: str) -> str:
    """Cut into lines that are short enough, never within a letter."""
    pieces, room = [""], WIDTH
    for letter in line:
        room -= len(letter.encode())
        if room < 0:
            pieces.append("")
            room = WIDTH - 1 - len(letter.encode())
        pieces[-1] += letter
    return "\r\n ".join(pieces)
