"""Every kommune that anyone may ask for, of then and of today, and the participants most like those that are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log2

from .catalog import Catalog, Participant
from .reference import Official
from .slug import alphabetical, slug

ANOTHER_FYLKE = 1.0
ANOTHER_MALFORM = 0.5
"""What differences count, where one population twice as large as the other counts 1."""
ABOUT_AS_MANY = log2(1.25)
"""Populations that differ by less than a quarter are «about as many»."""


@dataclass(frozen=True)
class Profile:
    """What kommuner are compared by."""

    population: int
    fylke: str
    malform: str


@dataclass(frozen=True)
class Like:
    """A participant, and how near it is to the kommune that someone asked for."""

    participant: Participant
    distance: float
    reasons: tuple[str, ...]
    """What they have in common: population, fylke, malform; or nearest, when no other is nearer in population."""


@dataclass(frozen=True)
class Entry:
    """One kommune that someone may ask for. One that kept its name is the same kommune then and today."""

    id: str
    name: str
    fylke: str
    shared: bool
    """Whether another kommune has the name."""
    then: Official | None
    """The kommune of then; None for one that only exists today."""
    members: tuple[Official, ...]
    """The kommuner of then that make it up today; none when it only existed then."""
    participant: Participant | None
    parts: tuple[Participant, ...]
    """Other participants in the kommune of today that it is, or is part of."""

    @property
    def label(self) -> str:
        return f"{self.name} ({self.fylke})" if self.shared else self.name

    @property
    def known(self) -> Official:
        """A row of the table that it stands in: its own, or that of its largest part."""
        return self.then or max(self.members, key=lambda member: (member.population, member.number))

    @property
    def profile(self) -> Profile:
        """As it was then; one that only exists today has the people of all its parts, the rest of the largest."""
        people = self.then.population if self.then else sum(member.population for member in self.members)
        return Profile(people, self.known.fylke, self.known.malform)

    @property
    def also(self) -> tuple[str, ...]:
        """Other names it may be asked for by."""
        names = (self.then.also if self.then else ()) + (self.known.today_also if self.members else ())
        today = self.known.today_fylke
        moved = (f"{self.name} ({today})",) if self.shared and self.members and today != self.fylke else ()
        return tuple(dict.fromkeys(names + moved))


def entries(catalog: Catalog) -> tuple[Entry, ...]:
    """All kommuner of then and of today, in alphabetical order."""
    pairs = [*_of_then(catalog), *_only_today(catalog)]
    times = Counter(slug(name) for name, _, _ in pairs)
    found = [_entry(catalog, name, then, members, times[slug(name)] > 1) for name, then, members in pairs]
    return tuple(sorted(found, key=lambda entry: (alphabetical(entry.name), entry.id)))


def nearest(catalog: Catalog, profile: Profile, count: int = 3) -> tuple[Like, ...]:
    """The participants most like a kommune, the nearest first; of equals the first in the alphabet of ids."""
    found = [like(profile, participant) for participant in catalog.kommuner.values()]
    return tuple(sorted(found, key=lambda each: (each.distance, each.participant.id))[:count])


def like(profile: Profile, participant: Participant) -> Like:
    """One for each doubling of the population, one for another fylke, a half for another målform."""
    other = participant.official
    doublings = abs(log2(max(profile.population, 1) / max(other.population, 1)))
    fylke, malform = profile.fylke == other.fylke, profile.malform == other.malform
    distance = doublings + (0 if fylke else ANOTHER_FYLKE) + (0 if malform else ANOTHER_MALFORM)
    same = {"population": doublings <= ABOUT_AS_MANY, "fylke": fylke, "malform": malform}
    return Like(participant, distance, tuple(name for name, holds in same.items() if holds) or ("nearest",))


Pair = tuple[str, Official | None, tuple[Official, ...]]


def _of_then(catalog: Catalog) -> Iterator[Pair]:
    """Each kommune of then, with what makes it up today where it kept its name."""
    for official in catalog.reference.kommuner.values():
        kept = official.name == official.today_name
        yield official.name, official, catalog.reference.today[official.today_number] if kept else ()


def _only_today(catalog: Catalog) -> Iterator[Pair]:
    """Each kommune of today that has the name of none of its parts."""
    for members in catalog.reference.today.values():
        name = members[0].today_name
        if name not in {member.name for member in members}:
            yield name, None, members


def _entry(catalog: Catalog, name: str, then: Official | None, members: tuple[Official, ...], shared: bool) -> Entry:
    known = then or members[0]
    fylke = then.fylke if then else known.today_fylke
    here = catalog.in_today(known.today_number)
    own = next((p for p in here if then and p.official.number == then.number), None)
    id = own.id if own else slug(f"{name} {fylke}" if shared else name)
    return Entry(id, name, fylke, shared, then, members, own, tuple(p for p in here if p != own))
