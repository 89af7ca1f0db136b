"""Pages on paper: A4, ink on white whatever the screen, nothing to press, addresses after links, figures whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from built import pages, site
from playwright.sync_api import Browser, Page
from samanom.markup import to_html

SHEETS = {
    "": ("Hva kom det ut av det?", "Drammen"),
    "eksempler/andebu/": ("Andebu: «Sammen på jobb»", "Hva gikk ikke", "Sykefravær i hjemmetjenesten", "sammenom.no/"),
    "kommuner/vaga/": ("Vågå", "Asbjørn Stavem", "952 09 041", "Kommunane i nettverket", "framtida.no/"),
    "handbok/analysemodell/": ("Analysemodellen", "Bruke modellen til å sette mål", "Kilder"),
    "nyhetsbrev/2015-4/": ("4-2015", "I dette nummeret", "Kilder"),
    "kommuner/": ("Alle kommunene", "Ørland", "Kompetanse og rekruttering"),
    "tema/": ("Temaene i hvert fylke", "Nordland"),
}
"""What must stand on some printed pages."""
SCREEN_ONLY = (
    ".site-nav, .site-footer, .tools, .toc, .crumbs, .skip, .bruk, .lignende, form, input, select, button:not(th > *)"
)
PRINTED = """() => {
    const after = element => getComputedStyle(element, '::after').content
    const told = [...document.querySelectorAll('[data-adresse]')].map(after)
    return document.body.innerText + ' ' + told.join(' ')
        + ' ' + [...document.querySelectorAll('svg text')].map(text => text.textContent).join(' ')
}"""
"""The words on paper, with what style sheets write and what figures hold."""
COLOURS = "element => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]"


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    """A page as it is printed by someone whose screen is dark."""
    page = browser.new_page(viewport={"width": 794, "height": 1123}, color_scheme="dark")
    page.emulate_media(media="print")
    yield page
    page.close()


@pytest.mark.parametrize("address", SHEETS)
def test_a_page_prints_on_white_with_nothing_to_press(address: str, sheet: Page, url: str) -> None:
    sheet.goto(f"{url}/{address}")
    assert sheet.locator(SCREEN_ONLY).filter(visible=True).count() == 0
    told = sheet.evaluate(PRINTED)
    for text in (*SHEETS[address], f"https://samanom.no/{address}"):
        assert text in told, text
    assert sheet.locator("body").evaluate(COLOURS) == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]
    for panel in sheet.locator(".lederne, .evidence, .del--ikke, .page-head, .section--silver").all():
        assert panel.evaluate(COLOURS)[1] in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")
    assert sheet.evaluate("document.documentElement.scrollWidth") <= 794


@pytest.mark.parametrize("address", SHEETS)
def test_figures_and_rows_stay_whole(address: str, sheet: Page, url: str) -> None:
    sheet.goto(f"{url}/{address}")
    split = "all => all.filter(each => getComputedStyle(each).breakInside !== 'avoid').map(each => each.outerHTML)"
    assert sheet.locator("figure, svg.figur, .tall, tbody tr, .lederne").evaluate_all(split) == []
    alone = "all => all.filter(each => getComputedStyle(each).breakAfter !== 'avoid').map(each => each.outerHTML)"
    assert sheet.locator("main :is(h1, h2, h3)").evaluate_all(alone) == []
    tall = "all => all.map(each => each.getBoundingClientRect().height).filter(height => height > 986)"
    assert sheet.locator("figure:visible").evaluate_all(tall) == []


@pytest.mark.parametrize("address", SHEETS)
def test_a_page_becomes_a_pdf_of_a4_pages(address: str, sheet: Page, url: str, tmp_path: Path) -> None:
    sheet.goto(f"{url}/{address}")
    sheet.pdf(path=tmp_path / "side.pdf", format="A4", prefer_css_page_size=True)
    pdf = (tmp_path / "side.pdf").read_bytes()
    assert 1 <= len(re.findall(rb"/Type /Page\b", pdf)) <= 10
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert {(round(float(width)), round(float(height))) for width, height in boxes} <= {(595, 842), (596, 842)}


def addresses(text: str) -> dict[str, str]:
    """What is printed after each link of a text, by the link's words."""
    html = to_html(text, lambda source: f"/om/data/#{source}", lambda *_: "", site="https://www.eksempel.no/")
    found = re.findall(r"<a (.*?)>(.*?)</a>", html)
    return {unescape(words): (re.findall('data-adresse="([^"]*)"', inside) or [""])[0] for inside, words in found}


def test_links_say_where_they_lead_when_their_words_do_not() -> None:
    assert addresses(
        "[et eksempel](/eksempler/andebu/), [ute](https://www.ute.no/side/), [ute.no](https://ute.no/), "
        "[under](#under), [heftet](kilde:heftet), [post](mailto:a@b.no)"
    ) == {
        "et eksempel": "eksempel.no/eksempler/andebu",
        "ute": "ute.no/side",
        **dict.fromkeys(("ute.no", "under", "heftet", "post"), ""),
    }


def test_screens_need_not_wait_for_the_sheet_of_print() -> None:
    for address, html in pages(site()):
        assert len(re.findall('<link rel="stylesheet" href="[^"]*utskrift.css" media="print">', html)) == 1, address
