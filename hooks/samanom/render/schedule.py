"""The schedule as SVG: x in per cent and y in pixels, so that text keeps its size on any screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from ..dates import Period
from ..model import Activity

HEAD, ROW, BAR = 24, 44, 10
"""Height of the years on top, of a row, and of a bar, in pixels."""


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
    for year in years:
        x = _percent(dt.date(year, 1, 1), years)
        yield Markup('<line class="aar" x1="{x}%" x2="{x}%" y1="0" y2="{height}"/>').format(x=x, height=height)
        yield Markup('<text class="aar" x="{x}%" dx="4" y="14">{year}</text>').format(x=x, year=year)


def _row(activity: Activity, i: int, years: range) -> Iterator[Markup]:
    y = HEAD + ROW * i + 18
    yield Markup('<text x="4" y="{y}">{name}</text>').format(y=y, name=activity.name)
    for period in activity.periods:
        yield _mark(period, activity.milestone, y + 6, years)


def _mark(period: Period, milestone: bool, y: int, years: range) -> Markup:
    if not (period.start and period.end):
        return Markup("")
    start, end = _percent(period.start, years), _percent(period.end + dt.timedelta(days=1), years)
    if milestone:
        return Markup('<circle cx="{x}%" cy="{y}" r="6"/>').format(x=round((start + end) / 2, 2), y=y + BAR // 2)
    return Markup('<rect x="{x}%" width="{width}%" y="{y}" height="{bar}"/>').format(
        x=start, width=round(end - start, 2), y=y, bar=BAR
    )


def _percent(day: dt.date, years: range) -> float:
    """How far into the years a day lies."""
    first = dt.date(years[0], 1, 1).toordinal()
    return round(100 * (day.toordinal() - first) / (dt.date(years[-1] + 1, 1, 1).toordinal() - first), 2)
