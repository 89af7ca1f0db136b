"""What a feed says of a record: its date, and all or the gist of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape

from markupsafe import Markup

from ...catalog import Catalog
from ...dates import Period
from ...markup import to_html
from ...model import Content, Document, Event, News, Newsletter, Record, Temadag
from ..filters import when
from ..opendata.rows import address
from ..writer import Writer
from .telling import told


@dataclass(frozen=True)
class Entry:
    """One thing in a feed."""

    url: str
    """Where it stands, and its name for ever."""
    title: str
    lang: str
    updated: dt.date
    published: dt.date | None
    """Only where a source gives the day."""
    categories: tuple[str, ...]
    """Its kind, and the ids of its themes."""
    summary: str
    html: str
    """All of it with whole addresses; empty where the summary must do."""


def entry(record: Record, writer: Writer) -> Entry:
    lang, url = getattr(record, "lang", "nb"), writer.catalog.programme.site + address(record).lstrip("/")
    kind = record.kind if isinstance(record, (Event, Document)) else record.label
    return Entry(
        url=url,
        title=_title(record),
        lang=lang,
        updated=changed(record, writer),
        published=_published(record),
        categories=(kind, *getattr(record, "themes", ())),
        summary=_summary(record, writer.catalog, writer.words(lang), lang),
        html=_story(record, writer, url) if isinstance(record, (Newsletter, News)) else "",
    )


def changed(record: Record, writer: Writer) -> dt.date:
    """The first day of the first of these that is known: when it was last changed, its date, when it was last checked,
    its newest source, the programme. What is known to the year only is thus never told ahead of its time, but not as
    older than it is.
    """
    dates = (*_dates(record, writer.catalog), writer.catalog.programme.period)
    found = next((date.start for date in dates if date and date.start), writer.date)
    return max(found, _published(record) or found)


def _dates(record: Record, catalog: Catalog) -> Iterator[Period | None]:
    """An event is told of long before it starts, so that its own date says nothing of when that was."""
    yield record.updated
    yield from (getattr(record, name, None) for name in ("date", "published", "checked"))
    named = (*getattr(record, "sources", ()), getattr(record, "source", ""))
    years = [catalog.sources[id].year for id in named if id]
    yield max(years, key=lambda year: year.start or dt.date.min, default=None)


def _published(record: Record) -> dt.date | None:
    """A day that a source gives for something written."""
    if isinstance(record, (News, Newsletter)) and not record.inferred and record.date.precision == "day":
        return record.date.start
    if isinstance(record, Document) and record.published.precision == "day":
        return record.published.start
    return None


def _title(record: Record) -> str:
    """That of an event with its date, which readers show nowhere else."""
    title: str = getattr(record, "title", record.id)
    return f"{title}, {when(record)}" if isinstance(record, Event) and record.start.start else title


def _summary(record: Record, catalog: Catalog, words: Mapping[str, str], lang: str) -> str:
    if isinstance(record, Event):
        return " ".join(told(record, catalog, words))
    if isinstance(record, Document):
        return f"{record.kind.capitalize()}, {record.publisher}. {words['date']}: {record.published.format(lang)}."
    if isinstance(record, (News, Newsletter, Temadag)) and not _published(record):
        return f"{_dated(record, words)} {record.summary}"
    return getattr(record, "summary", "")


def _dated(record: News | Newsletter | Temadag, words: Mapping[str, str]) -> str:
    """The date as well as it is known."""
    worked_out = f" ({words['inferred']})" if record.inferred else ""
    return f"{words['date']}: {record.date.format(record.lang)}{worked_out}."


def _story(record: Newsletter | News, writer: Writer, url: str) -> str:
    """The text, and of a newsletter that of its articles."""
    site, words = writer.catalog.programme.site, writer.words(record.lang)
    news = {each.id: each for each in writer.catalog.news}
    articles = [news[id] for id in record.articles if id in news] if isinstance(record, Newsletter) else []
    html = writer.environment.get_template("_innlegg.html").render(
        content=record, articles=articles, t=words, dated=_dated, text=partial(_text, writer)
    )
    return whole_addresses(html, site, url)


def _text(writer: Writer, content: Content, below: int = 0) -> Markup:
    """What was written, its headings so many levels lower. A drawing needs the style sheet, and is left to the page."""

    def show(kind: str, id: str, text: str) -> str:
        if kind == "sitat":
            return writer.quoted(id, content.lang)
        return f'<p><a href="/{content.address}">{escape(text)}</a></p>'

    html = to_html(content.body, lambda source: f"/om/data/#{source}", show)
    return Markup(re.sub(r"(</?h)([2-4])\b", lambda match: f"{match[1]}{int(match[2]) + below}", html))


def whole_addresses(html: str, site: str, url: str) -> str:
    """Links and pictures with the address of the site before them, anchors with that of the page."""
    html = re.sub(r' data-adresse="[^"]*"', "", html)
    html = re.sub(r"""\b(href|src)=(["'])#""", lambda match: f"{match[0][:-1]}{url}#", html)
    return re.sub(r"""\b(href|src)=(["'])/(?!/)""", lambda match: f"{match[0][:-1]}{site}", html)
