"""Where the times of an indicator's points stand beside each other, in per cent of a figure's width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ..model import Point
from .wrap import wrapped

LEFT, RIGHT = 20.0, 84.0
"""Where the first and the last time stand."""
LEAST = 0.6
"""How near two times may stand, in parts of their distance if all were as far apart."""
NARROW, LABEL = 330, 13
"""The narrowest figure that labels must have room in, and their size; in pixels."""


@dataclass(frozen=True)
class Column:
    """A time, or a measurement without one."""

    points: tuple[Point, ...]
    x: float
    lines: tuple[str, ...]
    """What stands under it."""

    @property
    def measured(self) -> Point | None:
        return next((point for point in self.points if point.role != "target"), None)

    @property
    def is_dated(self) -> bool:
        return self.points[0].is_dated


def is_series(levels: Sequence[Point]) -> bool:
    """Whether two or more were measured, none of them at the time of another."""
    times = [_time(point) for point in levels if point.role != "target"]
    return len(times) > 1 and len(times) == len(set(times))


def columns(levels: Sequence[Point], words: Mapping[str, str], lang: str) -> tuple[Column, ...]:
    """Points in order of time, under their times; goals without a date belong to none."""
    found: dict[str, list[Point]] = {}
    for point in levels:
        if point.is_dated or point.role != "target":
            found.setdefault(_time(point), []).append(point)
    places = spaced([_middle(points[0]) for points in found.values()])
    gap = min((b - a for a, b in pairwise(places)), default=1.0)
    room = NARROW / 100 * min((RIGHT - LEFT) * gap, 2 * (100 - RIGHT))
    return tuple(
        Column(tuple(points), round(LEFT + (RIGHT - LEFT) * x, 2), wrapped(_when(points[0], words, lang), room, LABEL))
        for points, x in zip(found.values(), places, strict=True)
    )


def spaced(times: Sequence[float | None]) -> tuple[float, ...]:
    """Places from 0 to 1, as far apart as the times, but none too near the next; what has no time is as far as most."""
    if len(times) < 2:
        return tuple(0.5 for _ in times)
    gaps = [None if a is None or b is None else b - a for a, b in pairwise(times)]
    known = [gap for gap in gaps if gap is not None]
    mean = sum(known) / len(known) if sum(known) else 1.0
    shares = [max(mean if gap is None else gap, mean * LEAST) for gap in gaps]
    return (0.0, *(round(place / sum(shares), 4) for place in accumulate(shares)))


def _time(point: Point) -> str:
    return point.period.text if point.period and point.is_dated else point.role


def _middle(point: Point) -> float | None:
    """The day in the middle of a point's time."""
    period = point.period
    return (period.start.toordinal() + period.end.toordinal()) / 2 if period and period.start and period.end else None


def _when(point: Point, words: Mapping[str, str], lang: str) -> str:
    """«2013», or «Før, uten dato»."""
    return point.period.format(lang) if point.period and point.is_dated else f"{words[point.role]}, {words['undated']}"
