"""Text in lines that fit a width, for SVG, which does not break lines itself."""

from __future__ import annotations

NARROW, WIDE = frozenset("fijlrtI.,:;'|!()[]-– "), frozenset("mwMWÆæ@%—")
ROOM = 1.06
"""Letters are set in the reader's typeface, which may be somewhat wider than reckoned here."""


def text_width(text: str, size: float) -> float:
    """About how wide a text is in a plain sans serif; `size` and the answer in pixels."""
    return size * ROOM * sum(map(_share, text))


def wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    """The words in lines at most `width` pixels wide; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def fitting(text: str, width: float, size: float, least: float) -> float:
    """The size, made smaller until every word has room, but never under `least`."""
    widest = max(text_width(word, 1) for word in text.split())
    return max(least, min(size, width / widest))


def _share(letter: str) -> float:
    """The width of a letter, measured in its size."""
    return 0.3 if letter in NARROW else 0.87 if letter in WIDE else 0.69 if letter.isupper() else 0.56
