"""The judge of accessibility: every kind of page in every window that it is made for, menus closed and open."""

from __future__ import annotations

from itertools import product, starmap
from pathlib import Path

from accessibility import survey
from browsing import SCHEMES, Window, kinds

from . import Verdict

WINDOWS = tuple(starmap(Window, product((390, 820, 1440), SCHEMES)))


def judge(root: Path) -> Verdict:
    """Of the site in `site/`, by axe. Raises ValueError for a page that does not tell its kind."""
    site = root / "site"
    return Verdict("Tilgjengelighet", tuple(survey(site, WINDOWS, kinds(site))))
