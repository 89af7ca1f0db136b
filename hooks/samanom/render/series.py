"""An indicator over time as SVG: dots for what was measured, lines for goals, grey where no date is known."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from ..model import Point
from ..numbers import format_number
from .timeline import Column

TOP, PLOT, LINE = 52, 200, 18
"""Height above the scale, of the scale, and of a line of text, in pixels."""
STEPS = 5
"""Parts of the scale, each with its number."""
HALF = 9
"""Half of the line of a goal, in per cent of the width."""


@dataclass(frozen=True)
class Series:
    """What was measured and wanted, under the times it holds for."""

    columns: tuple[Column, ...]
    open_goals: tuple[Point, ...]
    """Those for no certain time."""
    unit: str
    end: float
    """Where the scale ends; it begins at nothing."""
    comparable: bool
    words: Mapping[str, str]

    @property
    def measured(self) -> tuple[tuple[Column, Point], ...]:
        return tuple((column, column.measured) for column in self.columns if column.measured)

    @property
    def height(self) -> int:
        """In pixels."""
        return TOP + PLOT + 8 + LINE * max(len(column.lines) for column in self.columns)

    def svg(self) -> Markup:
        """What stands in the figure."""
        parts = (*self._fields(), *self._scale(), *self._trend(), *self._goals(), *self._times(), *self._dots())
        return Markup("").join(parts)

    def _y(self, value: float) -> float:
        return round(TOP + PLOT * (1 - value / self.end), 1)

    def _fields(self) -> Iterator[Markup]:
        """A grey field behind each time that is not known."""
        edges = [0.0, *((a.x + b.x) / 2 for a, b in pairwise(self.columns)), 100.0]
        for column, (left, right) in zip(self.columns, pairwise(edges), strict=True):
            if not column.is_dated:
                yield Markup('<rect class="ukjent" x="{x}%" y="{y}" width="{width}%" height="{height}"/>').format(
                    x=round(left, 2), y=TOP, width=round(right - left, 2), height=PLOT
                )

    def _scale(self) -> Iterator[Markup]:
        yield Markup('<text class="axis" x="0" y="14">{unit}</text>').format(unit=self.unit)
        for value in (self.end * i / STEPS for i in range(STEPS + 1)):
            y = self._y(value)
            yield Markup('<line class="{kind}" x1="0" x2="100%" y1="{y}" y2="{y}"/>').format(
                kind="rute" if value else "axis", y=y
            )
            yield Markup('<text class="axis" x="0" y="{y}">{value}</text>').format(y=y - 5, value=format_number(value))

    def _trend(self) -> Iterator[Markup]:
        """Lines between what was measured, broken where a date is not known or the two cannot quite be compared."""
        for (a, first), (b, last) in pairwise(self.measured):
            yield Markup('<line class="forlop{broken}" x1="{a}%" x2="{b}%" y1="{y1}" y2="{y2}"/>').format(
                broken="" if self.comparable and a.is_dated and b.is_dated else " ukjent",
                a=a.x,
                b=b.x,
                y1=self._y(first.value),
                y2=self._y(last.value),
            )

    def _goals(self) -> Iterator[Markup]:
        """Each under its time; those for no certain time across all, named where there is most room."""
        for column in self.columns:
            for goal in (point for point in column.points if point.role == "target"):
                below = column.measured is not None and column.measured.value >= goal.value
                yield self._goal(goal, (column.x - HALF, column.x, column.x + HALF), below)
        a, b = max(pairwise(self.columns), key=lambda pair: pair[1].x - pair[0].x)
        mean = sum(point.value for _, point in self.measured) / len(self.measured)
        for goal in self.open_goals:
            yield self._goal(goal, (0, (a.x + b.x) / 2, 100), mean > goal.value)

    def _goal(self, goal: Point, places: tuple[float, float, float], below: bool) -> Markup:
        y, (left, middle, right) = self._y(goal.value), (round(place, 2) for place in places)
        line = Markup('<line class="target" x1="{left}%" x2="{right}%" y1="{y}" y2="{y}"/>')
        text = Markup('<text class="maal" x="{middle}%" y="{y}">{target} {told}</text>')
        return line.format(left=left, right=right, y=y) + text.format(
            middle=middle, y=y + (19 if below else -8), target=self.words["target"], told=self._told(goal)
        )

    def _times(self) -> Iterator[Markup]:
        for column in self.columns:
            for i, line in enumerate(column.lines):
                yield Markup('<text class="tid" x="{x}%" y="{y}">{line}</text>').format(
                    x=column.x, y=TOP + PLOT + 22 + LINE * i, line=line
                )

    def _dots(self) -> Iterator[Markup]:
        """What was measured, with its value; the first and the last stand out."""
        ends = (self.measured[0], self.measured[-1])
        for column, point in self.measured:
            kind, radius, over = ("", 8, 16) if (column, point) in ends else (" mellom", 5, 12)
            y = self._y(point.value)
            yield Markup('<circle class="{role}{kind}" cx="{x}%" cy="{y}" r="{r}"/>').format(
                role=point.role, kind=kind, x=column.x, y=y, r=radius
            )
            yield Markup('<text class="verdi{kind}" x="{x}%" y="{y}">{told}</text>').format(
                kind=kind, x=column.x, y=y - over, told=self._told(point)
            )

    def _told(self, point: Point) -> Markup:
        """«høyst 7,5 %»; the word smaller than the number."""
        bound = self.words[point.bound]
        word = Markup('<tspan class="om">{} </tspan>').format(bound) if bound else Markup("")
        sign = "\u00a0%" if self.unit == "prosent" else ""
        return word + f"{format_number(point.value)}{sign}"


def scale_end(most: float) -> float:
    """The next round number: 1, 2, 2.5 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(most)) if most > 0 else 1.0
    return next(step * power for step in (1, 2, 2.5, 5, 10) if step * power >= most)
