"""From degrees to a plane: Lambert's conformal conic projection of a sphere.

The formulas are 15-1 to 15-5 of J. P. Snyder, «Map Projections: A Working Manual», U.S. Geological Survey Professional
Paper 1395 (1987), page 106. The sphere has radius 1; at the scale of these maps the ellipsoid would move no mark.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

Point = tuple[float, float]


@dataclass(frozen=True)
class Lambert:
    """A cone through two parallels, cut open opposite its meridian. All in degrees."""

    south: float
    north: float
    """The parallels that keep their length."""
    meridian: float
    """The one that is upright."""
    origin: float = 0
    """The parallel where y is 0 on that meridian."""

    def __call__(self, lon: float, lat: float) -> Point:
        """A place in degrees east and north, as x to the right and y upwards, in radii of the sphere."""
        angle, radius = self._n * math.radians(lon - self.meridian), self._radius(lat)
        return radius * math.sin(angle), self._radius(self.origin) - radius * math.cos(angle)

    @cached_property
    def _n(self) -> float:
        """How much of a full turn the cone makes when laid flat (15-3)."""
        south, north = math.radians(self.south), math.radians(self.north)
        return math.log(math.cos(south) / math.cos(north)) / math.log(_tan(self.north) / _tan(self.south))

    @cached_property
    def _f(self) -> float:
        """(15-2)."""
        return math.cos(math.radians(self.south)) * math.pow(_tan(self.south), self._n) / self._n

    def _radius(self, lat: float) -> float:
        """How far a parallel lies from the tip of the cone (15-1, 15-1a)."""
        return self._f / math.pow(_tan(lat), self._n)


def _tan(lat: float) -> float:
    return math.tan(math.pi / 4 + math.radians(lat) / 2)


NORWAY = Lambert(south=60, north=69, meridian=16.5)
"""The cone that suits the country: no place is more than about one per cent too large or too small."""
