"""What a first visit to each kind of page costs: what it asks for, how much, from whom, and whether anything moves."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from browsing import Window, kinds
from built import site
from playwright.sync_api import Browser, BrowserContext, Page, Route

MOST = 250_000
"""Bytes of a first visit, compressed."""
STILL = 0.02
"""The most that a page may shift its layout, as CLS counts it."""
WATCH = """globalThis.shift = 0
new PerformanceObserver(list => list.getEntries().forEach(each => { globalThis.shift += each.value }))
  .observe({ type: 'layout-shift', buffered: true })"""
PAINTED = """new Promise(done => {
  const look = () => performance.getEntriesByType('paint').length ? done() : requestAnimationFrame(look)
  look()
})"""
FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"


@dataclass
class Visit:
    """What the browser did."""

    asked: list[str] = field(default_factory=list)
    """Addresses."""
    errors: list[str] = field(default_factory=list)
    shift: float = 0.0

    def watch(self, page: Page) -> None:
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))


def first_visit(context: BrowserContext, address: str, plant: str = "") -> Visit:
    """By someone who has nothing stored, and whose fonts come after the page is first painted."""
    seen, late = Visit(), list[Route]()
    context.add_init_script(WATCH)
    page = context.new_page()
    seen.watch(page)
    page.route("**/*.woff2", lambda font: late.append(font))
    page.goto(address, wait_until="domcontentloaded")
    page.evaluate(PAINTED)
    page.evaluate(FRAMES)
    for font in late:
        font.continue_()
    page.unroute("**/*.woff2")
    page.wait_for_load_state("load")
    page.evaluate("document.fonts.ready")
    page.evaluate(f"{plant}; {FRAMES}")
    seen.shift = page.evaluate("shift")
    return seen


@cache
def size(path: Path) -> int:
    """What a host sends of a file, in bytes."""
    content = path.read_bytes()
    return len(content) if path.suffix == ".woff2" else len(gzip.compress(content, mtime=0))


def transferred(url: str, asked: list[str]) -> int:
    files = {unquote(urlsplit(address).path)[1:] for address in asked if address.startswith(url)}
    return sum(size(site() / name / "index.html" if (site() / name).is_dir() else site() / name) for name in files)


@pytest.mark.parametrize("window", [Window(390, "light"), Window(1440, "dark")], ids=str)
def test_a_first_visit_is_light_and_still_and_asks_no_other_host(browser: Browser, url: str, window: Window) -> None:
    faults = [
        (address, fault) for address in kinds(site()).values() for fault in told(window.context(browser), url, address)
    ]
    assert faults == []


def told(context: BrowserContext, url: str, address: str) -> Iterator[str]:
    seen = first_visit(context, url + address)
    if not any(asked.endswith(".woff2") for asked in seen.asked):
        yield "asked for no font"
    yield from (f"asked for {asked}" for asked in seen.asked if not asked.startswith((url, "data:")))
    yield from seen.errors
    if (weight := transferred(url, seen.asked)) > MOST:
        yield f"weighs {weight} bytes"
    if seen.shift > STILL:
        yield f"moves by {seen.shift:.3f}"
    yield from (f"sets the cookie {cookie['name']}" for cookie in context.cookies() if "name" in cookie)
    context.close()


def test_what_moves_and_what_comes_from_elsewhere_is_seen(browser: Browser, url: str) -> None:
    context = Window(390, "light").context(browser)
    banner = "document.body.prepend(Object.assign(document.createElement('div'), { style: 'height: 200px' }))"
    assert first_visit(context, f"{url}/kontakt/", banner).shift > STILL
    other = "new Image().src = 'http://127.0.0.2:9/x.png'"
    seen = first_visit(context, f"{url}/kontakt/", other)
    assert "http://127.0.0.2:9/x.png" in seen.asked
    assert seen.errors
    context.close()
