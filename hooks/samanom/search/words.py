"""Words: found in text, brought to their stem, and in the spellings of keyboards without æ, ø and å."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from itertools import product

import snowballstemmer  # type: ignore[import-untyped]  # has no types, and one function is used

_stemmer = snowballstemmer.stemmer("norwegian")
SPELLINGS = {"æ": ("ae", "a"), "ø": ("o", "oe"), "å": ("a", "aa")}
MOST = 4
"""Letters of a word that are spelled in every way; further ones only in the first."""


def words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, in order; numbers count, hyphens part."""
    return tuple(re.findall(r"[^\W_]+", text.lower()))


def plain(html: str) -> str:
    """The text of HTML, without what is drawn."""
    return unescape(re.sub(r"<svg.*?</svg>|<[^>]+>", " ", html, flags=re.DOTALL))


@cache
def stem(word: str) -> str:
    """By Snowball's Norwegian, as the search engine does it: «sykefraværet» and «sykefravær» are the same."""
    return str(_stemmer.stemWord(word))


def spellings(word: str) -> frozenset[str]:
    """Other ways to type a word: «bømlo» is also «bomlo» and «boemlo»."""
    if sum(letter in SPELLINGS for letter in word) > MOST:
        return frozenset(["".join(SPELLINGS.get(letter, (letter,))[0] for letter in word)])
    ways = product(*(SPELLINGS.get(letter, (letter,)) for letter in word))
    return frozenset("".join(way) for way in ways) - {word}
