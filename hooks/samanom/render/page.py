"""What the core makes: pages and files, as plain values that any site builder can take."""

from __future__ import annotations

import os.path
import re
from dataclasses import dataclass
from html import unescape
from itertools import count

from ..dates import Period
from ..slug import slug


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

    @property
    def file(self) -> str:
        """The Markdown file that gives the address in builders that make folders of pages."""
        return f"{self.path}index.md"


@dataclass(frozen=True)
class Asset:
    """One file that is published as it is."""

    path: str
    content: str


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

    return re.sub(r'\b(?P<name>href|src)="(?P<target>/(?!/)[^"]*)"', rewritten, html)


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
