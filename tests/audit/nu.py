"""The Nu HTML checker: whether every file of the site follows the standard."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

from . import Verdict
from .outside import MODULES, address, ask
from .server import serve

JAR = MODULES / "vnu-jar/build/dist/vnu.jar"

ALLOW = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
"""It otherwise asks nothing of the machine that it runs on."""


def judge(root: Path) -> Verdict:
    """Of every HTML and SVG file in `site/`, served: the policies of the pages speak of a host.

    Raises ValueError when the checker gives up, or has nothing to check.
    """
    site = root / "site"
    pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    options = ("--format", "json", "--stdout", "--exit-zero-always", "--also-check-svg")
    with serve(site) as url:
        addresses = (f"{url}/{quote(page)}" for page in pages)
        told = ask("java", ALLOW, "-jar", JAR, *options, *addresses, *sorted(site.rglob("*.svg")))
    return read(told.replace(f'"{url}/', f'"file:{quote(site.as_posix())}/'), site)


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
