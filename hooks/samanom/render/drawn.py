"""The figures that pages show with `![text](figur:<id>)`, by id."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from ..catalog import Catalog
from ..model import Arrow, Box, Drawing, Organ, Row
from ..model.drawing import CHART


def drawings(catalog: Catalog) -> Mapping[str, Drawing]:
    """Those people drew as data, and the organisation chart of the organs that have a row in it."""
    return {**_chart(catalog), **catalog.drawings}


def _chart(catalog: Catalog) -> Mapping[str, Drawing]:
    organs = sorted((o for o in catalog.organs.values() if o.row is not None), key=lambda organ: organ.row or 0)
    if not organs:
        return {}
    rows = tuple(Row(boxes=tuple(map(_box, row))) for _, row in groupby(organs, key=lambda organ: organ.row))
    there = {organ.id for organ in organs}
    arrows = tuple(
        Arrow(from_=organ.id, to=relation.to, how=relation.how)
        for organ in organs
        for relation in organ.relations
        if relation.to in there
    )
    sources = tuple(dict.fromkeys(source for organ in organs for source in organ.sources))
    return {CHART: Drawing(id=CHART, lang="nb", rows=rows, arrows=arrows, sources=sources)}


def _box(organ: Organ) -> Box:
    told = (organ.task,) if organ.task else ()
    return Box(id=organ.id, title=organ.name, lines=told, who=(organ.members,) if organ.members else ())
