"""Examples that are like another: by theme, by how many live where they come from, and by what was measured."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import merge, nsmallest
from itertools import islice
from math import log2

from .catalog import Catalog
from .model import Example
from .slug import slug

ONE_THEME = 0.5
"""For each theme that only one of two examples has, where one population twice as large as the other counts 1."""
NO_COMMON_MEASURE = 1.0
ANOTHER_FYLKE = 0.5
SAME_PARTICIPANT = 8.0
"""Others come first, unless they are very far off."""
EQUAL = 0.25
"""Distances in the same quarter are equal: there the better documented is nearer."""
ABOUT_AS_MANY = 1.5
"""Populations are about the same when none is this many times as large as another."""
COMPARED = 100
"""Examples of an example's themes that it is compared with: those from places nearest in population."""
LEVELS = ("malt", "rapportert", "underveis")
"""Kinds of documentation, the surest first."""


@dataclass(frozen=True)
class Measure:
    """What an indicator has figures of, whatever the form of Norwegian."""

    unit: str
    words: frozenset[str]

    def like(self, other: Measure) -> bool:
        """Whether one is the other, perhaps told more closely: «Sykefravær», «Legemeldt sykefravær»."""
        return self.unit == other.unit and (self.words <= other.words or other.words <= self.words)


@dataclass(frozen=True)
class Profile:
    """What an example is compared by."""

    example: Example
    themes: frozenset[str]
    kommuner: frozenset[str]
    populations: tuple[int, ...]
    """Of its kommuner."""
    size: float
    """The mean of the binary logarithms of its populations: one more is twice as many people."""
    fylker: frozenset[str]
    measures: Mapping[Measure, tuple[tuple[str, str], ...]]
    """Of indicators that tell levels: each word of the name as written, and as it is compared."""


@dataclass(frozen=True)
class Related:
    """An example near another, and all that they have in common."""

    example: Example
    distance: float
    themes: tuple[str, ...]
    """Shared themes, by id."""
    populations: tuple[int, int] | None
    """The least and the greatest population of all kommuner in the two; None when they are not about the same."""
    measure: tuple[str, str] | None
    """Name and unit of what both have figures for, in the words of the example that is compared."""
    fylke: str | None
    """Where all kommuner of the two lie."""


@dataclass(frozen=True)
class Kinship:
    """All examples, ready to be compared."""

    catalog: Catalog

    @cached_property
    def profiles(self) -> Mapping[str, Profile]:
        same = {slug(nn): slug(nb) for nb, nn in reversed(self.catalog.reference.word_pairs)}
        return {example.id: _profile(self.catalog, example, same) for example in self.catalog.examples}

    @cached_property
    def by_theme(self) -> Mapping[str, list[Profile]]:
        """The smallest places first."""
        found: dict[str, list[Profile]] = defaultdict(list)
        for profile in sorted(self.profiles.values(), key=lambda each: (each.size, each.example.id)):
            for theme in profile.example.themes:
                found[theme].append(profile)
        return found

    def nearest(self, example: Example, count: int = 3) -> tuple[Related, ...]:
        """The others of its themes that are most like it, the nearest first."""
        own = self.profiles[example.id]

        def order(other: Profile) -> tuple[float, int, str]:
            level = LEVELS.index(other.example.documentation)
            return distance(own, other) // EQUAL, level, other.example.id

        found = nsmallest(count, islice(self._outwards(own), COMPARED), key=order)
        return tuple(compared(own, other) for other in found)

    def _outwards(self, own: Profile) -> Iterator[Profile]:
        """Each other example with one of its themes, once: those of places most like in population first."""
        seen, lines = {own.example.id}, list[Iterator[Profile]]()
        for theme in own.example.themes:
            group = self.by_theme[theme]
            start = bisect_left(group, own.size, key=lambda each: each.size)
            lines += [reversed(group[:start]), iter(group[start:])]
        for other in merge(*lines, key=lambda each: abs(each.size - own.size)):
            if other.example.id not in seen:
                seen.add(other.example.id)
                yield other


def distance(a: Profile, b: Profile) -> float:
    """How far two examples are apart; the weights are told above."""
    return (
        abs(a.size - b.size)
        + ONE_THEME * len(a.themes ^ b.themes)
        + (0 if any(one.like(other) for one in a.measures for other in b.measures) else NO_COMMON_MEASURE)
        + (0 if _fylke(a, b) else ANOTHER_FYLKE)
        + (SAME_PARTICIPANT if a.kommuner & b.kommuner else 0)
    )


def compared(own: Profile, other: Profile) -> Related:
    """What two examples have in common."""
    populations = own.populations + other.populations
    least, most = min(populations), max(populations)
    return Related(
        other.example,
        distance(own, other),
        tuple(theme for theme in own.example.themes if theme in other.example.themes),
        (least, most) if most < ABOUT_AS_MANY * least else None,
        _measure(own, other),
        _fylke(own, other),
    )


def _profile(catalog: Catalog, example: Example, same: Mapping[str, str]) -> Profile:
    kommuner = catalog.kommuner_of(example)
    places = [catalog.kommuner[id].official for id in kommuner]
    populations = tuple(max(place.population, 1) for place in places)
    levels = (each for each in example.indicators if any(point.kind == "level" for point in each.points))
    named = [(each, _words(each.name, same)) for each in levels]
    return Profile(
        example,
        frozenset(example.themes),
        frozenset(kommuner),
        populations,
        sum(map(log2, populations)) / len(populations),
        frozenset(place.fylke for place in places),
        {Measure(each.unit, frozenset(dict(words).values())): words for each, words in named},
    )


def _words(name: str, same: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The words of a name, each with its bokmål, where the official pairs know it, as a slug."""
    return tuple((word, same.get(slug(word), slug(word))) for word in name.split())


def _fylke(a: Profile, b: Profile) -> str | None:
    """The one fylke that both are in."""
    both = a.fylker | b.fylker
    return next(iter(both)) if len(both) == 1 else None


def _measure(own: Profile, other: Profile) -> tuple[str, str] | None:
    """The first that both have, in those of its words that the other's name has too."""
    for mine, words in own.measures.items():
        for theirs in other.measures:
            if mine.like(theirs):
                return " ".join(word for word, key in words if key in theirs.words), mine.unit
    return None
