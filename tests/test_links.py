"""Every link and anchor on the finished sites leads somewhere, and no page asks another host for anything."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from built import dead_links, pages, parse, site, tiny_site

SITES = pytest.mark.parametrize("built", [site, tiny_site], ids=["samanom", "tiny"])


@SITES
def test_links_and_anchors_lead_somewhere(built: Callable[[], Path]) -> None:
    folder = built()
    assert sum(1 for _ in pages(folder)) > 20
    assert list(dead_links(folder)) == []


def test_a_dead_link_and_a_dead_anchor_are_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="a/">a</a><a href="#b">b</a><a href="index.html#c">c</a><p id="c">')
    assert [line.split(": ")[1] for line in dead_links(tmp_path)] == ["a/", "#b"]


@SITES
def test_nothing_is_asked_of_another_host(built: Callable[[], Path]) -> None:
    for address, html in pages(built()):
        assert not [load for load in parse(html).loads if re.match(r"(https?:)?//", load)], address


@SITES
def test_addresses_in_the_data_lead_somewhere(built: Callable[[], Path]) -> None:
    folder: Path = built()
    documents = {address: parse(html) for address, html in pages(folder)}
    for path in folder.glob("data/*.json"):
        for row in json.loads(path.read_text(encoding="utf-8")):
            address, anchor = urldefrag(row["url"])
            assert address in documents, (path.name, row["url"])
            assert not anchor or anchor in documents[address].ids, (path.name, row["url"])


@SITES
def test_the_sitemap_lists_every_page_and_no_other(built: Callable[[], Path]) -> None:
    folder: Path = built()
    root = ET.parse(folder / "sitemap.xml").getroot()
    listed = [element.text or "" for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    start = min(listed, key=len).rstrip("/")
    real = {address for address, html in pages(folder) if address != "/404.html" and 'http-equiv="refresh"' not in html}
    assert {url.removeprefix(start) for url in listed} == real
    assert len(listed) == len(set(listed))


def test_small_files_are_there() -> None:
    assert "Sitemap: https://samanom.no/sitemap.xml" in (site() / "robots.txt").read_text()
    security = (site() / ".well-known/security.txt").read_text()
    assert "Contact: https://" in security
    assert "Expires: 2015-05-13T00:00:00Z" in security
    assert "Siden finnes ikke" in (site() / "404.html").read_text()
    assert not (site() / "strings.yaml").exists()


def test_a_moved_page_leaves_a_redirect() -> None:
    moved = [(address, html) for address, html in pages(tiny_site()) if 'http-equiv="refresh"' in html]
    assert moved
    for address, html in moved:
        [link] = parse(html).links
        assert f"url={link}" in html
        assert address.startswith("/")
