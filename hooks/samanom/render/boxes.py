"""The boxes of a figure: how wide and high they are, and the lines of text in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..model import Arrow, Box
from .wrap import fitting, wrapped

Spot = tuple[float, float]
LINE, PAD, INDENT = 18.0, 9.0, 12.0
"""Height of a line; space in a box; before what follows a dot."""
SIZE, LEAST = 13.0, 10.0
"""Size of letters, and the least that titles shrink to."""
GAP, LABELLED = 24.0, 104.0
"""Space between boxes, and the same where an arrow has words."""


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


def columns(row: Sequence[Box], arrows: Iterable[Arrow], width: float) -> list[Spot]:
    """Left edge and width of each box of a row; arrows with words between neighbours need room."""
    worded = [{arrow.from_, arrow.to} for arrow in arrows if arrow.how]
    gaps = [LABELLED if {left.id, right.id} in worded else GAP for left, right in pairwise(row)]
    share = (width - 2 - sum(gaps)) / sum(box.width for box in row)
    found, x = [], 1.0
    for box, gap in zip(row, (*gaps, 0.0), strict=True):
        found.append((x, share * box.width))
        x += share * box.width + gap
    return found


def placed(
    row: Sequence[Box],
    i: int,
    y: float,
    spots: Sequence[Spot],
    untold: Mapping[str, list[str]],
    arrows: Iterable[Arrow],
    who: str,
) -> dict[str, Placed]:
    """The boxes of a row, all as high as the one with the most to say, or as the words over an arrow between them."""
    rooms = [width - 2 * PAD for _, width in spots]
    sizes = [fitting(box.title, room, SIZE * 1.15, LEAST) for box, room in zip(row, rooms, strict=True)]
    texts = [_lines(box, rooms[j], sizes[j], untold[box.id], who) for j, box in enumerate(row)]
    ids = {box.id for box in row}
    words = [len(wrapped(a.how, LABELLED - 8, SIZE)) for a in arrows if a.how and {a.from_, a.to} <= ids]
    height = max(max(map(len, texts)) * LINE + 2 * PAD, *(2 * LINE * (count + 0.5) for count in (*words, 0)))
    return {
        box.id: Placed(i, j, x, y, width, height, sizes[j], texts[j])
        for j, (box, (x, width)) in enumerate(zip(row, spots, strict=True))
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
