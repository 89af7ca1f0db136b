"""Make the pages and files of the site from the catalog."""

from __future__ import annotations

from pathlib import Path

from ..problems import ProblemsFound
from .addresses import address_problems
from .files import site_files
from .finder import finder_file, finder_pages
from .opendata import data_files
from .overview import overview_pages
from .page import Asset, Page, with_trails
from .participants import participant_pages
from .policy import policy
from .structured import structured
from .writer import Writer
from .written import written_pages

__all__ = ["Asset", "Page", "Writer", "policy", "render", "structured"]


def render(writer: Writer, root: Path) -> tuple[tuple[Page, ...], tuple[Asset, ...]]:
    """Every page and file, in order of address. Raises ProblemsFound when addresses or links do not hold."""
    catalog = writer.catalog
    pages = with_trails(
        (*overview_pages(writer), *participant_pages(writer), *finder_pages(writer), *written_pages(writer))
    )
    assets = (*data_files(writer), finder_file(writer), *site_files(catalog, pages, writer.date))
    problems = tuple(address_problems(catalog, pages, assets, root))
    if problems:
        raise ProblemsFound(problems)
    return tuple(sorted(pages, key=lambda page: page.path)), tuple(sorted(assets, key=lambda asset: asset.path))
