"""Outlines with fewer points, and the part of them that is within a picture."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .projection import Point

Box = tuple[float, float, float, float]
"""Left, top, width and height of a picture."""


def simplified(ring: Sequence[Point], area: float) -> list[Point]:
    """Without the points that matter least: those whose triangle with their neighbours is smaller than `area`.

    Visvalingam and Whyatt, «Line generalisation by repeated elimination of points», The Cartographic Journal 30 (1993).
    The ring ends where it begins, and so does the answer. It is empty when less than a triangle is left.
    """
    points = list(ring[:-1] if ring[0] == ring[-1] else ring)
    before, after = [i - 1 for i in range(len(points))], [i + 1 for i in range(len(points))]
    before[0], after[-1], left = len(points) - 1, 0, len(points)
    sizes = [triangle(points[before[i]], points[i], points[after[i]]) for i in range(len(points))]
    heap = [(size, i) for i, size in enumerate(sizes)]
    heapq.heapify(heap)
    while heap and heap[0][0] < area and left > 2:
        size, i = heapq.heappop(heap)
        if size != sizes[i]:
            continue
        before[after[i]], after[before[i]], sizes[i], left = before[i], after[i], -1, left - 1
        for j in (before[i], after[i]):
            sizes[j] = max(size, triangle(points[before[j]], points[j], points[after[j]]))
            heapq.heappush(heap, (sizes[j], j))
    kept = [point for point, size in zip(points, sizes, strict=True) if size >= 0]
    return [*kept, kept[0]] if len(kept) > 2 else []


def triangle(a: Point, b: Point, c: Point) -> float:
    """Its area."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def clipped(ring: Sequence[Point], box: Box) -> list[Point]:
    """What is within the box, edge by edge (Sutherland and Hodgman, 1974); empty when nothing is."""
    left, top, width, height = box
    for axis, edge, sign in ((0, left, 1), (0, left + width, -1), (1, top, 1), (1, top + height, -1)):
        ring = _cut(ring, axis, edge, sign)
    return list(ring)


def _cut(ring: Sequence[Point], axis: int, edge: float, sign: int) -> list[Point]:
    """The side of a line that lies above (sign 1) or below (-1) an edge on the axis x (0) or y (1)."""
    found: list[Point] = []
    for a, b in pairwise(ring):
        here, there = sign * (a[axis] - edge), sign * (b[axis] - edge)
        if here >= 0:
            found.append(a)
        if here * there < 0:
            share = here / (here - there)
            found.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
    return [*found, found[0]] if found else []


def path(rings: Iterable[Sequence[Point]], digits: int = 0) -> str:
    """Closed rings as the `d` of an SVG path: rounded, and each point as the step from the one before."""
    unit = 10**digits
    return "".join(_ring([(round(x * unit), round(y * unit)) for x, y in ring], unit) for ring in rings)


def _ring(points: Sequence[tuple[int, int]], unit: int) -> str:
    """Empty when rounding leaves less than a triangle."""
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points) if a != b][:-1]
    if len(steps) < 2:
        return ""
    (x, y), text = points[0], "".join(_pair(dx, dy, unit) for dx, dy in steps)
    return f"M{_number(x, unit)} {_number(y, unit)}l{text.strip()}z"


def _pair(dx: int, dy: int, unit: int) -> str:
    """A minus parts as well as a space does."""
    one, two = _number(dx, unit), _number(dy, unit)
    return f"{one if dx < 0 else f' {one}'}{two if dy < 0 else f' {two}'}"


def _number(value: int, unit: int) -> str:
    text = f"{value / unit:g}"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
