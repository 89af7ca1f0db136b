"""The second driver: another builder, without hooks, makes the same site of the exported folder."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
import samanom
from built import ROOT, body, pages, parse, run_mkdocs, site, tiny_site
from samanom.export import export

PLAIN = (
    "site_name: Plain\ntheme:\n  name: mkdocs\n  highlightjs: false\nplugins: []\nnav: [index.md]\nnot_in_nav: '*'\n"
)


@dataclass(frozen=True)
class Pair:
    """One programme built by our own adapter, and by MkDocs with its own theme and nothing of ours."""

    made: samanom.Site
    ours: dict[str, str]
    theirs: dict[str, str]
    folder: Path
    plain: Path


@pytest.fixture(scope="module", params=["samanom", "tiny"])
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    folder, root = (site(), ROOT) if request.param == "samanom" else (tiny_site(), tiny_site().parent / "project")
    project = tmp_path_factory.mktemp("plain")
    made = samanom.build(root, dt.date(2014, 5, 13))
    export(made, root / "content", project / "docs")
    (project / "mkdocs.yml").write_text(PLAIN)
    run_mkdocs(project, project / "site")
    ours = {address: body(html, '<div class="side"') for address, html in real(folder)}
    return Pair(made, ours, dict(real(project / "site")), folder, project / "site")


def real(folder: Path) -> list[tuple[str, str]]:
    """The pages that are neither redirects nor the page for what is not found."""
    return [(a, html) for a, html in pages(folder) if a != "/404.html" and 'http-equiv="refresh"' not in html]


def test_the_addresses_are_the_same(pair: Pair) -> None:
    assert len(pair.ours) > 20
    assert pair.ours.keys() == pair.theirs.keys()


def test_titles_headings_text_and_links_are_the_same(pair: Pair) -> None:
    titles = {f"/{page.path}": page.title for page in pair.made.pages}
    for address, html in pair.ours.items():
        main = body(pair.theirs[address], 'role="main"')
        one, two = parse(html), parse(main)
        assert one.headings == two.headings, address
        assert one.words == two.words, address
        assert [urljoin(address, link) for link in one.links] == [urljoin(address, link) for link in two.links]
        assert one.ids == two.ids, address
        assert titles[address] in unescape(pair.theirs[address])


def test_code_keeps_its_lines(pair: Pair) -> None:
    for address, html in pair.ours.items():
        blocks = [unescape(each) for each in re.findall(r"<pre>.*?</pre>", html, re.DOTALL)]
        assert [unescape(b) for b in re.findall(r"<pre>.*?</pre>", pair.theirs[address], re.DOTALL)] == blocks


def test_the_data_files_are_exported(pair: Pair) -> None:
    for path in pair.folder.glob("data/*.*"):
        if path.suffix != ".html":
            assert (pair.plain / "data" / path.name).read_bytes() == path.read_bytes()


def test_the_project_itself_is_left_alone() -> None:
    with pytest.raises(samanom.ProblemsFound, match="mappen er en del av prosjektet"):
        export(samanom.build(ROOT, dt.date(2014, 5, 13)), ROOT / "content", ROOT / "content/eksport")


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    command = [sys.executable, "-m", "samanom", "--rot", str(ROOT), "export", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "mappen er ikke tom" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
