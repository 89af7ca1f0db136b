"""Every kind of page before axe; and that the judge sees what it should."""

from __future__ import annotations

from pathlib import Path

import pytest
from accessibility import faults, look, survey
from browsing import Window, kinds, open_menus, served, visit
from built import ROOT, site, tiny_site
from playwright.sync_api import Browser

PHONE = Window(390, "light")
WINDOWS = (PHONE, Window(1440, "dark"))
WITH_MENUS = ("hjem", "kommuner")
TEMPLATES = {path.stem for path in (ROOT / "theme/pages").glob("[!_]*.html")}


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_axe_finds_nothing_on_any_kind_of_page(url: str, window: Window) -> None:
    assert look(site(), url, window, WITH_MENUS, short=True) == []


@pytest.mark.slow
def test_axe_finds_nothing_on_a_made_up_programme() -> None:
    assert survey(tiny_site(), [PHONE], ()) == []


def test_no_kind_of_page_goes_untested(tmp_path: Path) -> None:
    assert set(kinds(site())) == TEMPLATES | {"404"}
    assert set(kinds(tiny_site())) == TEMPLATES | {"404", "leads on"}
    (tmp_path / "index.html").write_text("<!doctype html><title>Uten slag</title>", encoding="utf-8")
    with pytest.raises(ValueError, match="does not tell its kind"):
        kinds(tmp_path)


PLANTED = (
    ("image-alt", """main.insertAdjacentHTML('beforeend', '<section><img src="/assets/merke.svg"></section>')"""),
    ("svg-img-alt", "figure.querySelector('title').remove(); figure.removeAttribute('aria-labelledby')"),
    ("label", "main.insertAdjacentHTML('beforeend', '<section>Navn <input></section>')"),
    ("color-contrast", "main.querySelector('.ingress').style.color = '#bbb'"),
    ("color-contrast", "figure.querySelectorAll('text').forEach(each => { each.style.fill = '#999' })"),
    (
        "target-size",
        "main.append(...['1', '2'].map(text => { const each = document.createElement('button');"
        "each.textContent = text; each.style.padding = 0; return each }))",
    ),
    ("heading-order", "main.insertAdjacentHTML('beforeend', '<section><h6>Seks</h6></section>')"),
)
"""The rule that is broken, and how."""


def test_the_judge_sees_planted_faults(browser: Browser) -> None:
    page = PHONE.context(browser).new_page()
    with served(tiny_site()) as url:
        for rule, fault in PLANTED:
            visit(page, url + kinds(tiny_site())["eksempel"])
            page.evaluate(f"(([main, figure]) => {{ {fault} }})(document.querySelectorAll('main, main .figur'))")
            found = faults(page, contrast=rule == "color-contrast")
            assert {each.split(":")[0] for each in found} == {rule}, fault
    page.context.close()


def test_menus_that_open_are_judged_open(browser: Browser, url: str) -> None:
    page = PHONE.context(browser).new_page()
    visit(page, f"{url}/")
    open_menus(page)
    assert page.get_by_role("navigation", name="Hovedmeny").is_visible()
    assert page.get_by_role("option").first.is_visible()
    page.locator("#meny a").first.evaluate("link => { link.style.color = '#aaa' }")
    assert [found.split(":")[0] for found in faults(page)] == ["color-contrast"]
    page.context.close()
