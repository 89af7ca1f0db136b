"""What several tests share: a small made-up programme with the project's own templates, and a browser with the site."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from built import site
from playwright.sync_api import Browser, Page, sync_playwright

TESTS = Path(__file__).resolve().parent
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


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    """Where the finished site is served, without the last slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(site())))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
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


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh copy of tests/tiny with the theme beside it, for a test to change as it likes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1400000000")
    root = tmp_path / "tiny"
    shutil.copytree(TESTS / "tiny", root)
    shutil.copytree(TESTS.parent / "theme", root / "theme", ignore=shutil.ignore_patterns("assets"))
    return root
