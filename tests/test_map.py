"""The maps: where marks lie, what they say and where they lead, with and without script."""

from __future__ import annotations

import gzip
import math
import re
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
import samanom
from built import ROOT, site, tiny_site
from playwright.sync_api import Browser, Locator, Page, expect
from samanom.render.atlas import Atlas
from samanom.render.names import named
from samanom.render.projection import NORWAY, Lambert
from samanom.render.simplify import clipped, path, simplified, triangle
from samanom.render.spread import spread

GAP = 23
"""Units that two marks are apart at least."""
WEIGHT = 80_000
"""Bytes of the large map, compressed, at most."""


@cache
def catalog() -> samanom.Catalog:
    return samanom.read(ROOT)


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


# Geometry


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


# In a browser


@pytest.fixture
def wide(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 1440, "height": 1000})


@pytest.fixture
def plain(browser: Browser) -> Page:
    """A wide window without JavaScript."""
    return browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 1000}).new_page()


def mark(page: Page, id: str) -> Locator:
    return page.locator(f'.kart__sted[data-sted="{id}"]')


def shown(name: Locator) -> bool:
    return str(name.evaluate("name => getComputedStyle(name).opacity")) == "1"


def test_every_mark_can_be_hit(wide: Page, url: str) -> None:
    wide.goto(f"{url}/kommuner/")
    wide.locator(".kart__bilde").scroll_into_view_if_needed()
    wide.evaluate("document.querySelector('.kart__bilde').scrollIntoView({block: 'center'})")
    hit = wide.locator(".kart__skjold").evaluate_all("""marks => marks.filter(mark => {
      const {x, y, width, height} = mark.getBoundingClientRect()
      const there = document.elementFromPoint(x + width / 2, y + height / 2)
      return there?.closest('.kart__sted') === mark.parentNode
    }).length""")
    assert hit == len(catalog().kommuner)


@pytest.mark.parametrize("window", ["phone", "wide", "plain"])
def test_a_click_opens_the_page(window: str, url: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(window)
    page.goto(f"{url}/kommuner/")
    mark(page, "lom").locator(".kart__skjold").click()
    page.wait_for_url("**/kommuner/lom/")


def test_hover_and_focus_name_the_kommune(wide: Page, plain: Page, url: str) -> None:
    for page in (wide, plain):
        page.goto(f"{url}/kommuner/")
        name = mark(page, "saltdal").locator("text")
        assert name.text_content() == "Saltdal"
        assert not shown(name)
        mark(page, "saltdal").locator(".kart__skjold").hover()
        assert shown(name)
        page.mouse.move(0, 0)
        assert not shown(name)
        mark(page, "saltdal").focus()
        assert shown(name)


def test_focus_in_the_list_names_the_kommune_on_the_map(wide: Page, url: str) -> None:
    wide.goto(f"{url}/kommuner/")
    wide.locator(".kart__liste").get_by_role("link", name="Lom", exact=True).focus()
    assert shown(mark(wide, "lom").locator("text"))
    wide.keyboard.press("Tab")
    assert not shown(mark(wide, "lom").locator("text"))
    wide.keyboard.press("Shift+Tab")
    wide.keyboard.press("Enter")
    wide.wait_for_url("**/kommuner/lom/")


@pytest.mark.parametrize("window", ["wide", "plain"])
def test_the_switch_colours_by_pulje_and_the_box_sizes_by_population(
    window: str, url: str, request: pytest.FixtureRequest
) -> None:
    page: Page = request.getfixturevalue(window)
    page.goto(f"{url}/kommuner/")
    stavanger, lom = mark(page, "stavanger"), mark(page, "lom")
    expect(lom.locator(".kart__tema")).to_be_visible()
    expect(lom.locator(".kart__pulje")).to_be_hidden()
    page.get_by_label("Pulje", exact=True).check()
    expect(lom.locator(".kart__tema")).to_be_hidden()
    expect(lom.locator(".kart__pulje")).to_be_visible()
    expect(page.locator(".kart__tegn--pulje").first).to_be_visible()
    before = [width(stavanger), width(lom)]
    assert before[0] == pytest.approx(before[1], abs=0.5)
    page.get_by_label("Størrelse etter folketall").check()
    assert width(stavanger) > 2 * before[0]
    assert width(lom) < before[1]


def width(mark: Locator) -> float:
    box = mark.locator(".kart__pulje").bounding_box()
    assert box
    return box["width"]


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_map_zooms_to_a_fylke_or_a_landsdel_and_back(browser: Browser, url: str, motion: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 1000}, reduced_motion=motion)  # type: ignore[arg-type]
    page.goto(f"{url}/kommuner/")
    picture = page.locator(".kart .kart__bilde")
    whole = picture.get_attribute("viewBox")
    size = picture.evaluate("picture => [picture.clientWidth, picture.clientHeight]")
    for choice, inside, outside in (("Oppland", "lom", "stavanger"), ("Nord-Norge", "gamvik", "lom")):
        page.get_by_label("Vis", exact=True).select_option(label=choice)
        expect(mark(page, inside)).to_have_class(re.compile("har-plass"))
        assert within(mark(page, inside), picture)
        assert not within(mark(page, outside), picture)
        expect(page.locator(f'.kart__liste a[data-sted="{inside}"]')).to_be_visible()
        expect(page.locator(f'.kart__liste a[data-sted="{outside}"]')).to_be_hidden()
        assert picture.evaluate("picture => [picture.clientWidth, picture.clientHeight]") == size
    page.get_by_label("Vis", exact=True).select_option(label="hele landet")
    expect(picture).to_have_attribute("viewBox", str(whole))
    page.close()


def within(mark: Locator, picture: Locator) -> bool:
    """Whether a mark lies in the picture as it is cut now."""
    a, b = mark.locator(".kart__skjold").bounding_box(), picture.bounding_box()
    assert a
    assert b
    return b["x"] <= a["x"] <= b["x"] + b["width"] and b["y"] <= a["y"] <= b["y"] + b["height"]


def test_without_script_there_is_no_zoom_but_all_kommuner(plain: Page, url: str) -> None:
    plain.goto(f"{url}/kommuner/")
    expect(plain.get_by_label("Vis", exact=True)).to_be_hidden()
    expect(plain.locator(".kart__sted")).to_have_count(len(catalog().kommuner))
    expect(plain.locator(".kart__liste a")).to_have_count(len(catalog().kommuner))


def test_the_map_is_hidden_from_those_who_have_the_list(wide: Page, url: str) -> None:
    """No mark is a stop for the tab key, and nothing in a hidden picture is."""
    for address in ("/kommuner/", "/nettverk/omdomme/"):
        wide.goto(url + address)
        assert wide.locator(".kart__bilde").first.get_attribute("aria-hidden") == "true"
        assert wide.locator('.kart__bilde a:not([tabindex="-1"])').count() == 0
