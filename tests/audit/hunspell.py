"""Asks Hunspell, one process for each question."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping

DICTIONARIES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
"""By the language of a text."""


def unknown(words: Iterable[str], lang: str) -> frozenset[str]:
    """Those of the words, letters only, that the dictionary of the language lacks."""
    return frozenset(_ask(words, lang, "-l"))


def suggestions(words: Iterable[str], lang: str) -> Mapping[str, tuple[str, ...]]:
    """What Hunspell would write in one word instead of unknown ones; those for which it knows nothing are left out."""
    found = {}
    for line in _ask(words, lang, "-a"):
        if line.startswith("&"):
            told, others = line.split(": ", 1)
            found[told.split()[1]] = tuple(each for each in others.split(", ") if each.isalpha())
    return found


def _ask(words: Iterable[str], lang: str, mode: str) -> list[str]:
    command = ["hunspell", "-i", "utf-8", "-d", DICTIONARIES[lang], mode]
    told = "".join(f"{word}\n" for word in words)
    return subprocess.run(command, input=told, capture_output=True, encoding="utf-8", check=True).stdout.splitlines()
