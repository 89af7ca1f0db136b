"""Figures of boxes and arrows, as data: what is drawn, never where a line goes."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, ClassVar

from pydantic import Field, StrictBool, StrictInt, model_validator

from .base import Cited, Part, Record
from .fields import Lang, LocalId, Text, mistake

CHART, SCHEDULE = "organisasjonskart", "framdrift"
"""The figures made of other records: the organs, and the activities."""


class Box(Part):
    """A box of a figure."""

    id: LocalId
    """Unik i figuren."""
    title: Text
    """Det som står øverst i boksen."""
    lines: tuple[Text, ...] = ()
    """Punktene under."""
    who: tuple[Text, ...] = ()
    """Hvem som er med."""
    width: Annotated[StrictInt, Field(ge=1, le=6)] = 1
    """Bredden, målt mot de andre boksene i raden."""


class Row(Part):
    """Boxes side by side."""

    title: Text | None = None
    """Overskriften over raden."""
    boxes: Annotated[tuple[Box, ...], Field(min_length=1, max_length=4)]
    """Boksene, høyst fire, i den rekkefølgen de leses."""
    from_right: StrictBool = False
    """true når den første boksen står til høyre, som nederst i en runde."""


class Arrow(Part):
    """What one box has to do with another."""

    from_: Annotated[LocalId, Field(alias="from")]
    """Boksen pilen går fra."""
    to: LocalId
    """Boksen pilen peker på."""
    how: Text | None = None
    """Det som står ved pilen, f.eks. gir råd til."""


class Drawing(Record, Cited):
    """A figure of boxes and arrows. Pages show it with ![text](figur:id)."""

    label: ClassVar = "figur"

    lang: Lang
    """Målformen. nb: bokmål. nn: nynorsk."""
    rows: Annotated[tuple[Row, ...], Field(min_length=1)]
    """Radene, ovenfra."""
    arrows: tuple[Arrow, ...] = ()
    """Pilene. Bare sammenhenger som kilden har."""
    credit: Text | None = None
    """Den som laget figuren, når det ikke er kilden selv."""

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Every box, row by row."""
        return tuple(box for row in self.rows for box in row.boxes)

    @model_validator(mode="after")
    def boxes_are_told_apart(self) -> Drawing:
        for id, times in Counter(box.id for box in self.boxes).items():
            if times > 1:
                help = "Gi hver boks sin egen id."
                raise mistake("boksen «{value}» står to ganger i figuren", help, value=id, field="rows")
        return self

    @model_validator(mode="after")
    def arrows_join_boxes(self) -> Drawing:
        known = {box.id for box in self.boxes}
        for end in (end for arrow in self.arrows for end in (arrow.from_, arrow.to)):
            if end not in known:
                help = f"Bruk en av: {', '.join(sorted(known))}."
                raise mistake("figuren har ingen boks «{value}»", help, value=end, field="arrows")
        pairs = Counter(frozenset((arrow.from_, arrow.to)) for arrow in self.arrows)
        for pair, times in pairs.items():
            if times > 1 or len(pair) == 1:
                ends, help = "» og «".join(sorted(pair)), "En pil går mellom to bokser, og bare én mellom de samme."
                raise mistake("pilen mellom «{value}» kan ikke tegnes", help, value=ends, field="arrows")
        return self
