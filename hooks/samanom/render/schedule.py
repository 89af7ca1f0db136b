"""The schedule as SVG: x in per cent and y in pixels, so that text keeps its size on any screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from ..model import Activity

Span = tuple[dt.date, dt.date]

HEAD, ROW, BAR = 24, 44, 10
"""Height of the years on top, of a row, and of a bar, in pixels."""
NAME, TOP, DOT = 18, 24, 6
"""How far down a row its name stands and its bars begin; the radius of a dot, in pixels."""


def schedule(activities: Iterable[Activity], title: str) -> Markup:
    """A row for each activity, with its bars, or dots for points of time, over whole years. Empty without dates."""
    rows = tuple(activities)
    dated = [period for each in rows for period in each.periods if period.start and period.end]
    if not dated:
        return Markup("")
    years = range(min(p.start.year for p in dated if p.start), max(p.end.year for p in dated if p.end) + 1)
    height = HEAD + ROW * len(rows)
    parts = [*_years(years, height), *(part for i, each in enumerate(rows) for part in _row(each, i, years))]
    frame = '<svg class="framdrift" role="img" aria-labelledby="framdrift-tittel" width="100%" height="{height}">'
    return Markup(frame + '<title id="framdrift-tittel">{title}</title>{parts}</svg>').format(
        height=height, title=title, parts=Markup("").join(parts)
    )


def _years(years: range, height: int) -> Iterator[Markup]:
    for quarter in (dt.date(year, month, 1) for year in years for month in (4, 7, 10)):
        x = _percent(quarter, years)
        yield Markup('<line class="kvartal" x1="{x}%" x2="{x}%" y1="{top}" y2="{height}"/>').format(
            x=x, top=HEAD, height=height
        )
    for year in years:
        x = _percent(dt.date(year, 1, 1), years)
        yield Markup('<line class="aar" x1="{x}%" x2="{x}%" y1="0" y2="{height}"/>').format(x=x, height=height)
        yield Markup('<text class="aar" x="{x}%" dx="4" y="14">{year}</text>').format(x=x, year=year)


def _row(activity: Activity, i: int, years: range) -> Iterator[Markup]:
    y = HEAD + ROW * i
    yield Markup('<text x="4" y="{y}">{name}</text>').format(y=y + NAME, name=activity.name)
    spans = [
        (period.start, period.end + dt.timedelta(days=1)) for period in activity.periods if period.start and period.end
    ]
    for start, end in spans if activity.milestone else joined(spans):
        yield _mark(_percent(start, years), _percent(end, years), activity.milestone, y + TOP)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans of days, those that follow on each other as one; each ends on the day after its last."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _mark(start: float, end: float, milestone: bool, y: int) -> Markup:
    """A bar, or a dot in the middle of the time it may have been."""
    if milestone:
        middle = round((start + end) / 2, 2)
        return Markup('<circle cx="{x}%" cy="{y}" r="{r}"/>').format(x=middle, y=y + BAR // 2, r=DOT)
    return Markup('<rect x="{x}%" width="{width}%" y="{y}" height="{bar}"/>').format(
        x=start, width=round(end - start, 2), y=y, bar=BAR
    )


def _percent(day: dt.date, years: range) -> float:
    """How far into the years a day lies."""
    first = dt.date(years[0], 1, 1).toordinal()
    return round(100 * (day.toordinal() - first) / (dt.date(years[-1] + 1, 1, 1).toordinal() - first), 2)
