"""Every indicator of the site as a row: before, goal, after, what changed, and whether the goal was met."""

from __future__ import annotations

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
    def before(self) -> tuple[Point, ...]:
        return self._levels("baseline")

    @property
    def goals(self) -> tuple[Point, ...]:
        return tuple(point for point in self.indicator.points if point.role == "target")

    @property
    def after(self) -> tuple[Point, ...]:
        return self._levels("result")

    @property
    def told(self) -> tuple[Point, ...]:
        """Results that the source tells as a change, without the levels."""
        return tuple(p for p in self.indicator.points if p.role == "result" and p.kind != "level")

    @property
    def change(self) -> float | None:
        """From the first level before to the last one after, in the indicator's unit."""
        if not (self.indicator.comparable and self.before and self.after):
            return None
        return round(self.after[-1].value - self.before[0].value, 4)

    @property
    def roughly(self) -> bool:
        """Whether the change rests on a level that the source gives as about."""
        return "about" in {point.bound for point in (*self.before[:1], *self.after[-1:])}

    @property
    def met(self) -> Met:
        """Whether the last goal was met; open when goal and result are not of the same kind, place or time."""
        if not self.goals:
            return "no_goal"
        if not (self.after or self.told):
            return "no_result"
        if not self._can_be_judged:
            return "open"
        goal, result = self.goals[-1].value, self.after[-1].value
        return "met" if (result <= goal if self.indicator.better == "lower" else result >= goal) else "missed"

    @property
    def _can_be_judged(self) -> bool:
        goal = self.goals[-1]
        exact = self.after and {goal.bound, self.after[-1].bound} <= {"exact", "max", "min"}
        if not (exact and goal.kind == "level" and self.indicator.comparable):
            return False
        due, measured = goal.period, self.after[-1].period
        return bool(due and measured and due.end and measured.end and measured.end >= due.end) or (
            goal.period_note is not None and goal.period_note == self.after[-1].period_note
        )

    def _levels(self, role: str) -> tuple[Point, ...]:
        return tuple(point for point in self.indicator.points if point.role == role and point.kind == "level")

    @property
    def rank(self) -> int:
        """What is measured before what is only wanted."""
        return 0 if self.before and self.after else 1 if self.after or self.told else 2


def result_rows(catalog: Catalog) -> tuple[ResultRow, ...]:
    """The programme's own first, then by how much is known."""
    own = tuple(ResultRow(indicator, None) for indicator in catalog.programme.indicators)
    found = [ResultRow(indicator, example) for example in catalog.examples for indicator in example.indicators]
    return (*own, *sorted(found, key=lambda row: row.rank))
