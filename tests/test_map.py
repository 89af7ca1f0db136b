"""The maps on the finished pages: where marks lie, what they say and lead to, and what they weigh."""

from __future__ import annotations

import gzip
import math
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from xml.etree import ElementTree as ET

import samanom
from built import ROOT, catalog, site, tiny_site
from markupsafe import Markup
from samanom.render.atlas import Atlas, Mark
from samanom.render.callouts import callouts
from samanom.render.map import front_map

GAP = 23
"""Units that two marks are apart at least."""
WEIGHT = 80_000
"""Bytes of the large map, compressed, at most."""


@cache
def atlas() -> Atlas:
    return Atlas(catalog())


@dataclass(frozen=True)
class Drawn:
    """A map as it stands on a page."""

    svg: ET.Element

    @property
    def links(self) -> list[ET.Element]:
        return list(self.svg.iter("a"))

    @property
    def spots(self) -> dict[str, tuple[float, float]]:
        """Where the marks lie, by the id of their kommune."""
        found = {}
        for link in self.links:
            moved = next(each.get("transform", "") for each in link.iter() if each.get("transform"))
            x, y = re.findall(r"-?[\d.]+", moved)[:2]
            found[link.get("data-sted", "")] = (float(x), float(y))
        return found

    @property
    def box(self) -> tuple[float, ...]:
        return tuple(map(float, self.svg.get("viewBox", "").split()))

    def holds(self, x: float, y: float) -> bool:
        left, top, width, height = self.box
        return left < x < left + width and top < y < top + height


def drawn(html: str) -> Drawn:
    return Drawn(ET.fromstring(svg(html)))


def svg(html: str) -> str:
    [found] = re.findall(r'<svg class="kart__bilde".*?</svg>', html, re.DOTALL)
    return str(found)


def page(path: str) -> str:
    return (site() / path / "index.html").read_text(encoding="utf-8")


# The large map


def test_each_participant_has_one_mark_that_leads_to_its_page() -> None:
    links = drawn(page("kommuner")).links
    assert len(links) == len(catalog().kommuner) == 110
    assert {link.get("href") for link in links} == {f"{id}/" for id in catalog().kommuner}
    for link in links:
        place = catalog().kommuner[link.get("data-sted", "")]
        assert link.get("href") == f"{place.id}/"
        assert link.get("data-folketall") == str(place.official.population)
        assert link.get("data-pulje", "").split() == list(map(str, place.puljer))


def test_a_mark_says_name_themes_and_pulje() -> None:
    titles = {link.get("data-sted"): link.findtext("title") for link in drawn(page("kommuner")).links}
    assert titles["lom"] == "Lom: kompetanse og rekruttering, pulje 1"
    assert titles["skanland"] == (
        "Skånland (i dag Tjeldsund): heltid/deltid, kompetanse og rekruttering, sykefravær, pulje 2"
    )
    assert titles["bo-nordland"] == "Bø (Nordland): kompetanse og rekruttering, pulje 1"


def test_the_themes_of_a_mark_are_those_of_its_networks() -> None:
    for link in drawn(page("kommuner")).links:
        id = link.get("data-sted", "")
        themes = {theme for network in catalog().networks_of(id) for theme in network.themes}
        fields = [use.get("data-tema") for use in link.iter("use") if use.get("class") == "kart__tema"]
        assert set(fields) == themes == set(link.get("data-tema", "").split()), id


def test_marks_are_apart_near_their_places_and_in_the_picture() -> None:
    found = drawn(page("kommuner"))
    spots, places = found.spots, atlas().places
    least = min(math.dist(a, b) for a, b in combinations(spots.values(), 2))
    shifts = [math.dist(spot, places[id]) for id, spot in spots.items()]
    print(f"least distance {least:.1f}, mean shift {sum(shifts) / len(shifts):.1f}, longest {max(shifts):.1f} units")
    assert least >= GAP
    assert sum(shifts) / len(shifts) < 3
    assert max(shifts) < GAP, "a mark so far from its place needs a line to it"
    assert all(found.holds(*spot) for spot in spots.values())


def test_small_kommuner_lie_on_top_of_large_ones() -> None:
    sizes = [int(link.get("data-folketall", "")) for link in drawn(page("kommuner")).links]
    assert sizes == sorted(sizes, reverse=True)


