"""Figures as SVG, drawn from indicators: x in per cent and y in pixels, so that text keeps its size on any screen."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from ..model import Indicator, Point
from .numbers import format_number

ROW, LEFT, RIGHT = 52, 4.0, 88.0
"""Height of a row in pixels; the ends of the scale in per cent of the width."""


def indicator_figure(indicator: Indicator, words: Mapping[str, str], lang: str, id: str) -> Markup:
    """A row for each level: a dot for what was measured, a bar for a goal. Empty when there is nothing to compare.

    The numbers stand in the table below it, so the figure is one picture with a title to those who hear it read.
    """
    levels = [point for point in indicator.points if point.kind == "level"]
    if len(levels) < 2:
        return Markup("")
    low, high = min(point.value for point in levels), max(point.value for point in levels)
    margin = (high - low) * 0.15 or 1
    rows = (
        _row(point, i, _position(point.value, low - margin, high), indicator.unit, words, lang)
        for i, point in enumerate(levels)
    )
    title = f"{indicator.name}: {'; '.join(_told(point, indicator.unit, words, lang) for point in levels)}"
    frame = '<svg class="figur" role="img" aria-labelledby="{id}" width="100%" height="{height}">'
    return Markup(frame + '<title id="{id}">{title}</title>{rows}</svg>').format(
        id=f"figur-{id}", height=ROW * len(levels), title=title, rows=Markup("").join(rows)
    )


def _position(value: float, low: float, high: float) -> float:
    return round(LEFT + (value - low) / ((high - low) or 1) * (RIGHT - LEFT), 2)


def _row(point: Point, i: int, x: float, unit: str, words: Mapping[str, str], lang: str) -> Markup:
    y = ROW * i + 34
    mark = (
        Markup('<line class="{role}" x1="{x}%" x2="{x}%" y1="{top}" y2="{bottom}"/>')
        if point.role == "target"
        else Markup('<circle class="{role}" cx="{x}%" cy="{y}" r="7"/>')
    ).format(role=point.role, x=x, y=y, top=y - 10, bottom=y + 10)
    label = Markup('<text x="0" y="{y}">{told}</text>').format(y=y - 16, told=_told(point, unit, words, lang))
    track = Markup('<line class="track" x1="0" x2="100%" y1="{y}" y2="{y}"/>').format(y=y)
    return label + track + mark


def _told(point: Point, unit: str, words: Mapping[str, str], lang: str) -> str:
    """«Før, 2011: 8,5 prosent»."""
    when = f", {point.period.format(lang)}" if point.period else ""
    bound = f"{words[point.bound]} " if words[point.bound] else ""
    return f"{words[point.role]}{when}: {bound}{format_number(point.value)} {unit}"
