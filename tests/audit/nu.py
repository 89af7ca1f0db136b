"""The Nu HTML checker: whether every file of the site follows the standard."""

from __future__ import annotations

import json
from pathlib import Path

from . import Verdict
from .outside import MODULES, address, ask

JAR = MODULES / "vnu-jar/build/dist/vnu.jar"


def judge(root: Path) -> Verdict:
    """Of every HTML and SVG file in `site/`. Raises ValueError when the checker gives up, or has nothing to check."""
    site = root / "site"
    files = sorted(file for file in site.rglob("*") if file.suffix in (".html", ".svg"))
    options = ("--format", "json", "--stdout", "--exit-zero-always", "--also-check-svg")
    return read(ask("java", "-jar", JAR, *options, *files), site)


def read(told: str, site: Path) -> Verdict:
    """Errors and warnings are faults; what remains is where the first of two alike stands, which is told as advice."""
    faults: list[str] = []
    advice: list[str] = []
    for message in json.loads(told)["messages"]:
        fault = message["type"] != "info" or message.get("subType") == "warning"
        (faults if fault else advice).append(_said(message, site))
    return Verdict("Nu HTML Checker", tuple(faults), tuple(advice))


def _said(message: dict[str, str], site: Path) -> str:
    where = address(message["url"], site) if "url" in message else "siden er ikke oppgitt"
    extract = " ".join(message.get("extract", "").split())
    return f"{where}, linje {message.get('lastLine', '?')}: {message['message']} ({extract})"