def test_the_same_input_gives_the_same_picture() -> None:
    fresh = Atlas(samanom.read(ROOT))
    assert (fresh.marks, fresh.box, fresh.coarse) == (atlas().marks, atlas().box, atlas().coarse)


def test_the_map_is_light() -> None:
    weight = len(gzip.compress(svg(page("kommuner")).encode()))
    print(f"large map {weight} bytes compressed")
    assert weight < WEIGHT


def test_the_list_beside_the_map_has_the_same_kommuner() -> None:
    [beside] = re.findall(r'<nav class="kart__liste".*?</nav>', page("kommuner"), re.DOTALL)
    assert sorted(re.findall(r'href="([^"]+)"', beside)) == sorted(f"{id}/" for id in catalog().kommuner)


# The map of the home page


def test_results_stand_on_the_side_that_their_kommune_is_nearest_with_short_lines() -> None:
    notes = {note.mark.place.id: note for note in callouts(atlas(), defaultdict(str))}
    assert notes["jondal"].area[2] < notes["jondal"].mark.x, "in the sea to the west"
    assert notes["drammen"].area[0] > notes["drammen"].mark.x, "on the side of Sweden"
    for id, note in notes.items():
        start = note.mark.x, note.mark.y
        assert math.dist(start, note.tie) < 200, id
        over = [mark.place.id for mark in atlas().marks if mark != note.mark and meets(mark, start, note.tie)]
        assert not over or id == "drammen", "only from where marks are closest must a line go over another"
        assert len(over) <= 2, over


def meets(mark: Mark, start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Whether a line touches a mark, tried at each hundredth of it."""
    along = ((start[0] + (end[0] - start[0]) * i / 100, start[1] + (end[1] - start[1]) * i / 100) for i in range(101))
    return any(abs(x - mark.x) < 10 and abs(y - mark.y) < 12 for x, y in along)


def test_the_map_of_the_home_page_has_room_for_all_that_is_written() -> None:
    html = (site() / "index.html").read_text(encoding="utf-8")
    left, top, width, height = drawn(html).box
    areas = [note.area for note in callouts(atlas(), defaultdict(str))]
    assert html.count('class="map-note"') == len(areas) <= 4
    for area in areas:
        assert left <= area[0] < area[2] <= left + width
        assert top <= area[1] < area[3] <= top + height
    assert front_map(atlas(), Markup("\n")).count(f'viewBox="{" ".join(map(str, atlas().box))}"') == 1


# The small maps


def test_a_network_map_marks_just_its_members() -> None:
    for network in catalog().networks.values():
        found = drawn(page(f"nettverk/{network.id}"))
        members = catalog().kommuner_in(network)
        assert sorted(found.spots) == sorted(members), network.id
        assert {link.findtext("text") for link in found.links} == {catalog().kommuner[id].name for id in members}
        assert all(found.holds(*spot) for spot in found.spots.values())
        uses = {use.get("data-tema") for use in found.svg.iter("use")}
        assert uses == set(network.themes)


def test_a_kommune_map_marks_the_kommune() -> None:
    for id, place in catalog().kommuner.items():
        found = drawn(page(f"kommuner/{id}"))
        assert not found.links
        assert place.name in (found.svg.findtext("title") or "")
        [group] = found.svg.iter("g")
        x, y = map(float, re.findall(r"-?[\d.]+", group.get("transform", ""))[:2])
        assert math.dist((x, y), atlas().places[id]) < 0.1, id
        assert found.holds(x - 40, y - 40), id
        assert found.holds(x + 40, y + 46), id


def test_the_small_maps_are_light() -> None:
    paths = [f"nettverk/{id}" for id in catalog().networks] + [f"kommuner/{id}" for id in catalog().kommuner]
    weights = [len(gzip.compress(svg(page(path)).encode())) for path in paths]
    print(f"small maps {sum(weights) // len(weights)} bytes compressed in the mean, {max(weights)} at most")
    assert max(weights) < 5_000
    assert sum(weights) / len(weights) < 3_000


def test_a_programme_without_an_outline_has_its_marks_without_land() -> None:
    html = (tiny_site() / "kommuner/index.html").read_text(encoding="utf-8")
    found = drawn(html)
    assert "kart__land" not in html
    assert len(found.links) == len(samanom.read(tiny_site().parent / "project").kommuner)
    assert all(found.holds(*spot) for spot in found.spots.values())
