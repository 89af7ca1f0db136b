"""The judge of spelling and målform: every word of the finished site, asked of Hunspell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import samanom

from . import Verdict, hunspell, spelling
from .names import names
from .text import texts

LISTS = Path(__file__).parent


def judge(root: Path) -> Verdict:
    """Of the site in `site/`. Raises ProblemsFound when the data cannot be read, ValueError when a list cannot."""
    site = root / "site"
    lists, derived = spelling.read_lists(LISTS), names(samanom.read(root))
    pages = {_address(path, site): texts(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    vocabulary = spelling.vocabulary(pages, derived | lists.names)
    found = _with_suggestions(tuple(spelling.findings(vocabulary, lists, hunspell.unknown)))
    return Verdict(
        "Rettskriving og målform",
        (*spelling.cannot_judge(vocabulary, hunspell.unknown), *map(str, found)),
        tuple(spelling.superfluous(vocabulary, lists, hunspell.unknown, derived)),
    )


def _with_suggestions(found: Iterable[spelling.Finding]) -> Iterator[spelling.Finding]:
    for lang in spelling.LANGUAGES:
        here = [finding for finding in found if finding.lang == lang]
        known = hunspell.suggestions((finding.word for finding in here if not finding.chosen), lang)
        yield from (replace(finding, suggestions=known.get(finding.word, ())) for finding in here)


def _address(path: Path, site: Path) -> str:
    return "/" + path.relative_to(site).as_posix().removesuffix("index.html")
