"""What others follow: feeds of what is new, calendars, and cards for an address book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..page import Asset
from ..writer import Writer
from .atom import Feed, feeds, to_atom
from .ical import Calendar, calendars, to_ical
from .vcard import Cards, cards, to_vcard

__all__ = ["Calendar", "Cards", "Feed", "calendars", "cards", "feed_files", "feed_titles", "feeds"]


def feed_titles(writer: Writer) -> Mapping[str, str]:
    """The title of each feed, by the address of the page that it follows."""
    return {feed.page: feed.title for feed in feeds(writer)}


def feed_files(writer: Writer) -> Iterator[Asset]:
    """Every feed, calendar and file of cards."""
    yield from (Asset(feed.path, to_atom(feed, writer)) for feed in feeds(writer))
    yield from (Asset(calendar.path, to_ical(calendar, writer)) for calendar in calendars(writer))
    yield from (Asset(file.path, to_vcard(file, writer)) for file in cards(writer))
