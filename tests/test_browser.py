"""The pages in a real browser, as visitors meet them."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
import samanom
from built import ROOT, pages, site
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class Server(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(site())))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A window of 390 × 844 pixels."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    yield page
    page.close()


def test_a_kommune_page_shows_what_participants_come_for_without_scrolling(phone: Page, address: str) -> None:
    catalog = samanom.read(ROOT)
    for id, place in catalog.kommuner.items():
        phone.goto(f"{address}/kommuner/{id}/")
        leaders = catalog.people[max(catalog.networks_of(id), key=lambda network: network.pulje).leaders[0]]
        first = phone.locator("section.nettverk").first
        seen = [
            phone.get_by_role("heading", level=1, name=place.name),
            phone.locator(".i-dag", has_text=place.official.today_name),
            first.get_by_role("link", name=leaders.name),
            first.locator(f'a[href="tel:+47{str(leaders.contacts[0].phone).replace(" ", "")}"]').first,
            first.locator(f'a[href="mailto:{leaders.contacts[0].email}"]').first,
        ]
        for element in seen:
            box = element.bounding_box()
            assert box, (id, element)
            assert box["y"] + box["height"] <= 844, (id, element)


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_no_page_is_wider_than_the_window(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    for path in sorted({kind(path): path for path, _ in pages(site())}.values()):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.close()


def kind(path: str) -> str:
    """Pages of one kind share all but the last part of their address; lists are kinds of their own."""
    parts = path.strip("/").split("/")
    return parts[0] if len(parts) == 2 and parts[0] in ("kommuner", "nettverk", "tema") else path


def test_a_visit_asks_no_other_host_sets_no_cookie_and_fails_nowhere(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page, asked, failed = context.new_page(), list[str](), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: failed.append(str(error)))
    for path in ("/", "/kommuner/", "/kommuner/vaga/", "/kalender/", "/om/data/", "/404.html"):
        page.goto(address + path)
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert failed == []
    assert context.cookies() == []
    context.close()


def test_someone_looking_for_a_leader_finds_the_number_by_keyboard(phone: Page, address: str) -> None:
    phone.goto(f"{address}/a-aa/")
    phone.get_by_role("link", name="Vågå", exact=True).focus()
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/kommuner/vaga/")
    link = phone.get_by_role("link", name="952 09 041")
    assert link.get_attribute("href") == "tel:+4795209041"
    assert phone.locator("html").get_attribute("lang") == "nn"
