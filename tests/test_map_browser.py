"""The maps in a browser: what can be hit, focused, switched and zoomed, with and without script."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from built import catalog
from playwright.sync_api import Browser, Locator, Page, expect


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
def test_the_map_zooms_to_a_fylke_or_a_landsdel_and_back(
    browser: Browser, url: str, motion: Literal["reduce", "no-preference"]
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 1000}, reduced_motion=motion)
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


@pytest.mark.parametrize("choice", ["Vestlandet", "Oppland"])
@pytest.mark.parametrize("width", [390, 1440])
def test_no_mark_lies_on_a_name_at_any_size(browser: Browser, url: str, width: int, choice: str) -> None:
    """Neither one of those chosen nor another that the picture shows, before, with and after sizes by population."""
    page = browser.new_page(viewport={"width": width, "height": 1000}, reduced_motion="reduce")
    page.goto(f"{url}/kommuner/")
    page.get_by_label("Vis", exact=True).select_option(label=choice)
    sizes = page.get_by_label("Størrelse etter folketall")
    for by_population in (False, True, False):
        sizes.set_checked(by_population)
        expect(page.locator(".kart__sted.har-plass").first).to_be_attached()
        assert page.evaluate(COVERED) == []
    page.close()


COVERED = """() => {
  const marks = [...document.querySelectorAll('.kart .kart__sted')]
  const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  return marks.filter(mark => mark.matches('.har-plass')).flatMap(named => {
    const name = named.querySelector('.kart__navn').getBoundingClientRect()
    const shields = marks.filter(mark => over(name, mark.querySelector('.kart__skjold').getBoundingClientRect()))
    return shields.map(mark => [named.dataset.sted, mark.dataset.sted])
  })
}"""


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


def test_the_arrows_beside_the_map_have_the_same_air_on_both_sides(wide: Page, url: str) -> None:
    """In units of the picture, in the site's own letters, which a first visit may have to do without."""
    for _ in range(2):
        wide.goto(f"{url}/")
        wide.evaluate("document.fonts.ready")
    airs = wide.locator(".map-note").evaluate_all("""notes => notes.flatMap(note => {
      const [from, arrow, to] = ['.map-note__from', 'use', '.map-note__to'].map(name => note.querySelector(name))
      const start = arrow.x.baseVal.value
      return [start - from.getBBox().x - from.getComputedTextLength(), to.getBBox().x - start - 29]
    })""")
    assert len(airs) >= 4
    assert min(airs) > 8
    assert max(airs) - min(airs) < 4


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_the_map_of_the_home_page_shows_every_kommune(browser: Browser, url: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 1000})
    page.goto(f"{url}/")
    picture = page.locator(".hero__map .kart__bilde")
    edge = picture.bounding_box()
    assert edge
    boxes = picture.locator(".kart__rand").evaluate_all("marks => marks.map(mark => mark.getBoundingClientRect().x)")
    assert len(boxes) == len(catalog().kommuner)
    assert edge["x"] <= min(boxes)
    assert max(boxes) < edge["x"] + edge["width"]
    notes = picture.locator(".map-note text").evaluate_all("texts => texts.map(text => text.getBoundingClientRect().x)")
    assert width < 480 or edge["x"] <= min(notes)
    page.close()
