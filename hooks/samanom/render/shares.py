"""How many participants of each fylke worked with each theme: counted, and drawn as SVG for wide and narrow windows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from ..catalog import Catalog
from ..model import Theme
from .atlas import Atlas
from .map import regions
from .wrap import wrapped

HEAD, ROW = {"bred": 76, "smal": 46}, {"bred": 28, "smal": 48}
"""Height of the head with the signs of the themes, and of a row, in pixels; a narrow row has its name over its bars."""
BAR = 12
"""Height of a bar."""
FIRST = {"bred": 18.0, "smal": 0.0}
"""Where the column of the first theme begins, in per cent of the width."""
SHARE = 0.66
"""How much of a column its longest bar takes; the rest is for the number."""

LEAST, SIZE, LINE = 96, 14, 17
"""Room for the name of a theme, the size of its letters and the height of its lines, in pixels."""

Form = Literal["bred", "smal"]


@dataclass(frozen=True)
class Share:
    """The participants of a fylke."""

    fylke: str
    participants: int
    counts: tuple[int, ...]
    """How many of them worked with each theme, in the order of the data. One with several themes counts in each."""


def shares(catalog: Catalog) -> tuple[Share, ...]:
    """Each fylke with participants, in the official order."""
    atlas = Atlas(catalog)
    themes = {id: frozenset(atlas.themes(id)) for id in catalog.kommuner}
    members = {
        fylke: [id for id, place in catalog.kommuner.items() if place.official.fylke == fylke]
        for fylke in regions(catalog)
    }
    return tuple(
        Share(fylke, len(ids), tuple(sum(theme in themes[id] for id in ids) for theme in catalog.themes))
        for fylke, ids in members.items()
    )


def share_figure(
    catalog: Catalog, form: Form, icon: Callable[[str], str], title: str, description: str, lang: str
) -> Markup:
    """A row for each fylke, a column for each theme: a bar for its participants, filled for those of the theme."""
    found, themes = shares(catalog), tuple(catalog.themes.values())
    width = (100 - FIRST[form]) / len(themes)
    starts = [FIRST[form] + width * i for i in range(len(themes))]
    unit = width * SHARE / max(share.participants for share in found)
    heads = (_head(theme, x, form, icon(theme.id), lang) for theme, x in zip(themes, starts, strict=True))
    rows = (_row(share, i, themes, starts, unit, form) for i, share in enumerate(found))
    return Markup(
        '<svg class="fordeling {form}" role="img" aria-labelledby="{id} {id}-tekst" width="100%" height="{height}">'
        '<title id="{id}">{title}</title><desc id="{id}-tekst">{description}</desc>{heads}{rows}</svg>'
    ).format(
        form=form,
        id=f"fordeling-{form}",
        height=HEAD[form] + ROW[form] * len(found),
        title=title,
        description=description,
        heads=Markup("").join(heads),
        rows=Markup("").join(rows),
    )


def _head(theme: Theme, x: float, form: Form, icon: str, lang: str) -> Markup:
    """The sign of a theme over its column, with its name where there is room; a list gives it where there is not."""
    sign = Markup('<svg data-tema="{id}" x="{x}%" y="4" width="24" height="30"><use href="#{icon}"/></svg>').format(
        id=theme.id, x=_x(x), icon=icon
    )
    if form == "smal":
        return sign
    lines = (
        Markup('<text class="tema" x="{x}%" y="{y}">{line}</text>').format(x=_x(x), y=50 + LINE * i, line=line)
        for i, line in enumerate(wrapped(theme.name[lang], LEAST, SIZE))
    )
    return sign + Markup("").join(lines)


def _row(share: Share, i: int, themes: Sequence[Theme], starts: Iterable[float], unit: float, form: Form) -> Markup:
    top = HEAD[form] + ROW[form] * i
    y = top + (ROW[form] - BAR) // 2 if form == "bred" else top + 28
    line = Markup('<line x1="0" x2="100%" y1="{y}" y2="{y}"/>').format(y=top)
    name = Markup('<text class="fylke" x="0" y="{y}">{name}</text>').format(
        y=y + BAR - 2 if form == "bred" else top + 20, name=share.fylke
    )
    cells = (
        _cell(theme.id, count, share.participants, x, y, unit)
        for theme, count, x in zip(themes, share.counts, starts, strict=True)
    )
    return line + name + Markup("").join(cells)


def _cell(theme: str, count: int, participants: int, x: float, y: int, unit: float) -> Markup:
    bar = Markup('<rect class="{kind}" x="{x}%" y="{y}" width="{width}%" height="{height}"/>')
    parts = bar.format(kind="alle", x=_x(x), y=y, width=_x(participants * unit), height=BAR)
    if count:
        parts += bar.format(kind="med", x=_x(x), y=y, width=_x(count * unit), height=BAR)
    text = Markup('<text x="{x}%" dx="5" y="{y}">{count}</text>').format(
        x=_x(x + participants * unit), y=y + BAR - 1, count=count
    )
    return Markup('<g data-tema="{id}">{parts}{text}</g>').format(id=theme, parts=parts, text=text)


def _x(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
