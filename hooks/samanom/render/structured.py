"""What machines are told of a page: schema.org, as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..model import Content, Event, News, Newsletter, Temadag
from .finder import FINDER
from .opendata import DATASETS
from .opendata.rows import address
from .page import Page
from .things import (
    Thing,
    dataset_thing,
    event_thing,
    kommune_thing,
    network_thing,
    programme_thing,
    secretariat_thing,
    theme_thing,
    whole_kommune,
    whole_network,
)
from .writer import Writer

TYPES = {
    "hjem": "WebSite",
    "data": "DataCatalog",
    "eksempel": "Article",
    "kontakt": "ContactPage",
    "kunnskapsstatus": "Article",
    "nyhet": "NewsArticle",
    "nyhetsbrev": "Article",
    "side": "Article",
    "temadag": "Article",
}
"""By kind of page; others are a WebPage."""
FORMATS = {"json": "application/json", "csv": "text/csv"}
OTHERS = {
    "kommuner": {"data/kommuner.geojson": "application/geo+json"},
    "events": {"kalender.ics": "text/calendar"},
    "examples": {"eksempler/feed.xml": "application/atom+xml"},
    "newsletters": {"nyhetsbrev/feed.xml": "application/atom+xml"},
}
"""Further files that hold the same, by dataset."""


def type_of(page: Page) -> str:
    """What the page is by schema.org."""
    return TYPES.get(page.kind, "WebPage")


def structured(page: Page, writer: Writer) -> str:
    """The page and what it is about, events with day and place, and the way to it; safe to stand in HTML."""
    trail = [_trail(page, writer)] if page.path else []
    graph = [_page(page, writer), *_events(page, writer), *trail]
    told = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return told.replace("<", "\\u003c")


def _page(page: Page, writer: Writer) -> Thing:
    programme = writer.catalog.programme
    about: Thing = {
        "@type": type_of(page),
        "name": page.title,
        "description": page.description,
        "url": programme.site + page.path,
        "inLanguage": page.lang,
        "publisher": {"@type": "Organization", "name": programme.publisher.name, "url": programme.site},
    }
    if page.updated and page.updated.precision == "day":
        about["dateModified"] = str(page.updated)
    content = writer.catalog.written.get(page.path)
    return about | (_article(page, content, writer) if content else _subject(page, writer))


def _article(page: Page, content: Content, writer: Writer) -> Thing:
    """When it was published and what it is about. A date that was worked out is left out: nothing here can say so."""
    catalog = writer.catalog
    about = [kommune_thing(id, catalog) for id in catalog.kommuner_of(content)]
    about += [network_thing(id, catalog) for id in (content.networks if isinstance(content, News) else ())]
    about += [theme_thing(id, page.lang, catalog) for id in page.themes]
    told: Thing = {"headline": page.title, **({"about": about} if about else {})}
    if isinstance(content, (News, Newsletter)) and content.date.precision == "day" and not content.inferred:
        told["datePublished"] = str(content.date)
    return told


def _subject(page: Page, writer: Writer) -> Thing:
    """What a page that nobody wrote is about."""
    catalog, id = writer.catalog, page.path.rstrip("/").rpartition("/")[2]
    match page.kind:
        case "hjem":
            return {"about": programme_thing(catalog.programme)}
        case "kontakt":
            return {"mainEntity": secretariat_thing(catalog.programme)}
        case "kommune":
            return {"mainEntity": whole_kommune(id, catalog)}
        case "nettverk":
            return {"mainEntity": whole_network(id, catalog)}
        case "data":
            return {"dataset": list(_datasets(writer))}
    return {}


def _datasets(writer: Writer) -> Iterator[Thing]:
    programme = writer.catalog.programme
    for dataset in DATASETS:
        files = {f"data/{dataset.name}.{ending}": kind for ending, kind in FORMATS.items()}
        yield dataset_thing(dataset, files | OTHERS.get(dataset.name, {}), programme)
    yield dataset_thing(FINDER, {f"data/{FINDER.name}.json": FORMATS["json"]}, programme)


def _events(page: Page, writer: Writer) -> Iterator[Thing]:
    catalog, site = writer.catalog, writer.catalog.programme.site
    found: Iterable[Event | Temadag] = ()
    if page.kind == "kalender":
        found = catalog.events
    elif page.kind == "nettverk":
        found = catalog.events_of(catalog.networks[page.path.split("/")[1]])
    elif isinstance(content := writer.catalog.written.get(page.path), Temadag):
        found = (content,)
    words = writer.words(page.lang)
    for event in found:
        notes = [words[f"{note}_told"] for note in ("planned", "inferred") if getattr(event, note, False)]
        url = site + address(event).lstrip("/")
        if thing := event_thing(event, url, " ".join(notes), catalog):
            yield thing


def _trail(page: Page, writer: Writer) -> Thing:
    programme = writer.catalog.programme
    steps = [("", programme.name), *((step.path, step.title) for step in page.trail), (page.path, page.title)]
    items = [
        {"@type": "ListItem", "position": i, "name": title, "item": programme.site + path}
        for i, (path, title) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
