"""A large site: the real pages and as many made-up examples as asked for, built and indexed as `make site` does."""

from __future__ import annotations

import gzip
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import samanom
from built import ROOT, copy_project

from .cost import Cost, cost
from .examples import World, add_examples
from .figures import Figure
from .language import language
from .places import add_places, places

SEED = 2013
RUNS = 3
"""Times that the site is indexed; building it takes too long for more than one."""
MB = 1e6


def world() -> World:
    """The same each time."""
    random = Random(SEED)
    return World(language(random), places(random), tuple(samanom.read(ROOT).themes))


def make_project(folder: Path, made_up: World, count: int) -> Path:
    """A copy of the project with the made-up records beside the real ones."""
    random = Random(SEED)
    root = copy_project(folder)
    add_places(root, made_up.places, random)
    add_examples(root, made_up, count, random)
    return root


def build(root: Path, site: Path) -> Iterator[Figure]:
    """Every page through the real templates and the real frame."""
    spent = cost([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)], root)
    yield Figure("build", (spent.seconds,), "s")
    yield Figure("build, memory at its peak", (spent.memory / MB,), "MB")
    yield Figure("pages", (len(list(site.rglob("index.html"))),), "")


def index(site: Path) -> Iterator[Figure]:
    """As often as RUNS says, from nothing each time; and what stands there after the last."""
    spent = [_indexed(site) for _ in range(RUNS)]
    for former in site.parent.glob("former-*"):
        shutil.rmtree(former)
    yield Figure("indexing", [each.seconds for each in spent], "s", 25)
    yield Figure("indexing, all cores together", [each.processor for each in spent], "s")
    yield Figure("indexing, memory at its peak", [each.memory / MB for each in spent], "MB")
    files = [path for path in (site / "pagefind").rglob("*") if path.is_file()]
    yield Figure("index", (sum(path.stat().st_size for path in files) / MB,), "MB")
    yield Figure("index, files", (len(files),), "")
    yield Figure("assets/eksempler.json", ((site / "assets/eksempler.json").stat().st_size / 1000,), "kB")
    words = (site / "assets/ord.json").read_bytes()
    yield Figure("assets/ord.json", (len(words) / 1000,), "kB")
    yield Figure("assets/ord.json, compressed", (len(gzip.compress(words)) / 1000,), "kB")


def _indexed(site: Path) -> Cost:
    """Beside the former index: some file systems are slow to make files where many have just been removed."""
    if (site / "pagefind").exists():
        (site / "pagefind").rename(Path(tempfile.mkdtemp(prefix="former-", dir=site.parent)) / "pagefind")
    return cost([sys.executable, "-m", "samanom", "index", str(site)], ROOT)
