"""Norwegian words as addresses and in alphabetical order."""

from __future__ import annotations

import re
import unicodedata

LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})
LAST = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}
"""The three last letters of the alphabet, after z in ASCII."""


def slug(text: str) -> str:
    """Small ASCII letters, digits and hyphens: «Bø i Telemark» → `bo-i-telemark`."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def alphabetical(text: str) -> tuple[str, str]:
    """A key that sorts Norwegian names: a–z æ ø å, whatever the machine's language."""
    lower = "".join(LAST.get(letter, letter) for letter in unicodedata.normalize("NFC", text.lower()))
    folded = unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9{|}]+", " ", folded).strip(), text


def initial(text: str) -> str:
    """The letter a name stands under in an alphabetical list."""
    letter = unicodedata.normalize("NFC", text)[:1].upper()
    return letter if letter and letter in "ÆØÅ" else slug(text)[:1].upper() or "#"
