"""Where the boxes and arrows of a figure go, in pixels from its upper left corner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ..model import Arrow, Box, Drawing
from .wrap import fitting, wrapped

Form = Literal["bred", "smal"]
"""Side by side, or one below the other."""
Spot = tuple[float, float]

WIDTHS: Mapping[Form, float] = {"bred": 760.0, "smal": 340.0}
LINE, PAD, INDENT = 18.0, 9.0, 12.0
"""Height of a line; space in a box; before what follows a dot."""
SIZE, LEAST = 13.0, 10.0
"""Size of letters, and the least that titles shrink to."""
GAP, LABELLED, BESIDE = 24.0, 104.0, 180.0
"""Space between boxes; the same where an arrow has words; room for words beside an arrow."""
LANE = 16.0
"""Between a row and an arrow that passes below it, and between arrows that pass beside the boxes."""


@dataclass(frozen=True)
class Placed:
    """A box with its place and its lines of text."""

    row: int
    column: int
    x: float
    y: float
    width: float
    height: float
    title_size: float
    lines: tuple[tuple[str, str], ...]
    """Class and text."""

    @property
    def middle(self) -> Spot:
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def bottom(self) -> float:
        return self.y + self.height


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
    y, placed, lines = 1.0, dict[str, Placed](), list[tuple[float, str]]()
    for i, row in enumerate(rows):
        if head := heads[i]:
            y += LINE + 6
            lines.append((y - 8, head))
        placed |= _placed(row, i, y, _columns(row, near, width), untold, near, who)
        y = placed[row[0].id].bottom + _below(row, rows[i + 1 : i + 2], near)
    ways = [*_near(near, placed), *(_beside(far, placed) if form == "smal" else ())]
    return Layout(WIDTHS[form], y + 1, tuple(lines), placed, tuple(ways))


def _rows(drawing: Drawing, form: Form) -> tuple[list[tuple[Box, ...]], list[str | None]]:
    """The boxes of each row from the left, and its heading."""
    if form == "bred":
        rows = [row.boxes[::-1] if row.from_right else row.boxes for row in drawing.rows]
        return rows, [row.title for row in drawing.rows]
    heads = [row.title if not i else None for row in drawing.rows for i in range(len(row.boxes))]
    return [(box,) for box in drawing.boxes], heads


def _columns(row: Sequence[Box], arrows: Iterable[Arrow], width: float) -> list[Spot]:
    """Left edge and width of each box of a row; arrows with words between neighbours need room."""
    worded = [{arrow.from_, arrow.to} for arrow in arrows if arrow.how]
    gaps = [LABELLED if {left.id, right.id} in worded else GAP for left, right in pairwise(row)]
    share = (width - 2 - sum(gaps)) / sum(box.width for box in row)
    found, x = [], 1.0
    for box, gap in zip(row, (*gaps, 0.0), strict=True):
        found.append((x, share * box.width))
        x += share * box.width + gap
    return found


def _placed(
    row: Sequence[Box],
    i: int,
    y: float,
    columns: Sequence[Spot],
    untold: Mapping[str, list[str]],
    arrows: Iterable[Arrow],
    who: str,
) -> dict[str, Placed]:
    """The boxes of a row, all as high as the one with the most to say, or as the words over an arrow between them."""
    rooms = [width - 2 * PAD for _, width in columns]
    sizes = [fitting(box.title, room, SIZE * 1.15, LEAST) for box, room in zip(row, rooms, strict=True)]
    texts = [_lines(box, rooms[j], sizes[j], untold[box.id], who) for j, box in enumerate(row)]
    ids = {box.id for box in row}
    words = [len(wrapped(a.how, LABELLED - 8, SIZE)) for a in arrows if a.how and {a.from_, a.to} <= ids]
    height = max(max(map(len, texts)) * LINE + 2 * PAD, *(2 * LINE * (count + 0.5) for count in (*words, 0)))
    return {
        box.id: Placed(i, j, x, y, width, height, sizes[j], texts[j])
        for j, (box, (x, width)) in enumerate(zip(row, columns, strict=True))
    }


def _lines(box: Box, room: float, size: float, told: Sequence[str], who: str) -> tuple[tuple[str, str], ...]:
    """Title, points (plain text when there is only one), and who."""
    lines = [("tittel", line) for line in wrapped(box.title, room, size)]
    points = (*box.lines, *told)
    for text in points:
        if len(points) == 1:
            lines += [("tekst", line) for line in wrapped(text, room, SIZE)]
        else:
            first, *rest = wrapped(text, room - INDENT, SIZE)
            lines += [("punkt", first), *(("videre", line) for line in rest)]
    if box.who:
        lines += [("hvem", line) for line in wrapped(f"{who} {', '.join(box.who)}", room, SIZE)]
    return tuple(lines)


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


def _near(arrows: Iterable[Arrow], placed: Mapping[str, Placed]) -> Iterator[Way]:
    """The ways between boxes of the same row or the next; each that passes below a row has a lane of its own."""
    lanes = Counter[int]()
    for arrow in arrows:
        a, b = placed[arrow.from_], placed[arrow.to]
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


def _beside(arrows: Iterable[Arrow], placed: Mapping[str, Placed]) -> Iterator[Way]:
    """The ways on the right of a narrow figure; the boxes tell their words."""
    for i, arrow in enumerate(arrows):
        a, b = placed[arrow.from_], placed[arrow.to]
        right, lane = a.x + a.width, a.x + a.width + LANE * (i + 1) - 2
        out, back = a.middle[1] + 4 * i + 4, b.middle[1] - 4 * i - 4
        yield Way(((right, out), (lane, out), (lane, back), (right, back)), None)
