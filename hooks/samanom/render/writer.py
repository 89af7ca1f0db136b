"""Fills the page templates: one environment, the same words and helpers on every page."""

from __future__ import annotations

import datetime as dt
import operator
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..catalog import Catalog
from ..markup import bare, to_html
from ..model import Contact, Drawing, Network, Person, Record
from ..numbers import format_change, format_number
from ..related import Kinship
from ..slug import slug
from ..summary import in_short
from .atlas import SIZES, Atlas
from .callouts import callouts
from .diagram import diagram, told
from .drawn import drawings
from .figures import indicator_figure
from .filters import codes, first_sentence, format_count, format_date, when
from .glance import dumbbell, first_pair, shown_pair
from .mailto import mailto
from .map import country_map, front_map, network_map, place_map, regions
from .page import Page, anchored, relative, with_contents
from .parties import parties, party_shield
from .reasons import reasons
from .schedule import schedule
from .shares import share_figure, shares
from .shield import theme_fill

FILTERS = {
    "bare": bare,
    "change": format_change,
    "codes": codes,
    "count": format_count,
    "date": format_date,
    "first_sentence": first_sentence,
    "number": format_number,
    "slug": slug,
}
FUNCTIONS = {
    "callouts": callouts,
    "country_map": country_map,
    "front_map": front_map,
    "diagram": diagram,
    "dumbbell": dumbbell,
    "figure": indicator_figure,
    "mailto": mailto,
    "map_sizes": SIZES,
    "network_map": network_map,
    "parties": parties,
    "party_shield": party_shield,
    "place_map": place_map,
    "regions": regions,
    "schedule": schedule,
    "theme_fill": theme_fill,
    "told": told,
    "when": when,
}
"""What templates can call, but for what needs the catalog or the date."""


@dataclass(frozen=True)
class Writer:
    """Turns a template and what it needs into a page."""

    catalog: Catalog
    theme: Path
    """The folder with `pages/` and `strings.yaml`."""
    date: dt.date
    """The one date that the build knows."""

    def page(self, path: str, template: str, title: str, description: str, **about: Any) -> Page:
        """A page from `theme/pages/<template>.html`; `about` is what only this template needs, and fields of Page."""
        lang = about.pop("lang", "nb")
        own = {name: about.pop(name) for name in ("edit", "updated", "themes") if name in about}
        layout = about.pop("layout", "page")
        words = self.words(lang)
        html = self.environment.get_template(f"{template}.html").render(
            c=self.catalog, programme=self.catalog.programme, t=words, lang=lang, title=title, date=self.date, **about
        )
        body = relative(with_contents(anchored(html), words["on_this_page"]), path)
        return Page(path, title, lang, in_short(description), template, layout, body, **own)

    def words(self, lang: str) -> Mapping[str, str]:
        """The words of the interface in one language; what it lacks is in bokmål."""
        return {key: each.get(lang, each["nb"]) for key, each in self.strings.items()}

    @cached_property
    def strings(self) -> Mapping[str, Mapping[str, str]]:
        """The words of the interface, by key and form of Norwegian."""
        strings: Mapping[str, Mapping[str, str]] = yaml.load(
            (self.theme / "strings.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
        )
        return strings

    @cached_property
    def charges(self) -> frozenset[str]:
        """The signs that the theme has drawn for its shields."""
        sprite = (self.theme / "partials/tegn.html").read_text(encoding="utf-8")
        return frozenset(re.findall(r'id="skjold-([a-z0-9-]+)"', sprite))

    def icon(self, theme: str) -> str:
        """The symbol of a theme's shield: the plain one where its sign is not drawn."""
        sign = self.catalog.themes[theme].icon
        return f"skjold-{sign}" if sign in self.charges else "skjold"

    @cached_property
    def environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader([self.theme / "pages", self.theme]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.tests["contains"] = operator.contains
        environment.filters |= FILTERS
        environment.globals |= FUNCTIONS | self._functions()
        return environment

    def _functions(self) -> dict[str, object]:
        return {
            "atlas": Atlas(self.catalog),
            "current": self.current,
            "first_pair": partial(first_pair, self.catalog.programme),
            "icon": self.icon,
            "leaders_reached": self.leaders,
            "markdown": self.markdown,
            "reasons": partial(reasons, self.catalog),
            "related": Kinship(self.catalog).nearest,
            "share_figure": partial(share_figure, self.catalog, icon=self.icon),
            "shares": partial(shares, self.catalog),
            "shown_pair": partial(shown_pair, self.catalog.programme),
            "sources": self.sources,
            "words_in": self.words,
        }

    def markdown(self, text: str, lang: str, anchors: str = "") -> Markup:
        """What people wrote, as HTML; `lang` is the language of the page it stands on."""

        def show(kind: str, id: str, text: str) -> str:
            return self.quoted(id, lang) if kind == "sitat" else self.drawn(id, text, lang)

        return Markup(to_html(text, lambda source: f"/om/data/#{source}", show, anchors, self.catalog.programme.site))

    def quoted(self, id: str, lang: str) -> str:
        return self._piece("_sitat", lang, quotation=self.catalog.quotations[id])

    def drawn(self, id: str, caption: str, lang: str) -> str:
        """A figure with its caption, and what it shows as text."""
        drawing = self.drawings.get(id)
        if drawing is None:
            return self._piece("_framdrift", lang, caption=caption)
        return self._piece("_figur", lang, caption=caption, drawing=drawing, words=self.words(drawing.lang))

    def _piece(self, template: str, lang: str, **about: Any) -> str:
        shared = {"c": self.catalog, "t": self.words(lang), "lang": lang}
        return self.environment.get_template(f"{template}.html").render(shared | about)

    @cached_property
    def drawings(self) -> Mapping[str, Drawing]:
        return drawings(self.catalog)

    def current(self, contacts: Iterable[Contact]) -> tuple[Contact, ...]:
        """The contacts that have not expired."""
        return tuple(c for c in contacts if not (c.expires and c.expires.end and c.expires.end < self.date))

    def reachable(self, people: Iterable[Person]) -> tuple[Person, ...]:
        """Those with a contact that has not expired."""
        return tuple(person for person in people if self.current(person.contacts))

    def leaders(self, network: Network) -> tuple[Person, ...]:
        """The leaders of a network who can be reached."""
        return self.reachable(self.catalog.people[id] for id in network.leaders)

    def sources(self, ids: Iterable[str]) -> list[Record]:
        return [self.catalog.sources[id] for id in dict.fromkeys(ids)]
