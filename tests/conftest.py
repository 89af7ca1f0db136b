"""What several tests share: a small made-up programme with the project's own templates, and a browser with the site."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
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


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    """Where the programme's own site is served."""
    with served(site()) as address:
        yield address


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
