"""Marks that would lie on each other, pushed apart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from .projection import Point

SLACK = 0.2
"""How much further apart than asked for, so that rounding to one decimal brings none too close."""
ROUNDS, HOME = 400, 250
"""How many times all are pushed, and how many of these they are first drawn a little towards home."""
PULL = 0.1
"""How much of the way home."""


def spread(places: Sequence[Point], gap: float) -> tuple[Point, ...]:
    """Where the marks go: none closer to another than `gap`, each as near its place as the crowd lets it.

    Nothing here is left to chance: the same places in the same order give the same answer.
    """
    spots = [(x, y) for x, y in places]
    for round_ in range(ROUNDS):
        if round_ < HOME:
            spots = [(x + PULL * (px - x), y + PULL * (py - y)) for (x, y), (px, py) in zip(spots, places, strict=True)]
        close = [(i, j) for i, j in combinations(range(len(spots)), 2) if _near(spots[i], spots[j], gap + SLACK)]
        if not close:
            break
        for i, j in close:
            spots[i], spots[j] = _parted(spots[i], spots[j], gap + SLACK, i)
    return tuple((round(x, 1), round(y, 1)) for x, y in spots)


def _near(a: Point, b: Point, gap: float) -> bool:
    return abs(a[0] - b[0]) < gap and math.dist(a, b) < gap - 1e-6


def _parted(a: Point, b: Point, gap: float, turn: int) -> tuple[Point, Point]:
    """Both moved half of what is lacking, away from each other; those in one spot in a direction of their own."""
    distance = math.dist(a, b)
    if distance >= gap:
        return a, b
    dx, dy = (b[0] - a[0], b[1] - a[1]) if distance > 1e-9 else (math.cos(turn), math.sin(turn))
    step = (gap - distance) / 2 / math.hypot(dx, dy)
    return (a[0] - dx * step, a[1] - dy * step), (b[0] + dx * step, b[1] + dy * step)
