"""What the core makes: pages and files, as plain values that any site builder can take."""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from itertools import count

from ..dates import Period
from ..slug import slug


@dataclass(frozen=True)
class Step:
    """A page on the way from the home page to another."""

    path: str
    title: str
    lang: str


@dataclass(frozen=True)
class Search:
    """What the search engine is told of a page beside its text."""

    names: tuple[str, ...]
    """The words of what it comes first for."""
    aliases: tuple[str, ...]
    """The same in other words and spellings."""
    near: tuple[str, ...]
    """Words around its title and description."""
    far: tuple[str, ...]
    """Words around the rest of its text."""
    weight: float
    """How much its text counts beside that of other pages; 1 is plain."""
    facets: Mapping[str, tuple[str, ...]]
    """What it can be filtered by: the name of each filter, and the page's values."""


@dataclass(frozen=True)
class Page:
    """One page of the site."""

    path: str
    """Its address without the first slash: `kommuner/lom/`; the home page is the empty text."""
    title: str
    lang: str
    """nb, nn, or en."""
    description: str
    """One or two sentences for lists and search engines."""
    kind: str
    """What the page is about, e.g. `kommune`."""
    layout: str
    """The frame it wants: `page` or `home`."""
    body: str
    """HTML, its first heading included. Links within the site are relative."""
    edit: str | None = None
    """The file to change, from the project's root."""
    updated: Period | None = None
    """When the content was last changed, as its record says."""
    themes: tuple[str, ...] = ()
    """The themes whose shields hang over it, by id."""
    trail: tuple[Step, ...] = ()
    """The pages above it, the home page left out."""
    feed: str | None = None
    """The title of the feed that lies below it, if there is one."""
    search: Search | None = None
    """None for a page that the search leaves out."""
    structured: str = ""
    """What machines are told of it, as JSON-LD."""
    card: tuple[tuple[str, str], ...] = ()
    """What those who show a link to it are told: properties of Open Graph, and what they hold."""

    @property
    def file(self) -> str:
        """The Markdown file that gives the address in builders that make folders of pages."""
        return f"{self.path}index.md"


@dataclass(frozen=True)
class Asset:
    """One file that is published as it is."""

    path: str
    content: str


def with_trails(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Each page with the pages above it: those whose addresses its own begins with."""
    pages = tuple(pages)
    known = {page.path: Step(page.path, page.title, page.lang) for page in pages if page.path}
    return tuple(
        replace(page, trail=tuple(known[path] for path in _above(page.path) if path in known)) for page in pages
    )


def _above(path: str) -> Iterator[str]:
    parts = path.split("/")[:-2]
    return ("/".join(parts[: i + 1]) + "/" for i in range(len(parts)))


def relative(html: str, path: str) -> str:
    """Links from the site's root made relative to a page, so that the site works in any folder."""
    here = f"/{path}"

    def rewritten(match: re.Match[str]) -> str:
        target = match["target"]
        address = re.split("[#?]", target)[0]
        rest = target[len(address) :]
        if address == here and rest:
            return f'{match["name"]}="{rest}"'
        way = os.path.relpath(address, here) + ("/" if address.endswith("/") else "")
        return f'{match["name"]}="{way}{rest}"'

    return re.sub(r'\b(?P<name>href|src|action)="(?P<target>/(?!/)[^"]*)"', rewritten, html)


def anchored(html: str) -> str:
    """The page's heading and those of its sections with an id each, so that they can be pointed at and listed."""
    html = html.replace("<h1>", '<h1 id="innhold">', 1)
    taken = set(re.findall(r'\bid="([^"]+)"', html))

    def with_id(match: re.Match[str]) -> str:
        wanted = slug(unescape(re.sub(r"<[^>]+>", "", match["text"]))) or "del"
        id = next(each for n in count(1) if (each := wanted if n == 1 else f"{wanted}-{n}") not in taken)
        taken.add(id)
        return f'<h2 id="{id}">{match["text"]}</h2>'

    return re.sub(r"<h2>(?P<text>.*?)</h2>", with_id, html, flags=re.DOTALL)


CONTENTS = "<!-- innhold -->"
"""Where a template wants the list of the sections below it."""


def with_contents(html: str, label: str) -> str:
    """The list of a page's sections in its place, where there are three or more."""
    before, mark, after = html.partition(CONTENTS)
    found = re.findall(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', after, re.DOTALL)
    if not mark or len(found) < 3:
        return before + after
    items = "".join(f'<li><a href="#{id}">{_plain(text)}</a></li>' for id, text in found)
    head = f'<nav class="toc" aria-label="{label}" data-pagefind-ignore><p class="toc__tittel">{label}</p>'
    return f"{before}{head}<ul>{items}</ul></nav>{after}"


def _plain(html: str) -> str:
    """The text of a heading, with the language of its parts, what is code, and no links."""
    return re.sub(r"<(?!/?(?:span|code)\b)[^>]+>", "", html).strip()
