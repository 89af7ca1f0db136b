"""The published records: each kind under its name, by id or in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, cast

from .model import (
    KINDS,
    Activity,
    Article,
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
    Synonyms,
    Temadag,
    Term,
    Theme,
    ThemeText,
)
from .reference import Reference
from .slug import alphabetical

R = TypeVar("R", bound=Record)


def by_id(model: type[R]) -> cached_property[Mapping[str, R]]:
    """The records of a kind, as they stand in the files."""
    return cached_property(lambda records: cast(Mapping[str, R], records.by_kind.get(KINDS[model], {})))


def listed(model: type[R], key: Callable[[R], Any] = lambda _: 0) -> cached_property[tuple[R, ...]]:
    """The records of a kind, the lowest key first; those of one key as they stand in the files."""
    return cached_property(lambda records: tuple(sorted(records.by_kind.get(KINDS[model], {}).values(), key=key)))


def newest_first(record: Temadag | News) -> tuple[int, str]:
    """A key that puts the unknown last."""
    return record.date.last_first, record.id


@dataclass(frozen=True)
class Records:
    """Everything that people wrote, drafts left out, and the official facts it is joined with."""

    programme: Programme
    reference: Reference
    by_kind: Mapping[str, Mapping[str, Record]]
    """By kind and id."""

    kommune_records = by_id(Kommune)
    cooperations = by_id(Cooperation)
    networks = by_id(Network)
    projects = by_id(Project)
    people = by_id(Person)
    organs = by_id(Organ)
    themes = by_id(Theme)
    events = listed(Event, lambda event: (event.start.sort_key, event.id))
    activities = listed(Activity)
    drawings = by_id(Drawing)
    sources = by_id(SourceRecord)
    claims = listed(Claim)
    documents = listed(Document, lambda document: (document.published.sort_key, document.id))
    terms = listed(Term, lambda term: alphabetical(term.term.nb))
    quotations = by_id(Quotation)
    redirects = listed(Redirect)
    synonyms = listed(Synonyms)

    examples = listed(Example, lambda example: alphabetical(example.title))
    temadager = listed(Temadag, newest_first)
    news = listed(News, newest_first)
    newsletters = listed(Newsletter, lambda letter: (-letter.year, -letter.number))
    statuses = by_id(KnowledgeStatus)
    theme_texts = by_id(ThemeText)
    articles = listed(Article, lambda article: (article.address.split("/")[0], article.order, article.address))

    @property
    def content(self) -> tuple[Content, ...]:
        """Every page that someone wrote."""
        dated = (*self.temadager, *self.news, *self.newsletters)
        return (*self.examples, *dated, *self.statuses.values(), *self.theme_texts.values(), *self.articles)
