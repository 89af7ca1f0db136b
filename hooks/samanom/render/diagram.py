"""Figures of boxes and arrows as SVG: side by side where there is room, one below the other where there is not.

Arrows are drawn between boxes that lie next to each other. What any other arrow says is written in its box, so that no
relation is lost, whatever the width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from ..model import Arrow, Box, Drawing
from .wrap import fitting, wrapped

WIDTHS = {"bred": 760.0, "smal": 340.0}
"""Width in pixels of the two forms; the page shows the one it has room for."""
LINE, PAD, SIZE, LEAST = 18.0, 10.0, 13.0, 10.0
"""Height of a line, space in a box, size of the letters and the least of titles, in pixels."""
GAP, LABELLED = 26.0, 104.0
"""Space between boxes, and where an arrow with words goes between them."""
LANE, HEAD = 16.0, 6.0
"""How far below a row an arrow passes; the length of an arrow's head."""

Spot = tuple[float, float]


@dataclass(frozen=True)
class Placed:
    """A box with its place and its lines of text."""

    box: Box
    row: int
    column: int
    x: float
    y: float
    width: float
    height: float
    lines: tuple[tuple[str, str], ...]
    """Class and text."""

    @property
    def middle(self) -> Spot:
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def bottom(self) -> float:
        return self.y + self.height


def diagram(drawing: Drawing, form: str, title: str, words: Mapping[str, str]) -> Markup:
    """One of the two forms (`bred` or `smal`) as SVG with a title."""
    width = WIDTHS[form]
    rows = [list(reversed(row.boxes) if row.from_right else row.boxes) for row in drawing.rows]
    heads = [row.title for row in drawing.rows]
    if form == "smal":
        heads = [head if not i else None for row, head in zip(rows, heads, strict=True) for i in range(len(row))]
        rows = [[box] for box in drawing.boxes]
    at = {box.id: i for i, row in enumerate(rows) for box in row}
    drawn = [arrow for arrow in drawing.arrows if abs(at[arrow.from_] - at[arrow.to]) <= 1]
    placed, height = _layout(rows, heads, drawn, drawing, width, words)
    parts = [*_heads(heads, placed), *map(_box, placed.values()), *(_arrow(arrow, placed) for arrow in drawn)]
    frame = '<svg class="tegning {form}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{id}">'
    return Markup(frame + '<title id="{id}">{title}</title>{parts}</svg>').format(
        form=form,
        width=_px(width),
        height=_px(height),
        id=f"tegning-{drawing.id}-{form}",
        title=title,
        parts=Markup("").join(parts),
    )


def told(arrow: Arrow, drawing: Drawing, words: Mapping[str, str]) -> str:
    """«gir råd til Rådet»."""
    title = {box.id: box.title for box in drawing.boxes}[arrow.to]
    return f"{arrow.how or words['onwards']} {title}"


def _layout(
    rows: list[list[Box]],
    heads: list[str | None],
    drawn: list[Arrow],
    drawing: Drawing,
    width: float,
    words: Mapping[str, str],
) -> tuple[dict[str, Placed], float]:
    """Every box in its place, and the height of the whole in pixels."""
    placed: dict[str, Placed] = {}
    y = 1.0
    for i, row in enumerate(rows):
        y += LINE + 6 if heads[i] else 0
        inside = [a for a in drawn if {a.from_, a.to} <= {box.id for box in row}]
        xs = _columns(row, inside, width)
        untold = [arrow for arrow in drawing.arrows if arrow not in drawn]
        texts = [
            _lines(box, w, [told(arrow, drawing, words) for arrow in untold if arrow.from_ == box.id])
            for box, (_, w) in zip(row, xs, strict=True)
        ]
        height = max(map(len, texts)) * LINE + 2 * PAD
        for j, (box, (x, w), lines) in enumerate(zip(row, xs, texts, strict=True)):
            placed[box.id] = Placed(box, i, j, x, y, w, height, lines)
        y += height + _below(row, rows[i + 1] if i + 1 < len(rows) else [], drawn)
    return placed, y + 1


def _columns(row: list[Box], arrows: list[Arrow], width: float) -> list[tuple[float, float]]:
    """Left edge and width of each box of a row; arrows with words between neighbours need room."""
    told = [{arrow.from_, arrow.to} for arrow in arrows if arrow.how]
    gaps = [LABELLED if {left.id, right.id} in told else GAP for left, right in pairwise(row)]
    share = (width - 2 - sum(gaps)) / sum(box.width for box in row)
    found, x = [], 1.0
    for box, gap in zip(row, (*gaps, 0.0), strict=True):
        found.append((x, share * box.width))
        x += share * box.width + gap
    return found


def _below(row: list[Box], following: list[Box], drawn: list[Arrow]) -> float:
    """Space under a row: for arrows that pass below it, and for those to the next row with their words."""
    ids = [box.id for box in row]
    passing = any({a.from_, a.to} <= set(ids) and abs(ids.index(a.from_) - ids.index(a.to)) != 1 for a in drawn)
    next_ids = {box.id for box in following}
    between = [a for a in drawn if {a.from_, a.to} & set(ids) and {a.from_, a.to} & next_ids]
    room = GAP if between else GAP / 2 if following else 0.0
    words = max((len(wrapped(a.how, 180, SIZE)) for a in between if a.how), default=0)
    return room + words * LINE + (LANE + LINE if passing else 0.0)


