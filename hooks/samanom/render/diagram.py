"""Figures of boxes and arrows as SVG: side by side where there is room, one below the other where there is not.

Arrows are drawn between boxes that lie next to each other, and beside the boxes of a narrow figure. What the others say
is written in their boxes, so that no relation is lost, whatever the width.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from markupsafe import Markup

from ..model import Arrow, Drawing
from .boxes import INDENT, LABELLED, LINE, PAD, SIZE, Placed, Spot
from .layout import BESIDE, Form, Way, layout
from .wrap import wrapped

HEAD = 6.0
"""The length of an arrow's head, in pixels."""


def diagram(drawing: Drawing, form: Form, title: str, words: Mapping[str, str]) -> Markup:
    """One of the two forms as SVG with a title."""
    plan = layout(drawing, form, {arrow: told(arrow, drawing, words) for arrow in drawing.arrows}, words["who"])
    heads = (_words("rad", [head], 1, y) for y, head in plan.heads)
    parts = [*heads, *map(_box, plan.boxes.values()), *map(_arrow, plan.ways)]
    frame = '<svg class="tegning {form}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{id}">'
    return Markup(frame + '<title id="{id}">{title}</title>{parts}</svg>').format(
        form=form,
        width=_px(plan.width),
        height=_px(plan.height),
        id=f"tegning-{drawing.id}-{form}",
        title=title,
        parts=Markup("").join(parts),
    )


def told(arrow: Arrow, drawing: Drawing, words: Mapping[str, str]) -> str:
    """«gir råd til: Rådet»."""
    title = {box.id: box.title for box in drawing.boxes}[arrow.to]
    return f"{arrow.how or words['onwards']}: {title}"


def _box(box: Placed) -> Markup:
    texts = (
        _line(kind, text, box.x + PAD, box.y + PAD + LINE * i + SIZE, box.title_size)
        for i, (kind, text) in enumerate(box.lines)
    )
    return Markup('<rect x="{x}" y="{y}" width="{width}" height="{height}"/>{texts}').format(
        x=_px(box.x), y=_px(box.y), width=_px(box.width), height=_px(box.height), texts=Markup("").join(texts)
    )


def _line(kind: str, text: str, x: float, y: float, title_size: float) -> Markup:
    """A line of text in a box: title, point with its dot, what follows a point, or plain."""
    size = Markup(' font-size="{size}"').format(size=_px(title_size)) if kind == "tittel" else ""
    dot = Markup('<circle cx="{x}" cy="{y}" r="2"/>').format(x=_px(x + 3), y=_px(y - 4)) if kind == "punkt" else ""
    indent = INDENT if kind in ("punkt", "videre") else 0
    return dot + Markup('<text class="{kind}" x="{x}" y="{y}"{size}>{text}</text>').format(
        kind=kind, x=_px(x + indent), y=_px(y), size=size, text=text
    )


def _arrow(way: Way) -> Markup:
    return Markup('<polyline points="{line}"/><polygon points="{head}"/>{how}').format(
        line=_points(way.spots),
        head=_points(_head(way.spots[-2], way.spots[-1])),
        how=_how(way.how, way.spots) if way.how else "",
    )


def _head(before: Spot, tip: Spot) -> tuple[Spot, ...]:
    """The corners of an arrow's head."""
    (x, y), length = tip, math.dist(before, tip)
    dx, dy = (x - before[0]) / length, (y - before[1]) / length
    half = HEAD * 0.7
    back = (x - dx * HEAD, y - dy * HEAD)
    return (tip, (back[0] - dy * half, back[1] + dx * half), (back[0] + dy * half, back[1] - dx * half))


def _how(how: str, spots: Sequence[Spot]) -> Markup:
    """An arrow's words: beside an upright one, over a level one, under one that passes below its row."""
    (x1, y1), (x2, y2) = max(pairwise(spots), key=lambda ends: math.dist(*ends))
    if y1 != y2:
        lines = wrapped(how, BESIDE, SIZE)
        return _words("ved", lines, x1 + 8, (y1 + y2) / 2 - LINE * (len(lines) - 1) / 2 + 4)
    lines = wrapped(how, LABELLED - 8 if len(spots) == 2 else BESIDE, SIZE)
    passing = len(spots) > 2 and spots[0][1] == spots[-1][1]
    return _words("over", lines, (x1 + x2) / 2, y1 + LINE if passing else y1 - 6 - LINE * (len(lines) - 1))


def _words(kind: str, lines: Sequence[str], x: float, y: float) -> Markup:
    return Markup("").join(
        Markup('<text class="{kind}" x="{x}" y="{y}">{line}</text>').format(
            kind=kind, x=_px(x), y=_px(y + LINE * i), line=line
        )
        for i, line in enumerate(lines)
    )


def _points(spots: Sequence[Spot]) -> str:
    return " ".join(f"{_px(x)},{_px(y)}" for x, y in spots)


def _px(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
