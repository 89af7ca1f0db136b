"""An event in words and on the clock, for feeds and calendars alike."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...catalog import Catalog
from ...model import Event
from ..filters import when

CLOCK = re.compile(
    r"(?:kl\.?\s*)?(?P<from>[01]?\d|2[0-3])(?:[.:](?P<past>[0-5]\d))?"
    r"(?:\s*[–-]\s*(?P<to>[01]?\d|2[0-3])(?:[.:](?P<after>[0-5]\d))?)?"
)
"""«08.30–16.00», «kl. 10», «9-15:30»."""


@dataclass(frozen=True)
class Days:
    """The days that an event took; both are within it."""

    first: dt.date
    last: dt.date
    exact: bool
    """False when it took place some time between the two."""


def days(event: Event) -> Days | None:
    """None when nothing is known."""
    start, end = event.start, event.end or event.start
    if start.start is None or end.end is None:
        return None
    return Days(start.start, end.end, start.precision == end.precision == "day")


def clock(event: Event) -> tuple[dt.time, dt.time | None] | None:
    """When it began and ended. None unless it took one known day: on several, nobody can tell which day ends when."""
    span, found = days(event), CLOCK.fullmatch((event.time or "").strip())
    if not found or not span or not span.exact or span.first != span.last:
        return None
    begin = dt.time(int(found["from"]), int(found["past"] or 0))
    end = dt.time(int(found["to"]), int(found["after"] or 0)) if found["to"] else None
    return None if end and end <= begin else (begin, end)


def told(event: Event, catalog: Catalog, words: Mapping[str, str]) -> Iterator[str]:
    """What kind it is and for whom, and what is not certain, a sentence each."""
    span = days(event)
    yield f"{event.kind.capitalize()}."
    if event.time and not clock(event):
        yield f"{words['clock']}: {event.time}."
    for name, found in (
        ("network", [catalog.networks[id].name for id in event.networks]),
        ("pulje" if len(event.puljer) == 1 else "puljer", [str(number) for number in event.puljer]),
        ("kommuner", [catalog.full_name(id) for id in event.kommuner]),
    ):
        if found:
            yield f"{words[name]}: {', '.join(found)}."
    if not span:
        yield f"{words['date_unknown'].capitalize()}."
    elif not span.exact:
        yield words["day_unknown"].format(when=when(event))
    if event.planned:
        yield words["planned_told"]
    if event.inferred:
        yield words["inferred_told"]
