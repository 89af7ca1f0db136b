"""What a visitor waits for: bytes over the wire, and the time from an act to its result on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from urllib.parse import quote

from playwright.sync_api import Browser, Page, Request

REACT = """async ({ address, click, settled, changes }) => {
  const text = () => changes && document.querySelector(changes).textContent
  const before = text()
  const start = performance.now()
  if (click) {
    document.querySelector(click).click()
  } else {
    document.querySelector('#treff').setAttribute('aria-busy', 'true')
    history.pushState(null, '', address)
    dispatchEvent(new PopStateEvent('popstate'))
  }
  while (!document.querySelector(settled) || (changes && text() === before)) {
    if (performance.now() - start > 30_000) throw new Error(`${changes || settled}: nothing happened`)
    await new Promise(next => setTimeout(next))
  }
  await new Promise(shown => requestAnimationFrame(() => setTimeout(shown)))
  return performance.now() - start
}"""
"""Goes to an address on the page that is open, or clicks; waits until the page has settled, told so, and been drawn."""
WATCH = """() => {
  const list = document.querySelector('#treff')
  const look = () => {
    if (list.ariaBusy === 'false' && list.children.length) globalThis.answered = Date.now()
  }
  new MutationObserver(look).observe(list, { attributes: true })
}"""
"""Notes when the latest answer is shown, in milliseconds since 1970."""
ANSWERED = "#treff[aria-busy=false]"
COUNTED = "[data-antall]:not(:empty)"
STATUS = "[data-status]"
REST = 1000
"""Milliseconds."""
TIMES = 3
"""That each is measured: the machine may do something else now and then."""
BOX = "[data-fasett] input[type=checkbox]"


def reaction(page: Page, settled: str, *, address: str = "", click: str = "", changes: str = "") -> float:
    """Milliseconds from an act until there is an element that matches `settled`, the text of the one that matches
    `changes` is another, and the next frame is drawn."""
    act = {"address": address, "click": click, "settled": settled, "changes": changes}
    return float(page.evaluate(REACT, act))


def choice_times(page: Page, url: str, count: int) -> tuple[list[float], list[float]]:
    """Milliseconds from a choice among the examples, made or taken back: to the counts and how many there are, when the
    pages of the list are not fetched yet, and to the list as well, when they are. Each the median of several visits."""
    visits = [_choices(page, url, count) for _ in range(TIMES)]
    first, again = ([median(each) for each in zip(*times, strict=True)] for times in zip(*visits, strict=True))
    return first, again


def _choices(page: Page, url: str, count: int) -> tuple[list[float], list[float]]:
    page.goto(f"{url}/eksempler/", wait_until="networkidle")
    boxes = page.locator(BOX).evaluate_all("boxes => boxes.map(box => box.value)")[: count + 1]
    warm, *clicks = [f'{BOX}[value="{box}"]' for box in boxes]
    twice = [click for click in clicks for _ in ("made", "taken back")]
    _choose(page, [warm, warm])
    return _choose(page, twice), _choose(page, twice)


def _choose(page: Page, clicks: Sequence[str]) -> list[float]:
    """Rests between the clicks, so that none is charged for the list of the one before."""
    found = []
    for click in clicks:
        found.append(reaction(page, STATUS, click=click, changes=STATUS))
        page.wait_for_timeout(REST)
    return found


def transferred(browser: Browser, url: str, text: str) -> tuple[int, int]:
    """Bytes, headers too, of what the search page asks for: before its first answer is shown, and until it rests."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{url}/sok/", wait_until="networkidle")
    done: list[Request] = []
    page.on("requestfinished", lambda request: done.append(request))
    page.evaluate(WATCH)
    page.locator("main input[type=search]").press_sequentially(text, delay=60)
    page.locator(COUNTED).first.wait_for(state="attached")
    answered = page.evaluate("answered")
    total = {request: _size(request) for request in done}
    context.close()
    return sum(size for request, size in total.items() if request.timing["startTime"] < answered), sum(total.values())


def _size(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


def answer_times(page: Page, url: str, texts: Sequence[str]) -> list[float]:
    """Milliseconds from a question to its answers on the screen, its files being there: the median of several."""
    page.goto(f"{url}/sok/", wait_until="networkidle")
    return [median(_answers(page, f"?q={quote(text)}")[1:]) for text in texts]


def _answers(page: Page, address: str) -> list[float]:
    """The first time its files are fetched. Rests so that no answer waits for the counts of the one before."""
    found = []
    for _ in range(1 + TIMES):
        found.append(reaction(page, ANSWERED, address=address))
        page.wait_for_timeout(REST)
        reaction(page, ANSWERED, address="?")
    return found
