"""What each of the three parties did in an example: its words apart, and a shield with a field for each of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..model import Example
from ..model.content import Section
from ..source import code_blanked

FIELDS = (
    ("M4.5 2.5h31L20 18.8z", 20, 10.5),
    ("M3 4.2 18.8 20.8v22.6C9.9 39.3 3 33.9 3 25z", 11.2, 26),
    ("M37 4.2 21.2 20.8v22.6C30.1 39.3 37 33.9 37 25z", 28.8, 26),
)
"""Each field of the shield, and where its number stands."""


@dataclass(frozen=True)
class Party:
    """One of those who stand together behind a project."""

    name: str
    title: str
    """In the language of the example."""
    text: str
    """The Markdown of what it did; empty where the sources do not tell of it apart."""


def parties(example: Example, section: Section) -> tuple[str, tuple[Party, ...]]:
    """A section cut into what it tells of all together, and of each party; no parties where it tells of none apart."""
    names = {titles[example.lang]: name for name, titles in example.parts.items()}
    heads = list(re.finditer(r"^###[ \t]+(?P<title>.+?)[ \t#]*$", code_blanked(section.text), re.MULTILINE))
    heads = [head for head in heads if head["title"] in names]
    ends = [*(head.start() for head in heads[1:]), len(section.text)]
    told = {names[h["title"]]: section.text[h.end() : end].strip() for h, end in zip(heads, ends, strict=False)}
    if not told:
        return section.text, ()
    found = tuple(Party(name, title, told.get(name, "")) for title, name in names.items())
    return section.text[: heads[0].start()].strip(), found


def told_apart(example: Example) -> tuple[str, ...]:
    """The names of the parties that its sources tell of apart."""
    found = (party for section in example.sections for party in parties(example, section)[1])
    return tuple(party.name for party in found if party.text)


def party_shield(found: Sequence[Party], words: Mapping[str, str]) -> Markup:
    """The fields of the parties that the sources tell of are filled; the list beside it says the same."""
    drawn = (
        Markup('<path class="part{told}" d="{d}"/><text x="{x}" y="{y}">{n}</text>').format(
            told="" if party.text else " part--taus", d=d, x=x, y=y, n=n
        )
        for n, (party, (d, x, y)) in enumerate(zip(found, FIELDS, strict=False), 1)
    )
    told = ", ".join(party.title.lower() for party in found if party.text)
    return Markup(
        '<svg class="partsskjold" viewBox="2 1 36 43.5" role="img" aria-labelledby="partsskjold">'
        '<title id="partsskjold">{title}</title>{drawn}</svg>'
    ).format(title=words["parties_told"].format(parties=told), drawn=Markup("").join(drawn))
