"""Every word that can be found, for the browser: so that it knows a slip from a word."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from ..render.page import Asset, Page
from .words import plain, words

LEAST = 2
"""Letters of a word."""
MOST = 8_000
"""Words that are told of, those on most pages: whoever asks waits for all of them. Names come besides."""


def vocabulary(pages: Iterable[Page], most: int = MOST) -> Asset:
    """The words on most pages, and all that are names, in one line: the most used first."""
    count, names = Counter[str](), set[str]()
    for page in pages:
        fed = (*page.search.names, *page.search.near, *page.search.far) if page.search else ()
        count.update({*words(f"{page.title} {plain(page.body)}"), *fed})
        names.update(page.search.names if page.search else ())
    found = sorted((word for word in count if len(word) >= LEAST), key=lambda word: (-count[word], word))
    told = (word for i, word in enumerate(found) if i < most or word in names)
    return Asset("assets/ord.json", json.dumps(" ".join(told), ensure_ascii=False) + "\n")
