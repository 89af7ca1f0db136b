"""Where the rows and arrows of a figure go, in pixels from its upper left corner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..model import Arrow, Box, Drawing
from .boxes import GAP, LINE, SIZE, Placed, Spot, columns, placed
from .wrap import wrapped

Form = Literal["bred", "smal"]
"""Side by side, or one below the other."""
WIDTHS: Mapping[Form, float] = {"bred": 760.0, "smal": 340.0}
BESIDE = 180.0
"""Room for words beside an arrow."""
LANE = 16.0
"""Between a row and an arrow that passes below it, and between arrows that pass beside the boxes."""


@dataclass(frozen=True)
class Way:
    """An arrow on the sheet."""

    spots: tuple[Spot, ...]
    """Its corners."""
    how: str | None
    """The words at it."""


@dataclass(frozen=True)
class Layout:
    width: float
    height: float
    heads: tuple[tuple[float, str], ...]
    """Height of the line and text of each row's heading."""
    boxes: Mapping[str, Placed]
    ways: tuple[Way, ...]


def layout(drawing: Drawing, form: Form, told: Mapping[Arrow, str], who: str) -> Layout:
    """`told` has the words for an arrow that is not between neighbours; `who` goes before those who take part."""
    rows, heads = _rows(drawing, form)
    at = {box.id: i for i, row in enumerate(rows) for box in row}
    near = [arrow for arrow in drawing.arrows if abs(at[arrow.from_] - at[arrow.to]) <= 1]
    far = [arrow for arrow in drawing.arrows if arrow not in near]
    width = WIDTHS[form] - (LANE * len(far) if form == "smal" else 0)
    untold = {box: [told[a] for a in far if a.from_ == box and (a.how or form == "bred")] for box in at}
    y, boxes, lines = 1.0, dict[str, Placed](), list[tuple[float, str]]()
    for i, row in enumerate(rows):
        if head := heads[i]:
            y += LINE + 6
            lines.append((y - 8, head))
        boxes |= placed(row, i, y, columns(row, near, width), untold, near, who)
        y = boxes[row[0].id].bottom + _below(row, rows[i + 1 : i + 2], near)
    ways = [*_near(near, boxes), *(_beside(far, boxes) if form == "smal" else ())]
    return Layout(WIDTHS[form], y + 1, tuple(lines), boxes, tuple(ways))


def _rows(drawing: Drawing, form: Form) -> tuple[list[tuple[Box, ...]], list[str | None]]:
    """The boxes of each row from the left, and its heading."""
    if form == "bred":
        rows = [row.boxes[::-1] if row.from_right else row.boxes for row in drawing.rows]
        return rows, [row.title for row in drawing.rows]
    heads = [row.title if not i else None for row in drawing.rows for i in range(len(row.boxes))]
    return [(box,) for box in drawing.boxes], heads


def _below(row: Sequence[Box], following: Sequence[Sequence[Box]], near: Iterable[Arrow]) -> float:
    """Space under a row: for arrows that pass below it, and for those to the next row with their words."""
    here, there = [box.id for box in row], {box.id for each in following for box in each}
    passing = sum(_passes(arrow, here) for arrow in near)
    between = [arrow for arrow in near if {arrow.from_, arrow.to} & set(here) and {arrow.from_, arrow.to} & there]
    room = GAP if between else GAP / 2 if there else 0.0
    words = max((len(wrapped(arrow.how, BESIDE, SIZE)) for arrow in between if arrow.how), default=0)
    return room + words * LINE + passing * (LANE + LINE)


def _passes(arrow: Arrow, row: Sequence[str]) -> bool:
    """Whether an arrow goes below others of its row."""
    ends = (arrow.from_, arrow.to)
    return all(end in row for end in ends) and abs(row.index(ends[0]) - row.index(ends[1])) > 1


def _near(arrows: Iterable[Arrow], boxes: Mapping[str, Placed]) -> Iterator[Way]:
    """The ways between boxes of the same row or the next; each that passes below a row has a lane of its own."""
    lanes = Counter[int]()
    for arrow in arrows:
        a, b = boxes[arrow.from_], boxes[arrow.to]
        if a.row == b.row and abs(a.column - b.column) > 1:
            lanes[a.row] += 1
            lane = a.bottom + (LANE + LINE) * lanes[a.row] - LINE
            spots = ((a.middle[0], a.bottom), (a.middle[0], lane), (b.middle[0], lane), (b.middle[0], b.bottom))
            yield Way(spots, arrow.how)
        else:
            yield Way(_level(a, b) if a.row == b.row else _upright(a, b), arrow.how)


def _level(a: Placed, b: Placed) -> tuple[Spot, ...]:
    y = a.middle[1]
    return ((a.x + a.width, y), (b.x, y)) if a.x < b.x else ((a.x, y), (b.x + b.width, y))


def _upright(a: Placed, b: Placed) -> tuple[Spot, ...]:
    """Straight where the boxes lie over each other, else with a step between the rows."""
    start, end = (a.bottom, b.y) if a.y < b.y else (a.y, b.bottom)
    left, right = max(a.x, b.x), min(a.x + a.width, b.x + b.width)
    if right - left > LANE:
        return (((left + right) / 2, start), ((left + right) / 2, end))
    half = (start + end) / 2
    return ((a.middle[0], start), (a.middle[0], half), (b.middle[0], half), (b.middle[0], end))


def _beside(arrows: Iterable[Arrow], boxes: Mapping[str, Placed]) -> Iterator[Way]:
    """The ways on the right of a narrow figure; the boxes tell their words."""
    for i, arrow in enumerate(arrows):
        a, b = boxes[arrow.from_], boxes[arrow.to]
        right, lane = a.x + a.width, a.x + a.width + LANE * (i + 1) - 2
        out, back = a.middle[1] + 4 * i + 4, b.middle[1] - 4 * i - 4
        yield Way(((right, out), (lane, out), (lane, back), (right, back)), None)
