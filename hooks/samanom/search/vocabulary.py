"""Every word that can be found, for the browser: so that it knows a slip from a word."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise, takewhile

from ..render.page import Asset, Page
from .words import plain, words

LEAST = 2
"""Letters of a word."""
MOST = 6_500
"""Words that are told of, those on most pages: whoever asks waits for all of them. Names come besides."""
USUAL = 1_000
"""Of them, those that a slip is taken for before the others."""


def vocabulary(pages: Iterable[Page], most: int = MOST) -> Asset:
    """The words on most pages, and all that are names, in one line; the most usual come first. Numbers have no slips.

    The usual and the others are each in order of the alphabet and front-coded: a figure tells how many letters a word
    has from the one before it. This halves what is sent.
    """
    count, names = Counter[str](), set[str]()
    for page in pages:
        fed = (*page.search.names, *page.search.near, *page.search.far) if page.search else ()
        count.update({*words(f"{page.title} {plain(page.body)}"), *fed})
        names.update(page.search.names if page.search else ())
    told = (word for word in count if len(word) >= LEAST and not any("0" <= sign <= "9" for sign in word))
    found = sorted(told, key=lambda word: (-count[word], word))
    kept = [word for i, word in enumerate(found) if i < most or word in names]
    coded = front_coded(chain(sorted(kept[:USUAL]), sorted(kept[USUAL:])))
    return Asset("assets/ord.json", json.dumps("".join(coded), ensure_ascii=False) + "\n")


def front_coded(words: Iterable[str]) -> Iterator[str]:
    """Each word as how many letters it begins with from the word before it, nine at most, and the rest of it."""
    for before, word in pairwise(chain([""], words)):
        shared = takewhile(lambda signs: signs[0] == signs[1], zip(before, word, strict=False))
        kept = min(len(list(shared)), 9)
        yield f"{kept}{word[kept:]}"
