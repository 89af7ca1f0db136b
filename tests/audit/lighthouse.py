"""Lighthouse: pages as they come to a telephone, on a slow net and with a slow processor."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from . import Verdict
from .outside import ask, kinds, tool
from .server import serve

KINDS = ("hjem", "eksempler", "kommuner", "kommune", "eksempel", "nyhetsbrev")
"""The kinds of page that are looked at; of each, the page with most HTML."""
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
TIMES = 3
"""Performance differs from one time to the next: the median counts. The others must be right each time."""

EXPECTED = 1000
"""The index of a processor that Lighthouse can make four times slower to be like a telephone's; below it, it warns."""

Report = Mapping[str, Any]


def judge(root: Path) -> Verdict:
    """Of one page of each kind. Raises ValueError when Lighthouse gives up."""
    site = root / "site"
    found = kinds(site)
    pages = [found[kind][0] for kind in KINDS if kind in found]
    missing = (f"Lighthouse: ingen side av slaget «{kind}»." for kind in KINDS if kind not in found)
    with serve(site) as url:
        slower = slowdown(_look(f"{url}/", 4))
        faults = [fault for page in pages for fault in read(page, [_look(url + page, slower) for _ in range(TIMES)])]
    return Verdict(f"Lighthouse, {len(pages)} sider, prosessor × {slower:g}", tuple(faults), tuple(missing))


def slowdown(report: Report) -> float:
    """How much slower the processor should be made, 1 to 4, by the index that Lighthouse measured.

    A slow or busy machine would else be a telephone slower than any. Lighthouse leaves this to those who use it.
    """
    index: float = report["environment"]["benchmarkIndex"]
    return round(min(4, max(1, 4 * index / EXPECTED)), 1)


def _look(url: str, slower: float) -> Report:
    with TemporaryDirectory() as folder:
        file = Path(folder, "report.json")
        chrome = "--chrome-flags=--headless=new --no-sandbox"
        options = (chrome, f"--throttling.cpuSlowdownMultiplier={slower:g}", "--output=json", f"--output-path={file}")
        ask(tool("lighthouse"), url, "--quiet", *options)
        report: Report = json.loads(file.read_text(encoding="utf-8"))
    if error := report.get("runtimeError"):
        raise ValueError(f"Lighthouse ga opp: {error['message']}")
    return report


def read(page: str, reports: Sequence[Report]) -> Iterator[str]:
    """What falls short on a page that was looked at so many times, and what pulls it down."""
    for category, least in LEAST.items():
        points = [round(100 * (report["categories"][category]["score"] or 0)) for report in reports]
        reached = median(points) if category == "performance" else min(points)
        if reached < least:
            told = "; ".join(dict.fromkeys(each for report in reports for each in _reasons(report, category)))
            yield f"{page}: {category} {reached:g}, minst {least} ({', '.join(map(str, points))}). {told}"


def _reasons(report: Report, category: str) -> Iterator[str]:
    """The audits that count in the category and are not perfect."""
    for reference in report["categories"][category]["auditRefs"]:
        audit = report["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
            where = [item["node"]["selector"] for item in audit.get("details", {}).get("items", ()) if "node" in item]
            yield " ".join(filter(None, (audit["title"], audit.get("displayValue"), ", ".join(where))))
