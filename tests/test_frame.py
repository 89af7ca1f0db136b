"""The frame around the pages: what every page has, and that it is the programme's own, whatever the programme."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
import samanom
from built import ROOT, pages, parse, site, tiny_site
from playwright.sync_api import Browser, Page, expect
from samanom.render.atlas import Atlas
from samanom.render.callouts import callouts
from samanom.render.glance import ledger, told_elsewhere
from samanom.render.page import with_contents

SITES = pytest.mark.parametrize("built", [site, tiny_site], ids=["samanom", "tiny"])


def whole(address: str, folder: Path | None = None) -> str:
    return ((folder or site()) / address / "index.html").read_text(encoding="utf-8")


@SITES
def test_every_page_has_the_frame_and_nothing_inline(built: Callable[[], Path]) -> None:
    for address, html in pages(built()):
        if 'http-equiv="refresh"' in html:
            continue
        assert html.startswith("<!doctype html>"), address
        assert re.search(r'<html lang="(nb|nn|en)">', html), address
        for once in ("<main ", 'class="skip"', "<h1", "<footer ", '<div class="side"'):
            assert html.count(once) == (0 if address == "/404.html" and once == '<div class="side"' else 1), address
        assert html.count(' id="hovedinnhold"') == 1, address
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=\"|<script(?![^>]* src=|[^>]*ld\+json)", html), address


@SITES
def test_signs_that_pages_use_are_drawn(built: Callable[[], Path]) -> None:
    for address, html in pages(built()):
        used = set(re.findall(r'<use href="#([^"]+)"', html))
        assert used <= set(re.findall(r'<symbol id="([^"]+)"', html)), address


def test_a_theme_whose_sign_is_not_drawn_has_a_plain_shield() -> None:
    assert 'data-tema="manesyke" aria-hidden="true"><use href="#skjold"/>' in whole("tema/manesyke", tiny_site())
    assert '[data-tema="manesyke"] { --t-colour: #123456; }' in (tiny_site() / "assets/tema.css").read_text()


def test_the_menu_follows_the_language_and_leaves_out_what_there_is_no_page_for() -> None:
    assert ">Kommunar</a>" in whole("kommuner/vaga")
    assert 'href="../../handbok/"' in whole("kommuner/vaga")
    assert not (tiny_site() / "om/index.html").exists()
    assert 'href="om/"' not in whole("", tiny_site())


def test_the_frame_names_the_programme_and_no_other() -> None:
    for address, html in pages(tiny_site()):
        assert "samanom.no" not in html, address
        assert "Saman om" not in html, address


def test_a_page_knows_the_pages_above_it() -> None:
    html = whole("eksempler/resultater")
    crumbs = parse(html[html.index('class="crumbs"') : html.index("</nav>", html.index('class="crumbs"'))])
    assert crumbs.links == ["../..", "../"]
    assert "Gode eksempler" in " ".join(crumbs.words)


@SITES
def test_titles_and_descriptions_tell_pages_apart_and_have_room(built: Callable[[], Path]) -> None:
    titles, descriptions = dict[str, str](), dict[str, str]()
    for address, html in pages(built()):
        if 'http-equiv="refresh"' in html:
            continue
        title = unescape(html[html.index("<title>") + 7 : html.index("</title>")])
        assert titles.setdefault(title, address) == address
        assert len(title.rpartition(" – ")[0]) <= 90, title
        if address == "/404.html":
            continue
        [description] = map(unescape, re.findall(r'<meta name="description" content="(.*?)">', html))
        assert descriptions.setdefault(description, address) == address
        assert 40 <= len(description) <= 160, (address, description)
        assert not description.endswith("…"), address


def test_a_page_that_is_not_there_says_so_and_leads_on() -> None:
    html = (site() / "404.html").read_text(encoding="utf-8")
    assert '<html lang="nb">' in html
    assert {"/a-aa/", "/nettstedskart/", "/kommuner/", "/kontakt/"} <= set(parse(html[html.index("<main") :]).links)


def test_only_a_page_with_three_sections_lists_them() -> None:
    sections = '<h2 id="a">A</h2><h2 id="b"><a href="x"><code>b</code></a></h2>'
    assert with_contents(f"1<!-- innhold -->{sections}", "Her") == f"1{sections}"
    listed = with_contents(f'1<!-- innhold -->{sections}<h2 id="c">C</h2>', "Her")
    assert '<li><a href="#b"><code>b</code></a></li><li><a href="#c">C</a></li>' in listed


def test_results_on_the_home_page_are_chosen_by_rule() -> None:
    catalog = samanom.read(ROOT)
    found = ledger(catalog)
    assert found
    assert all(row.before and row.after and row.themes[0] == found.theme for row in found.rows)
    assert [row.change is None for row in found.rows] == sorted(row.change is None for row in found.rows)
    start = catalog.programme.period.start
    unsure = [row.before[0].period for row in found.rows if row.change is None]
    assert all(not (each and each.start and start and each.start < start) for each in unsure)
    assert len({row.example for row in found.rows}) == len(found.rows)
    others = told_elsewhere(catalog, found.theme)
    assert found.theme not in {example.themes[0] for example in others}


def test_results_beside_the_map_lie_in_the_sea_and_not_on_each_other() -> None:
    atlas = Atlas(samanom.read(ROOT))
    notes = callouts(atlas, defaultdict(str))
    assert notes
    land = [point for ring in atlas.rings for point in ring]
    for i, note in enumerate(notes):
        left, top, right, bottom = note.area
        assert not [1 for x, y in land if left <= x <= right and top <= y <= bottom], note.lines
        assert not [1 for m in atlas.marks if left - 9 <= m.x <= right + 9 and top - 12 <= m.y <= bottom + 10]
        for other in (each.area for each in notes[:i]):
            assert right < other[0] or other[2] < left or bottom < other[1] or other[3] < top
        assert note.row.change is not None
    assert len({note.row.themes[0] for note in notes}) == len(notes)


def test_every_page_has_the_search_and_the_finder_once() -> None:
    for address, html in pages(site()):
        if 'http-equiv="refresh"' in html:
            continue
        assert html.count('role="search"') == 1, address
        assert html.count("data-finn ") >= (address != "/sok/"), address
        assert html.count('id="finn-oppe"') == (address not in ("/", "/sok/")), address


def test_the_search_answers_and_the_address_holds_what_was_asked(phone: Page, url: str) -> None:
    phone.goto(f"{url}/kommuner/vaga/")
    phone.get_by_role("button", name="Søk").click()
    phone.get_by_role("combobox", name="Søk").fill("egenmelding")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/sok/?q=egenmelding")
    expect(phone.locator("#treff")).to_have_attribute("aria-busy", "false")
    expect(phone.locator("#treff a").first).to_be_visible()
    assert "egenmelding" in phone.locator("#treff mark").first.inner_text().lower()
    phone.get_by_role("searchbox").fill("qqxx")
    expect(phone.get_by_role("status")).to_contain_text("Ingen treff på «qqxx»")
    assert phone.locator("#treff li").count() == 0


def test_the_menu_opens_and_closes_by_keyboard(phone: Page, url: str) -> None:
    phone.goto(f"{url}/kommuner/")
    button, menu = phone.get_by_role("button", name="Meny"), phone.get_by_role("navigation", name="Hovedmeny")
    assert button.get_attribute("aria-expanded") == "false"
    assert not menu.is_visible()
    button.focus()
    phone.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert menu.get_by_role("link", name="Kommuner").get_attribute("aria-current") == "page"
    phone.keyboard.press("Escape")
    assert not menu.is_visible()


def test_without_scripts_the_menu_is_there(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(url)
    assert page.get_by_role("navigation", name="Hovedmeny").is_visible()
    assert not page.get_by_role("button", name="Meny").is_visible()
    context.close()
