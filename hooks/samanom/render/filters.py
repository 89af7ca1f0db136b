"""What templates say of plain values: dates, counts, words."""

from __future__ import annotations

import re

from markupsafe import Markup

from ..dates import Period, span
from ..model import Event
from ..numbers import format_number


def when(event: Event, lang: str = "nb") -> str:
    """The date of an event, from its first day to its last, and the time of day."""
    date = span(event.start, event.end, lang) if event.end else event.start.format(lang)
    return f"{date}, kl. {event.time.removeprefix('kl.').strip()}" if event.time else date


def format_date(period: Period, lang: str = "nb") -> str:
    return period.format(lang)


def format_count(count: int, one: str, many: str) -> str:
    return f"{format_number(count)} {one if count == 1 else many}"


def first_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?]) ", text, maxsplit=1)[0]


def codes(text: str) -> Markup:
    """What stands between backticks as code."""
    parts = text.split("`")
    return Markup("").join(Markup("<code>{}</code>").format(each) if i % 2 else each for i, each in enumerate(parts))
