"""A browser, and a finished site for it to visit: what the tests and `make audit` share."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal, get_args

from built import pages
from playwright.sync_api import Browser, BrowserContext, Page, Route, ViewportSize, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
KIND = re.compile(r'<meta name="kind" content="([^"]+)"')


class Server(SimpleHTTPRequestHandler):
    """A host as docs/architecture.md wants it: each page's own policy as a header too, and the site's page for what
    is not there."""

    def end_headers(self) -> None:
        if policy := re.search(r'Content-Security-Policy" content="([^"]+)"', self.html()):
            self.send_header("Content-Security-Policy", f"{policy[1]}; frame-ancestors 'none'")
        super().end_headers()

    def html(self) -> str:
        """The page that is asked for, if it is one."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path if path.exists() else Path(self.directory, "404.html")
        return path.read_text(encoding="utf-8") if path.suffix == ".html" else ""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self.html().encode()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Where a finished site is served, without the last slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextmanager
def chromium(*arguments: str) -> Iterator[Browser]:
    """The system's own browser, started with these arguments beside the usual."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *arguments])
        yield browser
        browser.close()


@dataclass(frozen=True)
class Window:
    width: int
    scheme: Scheme

    def __str__(self) -> str:
        return f"{self.width} {self.scheme}"

    def context(self, browser: Browser, **settings: Any) -> BrowserContext:
        """A fresh visitor, with nothing stored."""
        size: ViewportSize = {"width": self.width, "height": 900 if self.width > 600 else 844}
        return browser.new_context(viewport=size, color_scheme=self.scheme, **settings)


def kinds(folder: Path) -> dict[str, str]:
    """Each kind of page on a finished site, with the address of its largest page, which has most parts.

    The page for what is not found and pages that only lead on are kinds too. Raises ValueError for any other page
    that does not tell its kind.
    """
    largest: dict[str, tuple[int, str]] = {}
    for address, html in pages(folder):
        kind = _kind(address, html)
        largest[kind] = max(largest.get(kind, (0, "")), (len(html), address))
    return {kind: address for kind, (_, address) in sorted(largest.items())}


def _kind(address: str, html: str) -> str:
    if found := KIND.search(html):
        return found[1]
    if address == "/404.html":
        return "404"
    if 'http-equiv="refresh"' in html:
        return "leads on"
    raise ValueError(f"{address} does not tell its kind")


def visit(page: Page, address: str) -> None:
    """Opens a page and stays on it, though it leads on; at rest, with its fonts."""

    def stay(route: Route) -> None:
        if route.request.is_navigation_request() and route.request.url != address:
            route.fulfill(status=204)
        else:
            route.continue_()

    leads_on = 'http-equiv="refresh"' in page.request.get(address).text()
    if leads_on:  # Playwright gives up the browser's cache where it watches requests
        page.route("**/*", stay)
    page.goto(address)
    page.evaluate("document.fonts.ready")
    if leads_on:
        page.unroute("**/*", stay)


def shorten(page: Page) -> None:
    """Leaves the first eight where siblings are alike; to look at hundreds takes long and tells nothing new."""
    page.evaluate("""() => {
      for (const parent of document.querySelectorAll('main, main *')) {
        const alike = Object.groupBy(parent.children, child => `${child.tagName} ${child.getAttribute('class')}`)
        for (const more of Object.values(alike)) more.slice(8).forEach(each => each.remove())
      }
    }""")


def open_menus(page: Page) -> None:
    """Opens whatever a visitor can open: menus, details, and the suggestions of «Finn din kommune»."""
    for button in page.locator("button[aria-expanded=false]:visible").element_handles():
        button.click()
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    field = page.locator("[data-finn] input[role=combobox]:visible").first
    if field.count():
        field.fill("s")
        page.locator("[role=option]").first.wait_for()
