"""Compares the searches, then builds the large site and measures it; what is over its limit is said to be."""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import comparing
from audit.server import serve
from browsing import chromium
from playwright.sync_api import Browser
from searching import queries

from .examples import World
from .figures import HEAD, Figure
from .large import SEED, build, index, make_project, world
from .questions import questions
from .visit import answer_times, choice_times, transferred

EXAMPLES = 10_000
CHOICES = 10


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--examples", type=int, default=EXAMPLES, metavar="N", help="made-up examples (%(default)s)")
    parser.add_argument("--folder", type=Path, help="keep the large site here, and use it where it is built")
    parser.add_argument("--only", choices=("compare", "large"), help="one half alone")
    chosen = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores\n")
    if chosen.only != "large":
        compare()
    if chosen.only != "compare":
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            print(HEAD)
            for figure in measured(chosen.folder or Path(folder), chosen.examples):
                print(figure, flush=True)


def compare() -> None:
    """The questions of tests/search_queries.yaml, to this site's search and to others."""
    with chromium() as browser:
        asked = queries()
        print(comparing.table({name: engine(browser, asked) for name, engine in comparing.ENGINES.items()}), "\n")


def measured(folder: Path, examples: int) -> Iterator[Figure]:
    """Of the site with so many made-up examples."""
    site, made_up = folder / "site", world()
    if not site.exists():
        yield from build(make_project(folder / "project", made_up, examples), site)
    yield from index(site)
    with serve(site) as url, chromium() as browser:
        yield from visited(browser, url, made_up)


def visited(browser: Browser, url: str, made_up: World) -> Iterator[Figure]:
    """What a visitor to the search page waits for."""
    asked = questions(made_up, Random(SEED))
    for kind, texts in asked.items():
        sent = [transferred(browser, url, text) for text in texts]
        yield Figure(f"first answer, {kind}", [shown / 1000 for shown, _ in sent], "kB", 300)
        yield Figure(f"the same and all counts, {kind}", [total / 1000 for _, total in sent], "kB")
    page = browser.new_page()
    for kind, texts in asked.items():
        yield Figure(f"answer with its files there, {kind}", answer_times(page, url, texts), "ms", 150)
    first, again = choice_times(page, url, CHOICES)
    yield Figure("a choice, to its counts", first, "ms", 50)
    yield Figure("a choice again, to its list", again, "ms", 50)
    page.close()


if __name__ == "__main__":
    main()
