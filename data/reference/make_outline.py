"""Writes the outline of mainland Norway as one GeoJSON feature, from Natural Earth's countries. To make it anew:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python data/reference/make_outline.py package/countries-10m.json > data/reference/norge.geojson

It needs nothing but Python.
"""

from __future__ import annotations

import json
import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = list[Point]


def decode(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """One arc of a topology: each position is the step from the one before, on a grid."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    grid = accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]])
    return [(round(x * kx + dx, 3), round(y * ky + dy, 3)) for x, y in grid]


def ring(indices: list[int], arcs: list[Ring]) -> Ring:
    """The arcs in order, `~i` backwards, without points that rounding made equal to the one before."""
    points = [point for i in indices for point in (arcs[i] if i >= 0 else arcs[~i][::-1])]
    return [point for i, point in enumerate(points) if i == 0 or point != points[i - 1]]


def is_mainland(polygon: list[Ring]) -> bool:
    """False for Svalbard, Jan Mayen and Bouvetøya."""
    return all(57 < lat < 72 and 4 < lon < 32 for lon, lat in polygon[0])


def wound(points: Ring, outer: bool) -> Ring:
    """As RFC 7946 wants it: outer rings anticlockwise, holes clockwise."""
    pairs = pairwise(points)
    anticlockwise = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairs) < 0
    return points if anticlockwise == outer else points[::-1]


def outline(topology: dict[str, Any]) -> dict[str, Any]:
    """The feature."""
    arcs = [decode(arc, topology["transform"]) for arc in topology["arcs"]]
    countries = topology["objects"]["countries"]["geometries"]
    norway = next(country for country in countries if country["properties"]["name"] == "Norway")
    polygons = [[ring(indices, arcs) for indices in polygon] for polygon in norway["arcs"]]
    whole = [polygon for polygon in polygons if is_mainland(polygon) and len(polygon[0]) > 3]
    coordinates = [[wound(points, i == 0) for i, points in enumerate(polygon)] for polygon in whole]
    geometry = {"type": "MultiPolygon", "coordinates": coordinates}
    return {"type": "Feature", "properties": {"name": "Norge"}, "geometry": geometry}


if __name__ == "__main__":
    print(json.dumps(outline(json.loads(Path(sys.argv[1]).read_bytes())), separators=(",", ":")))
