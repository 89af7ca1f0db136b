"""Calendars (RFC 5545 and 7986): all events, and those of each network."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import icalendar
from icalendar import vDuration, vText

from ...model import Event
from ..opendata.rows import address
from ..writer import Writer
from .telling import Days, clock, days, told

ZONE = "Europe/Oslo"
FIRST_DAY = dt.date(2000, 1, 1)
"""Corrections are numbered by the days from here to the record's `updated`."""
DAILY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """What can be subscribed to from a page."""

    page: str
    """The address of the page without the first slash."""
    path: str
    title: str
    events: tuple[Event, ...]


def calendars(writer: Writer) -> Iterator[Calendar]:
    """Without what has no date at all; a calendar must hold something."""
    catalog, name = writer.catalog, writer.catalog.programme.name
    every = [Calendar("kalender/", "kalender.ics", name, catalog.events)]
    for network in catalog.networks.values():
        page = f"nettverk/{network.id}/"
        every.append(Calendar(page, f"{page}kalender.ics", f"{name}: {network.name}", catalog.events_of(network)))
    for each in every:
        if dated := tuple(event for event in each.events if days(event)):
            yield replace(each, events=dated)


def to_ical(calendar: Calendar, writer: Writer) -> str:
    """The calendar as text, in lines as the standard wants them."""
    programme = writer.catalog.programme
    about = icalendar.Calendar()
    about.add("prodid", f"-//{programme.publisher.name}//samanom//NO")
    about.add("version", "2.0")
    about.add("calscale", "GREGORIAN")
    about.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):
        about.add(name, vText(calendar.title))
    for name in ("description", "x-wr-caldesc"):
        about.add(name, vText(_about(writer)))
    about.add("x-wr-timezone", ZONE)
    about.add("url", programme.site + calendar.page)
    about.add("refresh-interval", vDuration(DAILY), {"VALUE": "DURATION"})
    about.add("x-published-ttl", vDuration(DAILY))
    if any(clock(event) for event in calendar.events):
        about.add_component(_zone())
    for event in calendar.events:
        if span := days(event):
            about.add_component(_event(event, span, writer))
    made: bytes = about.to_ical()
    return made.decode()


def _about(writer: Writer) -> str:
    programme = writer.catalog.programme
    licences = [f" {each.name}: {each.url}" for each in programme.licences if each.covers == "data"]
    return f"{programme.tagline}{''.join(licences)}"


def _event(event: Event, span: Days, writer: Writer) -> icalendar.Event:
    """A date worked out or planned is tentative, and only what took place on a known day takes up the day."""
    site, words = writer.catalog.programme.site, writer.words("nb")
    certain = span.exact and not event.planned and not event.inferred
    made = icalendar.Event()
    made.add("uid", f"{event.id}@{urlsplit(site).hostname}")
    made.add("dtstamp", dt.datetime.combine(writer.date, dt.time(), dt.UTC))
    made.add("summary", event.title)
    made.add("description", "\n".join(told(event, writer.catalog, words)))
    made.add("categories", [event.kind])
    made.add("url", site + address(event).lstrip("/"))
    made.add("status", "CONFIRMED" if certain else "TENTATIVE")
    made.add("transp", "OPAQUE" if certain and not event.is_deadline else "TRANSPARENT")
    if event.place:
        made.add("location", event.place)
    _add_times(made, event, span)
    _add_correction(made, event)
    return made


def _add_times(made: icalendar.Event, event: Event, span: Days) -> None:
    """Whole days end on the day after the last."""
    times = clock(event)
    if times is None:
        made.add("dtstart", span.first)
        made.add("dtend", span.last + DAILY)
        return
    for name, time in zip(("dtstart", "dtend"), times, strict=True):
        if time:
            made.add(name, dt.datetime.combine(span.first, time), {"TZID": ZONE})


def _add_correction(made: icalendar.Event, event: Event) -> None:
    """Without `updated` it is the first version; programs then go by the day it was published."""
    updated = event.updated and event.updated.start
    made.add("sequence", max(0, (updated - FIRST_DAY).days) if updated else 0)
    if updated:
        made.add("last-modified", dt.datetime.combine(updated, dt.time(12), dt.UTC))


def _zone() -> icalendar.Timezone:
    """Norwegian time as it has been since 1996, so that the file does not follow the machine's own tables."""
    zone = icalendar.Timezone()
    zone.add("tzid", ZONE)
    winter, summer = dt.timedelta(hours=1), dt.timedelta(hours=2)
    for part, name, start, before, after in (
        (icalendar.TimezoneDaylight(), "CEST", dt.datetime(1996, 3, 31, 2), winter, summer),
        (icalendar.TimezoneStandard(), "CET", dt.datetime(1996, 10, 27, 3), summer, winter),
    ):
        part.add("dtstart", start)
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("rrule", {"freq": "yearly", "bymonth": start.month, "byday": "-1su"})
        zone.add_component(part)
    return zone
