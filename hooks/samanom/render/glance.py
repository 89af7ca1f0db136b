"""Results that are read at a glance: which of them stand together on the home page, and how a pair is drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from ..catalog import Catalog
from ..model import Example, Programme
from ..related import LEVELS
from .results import ResultRow, result_rows
from .series import scale_end

STEPS = 4
"""Parts of the scale with a number each."""
MOST = 6
"""Examples in the ledger."""


@dataclass(frozen=True)
class Ledger:
    """Results of one theme in one unit, on a common scale from nothing."""

    theme: str
    unit: str
    end: float
    rows: tuple[ResultRow, ...]
    """One of each example: the greatest change first, then those whose two levels are not quite of the same thing."""
    own: tuple[ResultRow, ...]
    """The programme's own of the same theme."""

    @property
    def scale(self) -> tuple[tuple[float, float], ...]:
        """Numbers along the scale, and where they stand in per cent."""
        return tuple((self.end * i / STEPS, 100 * i / STEPS) for i in range(STEPS + 1))


def ledger(catalog: Catalog) -> Ledger | None:
    """The theme and unit that most examples have figures for, before and after."""
    found: dict[tuple[str, str, str], dict[str, ResultRow]] = defaultdict(dict)
    for row in sorted(result_rows(catalog), key=_order):
        if row.example and row.themes and _is_a_pair(row, catalog.programme):
            key = (row.themes[0], row.indicator.unit, str(row.indicator.better))
            found[key].setdefault(row.example.id, row)
    if not found:
        return None
    most_told = max(found, key=lambda key: (len(found[key]), key))
    theme, unit, better = most_told
    rows = tuple(islice(found[most_told].values(), MOST))
    own = tuple(row for row in result_rows(catalog) if _belongs(row, theme, unit, better))
    most = max(point.value for row in (*rows, *own) for point in row.levels)
    return Ledger(theme, unit, scale_end(most), rows, own)


def _is_a_pair(row: ResultRow, programme: Programme) -> bool:
    """Whether it has levels before and after of the programme's time; one that began earlier must be comparable."""
    if not (row.before and row.after and is_of_the_programme(row, programme)):
        return False
    first, start = row.before[0].period, programme.period.start
    return row.change is not None or not (first and first.start and start and first.start < start)


def _order(row: ResultRow) -> tuple[bool, float]:
    return row.change is None, -abs(row.change or 0)


def _belongs(row: ResultRow, theme: str, unit: str, better: str) -> bool:
    """Whether a figure of the programme's own stands among those of a theme."""
    same = (row.indicator.unit, row.indicator.better) == (unit, better)
    return row.example is None and theme in row.themes and same and row.change is not None


def told_elsewhere(catalog: Catalog, theme: str | None) -> tuple[Example, ...]:
    """One example of each other theme, the best documented."""
    examples = by_level(catalog.examples)
    others = (id for id in catalog.themes if id != theme)
    found = (next((each for each in examples if each.themes[0] == id), None) for id in others)
    return tuple(each for each in found if each)


def by_level(examples: Iterable[Example]) -> tuple[Example, ...]:
    """The best documented first, and as they stand."""
    return tuple(sorted(examples, key=lambda example: LEVELS.index(example.documentation)))


def first_pair(programme: Programme, example: Example) -> ResultRow | None:
    """The first of an example's indicators that has levels before and after, comparable and of the programme's time."""
    rows = (ResultRow(indicator, example) for indicator in example.indicators)
    return next((row for row in rows if row.change is not None and is_of_the_programme(row, programme)), None)


def shown_pair(programme: Programme, example: Example) -> ResultRow | None:
    """That; or else the first whose levels before and after are not quite of the same thing."""
    rows = (ResultRow(indicator, example) for indicator in example.indicators)
    return first_pair(programme, example) or next((row for row in rows if _is_a_pair(row, programme)), None)


def is_of_the_programme(row: ResultRow, programme: Programme) -> bool:
    """Whether its figures are shown to belong to the programme, and not of a later time."""
    if row.example and row.example.relation != "during":
        return False
    last, end = row.after[-1].period if row.after else None, programme.period.end
    return not (last and last.start and end and last.start > end)


def dumbbell(row: ResultRow, end: float, goal: str) -> Markup:
    """Before, the years between, goal and after on a line; what it shows stands beside it in words."""

    def x(value: float) -> str:
        return f"{round(100 * value / end, 2)}%"

    first, *between, last = (*row.before[:1], *row.before[1:], *row.after)
    line = '<line class="{kind}" x1="{a}" x2="{b}" y1="{top}" y2="{bottom}"/>'
    dot = '<circle class="{kind}" cx="{x}" cy="16" r="{r}"/>'
    parts = [
        Markup(line).format(kind="db-track", a="0", b="100%", top=16, bottom=16),
        Markup(line).format(
            kind="db-span" if row.change is not None else "db-span db-span--unsure",
            a=x(first.value),
            b=x(last.value),
            top=16,
            bottom=16,
        ),
        *(Markup(dot).format(kind="db-mid", x=x(point.value), r=4) for point in between),
    ]
    for point in row.goals[-1:]:
        parts.append(Markup(line).format(kind="db-goal", a=x(point.value), b=x(point.value), top=4, bottom=28))
        text = Markup('<text class="db-goal-text" x="{x}" dx="-8" y="21" text-anchor="end">{goal}</text>')
        parts.append(text.format(x=x(point.value), goal=goal))
    parts.append(Markup(dot).format(kind="db-from", x=x(first.value), r=6))
    parts.append(Markup(dot).format(kind="db-to", x=x(last.value), r=9))
    return Markup('<svg class="dumbbell" aria-hidden="true">{}</svg>').format(Markup("").join(parts))
