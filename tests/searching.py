"""Asks the site's own search what people ask it, and judges the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import yaml
from playwright.sync_api import Page

QUERIES = Path(__file__).parent / "search_queries.yaml"
SHOWN = 10
"""Answers that a visitor is shown at first, and all that count."""
FOUND = "links => links.map(link => new URL(link.href).pathname)"
LINKS = "#treff > li a:first-of-type"
ASK_HERE = """async ({ text, links }) => {
  const list = document.getElementById('treff')
  list.setAttribute('aria-busy', 'true')
  history.pushState(null, '', `?q=${encodeURIComponent(text)}`)
  dispatchEvent(new PopStateEvent('popstate'))
  while (list.getAttribute('aria-busy') !== 'false') await new Promise(next => setTimeout(next, 5))
  return [...document.querySelectorAll(links)].map(link => new URL(link.href).pathname)
}"""
"""Goes to another question on the page that is open, as the browser's own buttons do."""


@dataclass(frozen=True)
class Query:
    kind: str
    """The class of query, e.g. names of people."""
    text: str
    first: tuple[str, ...]
    """Addresses of which one must come first; none where several pages are as right."""
    within: tuple[str, ...]
    """Addresses of which one must be among the three first."""

    @property
    def right(self) -> tuple[str, ...]:
        return self.first or self.within


@dataclass(frozen=True)
class Answer:
    query: Query
    found: tuple[str, ...]
    """Addresses from the site's root, the best first."""

    @property
    def place(self) -> int | None:
        """Of the first right answer, from 1."""
        return next((i for i, address in enumerate(self.found, 1) if address in self.query.right), None)

    @property
    def is_first(self) -> bool:
        return self.place == 1 if self.query.first else self.is_among_three

    @property
    def is_among_three(self) -> bool:
        return self.place is not None and self.place <= 3


@dataclass(frozen=True)
class Score:
    """Shares of the queries, from 0 to 1."""

    count: int
    first: float
    among_three: float
    reciprocal_rank: float
    """The mean of 1 over the place of the first right answer, 0 where there is none."""

    @property
    def shares(self) -> tuple[float, float, float]:
        return self.first, self.among_three, self.reciprocal_rank

    def __str__(self) -> str:
        return f"{self.count:4} {self.first:7.1%} {self.among_three:7.1%} {self.reciprocal_rank:7.3f}"


def queries() -> tuple[Query, ...]:
    raw: Mapping[str, list[dict[str, object]]] = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    return tuple(
        Query(kind, str(each["q"]), _addresses(each.get("first")), _addresses(each.get("within")))
        for kind, group in raw.items()
        for each in group
    )


def _addresses(found: object) -> tuple[str, ...]:
    return tuple(found) if isinstance(found, list) else ()


def ask(page: Page, url: str, query: Query) -> Answer:
    """As a visitor does, by the address of the search page."""
    page.goto(f"{url}/sok/?q={quote(query.text)}")
    page.wait_for_selector("#treff[aria-busy=false]", state="attached")
    return Answer(query, tuple(page.locator(LINKS).evaluate_all(FOUND)))


def ask_all(page: Page, url: str, asked: Sequence[Query]) -> tuple[Answer, ...]:
    """The same answers as `ask` gives, without loading the page for each."""
    page.goto(f"{url}/sok/")
    return tuple(Answer(query, tuple(page.evaluate(ASK_HERE, {"text": query.text, "links": LINKS}))) for query in asked)


def score(answers: Iterable[Answer]) -> Score:
    found = tuple(answers)
    share = 1 / len(found)
    return Score(
        len(found),
        share * sum(answer.is_first for answer in found),
        share * sum(answer.is_among_three for answer in found),
        share * sum(1 / answer.place for answer in found if answer.place),
    )
