"""Results written beside the map of the country, each in the sea or the land beyond that its participant is nearest."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from ..model import Point
from ..numbers import format_number
from .atlas import GAP, Atlas, Mark
from .glance import by_level, first_pair
from .names import Area
from .projection import Point as Spot
from .results import ResultRow
from .simplify import Box
from .wrap import text_width, wrapped

MOST = 4
"""Results beside the map: more would hide it."""
SMALL, LARGE = 29, 36
"""The size of the words and of the numbers, in units of the picture."""
LINE = 32
BEFORE_ARROW, ARROW = 10, 50
"""Units of air before an arrow, and across the arrow with the air on both sides, which is alike."""
WIDTHS = (345, 200)
"""The widest that a line of words is, where there is room for it and where there is not."""
AIR = 24
"""Units between the land and what is written."""
ROOM = 230
"""Units of sea west of the country, for what is written about those who live by it."""
STEP, FAR = 8, 260
"""How far up and down room is looked for, and in what steps."""
DETOUR = 150
"""Units that a line is rather longer than going over one more mark."""
NEAR = 15
"""How near the middle of a mark a line may pass without touching it."""
HEIGHT = itemgetter(1)
"""What spots are sorted by."""


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
        return self.area[0] + _number_width(self.before) + BEFORE_ARROW

    @property
    def tie(self) -> Spot:
        """Where the line from the mark ends: at the near side, beside the first line of words."""
        return _tie(self.mark, self.area)


def front_box(atlas: Atlas) -> Box:
    """The country with room for words in the sea west of it."""
    left, top, width, height = atlas.box
    return left - ROOM, top, width + ROOM, height


def callouts(atlas: Atlas, words: Mapping[str, str]) -> tuple[Callout, ...]:
    """One result of each theme, the best documented whose participant is on the map, where there is room for it."""
    placed: list[Callout] = []
    spots = [*(point for ring in atlas.rings for point in ring), *((mark.x, mark.y) for mark in atlas.marks)]
    land = sorted(spots, key=HEIGHT)
    for mark, row in islice(_chosen(atlas), MOST):
        taken = [each.area for each in placed]
        free = [each for each in _tries(mark, row, words, atlas, land) if not any(_meets(each.area, a) for a in taken)]
        if free:
            placed.append(min(free, key=lambda each: _price(each, atlas.marks)))
    return tuple(placed)


def _tries(
    mark: Mark, row: ResultRow, words: Mapping[str, str], atlas: Atlas, land: Sequence[Spot]
) -> Iterator[Callout]:
    """The result in wide and in narrow lines, in every place where there is room for it."""
    name = row.indicator.name
    before, after = _level(row.before[0], words), _level(row.after[-1], words, row.indicator.unit)
    numbers = _number_width(before) + ARROW + _number_width(after)
    for width in WIDTHS:
        lines = wrapped(f"{mark.place.name}, {name[:1].lower()}{name[1:]}", width, SMALL)
        size = max(numbers, *(text_width(line, SMALL) for line in lines)), LINE * len(lines) + LARGE
        for area in _free(mark, size, front_box(atlas), land):
            yield Callout(mark, row, lines, before, after, area)


def _level(point: Point, words: Mapping[str, str], unit: str = "") -> str:
    sign = "\u202f%" if unit == "prosent" else f" {unit}" if unit else ""
    return f"{words[point.bound]} {format_number(point.value)}{sign}".strip()


def _number_width(text: str) -> float:
    """As `text_width`, but for letters whose 1 is as narrow as an i, so that the air around an arrow is alike."""
    return text_width(text.replace("1", "i"), LARGE)


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


def _free(mark: Mark, size: tuple[float, float], box: Box, land: Sequence[Spot]) -> Iterator[Area]:
    """The places west and east of the land, which is given from north to south, that are within the picture."""
    (wide, high), (left, top, width, height) = size, box
    for middle in range(round(mark.y) - FAR, round(mark.y) + FAR + 1, STEP):
        first, last = middle - high / 2, middle + high / 2
        level = land[bisect_left(land, first - AIR, key=HEIGHT) : bisect_right(land, last + AIR, key=HEIGHT)]
        across = [x for x, _ in level] or [mark.x]
        for start in (min(across) - GAP - AIR - wide, max(across) + GAP + AIR):
            if left <= start and start + wide <= left + width and top <= first and last <= top + height:
                yield start, first, start + wide, last


def _tie(mark: Mark, area: Area) -> Spot:
    left, top, right, _ = area
    return (right + 6 if right < mark.x else left - 6), top + SMALL * 0.7


def _price(note: Callout, marks: Iterable[Mark]) -> float:
    """The least is best: near its mark, and with a line that goes over few others."""
    return _distance(note.mark, note.area) + DETOUR * _crossed(note, marks)


def _crossed(note: Callout, marks: Iterable[Mark]) -> int:
    """How many other marks the line from its own goes over."""
    start = note.mark.x, note.mark.y
    return sum(_apart((mark.x, mark.y), start, note.tie) < NEAR for mark in marks if mark.place != note.mark.place)


def _apart(spot: Spot, start: Spot, end: Spot) -> float:
    """Units from a spot to the nearest of a line."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    share = ((spot[0] - x) * dx + (spot[1] - y) * dy) / ((dx * dx + dy * dy) or 1)
    share = min(1.0, max(0.0, share))
    return math.dist(spot, (x + share * dx, y + share * dy))


def _meets(a: Area, b: Area) -> bool:
    return a[0] < b[2] + AIR and b[0] < a[2] + AIR and a[1] < b[3] + AIR and b[1] < a[3] + AIR


def _distance(mark: Mark, area: Area) -> float:
    """How far a line from the mark has to go, in units, up and down counted double: level lines read best."""
    left, top, right, bottom = area
    return abs(mark.x - min(max(mark.x, left), right)) + 2 * abs(mark.y - (top + bottom) / 2)
