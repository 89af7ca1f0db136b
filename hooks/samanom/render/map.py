"""Maps as SVG: the country with every participant, a network with its members, the country with one kommune.

The links of a map are hidden from screen readers and the tab key, because the same links stand in a list on the same
page, where they are large enough to hit and have an order to be read in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from ..catalog import Catalog
from ..slug import slug
from .atlas import Atlas, Mark, around
from .callouts import front_box
from .names import SIZE, Name, named
from .projection import Point
from .shield import defs, fields, shield
from .simplify import Box

FINE, SMALL = 1.0, 30.0
"""Corners that are left out, in square units: of the large map, and of one cut to a network."""
LEAST = 280
"""Units across the smallest part of the country that is shown."""
MARK = 2.0
"""How much larger the marks of a small map are, for each thousand units that it shows."""


def country_map(atlas: Atlas) -> Markup:
    """Every participant as a link with its name, and what CSS and script need to know of it."""
    marks = Markup("").join(_mark(mark, atlas.catalog) for mark in atlas.marks)
    used = {name for mark in atlas.marks for name in (*fields(mark.themes), *fields(mark.place.puljer))}
    return _svg(atlas.box, _land(atlas.land(FINE)) + marks, used | {"1-1"}, Markup(' aria-hidden="true"'))


def front_map(atlas: Atlas, notes: Markup) -> Markup:
    """Every participant as a link, and what is written beside them, with room for it where there is any."""
    marks = Markup("").join(_shield(mark, atlas.catalog) for mark in atlas.marks)
    used = {name for mark in atlas.marks for name in fields(mark.themes)} | {"1-1"}
    box = front_box(atlas) if notes.strip() else atlas.box
    cropped = Markup(' preserveAspectRatio="xMaxYMid slice"') if notes.strip() else Markup("")
    return _svg(box, _land(atlas.land(FINE)) + notes + marks, used, Markup(' aria-hidden="true"') + cropped)


def network_map(atlas: Atlas, ids: Iterable[str], themes: Sequence[str]) -> Markup:
    """The members of a network with their names, and the land around them."""
    members = tuple(ids)
    if not members:
        return Markup("")
    box = cut([atlas.places[id] for id in members], atlas.box)
    scale = MARK * box[2] / 1000
    marks = atlas.marks_of(members, 23 * scale)
    names = named([(m.x, m.y, m.place.name) for m in marks], box, scale)
    sign = shield(themes, atlas.catalog)
    drawn = Markup("").join(_member(m, name, sign, scale) for m, name in zip(marks, names, strict=True))
    land = _land(atlas.land(SMALL * (box[2] / 1000) ** 2, box, digits=0 if box[2] > 500 else 1))
    group = Markup('<g font-size="{size}">{drawn}</g>').format(size=_number(SIZE * scale), drawn=drawn)
    return _svg(box, land + group, set(fields(themes)), Markup(' aria-hidden="true"'))


def place_map(atlas: Atlas, id: str, title: str) -> Markup:
    """The whole country, small, with one mark; a picture with a title."""
    [mark] = atlas.marks_of([id], 0)
    drawn = Markup('<g transform="translate({x} {y})scale(4)">{shield}</g>').format(
        x=_number(mark.x), y=_number(mark.y), shield=shield(mark.themes, atlas.catalog)
    )
    told = Markup('<title id="kart-tittel">{title}</title>').format(title=title)
    role = Markup(' role="img" aria-labelledby="kart-tittel"')
    return _svg(around_mark(atlas.box, mark), told + _land(atlas.coarse) + drawn, set(fields(mark.themes)), role)


def cut(spots: Sequence[Point], whole: Box) -> Box:
    """The part of the whole to show: the spots with room for names, neither too small, too wide nor too high."""
    left, top, width, height = around(spots, 0)
    wide = max(width * 1.4, height * 1.2 * 0.8, LEAST)
    high = max(height * 1.2, wide * 0.8)
    x = _within(left + (width - wide) / 2, wide, whole[0], whole[2])
    y = _within(top + (height - high) / 2, high, whole[1], whole[3])
    return round(x), round(y), round(wide), round(high)


def _within(start: float, size: float, first: float, all_: float) -> float:
    """Moved so that it does not show more than there is, where it is not larger than that."""
    return min(max(start, first), first + all_ - size) if size < all_ else first - (size - all_) / 2


def around_mark(box: Box, mark: Mark) -> Box:
    """The box, so much larger that a large mark at its edge is within it."""
    left, top, width, height = box
    right, bottom = max(left + width, mark.x + 50), max(top + height, mark.y + 50)
    left, top = min(left, mark.x - 50), min(top, mark.y - 50)
    return round(left), round(top), round(right - left), round(bottom - top)


def mark_title(mark: Mark, catalog: Catalog) -> str:
    """«Lom: kompetanse og rekruttering, pulje 1»."""
    place = mark.place
    today = place.official.today_name
    name = catalog.full_name(place.id) + (f" (i dag {today})" if today != place.name else "")
    puljer = f"pulje {' og '.join(map(str, place.puljer))}"
    return f"{name}: {', '.join([*(catalog.themes[theme].name.nb.lower() for theme in mark.themes), puljer])}"


def regions(catalog: Catalog) -> Mapping[str, str]:
    """The fylker with participants, by the name that marks have them under, with their landsdel where it is known."""
    there = {place.official.fylke for place in catalog.kommuner.values()}
    order = list(dict.fromkeys(official.fylke for official in catalog.reference.kommuner.values()))
    return {fylke: catalog.reference.landsdeler.get(fylke, "") for fylke in order if fylke in there}


def _shield(mark: Mark, catalog: Catalog) -> Markup:
    """A participant without its name."""
    rim = Markup('<title>{}</title><use class="kart__rand" href="#kart-1-1"/>').format(mark_title(mark, catalog))
    place = {"transform": f"translate({_number(mark.x)} {_number(mark.y)})"}
    return _link(mark, rim + shield(mark.themes, catalog), place) + Markup("\n")


def _mark(mark: Mark, catalog: Catalog) -> Markup:
    """A participant, with what CSS and script need to know of it."""
    place, official = mark.place, mark.place.official
    puljer = (
        Markup('<use class="kart__pulje" data-pulje="{}" href="#kart-{}"/>').format(pulje, field)
        for pulje, field in zip(place.puljer, fields(place.puljer), strict=False)
    )
    drawn = Markup(
        '<title>{}</title><g class="kart__skjold"><use class="kart__rand" href="#kart-1-1"/>{}{}</g>'
    ).format(mark_title(mark, catalog), Markup("").join(puljer), shield(mark.themes, catalog))
    end = {"text-anchor": "end"} if mark.side < 0 else {}
    return _link(
        mark,
        drawn + _name(mark, {"x": 15 * mark.side, "dy": ".35em"} | end),
        {
            "transform": f"translate({_number(mark.x)} {_number(mark.y)})",
            "data-sted": place.id,
            "data-tema": " ".join(mark.themes),
            "data-pulje": " ".join(map(str, place.puljer)),
            "data-folketall": official.population,
            "data-storrelse": mark.size,
            "data-fylke": slug(official.fylke),
            "data-landsdel": slug(catalog.reference.landsdeler.get(official.fylke, "")),
        },
    ) + Markup("\n")


def _member(mark: Mark, name: Name, sign: Markup, scale: float) -> Markup:
    """A member of a network, with its name beside it."""
    x, y, anchor = name
    place = f"translate({_number(mark.x)} {_number(mark.y)})scale({scale:.2f})"
    drawn = Markup('<g transform="{}">{}</g>').format(place, sign)
    where = {"x": _number(x), "y": _number(y)} | ({"text-anchor": anchor} if anchor != "start" else {})
    return _link(mark, drawn + _name(mark, where), {"data-sted": mark.place.id})


def _link(mark: Mark, drawn: Markup, about: Mapping[str, object]) -> Markup:
    """To the kommune's page, never a stop for the tab key."""
    return Markup('<a class="kart__sted" href="/kommuner/{}/" tabindex="-1"{}>{}</a>').format(
        mark.place.id, _attributes(about), drawn
    )


def _name(mark: Mark, where: Mapping[str, object]) -> Markup:
    return Markup('<text class="kart__navn"{}>{}</text>').format(_attributes(where), mark.place.name)


def _attributes(values: Mapping[str, object]) -> Markup:
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in values.items())


def _land(d: str) -> Markup:
    return Markup('<path class="kart__land" d="{}"/>').format(d) if d else Markup("")


def _svg(box: Box, drawn: Markup, shapes: Iterable[str], about: Markup) -> Markup:
    view = " ".join(map(_number, box))
    return Markup('<svg class="kart__bilde" viewBox="{view}"{about}><defs>{defs}</defs>{drawn}</svg>').format(
        view=view, about=about, defs=defs(shapes), drawn=drawn
    )


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
