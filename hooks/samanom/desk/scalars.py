"""How a text, a number, a date or a truth is written in a file: always on one line, and read alike by all."""

from __future__ import annotations

import json
import re
from decimal import Decimal

PLAIN = re.compile(
    "[A-Za-zÀ-ÖØ-öø-ɏ«]"
    "(?:[^\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff:# ]|:(?! )| (?!#)|(?<! )#)*"
    "(?<![: ])"
)  # fmt: skip
"""Text that needs no quotation marks: begins with a Latin letter or «, and has no colon before a space, no # after
one, neither at its end, and nothing that is not seen."""
WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
"""What some reader takes for something else than a word, in capitals too."""
BRACKETS = frozenset(",[]{}")
"""What has a meaning of its own between [ and ]."""
YEAR = re.compile(r"\d{4}")
INVISIBLE = re.compile("[\\x7f-\\x9f\\u2028\\u2029\\ufeff]")
"""What JSON lets stand, and some readers of YAML take for the end of a line or refuse."""


def scalar(value: object, *, date: bool = False, flow: bool = False) -> str:
    """As it stands in a file. `flow`: between [ and ]. `date`: where a year is written as a number."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return _number(value)
    text = str(value)
    if date and YEAR.fullmatch(text):
        return text
    safe = PLAIN.fullmatch(text) and text.lower() not in WORDS and not (flow and BRACKETS & set(text))
    return text if safe else _quoted(text)


def _number(value: float) -> str:
    """The shortest form, without an exponent; what is whole has no decimals."""
    return str(int(value)) if value == int(value) else f"{Decimal(repr(value)):f}"


def _quoted(text: str) -> str:
    """As JSON."""
    return INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
