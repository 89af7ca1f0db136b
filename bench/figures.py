"""What was measured, beside what it may be at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    name: str
    values: Sequence[float]
    """One of each run, or of each question."""
    unit: str
    limit: float | None = None
    """The most that the worst of them may be."""

    @property
    def is_over(self) -> bool:
        return self.limit is not None and max(self.values) > self.limit

    def __str__(self) -> str:
        worst = f"{max(self.values):,.1f}" if len(self.values) > 1 else ""
        limit = "" if self.limit is None else f"{self.limit:,.0f}"
        columns = f"{self.name:48} {len(self.values):3} {median(self.values):12,.1f} {worst:>12} {limit:>8} {self.unit}"
        return columns + ("  OVER" if self.is_over else "")


HEAD = f"{'':48} {'n':>3} {'median':>12} {'worst':>12} {'limit':>8}"
