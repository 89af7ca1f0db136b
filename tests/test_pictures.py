"""Every figure of the finished sites: named, told in words beside it, and with text that can be read on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from built import pages, site, tiny_site
from playwright.sync_api import Browser

EQUIVALENT = {
    "figur": "<table",
    "framdrift": "<table",
    "fordeling": "<table",
    "tegning": "<details",
    "partsskjold": '<ol class="parter__liste"',
    "kart__bilde": "<figcaption",
}
"""What tells the same as a picture in words, by the class of the picture; it follows in the same section."""
DRAWN = "svg:is(.figur, .framdrift, .fordeling, .tegning, .partsskjold, .dumbbell)"
READ = """svg => {
    const rgb = colour => colour.match(/[\\d.]+/g).map(Number)
    const light = colour => {
        const linear = part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4
        const [r, g, b] = rgb(colour).slice(0, 3).map(part => linear(part / 255))
        return .2126 * r + .7152 * g + .0722 * b
    }
    const behind = element => {
        for (let each = element; each; each = each.parentElement) {
            const colour = getComputedStyle(each).backgroundColor
            if (rgb(colour)[3] !== 0) return colour
        }
        return 'rgb(255, 255, 255)'
    }
    const contrast = (a, b) => (Math.max(light(a), light(b)) + .05) / (Math.min(light(a), light(b)) + .05)
    const texts = [...svg.querySelectorAll('text')]
    const boxes = texts.map(text => text.getBoundingClientRect())
    const over = (a, b) => a.left + 1 < b.right && b.left + 1 < a.right && a.top + 4 < b.bottom && b.top + 4 < a.bottom
    const found = []
    texts.forEach((text, i) => {
        const style = getComputedStyle(text), size = parseFloat(style.fontSize) * text.getScreenCTM().a
        if (size < 11.99) found.push(`small: ${text.textContent} ${size}`)
        const onPaper = !text.closest('.partsskjold')
        if (onPaper && contrast(style.fill, behind(svg.parentElement)) < 4.5)
            found.push(`faint: ${text.textContent} ${style.fill}`)
        if (boxes[i].left < 0 || boxes[i].right > innerWidth) found.push(`outside: ${text.textContent}`)
        boxes.slice(0, i).forEach((box, j) => {
            if (over(box, boxes[i])) found.push(`on each other: ${texts[j].textContent}, ${text.textContent}`)
        })
    })
    return found
}"""
"""What cannot be read in a figure: text under 12 pixels, too faint, outside the window, or on other text."""


def pictures(html: str) -> Iterator[tuple[str, str]]:
    """The start tag of each outermost sign and picture of a page, and what follows it in its section."""
    depth, html = 0, re.sub(r'<(p|div)\b[^>]*aria-hidden="true".*?</\1>', "", html, flags=re.DOTALL)
    for tag in re.finditer(r"<(/?)svg\b[^>]*>", html):
        if not tag[1] and not depth:
            yield tag[0], html[tag.end() :].split("</section>")[0]
        depth += -1 if tag[1] else 1


@pytest.mark.parametrize("folder", ["", "tiny"])
def test_every_figure_has_a_name_and_the_same_in_words(folder: str) -> None:
    seen = set()
    for address, html in pages(tiny_site() if folder else site()):
        for tag, after in pictures(html):
            if 'aria-hidden="true"' in tag:
                continue
            assert 'role="img"' in tag, (address, tag)
            kind = re.findall(r'class="([a-z_]+)', tag)[0]
            seen.add(kind)
            for id in re.findall(r'aria-labelledby="([^"]+)"', tag)[0].split():
                assert re.search(rf'<(title|desc) id="{id}">[^<]+</', after), (address, id)
            assert EQUIVALENT[kind] in after, (address, tag)
    assert seen == set(EQUIVALENT)


@pytest.mark.parametrize("folder", ["", "tiny"])
def test_names_of_figures_are_of_one_figure_each(folder: str) -> None:
    for address, html in pages(tiny_site() if folder else site()):
        ids = re.findall(r'<(?:title|desc) id="([^"]+)"', html)
        assert len(ids) == len(set(ids)), address


def with_figures(folder: Path) -> list[str]:
    return [address for address, html in pages(folder) if re.search(r'<svg class="(figur|framdrift|fordel|tegn)', html)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_text_of_figures_can_be_read_on_a_phone(
    scheme: Literal["light", "dark"], browser: Browser, url: str
) -> None:
    found, page = with_figures(site()), browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    assert len(found) > 20
    for address in found if scheme == "dark" else found[::5]:
        page.goto(url + address)
        for figure in page.locator(DRAWN).filter(visible=True).all():
            assert figure.evaluate(READ) == [], address
    page.close()
