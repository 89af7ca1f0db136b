"""pa11y: every page of the sitemap in Chromium, by two engines: axe and HTML CodeSniffer."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from . import Verdict
from .outside import CHROMIUM, addresses, tool
from .server import serve

EVERY = 50
"""After how many pages it is told how far we are."""


def judge(root: Path) -> Verdict:
    """Of every page of the sitemap. Raises ValueError when pa11y gives up."""
    site = root / "site"
    pages = addresses(site)
    with serve(site) as url, TemporaryDirectory() as folder:
        report, config = Path(folder, "report.json"), Path(folder, "config.json")
        config.write_text(json.dumps(settings([url + page for page in pages], report)), encoding="utf-8")
        said = _run(config, len(pages))
        if not report.exists():
            raise ValueError(f"pa11y ga opp: {said.strip()}")
        return read(report.read_text(encoding="utf-8"), url, pages)


def settings(urls: Sequence[str], report: Path) -> dict[str, Any]:
    """Pages stand as objects: with bare addresses, pages that are looked at together share their browser."""
    return {
        "defaults": {
            "standard": "WCAG2AA",
            "runners": ["axe", "htmlcs"],
            "concurrency": 2,
            "timeout": 120_000,
            "chromeLaunchConfig": {"executablePath": CHROMIUM, "args": ["--no-sandbox"]},
            "reporters": ["cli", ["json", {"fileName": str(report)}]],
        },
        "urls": [{"url": url} for url in urls],
    }


def _run(config: Path, pages: int) -> str:
    """Tells how far it has come, and gives what pa11y said; what it found stands in its report."""
    command = [tool("pa11y-ci"), "--config", str(config)]
    said, done = "", 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8") as process:
        for line in process.stdout or ():
            said += line
            done += line.startswith(" > ")
            if line.startswith(" > ") and done % EVERY == 0:
                print(f"pa11y: {done} av {pages} sider …", flush=True)
    return said


def read(told: str, url: str, pages: Sequence[str]) -> Verdict:
    """Each finding is a fault, and each page that pa11y could not look at."""
    results = json.loads(told)["results"]
    faults = (fault for page in pages for fault in _faults(page, results.get(url + page)))
    return Verdict(f"pa11y, {len(pages)} sider", tuple(faults))


def _faults(page: str, findings: Sequence[Mapping[str, Any]] | None) -> Iterator[str]:
    if findings is None:
        yield f"{page}: pa11y så ikke på siden."
    for finding in findings or ():
        if not _left_open(finding):
            where = finding.get("selector", "")
            yield f"{page}: {finding['message']} ({finding.get('runner', 'pa11y')}, {finding.get('code', '')}) {where}"


def _left_open(finding: Mapping[str, Any]) -> bool:
    """Axe says that it cannot tell the contrast of text in a drawing. `drawings.py` does."""
    undecided = finding.get("runnerExtras", {}).get("needsFurtherReview")
    return bool(
        undecided and finding["code"] == "color-contrast" and finding["context"].startswith(("<text", "<tspan"))
    )
