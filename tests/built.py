"""Builds and reads sites for the tests; each is built once a run."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import samanom
from samanom.render import Writer
from samanom.render.feeds import feed_files
from samanom.search.index import write_index

ROOT = Path(__file__).resolve().parent.parent
TINY = ROOT / "tests/tiny"
GENERATOR = (
    "hooks",
    "theme",
    "mkdocs.yml",
    "Makefile",
    "pyproject.toml",
    "requirements.lock",
    "requirements-test.lock",
)
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))


def copy_project(folder: Path, data: Path = ROOT) -> Path:
    """The generator, with the data and content of one programme."""
    for name in GENERATOR:
        source = ROOT / name
        ignore = shutil.ignore_patterns("__pycache__", "*.egg-info")
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=ignore)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, folder / name)
    for name in ("data", "content"):
        shutil.copytree(data / name, folder / name)
    return folder


def run_mkdocs(project: Path, site: Path, **environment: str) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(site)]
    settings = os.environ | {"SOURCE_DATE_EPOCH": "1400000000", "NO_MKDOCS_2_WARNING": "1"} | environment
    done = subprocess.run(command, cwd=project, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@cache
def site() -> Path:
    """The finished site of the programme itself, with the index of its search."""
    folder = Path(tempfile.mkdtemp(prefix="site-"))
    run_mkdocs(ROOT, folder)
    write_index(folder)
    return folder


@cache
def tiny_site() -> Path:
    """The finished site of the made-up programme."""
    folder = Path(tempfile.mkdtemp(prefix="tiny-"))
    run_mkdocs(copy_project(folder / "project", TINY), folder / "site")
    return folder / "site"


@cache
def catalog() -> samanom.Catalog:
    """What is known of the programme itself."""
    return samanom.read(ROOT)


@cache
def followed(root: Path) -> dict[str, str]:
    """The feeds, calendars and cards of a programme, by address."""
    writer = Writer(samanom.read(root), ROOT / "theme", dt.date(2014, 5, 13))
    return {asset.path: asset.content for asset in feed_files(writer)}


@dataclass
class Document(HTMLParser):
    """A page as a reader meets it: headings, words, links, and where they can point."""

    headings: list[tuple[str, str]] = field(default_factory=list)
    """Level and text."""
    words: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    """Targets of links and of everything the page loads, as written."""
    loads: list[str] = field(default_factory=list)
    """What a browser asks for without a click."""
    ids: set[str] = field(default_factory=set)
    _open: list[str] = field(default_factory=list)
    _heading: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._open.append(tag)
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if "src" in values or (tag == "link" and values.get("rel") in ("stylesheet", "icon", "preload")):
            self.loads.append(values.get("src") or values["href"])
        if tag in ("h1", "h2", "h3", "h4"):
            self._heading = []

    def handle_endtag(self, tag: str) -> None:
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append((tag, " ".join(" ".join(self._heading).split())))
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self._open):
            self.words += data.split()
            self._heading.append(data)


def parse(html: str) -> Document:
    document = Document()
    document.feed(html)
    return document


def body(html: str, mark: str) -> str:
    """The inside of the element whose start tag holds `mark`."""
    start = html.index(">", html.index(mark)) + 1
    depth, at = 1, start
    while depth:
        opening, closing = html.find("<div", at), html.index("</div>", at)
        step = opening if -1 < opening < closing else closing
        depth, at = depth + (1 if step == opening else -1), step + 5
    return html[start : at - 5]


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    """Each page's address from the root, and its HTML; the editor is a program, and no page."""
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        if name != "admin/index.html":
            yield "/" + name.removesuffix("index.html"), path.read_text(encoding="utf-8")


def dead_links(folder: Path) -> Iterator[str]:
    """Every link, load and anchor on a finished site that leads nowhere."""
    documents: Mapping[str, Document] = {address: parse(html) for address, html in pages(folder)}
    for address, document in documents.items():
        for target in (*document.links, *document.loads):
            if problem := _dead(folder, documents, address, target):
                yield f"{address}: {target}: {problem}"


def _dead(folder: Path, documents: Mapping[str, Document], address: str, target: str) -> str:
    parts = urlsplit(urljoin(f"http://site{address}", target))
    if parts.scheme not in ("http", "https") or parts.netloc != "site":
        return ""
    path = unquote(parts.path)
    if path not in documents:
        return "" if (folder / path[1:]).is_file() else "no such page or file"
    anchors = documents[path].ids | {"__skip", "top"}
    return "" if not parts.fragment or unquote(parts.fragment) in anchors else "no such anchor"


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
