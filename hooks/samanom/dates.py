"""Dates as sources give them: to the day, the month, the season, the year, or not at all."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

EXAMPLES = "2013, 2013-Q2, 2013-04, 2013-04-29, vår 2013, 2009/2014 eller ukjent"
PATTERN = (
    r"^([0-9]{4}(-Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?"
    r"|(vinter|vår|sommer|høst) [0-9]{4}|ukjent)$"
)
MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
SEASONS = {"vinter": (1, 3), "vår": (1, 6), "sommer": (6, 8), "høst": (7, 12)}
"""First and last month. Spring and autumn are the half-years in which a programme plans its meetings."""
NYNORSK = {"høst": "haust", "sommer": "sommar", "ukjent": "ukjend"}

Precision = Literal["day", "month", "quarter", "season", "year", "range", "unknown"]


@dataclass(frozen=True)
class Period:
    """A stretch of time with the precision its source has. `start` and `end` are both within it."""

    text: str
    precision: Precision
    start: dt.date | None = None
    end: dt.date | None = None

    def __str__(self) -> str:
        return self.text

    @property
    def year(self) -> int | None:
        return self.start.year if self.start else None

    @property
    def part_of_year(self) -> int | None:
        """Of a month, quarter or season, the month it begins in; a year has no part."""
        return self.start.month if self.start and self.precision in ("month", "quarter", "season") else None

    @property
    def sort_key(self) -> tuple[dt.date, dt.date]:
        return (self.start or dt.date.max, self.end or dt.date.max)

    @property
    def last_first(self) -> int:
        """Sorts the newest first and the unknown last."""
        return -self.start.toordinal() if self.start else 0

    def format(self, lang: str = "nb") -> str:
        """In running text: «29. april 2013», «vår 2013», «2009–2014»."""
        if self.start is None or self.end is None:
            return NYNORSK["ukjent"] if lang == "nn" else "ukjent"
        start = self.start
        match self.precision:
            case "day":
                return f"{start.day}. {MONTHS[start.month - 1]} {start.year}"
            case "month":
                return f"{MONTHS[start.month - 1]} {start.year}"
            case "quarter":
                return f"{(start.month + 2) // 3}. kvartal {start.year}"
            case "range":
                first, last = (Period.parse(part) for part in self.text.split("/"))
                return span(first, last, lang)
        season, _, rest = self.text.partition(" ")
        return f"{NYNORSK.get(season, season)} {rest}".strip() if lang == "nn" else self.text

    @classmethod
    def parse(cls, value: object) -> Period:
        """Raises ValueError when the text is no date."""
        text = str(value)
        if not re.search(PATTERN, text) or text.endswith("\n"):
            raise ValueError(text)
        if text == "ukjent":
            return cls(text, "unknown")
        if "/" in text:
            first, last = (cls.parse(part) for part in text.split("/", 1))
            nested = "range" in (first.precision, last.precision)
            if nested or first.start is None or last.end is None or first.start > last.end:
                raise ValueError(text)
            return cls(text, "range", first.start, last.end)
        return cls._simple(text)

    @classmethod
    def _simple(cls, text: str) -> Period:
        if not (year := re.search(r"\d{4}", text)) or not 1800 <= int(year[0]) < 2200:
            raise ValueError(text)
        if found := re.fullmatch(r"(\d{4})", text):
            return cls(text, "year", dt.date(int(found[1]), 1, 1), dt.date(int(found[1]), 12, 31))
        if found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text):
            day = dt.date(int(found[1]), int(found[2]), int(found[3]))
            return cls(text, "day", day, day)
        if found := re.fullmatch(r"(\d{4})-(\d{2})", text):
            return cls._months(text, "month", int(found[1]), int(found[2]), int(found[2]))
        if found := re.fullmatch(r"(\d{4})-Q([1-4])", text):
            last = int(found[2]) * 3
            return cls._months(text, "quarter", int(found[1]), last - 2, last)
        if found := re.fullmatch(r"(vinter|vår|sommer|høst) (\d{4})", text):
            return cls._months(text, "season", int(found[2]), *SEASONS[found[1]])
        raise ValueError(text)

    @classmethod
    def _months(cls, text: str, precision: Precision, year: int, first: int, last: int) -> Period:
        start = dt.date(year, first, 1)
        return cls(text, precision, start, dt.date(year, last, calendar.monthrange(year, last)[1]))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validated, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "type": ["string", "integer"],
            "pattern": PATTERN,
            "patternErrorMessage": f"Skriv {EXAMPLES}.",
            "examples": EXAMPLES.replace(" eller", ",").split(", "),
        }


def span(first: Period, last: Period, lang: str = "nb") -> str:
    """Two dates as one: «15.–16. april 2013», «januar–februar 2012», «2009–2014»."""
    a, b = first.start, last.end
    if a and b and first.precision == last.precision == "day" and (a.year, a.month) == (b.year, b.month):
        return f"{a.day}.–{last.format(lang)}" if a != b else first.format(lang)
    if a and b and first.precision == last.precision == "month" and a.year == b.year:
        return f"{MONTHS[a.month - 1]}–{last.format(lang)}"
    simple = first.precision == last.precision == "year"
    return f"{first.format(lang)}{'–' if simple else ' – '}{last.format(lang)}"


def as_typed(value: object) -> str:
    """A value as an editor writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _validated(value: object) -> Period:
    if isinstance(value, Period):
        return value
    try:
        if isinstance(value, bool) or not isinstance(value, (str, int)):
            raise ValueError(value)
        return Period.parse(value)
    except ValueError:
        raise PydanticCustomError(
            "date", "«{value}» er ingen dato", {"value": as_typed(value), "help": f"Skriv {EXAMPLES}."}
        ) from None
