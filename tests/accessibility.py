"""The judge of accessibility: axe, and pixels where axe cannot tell the contrast."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path
from typing import Any

from browsing import Window, chromium, kinds, open_menus, served, shorten, visit
from contrast import too_low
from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = """contrast => {
  const left = tag => tag === 'deprecated' || tag.endsWith('aaa') || (!contrast && tag === 'cat.color')
  const values = axe.getRules().filter(rule => !rule.tags.some(left)).map(rule => rule.ruleId)
  return axe.run({ runOnly: { type: 'rule', values }, resultTypes: ['violations', 'incomplete'] })
}"""
"""Every rule but those of level AAA: also best practices, experiments, and those that axe leaves off (WCAG 2.2)."""
DECIDED = {
    "color-contrast": "measured in pixels by contrast.py",
    "css-orientation-lock": "axe cannot tell of a page that leads on, which has no style sheet",
    "hidden-content": "what opens is judged open; what another window shows is judged there",
    "p-as-heading": "large figures, such as 17,8 → 7,2 %, are no headings; what is surely styled as one is a violation",
}
"""What axe cannot tell, and why it is no fault. Any other doubt is one."""


def faults(page: Page, *, contrast: bool = True) -> list[str]:
    """What is wrong with a page as it stands: the rule, where, and why.

    To judge contrast takes three quarters of the time; a state with the colours of one already judged can do without.
    """
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate(RUN, contrast)
    doubtful = [_where(node) for rule, node in _nodes(found["incomplete"]) if rule == "color-contrast"]
    return [
        *(f"{rule}: {_where(node)}: {_why(node)}" for rule, node in _nodes(found["violations"])),
        *(f"{rule}: {_where(node)}: {_why(node)}" for rule, node in _nodes(found["incomplete"]) if rule not in DECIDED),
        *(f"color-contrast: {fault}" for fault in too_low(page, doubtful)),
    ]


def _nodes(results: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for result in results:
        for node in result["nodes"]:
            yield result["id"], node


def _where(node: dict[str, Any]) -> str:
    return " ".join(node["target"])


def _why(node: dict[str, Any]) -> str:
    return "; ".join(check["message"] for each in ("any", "all", "none") for check in node[each])


def survey(folder: Path, windows: Sequence[Window], opened: Container[str]) -> list[str]:
    """The faults of every kind of page on a finished site, in each window.

    Where `opened` holds the kind, once more with its menus open. Two windows are looked into at the same time.
    """
    with served(folder) as url, ThreadPoolExecutor(2) as pool:
        return [
            fault for found in pool.map(lambda window: look(folder, url, window, opened), windows) for fault in found
        ]


def look(folder: Path, url: str, window: Window, opened: Container[str], *, short: bool = False) -> list[str]:
    """In one window. Where `short`, the first of siblings that are alike stand for the rest."""
    found = list[str]()
    with chromium() as browser:
        page = window.context(browser).new_page()
        for kind, address in kinds(folder).items():
            visit(page, url + address)
            if short:
                shorten(page)
            found += [f"{address} ({kind}, {window}): {fault}" for fault in faults(page)]
            if kind in opened:
                open_menus(page)
                found += [f"{address} ({kind}, {window}, open): {fault}" for fault in faults(page)]
    return found