def _lines(box: Box, width: float, told: Iterable[str]) -> tuple[tuple[str, str], ...]:
    room = width - 2 * PAD
    size = fitting([box.title], room, SIZE * 1.15, LEAST)
    lines = [("tittel", line) for line in wrapped(box.title, room, size)]
    for text in (*box.lines, *told):
        first, *rest = wrapped(text, room - 12, SIZE)
        lines += [("punkt", first), *(("videre", line) for line in rest)]
    if box.who:
        lines += [("hvem", line) for line in wrapped(", ".join(box.who), room, SIZE)]
    return tuple(lines)


def _heads(heads: list[str | None], placed: Mapping[str, Placed]) -> Iterator[Markup]:
    for i, head in enumerate(heads):
        y = next(each.y for each in placed.values() if each.row == i)
        if head:
            yield Markup('<text class="rad" x="1" y="{y}">{head}</text>').format(y=_px(y - 8), head=head)


def _box(placed: Placed) -> Markup:
    size = fitting([placed.box.title], placed.width - 2 * PAD, SIZE * 1.15, LEAST)
    texts = Markup("").join(
        _text(kind, text, placed.x + PAD, placed.y + PAD + LINE * i + 13, size)
        for i, (kind, text) in enumerate(placed.lines)
    )
    rect = Markup('<rect x="{x}" y="{y}" width="{width}" height="{height}"/>').format(
        x=_px(placed.x), y=_px(placed.y), width=_px(placed.width), height=_px(placed.height)
    )
    return rect + texts


def _text(kind: str, text: str, x: float, y: float, size: float) -> Markup:
    style = Markup(' font-size="{size}"').format(size=_px(size)) if kind == "tittel" else ""
    dot = Markup('<circle cx="{x}" cy="{y}" r="2"/>').format(x=_px(x + 3), y=_px(y - 4)) if kind == "punkt" else ""
    indent = 12 if kind in ("punkt", "videre") else 0
    return dot + Markup('<text class="{kind}" x="{x}" y="{y}"{style}>{text}</text>').format(
        kind=kind, x=_px(x + indent), y=_px(y), style=style, text=text
    )


def _arrow(arrow: Arrow, placed: Mapping[str, Placed]) -> Markup:
    spots = _route(placed[arrow.from_], placed[arrow.to])
    points = " ".join(f"{_px(x)},{_px(y)}" for x, y in spots)
    line = Markup('<polyline points="{points}"/><polygon points="{head}"/>').format(
        points=points, head=_head(spots[-2], spots[-1])
    )
    return line + (_words(arrow.how, spots) if arrow.how else "")


def _route(a: Placed, b: Placed) -> list[Spot]:
    """The corners of an arrow's way from one box to another of the same row or the next."""
    if a.row == b.row and abs(a.column - b.column) == 1:
        y = a.middle[1]
        return [(a.x + a.width, y), (b.x, y)] if a.x < b.x else [(a.x, y), (b.x + b.width, y)]
    if a.row == b.row:
        lane = a.bottom + LANE
        return [(a.middle[0], a.bottom), (a.middle[0], lane), (b.middle[0], lane), (b.middle[0], b.bottom)]
    start, end = (a.bottom, b.y) if a.y < b.y else (a.y, b.bottom)
    left, right = max(a.x, b.x), min(a.x + a.width, b.x + b.width)
    if right - left > LANE:
        x = (left + right) / 2
        return [(x, start), (x, end)]
    half = (start + end) / 2
    return [(a.middle[0], start), (a.middle[0], half), (b.middle[0], half), (b.middle[0], end)]


def _head(before: Spot, tip: Spot) -> str:
    """The corners of an arrow's head."""
    dx, dy = (_sign(tip[0] - before[0]), _sign(tip[1] - before[1]))
    x, y = tip
    back = (x - dx * HEAD, y - dy * HEAD)
    sides = [(back[0] + s * dy * HEAD * 0.7, back[1] + s * dx * HEAD * 0.7) for s in (1, -1)]
    return " ".join(f"{_px(px)},{_px(py)}" for px, py in (tip, *sides))


def _words(how: str, spots: list[Spot]) -> Markup:
    """An arrow's words: over a level arrow between two boxes, below one that passes under, else beside it."""
    (x1, y1), (x2, y2) = max(
        pairwise(spots), key=lambda pair: abs(pair[0][0] - pair[1][0]) + abs(pair[0][1] - pair[1][1])
    )
    level = y1 == y2
    lines = wrapped(how, LABELLED - 8 if level and len(spots) == 2 else 180, SIZE)
    if level:
        passing = spots[0][1] == spots[-1][1] and len(spots) > 2
        x, y = (x1 + x2) / 2, (y1 + LINE if passing else y1 - 6 - LINE * (len(lines) - 1))
    else:
        x, y = x1 + 8, (y1 + y2) / 2 - LINE * (len(lines) - 1) / 2 + 4
    return Markup("").join(
        Markup('<text class="{kind}" x="{x}" y="{y}">{line}</text>').format(
            kind="over" if level else "ved", x=_px(x), y=_px(y + LINE * i), line=line
        )
        for i, line in enumerate(lines)
    )


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _px(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
