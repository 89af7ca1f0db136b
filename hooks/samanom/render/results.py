"""Every indicator of the site as a row: before, goal, after, what changed, and whether the goal was met."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ..catalog import Catalog
from ..model import Example, Indicator, Point

Met = Literal["met", "missed", "open", "no_goal", "no_result"]


@dataclass(frozen=True)
class ResultRow:
    """An indicator of the programme, or of an example."""

    indicator: Indicator
    example: Example | None
    """None for the programme's own."""

    @property
    def themes(self) -> tuple[str, ...]:
        return self.indicator.themes or (self.example.themes if self.example else ())

    @property
    def before(self) -> tuple[Point, ...]:
        return self._levels("baseline")

    @property
    def goals(self) -> tuple[Point, ...]:
        return in_time(point for point in self.indicator.points if point.role == "target")

    @property
    def after(self) -> tuple[Point, ...]:
        return self._levels("result")

    @property
    def told(self) -> tuple[Point, ...]:
        """Results that the source tells as a change, without the levels."""
        return tuple(p for p in self.indicator.points if p.role == "result" and p.kind != "level")

    @property
    def levels(self) -> tuple[Point, ...]:
        """Everything that stands on a scale."""
        return tuple(point for point in self.indicator.points if point.kind == "level")

    @property
    def change(self) -> float | None:
        """From the first level before to the last one after, in the indicator's unit; None where it cannot be told."""
        if not (self.indicator.comparable and self.before and self.after):
            return None
        first, last = self.before[0], self.after[-1]
        return None if {first.bound, last.bound} & {"min", "max"} else round(last.value - first.value, 4)

    @property
    def improvement(self) -> float | None:
        """The change as a share of the first level, positive when for the better; None where it cannot be told."""
        if self.change is None or not self.before[0].value:
            return None
        return round(self.change / self.before[0].value * (-1 if self.indicator.better == "lower" else 1), 4)

    @property
    def roughly(self) -> bool:
        """Whether the change rests on a level that the source gives as about."""
        return "about" in {point.bound for point in (*self.before[:1], *self.after[-1:])}

    @property
    def met(self) -> Met:
        """Whether the last goal that has a result of its own time was met."""
        if not self.goals:
            return "no_goal"
        if not (self.after or self.told):
            return "no_result"
        for goal in reversed(self.goals):
            for result in self.after:
                if self.indicator.comparable and can_judge(goal, result):
                    lower = self.indicator.better == "lower"
                    return "met" if (result.value <= goal.value if lower else result.value >= goal.value) else "missed"
        return "open"

    @property
    def rank(self) -> int:
        """What is measured before what is only wanted."""
        return 0 if self.before and self.after else 1 if self.after or self.told else 2

    def _levels(self, role: str) -> tuple[Point, ...]:
        return in_time(point for point in self.indicator.points if point.role == role and point.kind == "level")


def in_time(points: Iterable[Point]) -> tuple[Point, ...]:
    """By date; of the undated, what was before first and the others last, as they stand."""

    def when(point: Point) -> dt.date:
        undated = dt.date.min if point.role == "baseline" else dt.date.max
        return point.period.start if point.period and point.period.start else undated

    return tuple(sorted(points, key=when))


def can_judge(goal: Point, result: Point) -> bool:
    """Whether a result tells if a goal was met: both levels, the result exact, and of the goal's time or later.

    Without dates they must stand in one source, which says the same of the time of both.
    """
    if goal.kind != "level" or goal.bound == "about" or result.bound != "exact":
        return False
    due, measured = goal.period, result.period
    if due and due.end and measured and measured.end:
        return measured.end >= due.end
    undated = not goal.is_dated and not result.is_dated
    return undated and (goal.source, goal.period_note) == (result.source, result.period_note)


def result_rows(catalog: Catalog) -> tuple[ResultRow, ...]:
    """The programme's own first, then by how much is known."""
    own = tuple(ResultRow(indicator, None) for indicator in catalog.programme.indicators)
    found = [ResultRow(indicator, example) for example in catalog.examples for indicator in example.indicators]
    return (*own, *sorted(found, key=lambda row: row.rank))
