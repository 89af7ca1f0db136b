"""Results written beside the map of the country, each in the sea nearest to the participant that it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Point
from ..numbers import format_number
from .atlas import GAP, Atlas, Mark
from .glance import by_level, first_pair
from .names import Area
from .projection import Point as Spot
from .results import ResultRow
from .wrap import text_width, wrapped

SMALL, LARGE = 27, 36
"""The size of the words and of the numbers, in units of the picture."""
LINE = 32
ARROW = 40
"""Units across an arrow with the air around it."""
WIDTH = 330
"""The widest that a line of words is."""
AIR = 24
"""Units between the land and what is written."""
STEP, FAR = 20, 260
"""How far up and down room is looked for, and in what steps."""


@dataclass(frozen=True)
class Callout:
    """One result, where it is written and what it is tied to."""

    mark: Mark
    row: ResultRow
    lines: tuple[str, ...]
    before: str
    after: str
    area: Area
    """What it takes: left, top, right and bottom."""

    @property
    def arrow(self) -> float:
        """Where the arrow between the two numbers begins."""
        return self.area[0] + text_width(self.before, LARGE) + 4

    @property
    def tie(self) -> Spot:
        """Where the line from the mark ends: at the near side, beside the first line of words."""
        left, top, right, _ = self.area
        return (right + 6 if right < self.mark.x else left - 6), top + SMALL * 0.7


def callouts(atlas: Atlas, words: Mapping[str, str]) -> tuple[Callout, ...]:
    """One result of each theme, the best documented whose participant is on the map, where there is room for it."""
    placed: list[Callout] = []
    obstacles = [*(point for ring in atlas.rings for point in ring), *((mark.x, mark.y) for mark in atlas.marks)]
    for mark, row in _chosen(atlas):
        name = row.indicator.name
        lines = wrapped(f"{mark.place.name}, {name[:1].lower()}{name[1:]}", WIDTH, SMALL)
        before, after = _level(row.before[0], words), _level(row.after[-1], words, row.indicator.unit)
        numbers = text_width(before, LARGE) + ARROW + text_width(after, LARGE)
        size = max(numbers, *(text_width(line, SMALL) for line in lines)), LINE * len(lines) + LARGE
        areas = _free(mark, size, atlas, obstacles, [each.area for each in placed])
        if areas:
            area = min(areas, key=lambda area: _distance(mark, area))
            placed.append(Callout(mark, row, lines, before, after, area))
    return tuple(placed)


def _level(point: Point, words: Mapping[str, str], unit: str = "") -> str:
    sign = "\u202f%" if unit == "prosent" else f" {unit}" if unit else ""
    return f"{words[point.bound]} {format_number(point.value)}{sign}".strip()


def _chosen(atlas: Atlas) -> Iterator[tuple[Mark, ResultRow]]:
    marks = {mark.place.id: mark for mark in atlas.marks}
    examples = by_level(atlas.catalog.examples)
    for theme in atlas.catalog.themes:
        for example in examples:
            row = first_pair(atlas.catalog.programme, example)
            taking_part = [each.participant for each in example.participants]
            if row and example.themes[0] == theme and len(taking_part) == 1 and taking_part[0] in marks:
                yield marks[taking_part[0]], row
                break


def _free(
    mark: Mark, size: tuple[float, float], atlas: Atlas, obstacles: Sequence[Spot], taken: Iterable[Area]
) -> list[Area]:
    """The places in the sea, west and east of the land, that are within the picture and not taken."""
    (wide, high), (left, top, width, height) = size, atlas.box
    found: list[Area] = []
    for middle in range(round(mark.y) - FAR, round(mark.y) + FAR + 1, STEP):
        first, last = middle - high / 2, middle + high / 2
        level = [x for x, y in obstacles if first - AIR <= y <= last + AIR] or [mark.x]
        for start in (min(level) - GAP - AIR - wide, max(level) + GAP + AIR):
            area = start, first, start + wide, last
            inside = left <= start and start + wide <= left + width and top <= first and last <= top + height
            if inside and not any(_meets(area, other) for other in taken):
                found.append(area)
    return found


def _meets(a: Area, b: Area) -> bool:
    return a[0] < b[2] + AIR and b[0] < a[2] + AIR and a[1] < b[3] + AIR and b[1] < a[3] + AIR


def _distance(mark: Mark, area: Area) -> float:
    """How far a line from the mark has to go, in units, up and down counted double: level lines read best."""
    left, top, right, bottom = area
    return abs(mark.x - min(max(mark.x, left), right)) + 2 * abs(mark.y - (top + bottom) / 2)
