"""Where the land and the participants lie in a picture of the country, 1000 units wide."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..catalog import Catalog, Participant
from .projection import NORWAY, Point
from .simplify import Box, clipped, path, simplified
from .spread import spread

WIDTH = 1000
"""Units across the country."""
GAP = 23
"""Units between two marks, from middle to middle; a mark is 18 wide and 21.5 high."""
EDGE = 30
"""Units of sea around the outermost land and marks."""
COARSE = 40.0
"""Corners that the small maps leave out, in square units."""
SIZES = (2500, 5000, 10000, 20000, 50000)
"""Inhabitants from which a mark is of the next size."""


@dataclass(frozen=True)
class Mark:
    """A participant in the picture."""

    place: Participant
    themes: tuple[str, ...]
    x: float
    y: float
    side: int
    """Where its name has most room: 1 to the right, -1 to the left."""

    @property
    def size(self) -> int:
        """From 1, by population."""
        return bisect_right(SIZES, self.place.official.population) + 1


@dataclass(frozen=True)
class Atlas:
    catalog: Catalog

    @cached_property
    def rings(self) -> tuple[tuple[Point, ...], ...]:
        """The land in units of the picture, in full detail."""
        return tuple(tuple(map(self._at, ring)) for ring in self.catalog.reference.outline)

    @cached_property
    def places(self) -> Mapping[str, Point]:
        """Where each participant lies, by id."""
        found = ((id, place.official) for id, place in self.catalog.kommuner.items())
        return {id: self._at((official.lon, official.lat)) for id, official in found}

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """All participants, none on another; the largest first, so that small ones are drawn on top."""
        found = self.marks_of(self.places, GAP)
        return tuple(sorted(found, key=lambda mark: (-mark.place.official.population, mark.place.id)))

    @cached_property
    def box(self) -> Box:
        """The whole country."""
        spots = [point for ring in self.rings for point in ring] + [(mark.x, mark.y) for mark in self.marks]
        return around(spots, EDGE)

    def marks_of(self, ids: Iterable[str], gap: float) -> tuple[Mark, ...]:
        """Those named, at least `gap` units apart."""
        names = tuple(ids)
        spots = spread([self.places[id] for id in names], gap)
        sides = [_side(spot, spots, gap * 5) for spot in spots]
        return tuple(
            Mark(self.catalog.kommuner[id], self.themes(id), *spot, side)
            for id, spot, side in zip(names, spots, sides, strict=True)
        )

    def themes(self, id: str) -> tuple[str, ...]:
        """What a participant worked with in its networks; of one in none, in its projects."""
        networks = sorted(self.catalog.networks_of(id), key=lambda network: network.pulje)
        found = [theme for each in networks or self.catalog.projects_of(id) for theme in each.themes]
        return tuple(dict.fromkeys(found))

    @cached_property
    def coarse(self) -> str:
        """The land of the small maps, the same on all of them."""
        return self.land(COARSE)

    def land(self, area: float, box: Box | None = None, digits: int = 0) -> str:
        """The land as the `d` of a path, without corners smaller than `area` in square units, within the box."""
        rings: Iterable[Sequence[Point]] = self.rings
        if box:
            left, top, width, height = box
            sea = (left - EDGE, top - EDGE, width + 2 * EDGE, height + 2 * EDGE)
            rings = (part for ring in rings if (part := clipped(ring, sea)))
        return path((land for ring in rings if (land := simplified(ring, area))), digits)

    def _at(self, place: Point) -> Point:
        """A place in degrees east and north, in units to the right and down."""
        (x, y), (left, top, scale) = NORWAY(*place), self._frame
        return (x - left) * scale, (top - y) * scale

    @cached_property
    def _frame(self) -> tuple[float, float, float]:
        """The left and the top of what is known of the country, and units in a radius of the globe."""
        reference = self.catalog.reference
        known = [place for ring in reference.outline for place in ring]
        spots = [NORWAY(*p) for p in known or ((k.lon, k.lat) for k in reference.kommuner.values())]
        left, right = min(x for x, _ in spots), max(x for x, _ in spots)
        return left, max(y for _, y in spots), WIDTH / max(right - left, 1e-3)


def around(spots: Sequence[Point], edge: float) -> Box:
    """The smallest box of whole units with so much room around the spots."""
    left, top = min(x for x, _ in spots) - edge, min(y for _, y in spots) - edge
    width, height = max(x for x, _ in spots) + edge - left, max(y for _, y in spots) + edge - top
    return round(left), round(top), round(width) + 1, round(height) + 1


def _side(spot: Point, spots: Iterable[Point], reach: float) -> int:
    """The side with fewer others level with it, within reach; the right when both are alike."""
    level = [x - spot[0] for x, y in spots if abs(y - spot[1]) < reach / 8 and 0 < abs(x - spot[0]) < reach]
    return 1 if sum(dx > 0 for dx in level) <= sum(dx < 0 for dx in level) else -1
