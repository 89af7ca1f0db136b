"""Every word that can be found, for the browser: so that it knows a slip from a word."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from ..render.page import Asset, Page
from .words import plain, words

LEAST = 2
"""Letters of a word."""


def vocabulary(pages: Iterable[Page]) -> Asset:
    """The words of all pages in one line, those on most pages first."""
    count: Counter[str] = Counter()
    for page in pages:
        fed = (*page.search.names, *page.search.near, *page.search.far) if page.search else ()
        count.update({*words(f"{page.title} {plain(page.body)}"), *fed})
    found = sorted((word for word in count if len(word) >= LEAST), key=lambda word: (-count[word], word))
    return Asset("assets/ord.json", json.dumps(" ".join(found), ensure_ascii=False) + "\n")
