"""What is no fault, but what the secretariat should know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from .catalog import Catalog
from .model import Content
from .prose import SHOWN
from .summary import LEAST as SHORTEST
from .summary import MOST, in_short

LEAST = 25
"""Per cent of what is published in each form of Norwegian: Språkrådet's rule for central state bodies."""


def advice(catalog: Catalog) -> Iterator[str]:
    """One sentence each, in Norwegian."""
    yield from _forms(catalog)
    yield from _unseen(catalog)
    yield from _summaries(catalog)


def shares(pages: Iterable[Content]) -> Mapping[str, int]:
    """Per cent in each form of Norwegian, of the pages that are in one; nothing where none is."""
    count = Counter(str(page.lang) for page in pages)
    total = count["nb"] + count["nn"]
    return {lang: round(100 * count[lang] / total) for lang in ("nb", "nn")} if total else {}


def _forms(catalog: Catalog) -> Iterator[str]:
    names = {"nb": "bokmål", "nn": "nynorsk"}
    for lang, share in shares(catalog.content).items():
        if share < LEAST:
            yield f"{share} prosent av de skrevne sidene er på {names[lang]}; regelen er minst {LEAST} prosent."


def _unseen(catalog: Catalog) -> Iterator[str]:
    """Figures and quotations that no page shows; quotations with a theme stand on its page."""
    shown = {(found["kind"], found["id"]) for content in catalog.content for found in SHOWN.finditer(content.body)}
    for id in catalog.drawings:
        if ("figur", id) not in shown:
            yield f"Figuren «{id}» vises ikke på noen side."
    for id, quotation in catalog.quotations.items():
        if ("sitat", id) not in shown and not quotation.themes:
            yield f"Sitatet «{id}» vises ikke på noen side."


def _summaries(catalog: Catalog) -> Iterator[str]:
    """What search engines would cut off in the middle of a sentence, or find too little in."""
    for content in catalog.content:
        short = in_short(content.summary)
        if len(short) < SHORTEST or short.endswith("…"):
            file = content.origin.file.name
            yield f"{file}: den første setningen i summary bør være på {SHORTEST}–{MOST} tegn."
