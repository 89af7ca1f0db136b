"""Make the pages and files of the site from the catalog."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..problems import ProblemsFound
from .addresses import address_problems
from .browse import example_file, example_lists
from .card import card, picture_problems
from .feeds import feed_files, feed_titles
from .files import site_files
from .finder import finder_file, finder_pages, without_part
from .index import index_pages
from .opendata import data_files
from .overview import overview_pages
from .page import Asset, Page, with_trails
from .participants import participant_pages
from .policy import policy
from .structured import structured
from .tips import tip_files, tip_pages
from .writer import Writer
from .written import written_pages

__all__ = ["Asset", "Page", "Writer", "policy", "render", "without_part"]


def render(writer: Writer, root: Path) -> tuple[tuple[Page, ...], tuple[Asset, ...]]:
    """Every page and file, in order of address. Raises ProblemsFound when addresses or links do not hold."""
    catalog = writer.catalog
    pages = with_trails(
        (
            *overview_pages(writer),
            *participant_pages(writer),
            *finder_pages(writer),
            *example_lists(writer),
            *tip_pages(writer),
            *written_pages(writer),
        )
    )
    pages = (*pages, *index_pages(writer, pages))
    assets = (
        *data_files(writer),
        *feed_files(writer),
        finder_file(writer),
        example_file(writer),
        *tip_files(writer),
        *site_files(catalog, pages, writer.date),
    )
    problems = (*address_problems(catalog, pages, assets, root), *picture_problems(catalog.programme, root))
    if problems:
        raise ProblemsFound(problems)
    titles = feed_titles(writer)
    pages = tuple(
        replace(
            page,
            feed=titles.get(page.path),
            structured=structured(page, writer),
            card=card(page, catalog.programme, root),
        )
        for page in pages
    )
    return tuple(sorted(pages, key=lambda page: page.path)), tuple(sorted(assets, key=lambda asset: asset.path))
