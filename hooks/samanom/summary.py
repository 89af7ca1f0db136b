"""A text for search engines and shared links, which show a line or two."""

from __future__ import annotations

import re

LEAST, MOST = 40, 160
"""Signs: fewer say too little, more are cut off."""


def in_short(text: str) -> str:
    """The first whole sentences that there is room for; of one that is too long, the first words and «…»."""
    short, *rest = re.split(r"(?<=[.!?]) (?=[A-ZÆØÅ«])", text)
    for sentence in rest:
        if len(short) + 1 + len(sentence) > MOST:
            break
        short = f"{short} {sentence}"
    return short if len(short) <= MOST else f"{short[:MOST].rpartition(' ')[0].rstrip(',;:– ')}…"
