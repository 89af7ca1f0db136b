"""Contrast of text in drawings, which axe cannot tell: in narrow and wide windows, light and dark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, sync_playwright

from . import Verdict
from .outside import CHROMIUM, addresses
from .server import serve

SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WINDOWS = ((390, 844), (1440, 900))


def judge(root: Path) -> Verdict:
    """Of every page of the sitemap that has text in a drawing."""
    site = root / "site"
    pages = [page for page in addresses(site) if "<text" in (site / page[1:] / "index.html").read_text("utf-8")]
    with serve(site) as url, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        faults = tuple(fault for page in pages for fault in judge_page(chromium, url, page))
        chromium.close()
    return Verdict(f"Kontrast i tegninger, {len(pages)} sider", faults)


def judge_page(browser: Browser, url: str, address: str) -> Iterator[str]:
    """The texts that do not stand out, each told once for each window and scheme."""
    for width, height in WINDOWS:
        with browser.new_page(viewport={"width": width, "height": height}) as page:
            page.goto(url + address)
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                yield from faults(page.evaluate(SCRIPT), f"{address} ({width} px, {scheme})")


def faults(texts: Iterable[Mapping[str, Any]], where: str) -> Iterator[str]:
    """Those of the texts that stand out less than they should."""
    for each in texts:
        if each["contrast"] < each["least"]:
            yield f"{where}: «{each['text']}» har kontrast {each['contrast']:.2f}, minst {each['least']}."
