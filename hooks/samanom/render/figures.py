"""Figures as SVG, drawn from indicators: x in per cent and y in pixels, so that text keeps its size on any screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from ..model import Indicator, Point
from ..numbers import format_number
from .results import in_time
from .series import Series, scale_end
from .timeline import columns, is_series

ROW, AXIS, RIGHT = 52, 20, 88.0
"""Height of a row and of the scale in pixels; where the scale ends, in per cent of the width."""


def indicator_figure(indicator: Indicator, words: Mapping[str, str], lang: str, id: str) -> Markup:
    """What was measured over time; of what was measured once or never, a row for each level.

    Empty when there is nothing to compare. The numbers stand in the table below it, so the figure is one picture with a
    title and a description to those who hear it read.
    """
    levels = in_time(point for point in indicator.points if point.kind == "level")
    if len(levels) < 2:
        return Markup("")
    drawn = _series(indicator, levels, words, lang) if is_series(levels) else None
    return Markup(
        '<svg class="figur{kind}" role="img" aria-labelledby="{id} {id}-tekst" width="100%" height="{height}">'
        '<title id="{id}">{title}</title><desc id="{id}-tekst">{told}</desc>{inside}</svg>'
    ).format(
        kind=" figur--tid" if drawn else "",
        id=f"figur-{id}",
        height=drawn.height if drawn else ROW * len(levels) + AXIS,
        title=indicator.name,
        told="; ".join(_told(point, indicator.unit, words, lang) for point in levels),
        inside=drawn.svg() if drawn else _rows(levels, indicator.unit, words, lang),
    )


def _series(indicator: Indicator, levels: Sequence[Point], words: Mapping[str, str], lang: str) -> Series:
    goals = tuple(point for point in levels if point.role == "target" and not point.is_dated)
    end = scale_end(max(point.value for point in levels))
    return Series(columns(levels, words, lang), goals, indicator.unit, end, indicator.comparable, words)


def _rows(levels: Sequence[Point], unit: str, words: Mapping[str, str], lang: str) -> Markup:
    """From nothing on the left: a dot for what was measured, a bar for a goal."""
    end = scale_end(max(point.value for point in levels))
    rows = (_row(point, i, round(point.value / end * RIGHT, 2), unit, words, lang) for i, point in enumerate(levels))
    return Markup("").join((*rows, _axis(end, unit, ROW * len(levels))))


def _axis(end: float, unit: str, y: int) -> Markup:
    return Markup(
        '<line class="axis" x1="0" x2="{right}%" y1="{y}" y2="{y}"/><text class="axis" x="0" y="{below}">0</text>'
        '<text class="axis" x="{right}%" y="{below}" text-anchor="end">{end} {unit}</text>'
    ).format(right=RIGHT, y=y, below=y + 16, end=format_number(end), unit=unit)


def _row(point: Point, i: int, x: float, unit: str, words: Mapping[str, str], lang: str) -> Markup:
    y = ROW * i + 34
    mark = (
        Markup('<line class="{role}" x1="{x}%" x2="{x}%" y1="{top}" y2="{bottom}"/>')
        if point.role == "target"
        else Markup('<circle class="{role}" cx="{x}%" cy="{y}" r="7"/>')
    ).format(role=point.role, x=x, y=y, top=y - 10, bottom=y + 10)
    label = Markup('<text x="0" y="{y}">{told}</text>').format(y=y - 16, told=_told(point, unit, words, lang))
    track = Markup('<line class="track" x1="0" x2="{right}%" y1="{y}" y2="{y}"/>').format(y=y, right=RIGHT)
    return label + track + mark


def _told(point: Point, unit: str, words: Mapping[str, str], lang: str) -> str:
    """«Før, 2011: 8,5 prosent»."""
    when = point.period.format(lang) if point.period and point.is_dated else words["undated"]
    bound = f"{words[point.bound]} " if words[point.bound] else ""
    return f"{words[point.role]}, {when}: {bound}{format_number(point.value)} {unit}"
