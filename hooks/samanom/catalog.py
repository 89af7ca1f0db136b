"""Everything that is known, joined: what the pages, the data files and the feeds are made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TypeVar, cast

from .model import (
    Claim,
    Content,
    Cooperation,
    Document,
    Drawing,
    Event,
    Example,
    KnowledgeStatus,
    Kommune,
    Network,
    News,
    Newsletter,
    Organ,
    Person,
    Programme,
    Project,
    Quotation,
    Record,
    Redirect,
    SourceRecord,
    Temadag,
    Term,
    Theme,
    ThemeText,
)
from .model.content import Article
from .model.programme import Activity
from .reference import Official, Reference
from .slug import alphabetical, slug

R = TypeVar("R", bound=Record)


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
class Today:
    """A kommune of today, and the participants that are part of it."""

    number: str
    name: str
    fylke: str
    parts: tuple[Participant, ...]


@dataclass(frozen=True)
class Name:
    """A name that is no participant's id, and the participants that have it or are part of what has it today."""

    name: str
    parts: tuple[Participant, ...]


@dataclass(frozen=True)
class Catalog:
    programme: Programme
    reference: Reference
    records: Mapping[str, Mapping[str, Record]]
    """Published records by kind and id."""

    def _all(self, kind: str, model: type[R]) -> Mapping[str, R]:
        return cast(Mapping[str, R], self.records.get(kind, {}))

    @cached_property
    def kommuner(self) -> Mapping[str, Participant]:
        """The participants in alphabetical order, by id."""
        found = [Participant(k, self.reference.kommuner[k.number]) for k in self._all("kommuner", Kommune).values()]
        return {place.id: place for place in sorted(found, key=lambda place: (alphabetical(place.name), place.id))}

    @cached_property
    def today(self) -> tuple[Today, ...]:
        """Today's kommuner with participants in them, in alphabetical order."""
        parts: dict[str, list[Participant]] = {}
        for place in self.kommuner.values():
            parts.setdefault(place.official.today_number, []).append(place)
        found = [
            Today(number, places[0].official.today_name, places[0].official.today_fylke, tuple(places))
            for number, places in parts.items()
        ]
        return tuple(sorted(found, key=lambda today: (alphabetical(today.name), today.number)))

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

    @cached_property
    def cooperations(self) -> Mapping[str, Cooperation]:
        return self._all("cooperations", Cooperation)

    @cached_property
    def networks(self) -> Mapping[str, Network]:
        return self._all("networks", Network)

    @cached_property
    def projects(self) -> Mapping[str, Project]:
        return self._all("projects", Project)

    @cached_property
    def people(self) -> Mapping[str, Person]:
        return self._all("people", Person)

    @cached_property
    def organs(self) -> Mapping[str, Organ]:
        return self._all("organs", Organ)

    @cached_property
    def themes(self) -> Mapping[str, Theme]:
        return self._all("themes", Theme)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """By date, the unknown last."""
        return tuple(sorted(self._all("events", Event).values(), key=lambda event: (event.start.sort_key, event.id)))

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        return tuple(self._all("activities", Activity).values())

    @cached_property
    def drawings(self) -> Mapping[str, Drawing]:
        return self._all("drawings", Drawing)

    @cached_property
    def sources(self) -> Mapping[str, SourceRecord]:
        return self._all("sources", SourceRecord)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(self._all("claims", Claim).values())

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        found = self._all("documents", Document).values()
        return tuple(sorted(found, key=lambda document: (document.published.sort_key, document.id)))

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """In alphabetical order."""
        return tuple(sorted(self._all("terms", Term).values(), key=lambda term: alphabetical(term.term.nb)))

    @cached_property
    def quotations(self) -> Mapping[str, Quotation]:
        return self._all("quotations", Quotation)

    @cached_property
    def redirects(self) -> tuple[Redirect, ...]:
        return tuple(self._all("redirects", Redirect).values())

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        found = self._all("eksempler", Example).values()
        return tuple(sorted(found, key=lambda example: alphabetical(example.title)))

    @cached_property
    def temadager(self) -> tuple[Temadag, ...]:
        return newest_first(self._all("temadager", Temadag).values())

    @cached_property
    def news(self) -> tuple[News, ...]:
        return newest_first(self._all("nyheter", News).values())

    @cached_property
    def newsletters(self) -> tuple[Newsletter, ...]:
        found = self._all("nyhetsbrev", Newsletter).values()
        return tuple(sorted(found, key=lambda letter: (letter.year, letter.number), reverse=True))

    @cached_property
    def statuses(self) -> Mapping[str, KnowledgeStatus]:
        return self._all("kunnskapsstatus", KnowledgeStatus)

    @cached_property
    def theme_texts(self) -> Mapping[str, ThemeText]:
        return self._all("tema", ThemeText)

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        found = self._all("sider", Article).values()
        return tuple(sorted(found, key=lambda article: (article.address.split("/")[0], article.order, article.address)))

    @cached_property
    def content(self) -> tuple[Content, ...]:
        return tuple(
            chain(
                self.examples, self.temadager, self.news, self.newsletters,
                self.statuses.values(), self.theme_texts.values(), self.articles,
            )
        )  # fmt: skip

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

    def kommuner_in(self, network: Network) -> tuple[str, ...]:
        """The ids of the network's kommuner, cooperations resolved, in the source's order."""
        found = [id for member in network.members for id in self.stands_for(member.participant, network.sources)]
        return tuple(dict.fromkeys(found))

    def networks_of(self, kommune: str) -> tuple[Network, ...]:
        return tuple(network for network in self.networks.values() if kommune in self.kommuner_in(network))

    def cooperations_of(self, kommune: str) -> tuple[Cooperation, ...]:
        found = self.cooperations.values()
        return tuple(each for each in found if kommune in {member.kommune for member in each.kommuner})

    def takes_part(self, kommune: str, participants: Iterable[str]) -> bool:
        """Whether a kommune is among the participants, by itself or in a cooperation."""
        return any(kommune in self.stands_for(participant) for participant in participants)

    def projects_of(self, kommune: str) -> tuple[Project, ...]:
        return tuple(p for p in self.projects.values() if self.takes_part(kommune, p.participants))

    def examples_of(self, kommune: str) -> tuple[Example, ...]:
        return tuple(e for e in self.examples if self.takes_part(kommune, [p.participant for p in e.participants]))

    def networks_of_example(self, example: Example) -> tuple[str, ...]:
        """The ids of the networks that the example's participants met in, those of its themes where there are any."""
        kommuner = {id for each in example.participants for id in self.stands_for(each.participant)}
        met = [n for n in self.networks.values() if kommuner & set(self.kommuner_in(n))]
        close = [n for n in met if set(n.themes) & set(example.themes)]
        return tuple(network.id for network in close or met)

    def content_of(self, kommune: str) -> tuple[Content, ...]:
        """Examples, temadager and news that concern a kommune."""
        temadager = (temadag for temadag in self.temadager if kommune in temadag.kommuner)
        news = (news for news in self.news if kommune in news.kommuner)
        return (*self.examples_of(kommune), *temadager, *news)

    def events_at(self, kommune: str) -> tuple[Event, ...]:
        """What a kommune itself held."""
        return tuple(event for event in self.events if kommune in event.kommuner)

    def claims_about(self, kommune: str) -> tuple[Claim, ...]:
        """What the sources disagree on about a kommune."""
        return tuple(claim for claim in self.claims if kommune in claim.kommuner)

    def events_of(self, network: Network) -> tuple[Event, ...]:
        """The network's own events, and those of its pulje that name no network."""
        return tuple(
            event
            for event in self.events
            if network.id in event.networks
            or (not event.networks and not event.kommuner and network.pulje in event.puljer)
        )

    def participant_name(self, id: str) -> str:
        return self.kommuner[id].name if id in self.kommuner else self.cooperations[id].name

    def full_name(self, id: str) -> str:
        """The name of a kommune, with its fylke where kommuner share the name."""
        place = self.kommuner[id]
        shared = sum(other.name == place.name for other in self.reference.kommuner.values()) > 1
        return f"{place.name} ({place.official.fylke})" if shared else place.name


D = TypeVar("D", Temadag, News)


def newest_first(records: Iterable[D]) -> tuple[D, ...]:
    """By date, the newest first and the unknown last."""
    return tuple(sorted(records, key=lambda record: (record.date.last_first, record.id)))
