"""Names beside the marks of a map, where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .simplify import Box
from .wrap import text_width

Name = tuple[float, float, str]
"""Where a name is anchored in units, and by what: its start, middle or end."""
Area = tuple[float, float, float, float]
"""Left, top, right and bottom."""

SIZE = 17.0
"""The size of the letters beside a mark of scale 1, in units."""


def named(marks: Sequence[tuple[float, float, str]], box: Box, scale: float) -> list[Name]:
    """For each mark the place that hides least: right, left, below or above, and within the picture.

    Those with fewest others near choose last, as they have most room anyway.
    """
    taken = [(x - 10 * scale, y - 11 * scale, x + 10 * scale, y + 12 * scale) for x, y, _ in marks]
    frame = (box[0], box[1], box[0] + box[2], box[1] + box[3])
    found: dict[int, Name] = {}
    for i in sorted(range(len(marks)), key=lambda i: (-_crowd(marks, i, 90 * scale), i)):
        tried = list(_tries(marks[i], scale))
        costs = [sum(_shared(area, other) for other in taken) + _outside(area, frame) for _, area in tried]
        name, area = tried[costs.index(min(costs))]
        found[i] = name
        taken.append(area)
    return [found[i] for i in range(len(marks))]


def _tries(mark: tuple[float, float, str], scale: float) -> Iterator[tuple[Name, Area]]:
    """The places a name may stand in, the best first, each with the area it takes."""
    x, y, text = mark
    size, off = SIZE * scale, 13 * scale
    wide = text_width(text, size) * 1.05
    for dx, dy, anchor in ((off, 0.35, "start"), (-off, 0.35, "end"), (0, 1.55, "middle"), (0, -0.85, "middle")):
        line = y + dy * size
        left = x + dx - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        yield (x + dx, line, anchor), (left, line - 0.8 * size, left + wide, line + 0.25 * size)


def _crowd(marks: Sequence[tuple[float, float, str]], i: int, reach: float) -> int:
    x, y, _ = marks[i]
    return sum(abs(x - other[0]) < reach and abs(y - other[1]) < reach for other in marks)


def _shared(a: Area, b: Area) -> float:
    """Square units that lie in both."""
    return max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1]))


def _outside(area: Area, frame: Area) -> float:
    """Square units that lie outside the frame, counted three times: what is cut off cannot be read at all."""
    return 3 * ((area[2] - area[0]) * (area[3] - area[1]) - _shared(area, frame))
