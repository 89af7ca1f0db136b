"""The ways to everything: A–Å and the site map have every page, each where it belongs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
import samanom
from built import ROOT, body, pages, parse, site, tiny_site
from samanom.render.index import letters, tree
from samanom.render.page import Page, with_trails

SITES = pytest.mark.parametrize("built", [site, tiny_site], ids=["samanom", "tiny"])


def real(folder: Path) -> set[str]:
    """The addresses of the pages that are neither redirects nor the page for what is not found."""
    return {a for a, html in pages(folder) if a != "/404.html" and 'http-equiv="refresh"' not in html}


def listed(folder: Path, address: str) -> list[str]:
    """Where the list on a page leads, from the root."""
    html = (folder / address / "index.html").read_text(encoding="utf-8")
    main = body(html, "data-pagefind-body").partition("</header>")[2]
    return [urljoin(f"/{address}/", link) for link in parse(main).links]


@SITES
@pytest.mark.parametrize("address", ["a-aa", "nettstedskart"])
def test_every_page_is_listed(built: Callable[[], Path], address: str) -> None:
    assert real(built()) - set(listed(built(), address)) == set()


@SITES
def test_the_site_map_lists_each_page_once_and_counts_them(built: Callable[[], Path]) -> None:
    links = [link for link in listed(built(), "nettstedskart") if "#" not in link]
    assert sorted(links) == sorted(real(built()))
    html = (built() / "nettstedskart/index.html").read_text(encoding="utf-8")
    assert f"Alle de {len(links)} sidene" in html


def test_the_alphabet_has_names_that_stand_on_other_pages() -> None:
    catalog, links = samanom.read(ROOT), set(listed(site(), "a-aa"))
    assert {f"/kontakt/#{id}" for id in catalog.people} <= links
    assert {f"/dokumenter/#{document.id}" for document in catalog.documents} <= links
    assert {f"/handbok/begreper/#{term.id}" for term in catalog.terms} <= links
    assert {f"/kommuner/#{id}" for id in catalog.cooperations} <= links


def test_each_letter_can_be_jumped_to() -> None:
    html = (site() / "a-aa/index.html").read_text(encoding="utf-8")
    jumps = re.findall(r'<a href="#([^"]+)"', html[html.index('class="bokstaver"') :].partition("</nav>")[0])
    assert jumps == re.findall(r'<h2 id="([^"]+)"', html)
    assert jumps[0] == "bokstav-09"
    assert jumps[-1] == "bokstav-aa"


def page(path: str, title: str) -> Page:
    return Page(path, title, "nb", "", "side", "page", "")


def test_pages_stand_below_the_nearest_page_above_them() -> None:
    made = with_trails([page("", "Hjem"), page("b/", "B"), page("b/c/d/", "Å"), page("b/e/", "Ø"), page("x/y/", "A")])
    home, alone, branch = tree(made)
    assert [each.page.path for each in (home, alone, branch)] == ["", "x/y/", "b/"]
    assert [each.page.path for each in branch.below] == ["b/e/", "b/c/d/"]
    assert branch.count == 3


def test_a_page_that_no_name_leads_to_is_in_the_alphabet_all_the_same() -> None:
    found = letters(samanom.read(ROOT), [page("ny-side/", "«Ærlig talt»")])
    assert [entry.url for entry in found["Æ"]] == ["/ny-side/"]
