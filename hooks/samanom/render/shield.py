"""The mark of a participant on a map: a shield, whole for one theme, parted for two, with three fields for three."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from ..catalog import Catalog

WHOLE = "M-9-10H9V1C9 6 5 9 0 11.5C-5 9-9 6-9 1Z"
SHAPES: Mapping[str, str] = {
    "1-1": WHOLE,
    "2-1": "M-9-10H0V11.5C-5 9-9 6-9 1Z",
    "2-2": "M9-10H0V11.5C5 9 9 6 9 1Z",
    "3-1": "M-9-10H9L0-1Z",
    "3-2": "M-9-10L0-1V11.5C-5 9-9 6-9 1Z",
    "3-3": "M9-10L0-1V11.5C5 9 9 6 9 1Z",
}
"""The fields of a shield with one, two or three, its middle at 0, 0."""
MOST = 3
"""Fields at most; of more themes, the title tells."""


def shield(themes: Sequence[str], catalog: Catalog) -> Markup:
    """Its fields, each in the colour of a theme; without themes one plain field."""
    if not themes:
        return Markup('<use class="kart__tema" href="#kart-1-1"/>')
    return Markup("").join(
        Markup('<use class="kart__tema" data-tema="{id}" fill="{fill}" href="#kart-{field}"/>').format(
            id=theme, fill=theme_fill(catalog, theme), field=field
        )
        for theme, field in zip(themes, fields(themes), strict=False)
    )


def theme_fill(catalog: Catalog, theme: str) -> str:
    """The site's colour for marks of the theme, or else that of the data."""
    return f"var(--t-mark,var(--t-base,{catalog.themes[theme].colour}))"


def fields(parts: Sequence[object]) -> Iterator[str]:
    """The shape that each part fills."""
    count = min(len(parts), MOST)
    return (f"{count}-{i + 1}" for i in range(count)) if count else iter(["1-1"])


def defs(shapes: Iterable[str]) -> Markup:
    """The shapes that the shields of a map are made of."""
    return Markup("").join(
        Markup('<path id="kart-{}" d="{}"/>').format(name, SHAPES[name]) for name in sorted(set(shapes))
    )
