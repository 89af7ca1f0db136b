"""The ways to everything: every page and name from A to Å, and all pages under the sections they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..catalog import Catalog
from ..slug import alphabetical, initial, slug
from .finder import letter_id
from .opendata.rows import address
from .page import Page
from .writer import Writer


@dataclass(frozen=True, order=True)
class Entry:
    """A line of the list from A to Å."""

    name: str
    what: str
    """What kind of thing it is; empty when the name says so itself."""
    url: str
    """From the root, with an anchor where it has no page of its own."""
    lang: str


@dataclass(frozen=True)
class Branch:
    """A page and those below it."""

    page: Page
    below: tuple[Branch, ...]

    @property
    def count(self) -> int:
        """How many pages it is, itself included."""
        return 1 + sum(branch.count for branch in self.below)


def index_pages(writer: Writer, pages: Sequence[Page]) -> Iterator[Page]:
    """Two lists of all pages, themselves included."""
    every = (*pages, _site_map(writer, ()), _alphabet(writer, ()))
    yield _site_map(writer, every)
    yield _alphabet(writer, every)


def _site_map(writer: Writer, pages: Sequence[Page]) -> Page:
    return writer.page(
        "nettstedskart/",
        "nettstedskart",
        "Nettstedskart",
        f"Alle sidene på nettstedet om {writer.catalog.programme.name}, ordnet etter hvor de hører til.",
        sections=tree(pages),
        total=len(pages),
    )


def _alphabet(writer: Writer, pages: Sequence[Page]) -> Page:
    return writer.page(
        "a-aa/",
        "a_aa",
        "A–Å",
        "Alle sider, kommuner av før og nå, nettverk, personer, begreper og dokumenter i alfabetisk rekkefølge.",
        letters=letters(writer.catalog, pages),
        letter_id=letter_id,
    )


def tree(pages: Sequence[Page]) -> tuple[Branch, ...]:
    """The pages below those they belong to, in alphabetical order; the home page first."""
    below: dict[str | None, list[Page]] = defaultdict(list)
    for page in pages:
        below[page.trail[-1].path if page.trail else None].append(page)

    def branches(path: str | None) -> tuple[Branch, ...]:
        found = sorted(below[path], key=lambda page: (bool(page.path), alphabetical(page.title)))
        return tuple(Branch(page, branches(page.path) if page.path else ()) for page in found)

    return branches(None)


def letters(catalog: Catalog, pages: Sequence[Page]) -> Mapping[str, list[Entry]]:
    """Every name on the site, and every page that none of them leads to, under its initial."""
    entries = list(_names(catalog))
    reached = {entry.url for entry in entries}
    entries += [Entry(p.title, "", f"/{p.path}", p.lang) for p in pages if f"/{p.path}" not in reached]
    found = defaultdict(list)
    for entry in sorted(set(entries), key=lambda entry: (alphabetical(_sorted_by(entry.name)), entry)):
        letter = initial(_sorted_by(entry.name))
        found["0–9" if letter.isdigit() else letter].append(entry)
    return {letter: found[letter] for letter in sorted(found, key=alphabetical)}


def _sorted_by(name: str) -> str:
    return name.lstrip("«…. ")


def _names(catalog: Catalog) -> Iterator[Entry]:
    """What someone may look for by name, whether it has a page or a place on one."""
    for id in catalog.kommuner:
        yield Entry(catalog.full_name(id), "kommune", f"/kommuner/{id}/", "nb")
    for today in catalog.today.values():
        parts = [part.name for part in today.parts]
        if any(name != today.name for name in parts):
            label = f"kommune i dag, med {', '.join(parts)}"
            yield Entry(today.name, label, f"/kommuner/{slug(today.name)}/", "nb")
    for cooperation in catalog.cooperations.values():
        yield Entry(cooperation.name, cooperation.kind, address(cooperation), "nb")
    for network in catalog.networks.values():
        yield Entry(network.name, "nettverk", address(network), "nb")
    for theme in catalog.themes.values():
        yield Entry(theme.name.nb, "tema", address(theme), "nb")
    for person in catalog.people.values():
        yield Entry(person.name, person.roles[0].role.lower(), address(person), "nb")
    for project in catalog.projects.values():
        if project.title:
            yield Entry(project.title, "prosjekt", address(project), "nb")
    for document in catalog.documents:
        yield Entry(document.title, document.kind, address(document), document.lang)
    for term in catalog.terms:
        for lang in ("nb", "nn") if term.term.nn != term.term.nb else ("nb",):
            yield Entry(term.term[lang], "begrep", f"/handbok/begreper/#{term.id}", lang)
    for content in catalog.written.values():
        yield Entry(content.title, content.label, f"/{content.address}", content.lang)
