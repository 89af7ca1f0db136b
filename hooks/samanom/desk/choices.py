"""What can be chosen from the data, found again by whatever someone calls it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..catalog import Catalog
from ..slug import slug


@dataclass(frozen=True)
class Choice:
    """One that can be chosen: what is written in the file, and what people call it."""

    id: str
    label: str
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it goes by, as slugs."""
        return tuple(slug(name) for name in (self.id, self.label, *self.also) if slug(name))


def choices(catalog: Catalog, kinds: Iterable[str]) -> tuple[Choice, ...]:
    """The records of the kinds, each with its name. Raises KeyError for a kind that nothing refers to."""
    return tuple(choice for kind in kinds for choice in LISTED[kind](catalog))


def meant(text: str, known: Sequence[Choice]) -> tuple[Choice, ...]:
    """Those that a text may mean: the one of that name, or else all that have it as a name of theirs or in one."""
    wanted = slug(text)
    for fits in (
        lambda choice: wanted == choice.id,
        lambda choice: wanted == slug(choice.label),
        lambda choice: wanted in choice.names,
        lambda choice: any(wanted in name for name in choice.names),
    ):
        if found := tuple(choice for choice in known if wanted and fits(choice)):
            return found
    return ()


def nearly(text: str, known: Sequence[Choice], most: int = 5) -> tuple[Choice, ...]:
    """Those with a name that is nearly the text, the nearest first."""
    names = {name: choice for choice in known for name in choice.names}
    close = difflib.get_close_matches(slug(text), names, n=most, cutoff=0.6)
    return tuple(dict.fromkeys(names[name] for name in close))


def _kommuner(catalog: Catalog) -> list[Choice]:
    """By the names of then, of today, and in other languages."""
    return [
        Choice(id, catalog.full_name(id), (place.name, each.today_name, *each.also, *each.today_also))
        for id, place in catalog.kommuner.items()
        for each in (place.official,)
    ]


LISTED: Mapping[str, Callable[[Catalog], list[Choice]]] = {
    "kommuner": _kommuner,
    "cooperations": lambda catalog: [Choice(id, each.name) for id, each in catalog.cooperations.items()],
    "networks": lambda catalog: [Choice(id, each.name) for id, each in catalog.networks.items()],
    "people": lambda catalog: [Choice(id, each.name) for id, each in catalog.people.items()],
    "organs": lambda catalog: [Choice(id, each.name) for id, each in catalog.organs.items()],
    "themes": lambda catalog: [Choice(id, each.name.nb, (each.name.nn,)) for id, each in catalog.themes.items()],
    "sources": lambda catalog: [Choice(id, each.title, (each.short,)) for id, each in catalog.sources.items()],
    "nyheter": lambda catalog: [Choice(each.id, each.title) for each in catalog.news],
    "projects": lambda catalog: [
        Choice(id, each.title or ", ".join(map(catalog.participant_name, each.participants)))
        for id, each in catalog.projects.items()
    ],
}
"""By kind."""
