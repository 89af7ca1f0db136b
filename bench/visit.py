"""What a visitor waits for: bytes over the wire, and the time from an act to its result on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from playwright.sync_api import Browser, Page, Request

REACT = """async ({ address, click, settled }) => {
  const start = performance.now()
  if (click) {
    document.querySelector(click).click()
  } else {
    document.querySelector('#treff').setAttribute('aria-busy', 'true')
    history.pushState(null, '', address)
    dispatchEvent(new PopStateEvent('popstate'))
  }
  while (!document.querySelector(settled)) await new Promise(next => setTimeout(next))
  await new Promise(shown => requestAnimationFrame(() => setTimeout(shown)))
  return performance.now() - start
}"""
"""Goes to an address on the page that is open, or clicks; waits until the page has settled and been drawn."""
ANSWERED = "#treff[aria-busy=false]"


def reaction(page: Page, settled: str, *, address: str = "", click: str = "") -> float:
    """Milliseconds from an act until there is an element that matches `settled`, and the next frame is drawn."""
    return float(page.evaluate(REACT, {"address": address, "click": click, "settled": settled}))


def transferred(browser: Browser, url: str, text: str) -> int:
    """Bytes, headers too, from the search page being ready until its first answer has all that it asks for."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{url}/sok/", wait_until="networkidle")
    done: list[Request] = []
    page.on("requestfinished", lambda request: done.append(request))
    page.locator("main input[type=search]").press_sequentially(text, delay=60)
    page.locator("#treff > li").first.wait_for()
    page.wait_for_load_state("networkidle")
    total = sum(_size(request) for request in done)
    context.close()
    return total


def _size(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


def answer_times(page: Page, url: str, texts: Sequence[str]) -> list[float]:
    """Milliseconds from a question to its answers on the screen, once their files are there: each is asked twice."""
    page.goto(f"{url}/sok/", wait_until="networkidle")
    return [_second_time(page, f"?q={quote(text)}") for text in texts]


def _second_time(page: Page, address: str) -> float:
    for each in (address, "?"):
        reaction(page, ANSWERED, address=each)
        page.wait_for_load_state("networkidle")
    return reaction(page, ANSWERED, address=address)
