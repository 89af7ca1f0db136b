"""The second driver: another builder, without hooks, makes the same site of the exported folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
import samanom
from built import ROOT, body, pages, parse, run_mkdocs, site
from samanom.clock import build_date
from samanom.export import export

PLAIN = (
    "site_name: Plain\ntheme:\n  name: mkdocs\n  highlightjs: false\nplugins: []\nnav: [index.md]\nnot_in_nav: '*'\n"
)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exported folder, built by MkDocs with its own theme and nothing of ours."""
    project = tmp_path_factory.mktemp("plain")
    export(samanom.build(ROOT, build_date(ROOT)), ROOT / "content", project / "docs")
    (project / "mkdocs.yml").write_text(PLAIN)
    run_mkdocs(project, project / "site")
    return project / "site"


def ours() -> dict[str, str]:
    found = dict(pages(site()))
    del found["/404.html"]
    return {
        address: body(html, "data-pagefind-body")
        for address, html in found.items()
        if 'http-equiv="refresh"' not in html
    }


def theirs(plain: Path) -> dict[str, str]:
    return {address: html for address, html in pages(plain) if address != "/404.html"}


def test_the_addresses_are_the_same(plain: Path) -> None:
    assert ours().keys() == {address for address, html in theirs(plain).items() if 'http-equiv="refresh"' not in html}


def test_titles_headings_text_and_links_are_the_same(plain: Path) -> None:
    other = theirs(plain)
    titles = {page.path: page.title for page in samanom.build(ROOT, build_date(ROOT)).pages}
    for address, html in ours().items():
        main = body(other[address], 'role="main"')
        one, two = parse(html), parse(main)
        assert one.headings == two.headings, address
        assert one.words == two.words, address
        assert [urljoin(address, link) for link in one.links] == [urljoin(address, link) for link in two.links]
        assert one.ids == two.ids, address
        assert f"<title>{titles[address[1:]]}".replace("&", "&amp;") in other[address] or address == "/"


def test_the_data_files_are_exported(plain: Path) -> None:
    for path in site().glob("data/*.*"):
        if path.suffix != ".html":
            assert (plain / "data" / path.name).read_bytes() == path.read_bytes()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    command = [sys.executable, "-m", "samanom", "--rot", str(ROOT), "export", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "mappen er ikke tom" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
