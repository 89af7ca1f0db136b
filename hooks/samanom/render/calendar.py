"""Events on month sheets."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ..dates import MONTHS
from ..model import Event


@dataclass(frozen=True)
class Month:
    """A sheet with its weeks; days of other months are None."""

    year: int
    month: int
    weeks: tuple[tuple[dt.date | None, ...], ...]
    """Monday first."""
    days: dict[dt.date, list[Event]]
    """Events dated to the day."""
    others: tuple[Event, ...]
    """Events dated to the month only."""

    @property
    def id(self) -> str:
        return f"{self.year}-{self.month:02}"

    @property
    def name(self) -> str:
        return f"{MONTHS[self.month - 1]} {self.year}"


def months(events: Iterable[Event]) -> tuple[Month, ...]:
    """A sheet for each month in which something is dated to the day or the month."""
    found: dict[tuple[int, int], list[Event]] = {}
    for event in events:
        for key in _months_of(event):
            found.setdefault(key, []).append(event)
    return tuple(_month(year, month, found[year, month]) for year, month in sorted(found))


def _months_of(event: Event) -> list[tuple[int, int]]:
    first, last = event.start.start, (event.end or event.start).end
    if event.start.precision not in ("day", "month", "range") or first is None or last is None:
        return []
    if event.start.precision == "range" and (last - first).days > 92:
        return []
    keys = {(day.year, day.month) for day in _days(first, last)}
    return sorted(keys)


def _days(first: dt.date, last: dt.date) -> list[dt.date]:
    return [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]


def _month(year: int, month: int, events: list[Event]) -> Month:
    weeks = tuple(
        tuple(day if day.month == month else None for day in week)
        for week in calendar.Calendar().monthdatescalendar(year, month)
    )
    days: dict[dt.date, list[Event]] = {}
    for event in events:
        if event.start.precision == "day" and event.start.start and (last := (event.end or event.start).end):
            for day in _days(event.start.start, last):
                days.setdefault(day, []).append(event)
    return Month(year, month, weeks, days, tuple(e for e in events if e.start.precision != "day"))
