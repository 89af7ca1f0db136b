"""What the examples can be chosen and ordered by, and the slim file that the browser does it with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ..catalog import Catalog
from ..model import Example
from ..numbers import format_number
from ..related import LEVELS
from ..slug import slug
from .glance import first_pair
from .page import Asset
from .parties import told_apart

SIZES = (0, 5_000, 20_000)
"""The fewest inhabitants of each class of kommuner: small, middle, large."""


@dataclass(frozen=True)
class Choice:
    """One value of a facet."""

    value: str
    """As it stands in addresses."""
    label: str
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Facet:
    """One way to choose among the examples; an example may have several of its values, or none."""

    name: str
    """As it stands in addresses: `tema`."""
    legend: str
    choices: tuple[Choice, ...]


def facets(catalog: Catalog, examples: Iterable[Example], words: Mapping[str, str]) -> tuple[Facet, ...]:
    """All of them, with the examples that each choice has, in the order given; choices without any are left out."""
    examples = tuple(examples)
    found = (
        ("tema", words["theme"], _themes(catalog), lambda example: example.themes),
        ("niva", words["documentation"], _levels(words), lambda example: (example.documentation,)),
        ("innbyggere", words["size"].format(year=catalog.reference.year), _sizes(), lambda each: sizes(catalog, each)),
        ("fylke", words["fylke"].format(year=catalog.reference.year), _fylker(catalog), lambda e: fylker(catalog, e)),
        ("pulje", words["pulje"], _puljer(catalog), lambda example: puljer(catalog, example)),
        ("part", words["told_of"], _parties(words), told_apart),
        ("malform", words["form"], {"nb": words["bokmal"], "nn": words["nynorsk"]}, lambda example: (example.lang,)),
    )
    return tuple(_facet(name, legend, labels, of, examples) for name, legend, labels, of in found)


def slim_file(catalog: Catalog, examples: tuple[Example, ...], found: Iterable[Facet], page_size: int) -> Asset:
    """`assets/eksempler.json`: for each example, in the order of the list, its id, its values and what orders it.

    `facets` has for each facet its values and, for each example, which of them it has; `page_size` is how many
    examples stand on each page of the list, where the browser finds their cards.
    """
    place = {example.id: i for i, example in enumerate(examples)}
    made = {
        "page_size": page_size,
        "ids": list(place),
        "facets": {facet.name: _numbered(facet, place) for facet in found},
        "newest": [newest(catalog, example) for example in examples],
        "improvement": [improvement(catalog, example) for example in examples],
        "population": [populations(catalog, example) for example in examples],
    }
    return Asset("assets/eksempler.json", json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n")


def populations(catalog: Catalog, example: Example) -> tuple[int, ...]:
    """The inhabitants of each of the example's kommuner."""
    return tuple(catalog.kommuner[id].official.population for id in catalog.kommuner_of(example))


def sizes(catalog: Catalog, example: Example) -> tuple[str, ...]:
    """The classes of its kommuner, by the fewest inhabitants of each."""
    return tuple(str(max(low for low in SIZES if low <= people)) for people in populations(catalog, example))


def fylker(catalog: Catalog, example: Example) -> tuple[str, ...]:
    return tuple(slug(catalog.kommuner[id].official.fylke) for id in catalog.kommuner_of(example))


def puljer(catalog: Catalog, example: Example) -> tuple[str, ...]:
    """That of its project; where none is known, those of its kommuner."""
    if example.project:
        return (str(catalog.projects[example.project].pulje),)
    return tuple(str(pulje) for id in catalog.kommuner_of(example) for pulje in catalog.kommuner[id].puljer)


def newest(catalog: Catalog, example: Example) -> int | None:
    """The year of the newest of its sources."""
    years = [year for id in example.sources if (year := catalog.sources[id].year.year)]
    return max(years, default=None)


def improvement(catalog: Catalog, example: Example) -> float | None:
    """How much better the figures on its card became, as a share of where they began."""
    pair = first_pair(catalog.programme, example)
    return pair.improvement if pair else None


def _facet(
    name: str,
    legend: str,
    labels: Mapping[str, str],
    of: Callable[[Example], Iterable[str]],
    examples: tuple[Example, ...],
) -> Facet:
    having: dict[str, list[Example]] = {value: [] for value in labels}
    for example in examples:
        for value in dict.fromkeys(of(example)):
            having[value].append(example)
    return Facet(name, legend, tuple(Choice(v, labels[v], tuple(found)) for v, found in having.items() if found))


def _numbered(facet: Facet, place: Mapping[str, int]) -> dict[str, object]:
    of: list[list[int]] = [[] for _ in place]
    for number, choice in enumerate(facet.choices):
        for example in choice.examples:
            of[place[example.id]].append(number)
    return {"values": [choice.value for choice in facet.choices], "of": of}


def _themes(catalog: Catalog) -> Mapping[str, str]:
    return {id: theme.name.nb for id, theme in catalog.themes.items()}


def _levels(words: Mapping[str, str]) -> Mapping[str, str]:
    return {level: words[level].partition(":")[0] for level in LEVELS}


def _sizes() -> Mapping[str, str]:
    """«Under 5 000», «5 000–19 999», «20 000 og flere»."""
    ends = [*SIZES[1:], None]
    return {str(low): _range(low, end) for low, end in zip(SIZES, ends, strict=True)}


def _range(low: int, end: int | None) -> str:
    if end is None:
        return f"{format_number(low)} og flere"
    return f"{format_number(low)}–{format_number(end - 1)}" if low else f"Under {format_number(end)}"


def _fylker(catalog: Catalog) -> Mapping[str, str]:
    """In the order of the official table."""
    names = dict.fromkeys(official.fylke for official in catalog.reference.kommuner.values())
    return {slug(name): name for name in names}


def _puljer(catalog: Catalog) -> Mapping[str, str]:
    return {str(pulje.number): f"Pulje {pulje.number}" for pulje in catalog.programme.puljer}


def _parties(words: Mapping[str, str]) -> Mapping[str, str]:
    return {name: titles["nb"] for name, titles in Example.parts.items()}
