"""What is no fault, but what the secretariat should know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .catalog import Catalog

LEAST = 25
"""Per cent of what is published in each form of Norwegian: Språkrådet's rule for central state bodies."""


def advice(catalog: Catalog) -> Iterator[str]:
    """One sentence each, in Norwegian."""
    count = Counter(str(content.lang) for content in catalog.content)
    total = count["nb"] + count["nn"]
    for lang, name in (("nb", "bokmål"), ("nn", "nynorsk")):
        share = round(100 * count[lang] / max(1, total))
        if total and share < LEAST:
            yield f"{share} prosent av de skrevne sidene er på {name}; regelen er minst {LEAST} prosent."
