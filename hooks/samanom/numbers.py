"""Numbers as Norwegian writes them, told and read."""

from __future__ import annotations

import re

SPELT = {"én": 1, "éin": 1, "ett": 1, "eitt": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7}
SPELT |= {"åtte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12}


def format_number(value: float) -> str:
    """As Norwegian writes it: «8,87», «6 652», «−17»."""
    text = f"{value:,.4f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    whole, _, part = text.replace("-", "\u2212").partition(".")
    return whole.replace(",", "\u00a0") + (f",{part}" if part else "")


def format_change(value: float) -> str:
    """With its sign: «+6,8», «−0,6», «0»."""
    return f"{'+' if value > 0 else ''}{format_number(value)}"


def numbers_in(text: str) -> set[float]:
    """The numbers a Norwegian text holds, a point read both ways: «8,87», «8.87», «1 050», «2.000», «tre»."""
    space = "[ \u00a0\u202f]"
    found = {float(SPELT[word]) for word in re.findall(r"\w+", text.lower()) if word in SPELT}
    for match in re.findall(rf"\d{{1,3}}(?:(?:{space}|\.)\d{{3}})+(?:,\d+)?|\d+(?:[.,]\d+)?", text):
        plain = re.sub(space, "", match)
        found |= {float(plain.replace(".", "").replace(",", "."))}
        if re.fullmatch(r"\d+[.,]\d+", plain):
            found |= {float(plain.replace(",", "."))}
    return found
