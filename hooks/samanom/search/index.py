"""Makes the index of a finished site, with Pagefind."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryDirectory

OPENING = re.compile(r"<html[^>]*>|<title>.*?</title>|<meta[^>]* data-pagefind-[^>]*>", re.DOTALL)
"""What is told of a page before its text."""


def _whole(tag: str, mark: str = "") -> str:
    """A pattern for such an element that has none of its kind inside."""
    return rf"<{tag}\b[^>]*{mark}[^>]*>[^<]*(?:<(?!/?{tag}\b)[^<]*)*</{tag}>"


IGNORED = [_whole(tag, " data-pagefind-ignore") for tag in ("section", "nav", "table")]
UNREAD = re.compile("|".join([' (?:class|href|id)="[^"]*"', _whole("svg"), *IGNORED]))
"""What Pagefind would only read past, or keep for each heading; and pictures, which are told in words beside them."""


MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory: there are thousands, and each is read once."""


def write_index(site: Path) -> None:
    """Puts the index in the site's folder `pagefind`.

    Pagefind reads each tag of each page, and most of them are the frame, which is not sought in: without it, it is done
    in two thirds of the time. Raises CalledProcessError where Pagefind fails; it has then said why.
    """
    with TemporaryDirectory(prefix="sok-", dir=_place(site)) as folder, ProcessPoolExecutor() as pool:
        deque(pool.map(partial(_copy, site, Path(folder)), site.rglob("*.html"), chunksize=64), maxlen=0)
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--output-path", str(site / "pagefind")]
        subprocess.run([*command, "--force-language", "no", "--quiet"], check=True)


def _place(site: Path) -> Path | None:
    """Where the cut pages lie for a while: in memory if they have room there."""
    if not os.access(MEMORY, os.W_OK):
        return None
    needed = sum(page.stat().st_size for page in site.rglob("*.html"))
    return MEMORY if disk_usage(MEMORY).free > needed else None


def _copy(site: Path, folder: Path, path: Path) -> None:
    """What is indexed of a page, at the same place in the folder, if the page is to be found."""
    html = path.read_text(encoding="utf-8")
    if " data-pagefind-body" in html:
        page = folder / path.relative_to(site)
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(cut(html), encoding="utf-8")


def cut(html: str) -> str:
    """What is indexed of a page: what its head tells the search engine, and its main element."""
    head, start, rest = html.partition("<main")
    return "".join((*OPENING.findall(head), start, UNREAD.sub("", rest.partition("</main>")[0]), "</main>"))
