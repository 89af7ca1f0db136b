"""Why an example is shown beside another, in words that a visitor can check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..catalog import Catalog
from ..numbers import format_number
from ..related import Related

TO = "–\u2060"
"""A dash that no line breaks after."""


def reasons(catalog: Catalog, found: Iterable[Related], words: Mapping[str, str], lang: str) -> Mapping[str, str]:
    """By the id of each example, all that it has in common with the one it is shown beside."""
    return {each.example.id: " · ".join(_reasons(catalog, each, words, lang)) for each in found}


def _reasons(catalog: Catalog, related: Related, words: Mapping[str, str], lang: str) -> list[str]:
    names = ", ".join(catalog.themes[id].name[lang] for id in related.themes)
    found = [words["related_themes"].format(names=names)]
    if related.populations:
        found.append(f"{population_range(*related.populations)} {words['inhabitants']}")
    if related.measure:
        name, unit = related.measure
        found.append(words["related_measure"].format(name=in_sentence(name), unit=unit))
    if related.fylke:
        found.append(words["related_fylke"].format(name=related.fylke))
    return found


def population_range(least: int, most: int) -> str:
    """«4 000–6 000»: in the roundest numbers that hold both and are not more than a doubling apart."""
    for step in (10**power for power in range(len(str(most)), -1, -1)):
        low, high = least // step * step, -(-most // step) * step
        if low and high <= 2 * low:
            return format_number(low) if low == high else f"{format_number(low)}{TO}{format_number(high)}"
    raise ValueError(f"{least} and {most} are more than a doubling apart")


def in_sentence(name: str) -> str:
    """A name as it stands within a sentence: «sykefravær», «AFP»."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
