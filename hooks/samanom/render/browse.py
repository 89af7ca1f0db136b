"""The list of examples: to choose from in the browser, and plain pages for each theme, fylke and level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..model import Example
from .glance import by_level
from .page import Asset, Page
from .selection import Choice, Facet, facets, slim_file
from .writer import Writer

PATH = "eksempler/"
PAGE_SIZE = 60
"""Examples on a page; a list of more goes on over several, at `side/2/` and so on."""
PLAIN = {"tema": "tema", "niva": "dokumentasjon", "fylke": "fylke"}
"""The facets whose choices have pages of their own, and the folder of these."""


def example_lists(writer: Writer) -> Iterator[Page]:
    """`/eksempler/` with the facets beside it, and the plain lists."""
    examples = by_level(writer.catalog.examples)
    found = facets(writer.catalog, examples, writer.words("nb"))
    about = f"Hva kommuner i {writer.catalog.programme.name} prøvde, og hva som kom ut av det."
    more = {"facets": found, "plain": PLAIN, "template": "eksempler"}
    yield from _pages(writer, PATH, "Gode eksempler", about, examples, **more)
    for facet in found:
        for choice in facet.choices if facet.name in PLAIN else ():
            yield from _plain(writer, facet, choice)


def example_file(writer: Writer) -> Asset:
    """What the browser chooses with."""
    examples = by_level(writer.catalog.examples)
    return slim_file(writer.catalog, examples, facets(writer.catalog, examples, writer.words("nb")), PAGE_SIZE)


def _plain(writer: Writer, facet: Facet, choice: Choice) -> Iterator[Page]:
    path = f"{PATH}{PLAIN[facet.name]}/{choice.value}/"
    about = f"Eksempler fra {writer.catalog.programme.name}. {facet.legend}: {choice.label}."
    themes = {"themes": (choice.value,)} if facet.name == "tema" else {}
    yield from _pages(writer, path, f"Eksempler: {choice.label}", about, choice.examples, facet=facet, **themes)


def _pages(
    writer: Writer, path: str, title: str, about: str, examples: Sequence[Example], **more: Any
) -> Iterator[Page]:
    """A list as one page or more; `template` is for the first, the others are plain."""
    parts = [examples[at : at + PAGE_SIZE] for at in range(0, len(examples), PAGE_SIZE)] or [examples]
    first = more.pop("template", "eksempelliste")
    for number, part in enumerate(parts, 1):
        here, name = (path, title) if number == 1 else (f"{path}side/{number}/", f"{title}, side {number}")
        template = first if number == 1 else "eksempelliste"
        paging = {"number": number, "paths": [path, *(f"{path}side/{n}/" for n in range(2, len(parts) + 1))]}
        yield writer.page(
            here, template, name, about, examples=part, total=len(examples), **({"facet": None} | more | paging)
        )
