"""html-validate: whether the HTML is sound and accessible. Its rules are those of `htmlvalidate.config.mjs`."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from . import Verdict
from .outside import address, addresses, ask, tool

CONFIG = Path(__file__).with_name("htmlvalidate.config.mjs")


def judge(root: Path) -> Verdict:
    """Of every HTML file in `site/`. Raises ValueError when the checker gives up."""
    site = root / "site"
    addresses(site)
    with TemporaryDirectory() as folder:
        report = Path(folder, "report.json")  # what it writes to a pipe is cut at 64 kB
        command = (tool("html-validate"), "--config", CONFIG, "--formatter", f"json={report}", f"{site}/**/*.html")
        ask(*command, ends=(0, 1))
        return read(report.read_text(encoding="utf-8"), site)


def read(told: str, site: Path) -> Verdict:
    """Each message is a fault, a warning too."""
    faults = (
        f"{address(file['filePath'], site)}, linje {message['line']}: {message['message']} ({message['ruleId']})"
        for file in json.loads(told)
        for message in file["messages"]
    )
    return Verdict("html-validate", tuple(faults))
