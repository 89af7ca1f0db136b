"""Atom feeds (RFC 4287): what people wrote, and what concerns each network."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

from ...catalog import Catalog
from ...model import Example, Network, News, Record, Temadag, Theme
from ..writer import Writer
from .entry import Entry, changed, entry

MOST = 200
"""The newest entries alone: a reader keeps those it has, and asks for the whole file each time."""


@dataclass(frozen=True)
class Feed:
    """What is new on a page."""

    page: str
    """The address of the page without the first slash."""
    title: str
    lang: str
    records: tuple[Record, ...]

    @property
    def path(self) -> str:
        return f"{self.page}feed.xml"


def feeds(writer: Writer) -> Iterator[Feed]:
    """Of everything, of newsletters and examples, and of each theme and network."""
    catalog, words, name = writer.catalog, writer.words("nb"), writer.catalog.programme.name
    everything = (*catalog.newsletters, *catalog.news, *catalog.temadager, *catalog.examples)
    yield Feed("", name, "nb", everything)
    yield Feed("nyhetsbrev/", f"{name}: {words['nav_nyhetsbrev']}", "nb", catalog.newsletters)
    yield Feed("eksempler/", f"{name}: {words['nav_eksempler']}", "nb", catalog.examples)
    for theme in catalog.themes.values():
        yield _of_theme(catalog, theme)
    for network in catalog.networks.values():
        yield _of_network(catalog, network, words["network"])


def to_atom(feed: Feed, writer: Writer) -> str:
    """The feed as XML. Its date is that of the newest entry; with none, when the programme was last looked over."""
    programme = writer.catalog.programme
    newest = sorted(feed.records, key=lambda record: changed(record, writer), reverse=True)[:MOST]
    entries = [entry(record, writer) for record in newest]
    updated = entries[0].updated if entries else programme.as_of.start or writer.date
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.lang})
    _text(root, "id", programme.site + feed.path)
    _text(root, "title", feed.title)
    _text(root, "updated", _noon(updated))
    _link(root, "self", programme.site + feed.path, "application/atom+xml")
    _link(root, "alternate", programme.site + feed.page, "text/html")
    author = ET.SubElement(root, "author")
    _text(author, "name", programme.publisher.name)
    _text(author, "uri", programme.site)
    for licence in programme.licences:
        if licence.covers == "text":
            _text(root, "rights", f"{licence.name}: {licence.url}")
            ET.SubElement(root, "link", {"rel": "license", "href": licence.url})
    for each in entries:
        _add(root, each)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _of_theme(catalog: Catalog, theme: Theme) -> Feed:
    """In the form of Norwegian that its page is in."""
    text = catalog.theme_texts.get(theme.id)
    lang = text.lang if text else "nb"
    about: tuple[News | Temadag | Example, ...] = (*catalog.news, *catalog.temadager, *catalog.examples)
    found = tuple(each for each in about if theme.id in each.themes)
    return Feed(f"tema/{theme.id}/", f"{catalog.programme.name}: {theme.name[lang]}", lang, found)


def _of_network(catalog: Catalog, network: Network, word: str) -> Feed:
    """Its notices, gatherings, deadlines and documents."""
    found: tuple[Record, ...] = (*catalog.news_of(network), *catalog.events_of(network), *catalog.documents_of(network))
    return Feed(f"nettverk/{network.id}/", f"{catalog.programme.name}: {word} {network.name}", "nb", found)


def _add(root: ET.Element, each: Entry) -> None:
    element = ET.SubElement(root, "entry", {"xml:lang": each.lang})
    _text(element, "id", each.url)
    _text(element, "title", each.title)
    if each.published:
        _text(element, "published", _noon(each.published))
    _text(element, "updated", _noon(each.updated))
    _link(element, "alternate", each.url, "text/html")
    for term in each.categories:
        ET.SubElement(element, "category", {"term": term})
    _text(element, "summary", each.summary)
    if each.html:
        _text(element, "content", each.html, type="html")


def _text(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = text


def _link(parent: ET.Element, rel: str, href: str, type: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "type": type, "href": href})


def _noon(day: dt.date) -> str:
    """A time that is the same day in all of Europe and America: nobody has said the hour."""
    return f"{day}T12:00:00Z"
