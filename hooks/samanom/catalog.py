"""Everything that is known, joined: what the pages, the data files and the feeds are made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from .model import (
    Claim,
    Content,
    Cooperation,
    Document,
    Event,
    Example,
    Kommune,
    Network,
    News,
    Project,
    Temadag,
    ThemeText,
)
from .records import Records
from .reference import Official
from .slug import alphabetical, slug


@dataclass(frozen=True)
class Participant:
    """A participating kommune with the official facts about it."""

    kommune: Kommune
    official: Official

    @property
    def id(self) -> str:
        return self.kommune.id

    @property
    def name(self) -> str:
        return self.official.name

    @property
    def puljer(self) -> tuple[int, ...]:
        return tuple(sorted(participation.pulje for participation in self.kommune.participation))


@dataclass(frozen=True)
class Name:
    """A name, of then or of today, and the participants that have it or are part of what has it."""

    name: str
    parts: tuple[Participant, ...]


@dataclass(frozen=True)
class Catalog(Records):
    """The records with what follows from them: who took part, under which names, and what belongs to whom."""

    @cached_property
    def kommuner(self) -> Mapping[str, Participant]:
        """The participants in alphabetical order, by id."""
        found = [Participant(k, self.reference.kommuner[k.number]) for k in self.kommune_records.values()]
        return {place.id: place for place in sorted(found, key=lambda place: (alphabetical(place.name), place.id))}

    @cached_property
    def today(self) -> Mapping[str, Name]:
        """Today's kommuner with participants in them, by number."""
        parts: dict[str, list[Participant]] = {}
        for place in self.kommuner.values():
            parts.setdefault(place.official.today_number, []).append(place)
        return {number: Name(places[0].official.today_name, tuple(places)) for number, places in parts.items()}

    @cached_property
    def names(self) -> Mapping[str, Name]:
        """Old and new names that need a page of their own to lead on, by slug: «Indre Fosen», «Bø»."""
        found: dict[str, dict[str, Participant]] = {}
        spelt: dict[str, str] = {}
        for place in self.kommuner.values():
            for name in (place.name, place.official.today_name):
                spelt.setdefault(slug(name), name)
                found.setdefault(slug(name), {})[place.id] = place
        ids = sorted(found.keys() - self.kommuner.keys())
        return {id: Name(spelt[id], tuple(found[id].values())) for id in ids}

    def in_today(self, number: str) -> tuple[Participant, ...]:
        """The participants in a kommune of today."""
        return self.today[number].parts if number in self.today else ()

    def participant_name(self, id: str) -> str:
        return self.kommuner[id].name if id in self.kommuner else self.cooperations[id].name

    def full_name(self, id: str) -> str:
        """The name of a kommune, with its fylke where kommuner share the name."""
        place = self.kommuner[id]
        return f"{place.name} ({place.official.fylke})" if place.name in self._shared_names else place.name

    @cached_property
    def _shared_names(self) -> frozenset[str]:
        """Names that several kommuner have."""
        times = Counter(each.name for each in self.reference.kommuner.values())
        return frozenset(name for name, count in times.items() if count > 1)

    @cached_property
    def written(self) -> Mapping[str, Content]:
        """What people wrote that has a page of its own, by address."""
        return {each.address: each for each in self.content if not isinstance(each, ThemeText)}

    def root_source(self, id: str) -> str:
        """The document that a source is part of."""
        source = self.sources[id]
        return source.part_of or source.id

    def stands_for(self, participant: str, sources: Iterable[str] = ()) -> tuple[str, ...]:
        """The ids of the kommuner that a participant is. Of a cooperation, those that the same documents name."""
        if participant in self.kommuner:
            return (participant,)
        documents = {self.root_source(id) for id in sources}
        return tuple(
            member.kommune
            for member in self.cooperations[participant].kommuner
            if not documents or documents & {self.root_source(id) for id in member.sources}
        )

    def resolved(self, participants: Iterable[str], sources: Iterable[str] = ()) -> tuple[str, ...]:
        """The ids of the kommuner that the participants are, each once, in the order given."""
        named = tuple(sources)
        return tuple(dict.fromkeys(id for each in participants for id in self.stands_for(each, named)))

    def kommuner_in(self, network: Network) -> tuple[str, ...]:
        """The ids of the network's kommuner, cooperations resolved, in the source's order."""
        return self.resolved((member.participant for member in network.members), network.sources)

    def takes_part(self, kommune: str, participants: Iterable[str]) -> bool:
        """Whether a kommune is among the participants, by itself or in a cooperation."""
        return kommune in self.resolved(participants)

    def networks_of(self, kommune: str) -> tuple[Network, ...]:
        return tuple(network for network in self.networks.values() if kommune in self.kommuner_in(network))

    def cooperations_of(self, kommune: str) -> tuple[Cooperation, ...]:
        found = self.cooperations.values()
        return tuple(each for each in found if kommune in {member.kommune for member in each.kommuner})

    def projects_of(self, kommune: str) -> tuple[Project, ...]:
        return tuple(p for p in self.projects.values() if self.takes_part(kommune, p.participants))

    def examples_of(self, kommune: str) -> tuple[Example, ...]:
        return self._examples_by_kommune.get(kommune, ())

    @cached_property
    def _examples_by_kommune(self) -> Mapping[str, tuple[Example, ...]]:
        found: dict[str, tuple[Example, ...]] = {}
        for example in self.examples:
            for id in self.kommuner_of(example):
                found[id] = (*found.get(id, ()), example)
        return found

    def networks_of_example(self, example: Example) -> tuple[str, ...]:
        """The ids of the networks that the example's participants met in, those of its themes where there are any."""
        kommuner = set(self.kommuner_of(example))
        met = [n for n in self.networks.values() if kommuner & set(self.kommuner_in(n))]
        close = [n for n in met if set(n.themes) & set(example.themes)]
        return tuple(network.id for network in close or met)

    def kommuner_of(self, content: Content) -> tuple[str, ...]:
        """The ids of the kommuner that a page is about, cooperations resolved."""
        if isinstance(content, Example):
            return self.resolved(each.participant for each in content.participants)
        return content.kommuner if isinstance(content, (Temadag, News)) else ()

    def content_of(self, kommune: str) -> tuple[Content, ...]:
        """Examples, temadager and news that concern a kommune."""
        temadager = (temadag for temadag in self.temadager if kommune in temadag.kommuner)
        news = (news for news in self.news if kommune in news.kommuner)
        return (*self.examples_of(kommune), *temadager, *news)

    def events_at(self, kommune: str) -> tuple[Event, ...]:
        """What a kommune itself held."""
        return tuple(event for event in self.events if kommune in event.kommuner)

    def events_of(self, network: Network) -> tuple[Event, ...]:
        """The network's own events, and those of its pulje that nobody held alone."""
        return tuple(e for e in self.events if network.id in e.networks or (not e.kommuner and _for_all(e, network)))

    def news_of(self, network: Network) -> tuple[News, ...]:
        return tuple(news for news in self.news if network.id in news.networks)

    def documents_of(self, network: Network) -> tuple[Document, ...]:
        """The network's own documents, and those of its pulje."""
        return tuple(each for each in self.documents if network.id in each.networks or _for_all(each, network))

    def claims_about(self, kommune: str) -> tuple[Claim, ...]:
        """What the sources disagree on about a kommune."""
        return tuple(claim for claim in self.claims if kommune in claim.kommuner)


def _for_all(each: Event | Document, network: Network) -> bool:
    """Whether it is for the network's pulje, and names no network."""
    return not each.networks and network.pulje in each.puljer
