"""From hand-edited files to a site, in one direction: load, validate, relate, render."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .advice import advice
from .catalog import Catalog
from .desk.pages import editor_files
from .load import entries
from .model import Programme
from .problems import Place, Problem, ProblemsFound
from .reference import read_reference
from .relate import relate
from .render import Asset, Page, Writer, policy, render, without_part
from .search import labels, vocabulary, with_search
from .validate import validate

__all__ = [
    "Asset",
    "Catalog",
    "Page",
    "Place",
    "Problem",
    "ProblemsFound",
    "Site",
    "build",
    "policy",
    "read",
]


def read(root: Path) -> Catalog:
    """Everything in `data/` and `content/`, joined. Raises ProblemsFound: all that the first failing stage finds."""
    return relate(validate(entries(root)), read_reference(root))


@dataclass(frozen=True)
class Site:
    """All that a builder needs."""

    programme: Programme
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    words: Mapping[str, Mapping[str, str]]
    """The words of the frame around the pages, by language."""
    icons: Mapping[str, str]
    """The symbol of each theme's shield, by the theme's id."""
    advice: tuple[str, ...] = ()
    """What is no fault, but should be known."""


def build(root: Path, date: dt.date) -> Site:
    """The pages and files of the site. `date` is the only date it knows."""
    catalog = read(root)
    writer = Writer(catalog, root / "theme", date)
    pages, assets = render(writer, root)
    pages = tuple(with_search(pages, catalog))
    words = {lang: writer.words(lang) for lang in ("nb", "nn", "en")}
    icons = {id: writer.icon(id) for id in catalog.themes}
    known = labels(words, catalog.themes, icons, without_part(catalog), catalog.programme.ended)
    assets = (*assets, vocabulary(pages), known, *editor_files(writer))
    return Site(catalog.programme, pages, assets, words, icons, tuple(advice(catalog)))
