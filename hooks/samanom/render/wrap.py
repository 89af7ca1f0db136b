"""Text in lines that fit a width, for SVG, which does not break lines itself."""

from __future__ import annotations

from collections.abc import Iterator

NARROW, WIDE = frozenset("fijlrtI.,:;'|!()[]-– "), frozenset("mwMWÆæ@%—")


def text_width(text: str, size: float) -> float:
    """About how wide a text is in a plain sans serif, rather too wide; `size` and the answer in pixels."""
    return size * sum(map(_share, text))


def wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    """The words in lines at most `width` pixels wide. Longer words are cut; a hard space holds its words together."""
    lines: list[str] = []
    for word in (piece for each in text.split(" ") if each for piece in _cut(each, width, size)):
        if lines and text_width(f"{lines[-1]} {word}", size) <= width and not lines[-1].endswith("\u2010"):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def _cut(word: str, width: float, size: float) -> Iterator[str]:
    """The word, or the pieces of it that have room, each but the last with a hyphen."""
    while text_width(word, size) > width and len(word) > 2:
        most = max(2, sum(text_width(word[:i] + "\u2010", size) <= width for i in range(1, len(word))))
        yield word[:most] + "\u2010"
        word = word[most:]
    yield word


def fitting(text: str, width: float, size: float, least: float) -> float:
    """The size, made smaller until every word has room, but never under `least`."""
    widest = max(text_width(word, 1) for word in text.split(" "))
    return max(least, min(size, width / widest))


def _share(letter: str) -> float:
    """The width of a letter, measured in its size."""
    return 0.3 if letter in NARROW else 0.87 if letter in WIDE else 0.69 if letter.isupper() else 0.56
