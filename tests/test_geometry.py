"""How the maps are reckoned: the projection, the land's corners, marks pushed apart, and the places of names."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from samanom.render.atlas import GAP
from samanom.render.names import named
from samanom.render.projection import NORWAY, Lambert
from samanom.render.simplify import clipped, path, simplified, triangle
from samanom.render.spread import spread


def test_the_projection_agrees_with_the_literature() -> None:
    """Snyder (1987), the numerical example on page 295."""
    x, y = Lambert(south=33, north=45, meridian=-96, origin=23)(-75, 35)
    assert (round(x, 7), round(y, 7)) == (0.2966785, 0.2462112)


@pytest.mark.parametrize("lat", [60, 69])
def test_the_two_parallels_keep_their_length(lat: float) -> None:
    """A hundredth of a degree is as long on the map as on the globe."""
    drawn, real = math.dist(NORWAY(10, lat), NORWAY(10.01, lat)), math.radians(0.01) * math.cos(math.radians(lat))
    assert drawn == pytest.approx(real, rel=1e-6)


def test_the_projection_keeps_angles_and_has_north_up_in_the_middle() -> None:
    for lon, lat in ((5, 59), (16.5, 68), (31, 70.5)):
        here, east, north = NORWAY(lon, lat), NORWAY(lon + 1e-4, lat), NORWAY(lon, lat + 1e-4)
        sides = (math.dist(here, east) / math.cos(math.radians(lat)), math.dist(here, north))
        assert sides[0] == pytest.approx(sides[1], rel=1e-4)
        product = sum((a - h) * (b - h) for a, b, h in zip(east, north, here, strict=True))
        assert product == pytest.approx(0, abs=1e-15)
    assert NORWAY(16.5, 60)[0] == NORWAY(16.5, 70)[0] == 0


def test_the_least_corners_go_first() -> None:
    ring = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 10.1), (0.0, 10.0), (0.0, 0.0)]
    assert triangle((10, 10), (5, 10.1), (0, 10)) == pytest.approx(0.5)
    assert simplified(ring, 0.4) == ring
    assert simplified(ring, 0.6) == [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
    assert simplified(ring, 1000) == []


def test_land_is_cut_at_the_edge_and_told_in_steps() -> None:
    ring = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]
    inside = clipped(ring, (5, 5, 20, 20))
    assert set(inside) == {(5, 5), (10, 5), (10, 10), (5, 10)}
    assert clipped(ring, (50, 50, 1, 1)) == []
    assert path([ring]) == "M0 0l10 0 0 10-10 0z"
    assert path([[(0.0, 0.0), (0.26, 0.0), (0.0, -0.26), (0.0, 0.0)]], digits=1) == "M0 0l.3 0-.3-.3z"
    assert path([[(0.0, 0.0), (0.2, 0.0), (0.0, 0.2), (0.0, 0.0)]]) == ""


def test_marks_in_one_spot_are_pushed_apart_the_same_way_each_time() -> None:
    places = [(0.0, 0.0)] * 5 + [(3.0, 1.0), (500.0, 0.0)]
    spots = spread(places, GAP)
    assert spots == spread(places, GAP)
    assert min(math.dist(a, b) for a, b in combinations(spots, 2)) >= GAP
    assert spots[-1] == (500, 0)


def test_names_keep_off_each_other_and_within_the_picture() -> None:
    names = named(
        [(10, 50, "Til høyre"), (190, 50, "Til venstre"), (132, 100, "Her"), (155, 101, "Der")], (0, 0, 200, 200), 1
    )
    assert [anchor for _, _, anchor in names] == ["start", "end", "end", "start"]
