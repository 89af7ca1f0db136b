"""What several tests share: a small made-up programme with the project's own templates, and a browser with the site."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import chromium, served
from built import site
from playwright.sync_api import Browser, Page

TESTS = Path(__file__).resolve().parent


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    """Where the programme's own site is served."""
    with served(site()) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


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
