"""Themes, examples, and what was measured."""

from __future__ import annotations

from collections.abc import Iterator

from ..results import result_rows
from ..writer import Writer
from .rows import Part, Row, filled


class ThemeRow(Row):
    """Temaene i programmet, med navn på bokmål og nynorsk og målet for hvert."""

    name: str
    """Navnet på bokmål."""
    name_nn: str
    """Navnet på nynorsk."""
    goal: str
    """Programmets mål for temaet, med nettstedets ord."""
    colour: str
    """Fargen i kart og figurer."""


def themes(writer: Writer) -> Iterator[ThemeRow]:
    for theme in writer.catalog.themes.values():
        yield filled(ThemeRow, theme, name=theme.name.nb, name_nn=theme.name.nn, goal=theme.goal.nb)


class ExampleRow(Row):
    """De gode eksemplene: hva kommunene prøvde, og hva som kom ut av det."""

    title: str
    """Overskriften."""
    summary: str
    """Hva eksempelet forteller."""
    kommuner: tuple[str, ...]
    """Kommunene, etter id; samarbeid er løst opp."""
    themes: tuple[str, ...]
    """Temaene, etter id."""
    documentation: str
    """`malt`: tall før og etter. `rapportert`: resultat fortalt. `underveis`: mål og tiltak kjent, resultat ikke."""
    relation: str
    """`before`, `during`, `after` eller `unproven`: forholdet til programmet."""
    lang: str
    """Målformen: `nb` eller `nn`."""
    indicators: tuple[str, ...]
    """Måltallene, etter `id` i `indicators.json`."""
    sources: tuple[str, ...]
    """Kildene, etter id."""


def examples(writer: Writer) -> Iterator[ExampleRow]:
    for example in writer.catalog.examples:
        yield filled(
            ExampleRow,
            example,
            kommuner=writer.catalog.kommuner_of(example),
            indicators=tuple(f"{example.id}-{indicator.id}" for indicator in example.indicators),
        )


class PointRow(Part):
    """One value of an indicator."""

    role: str
    """`baseline`: før. `target`: mål. `result`: etter."""
    kind: str
    """`level`: nivå. `change`: endring. `relative`: endring i prosent av utgangspunktet.
    `unclear`: endring der kilden ikke sier om det er prosent eller prosentpoeng."""
    value: float
    """Tallet."""
    bound: str
    """`exact`, `about`, `max` eller `min`."""
    period: str | None
    """Når tallet gjelder for."""
    period_note: str | None
    """Hva kilden sier om tiden når den ikke oppgir dato."""
    source: str
    """Kilden, etter id."""
    evidence: str
    """Kildens egne ord."""


class IndicatorRow(Row):
    """Alle måltall, fra programmet og eksemplene, med mål og resultat."""

    example: str | None
    """Eksempelet måltallet hører til; `null` for programmets egne."""
    name: str
    """Hva som er målt."""
    scope: str | None
    """Hvem eller hvor det er målt."""
    unit: str
    """Enheten."""
    better: str
    """`lower` eller `higher`: hva som er bedre."""
    comparable: bool
    """Usann når punktene ikke uten videre kan sammenlignes."""
    themes: tuple[str, ...]
    """Temaene, etter id."""
    points: tuple[PointRow, ...]
    """Målepunktene, i CSV som JSON."""


def indicators(writer: Writer) -> Iterator[IndicatorRow]:
    for row in result_rows(writer.catalog):
        id = f"{row.example.id if row.example else 'programmet'}-{row.indicator.id}"
        about: dict[str, object] = {"id": id, "url": f"/eksempler/resultater/#tall-{id}", "themes": row.themes}
        about["example"] = row.example.id if row.example else None
        yield IndicatorRow.model_validate(row.indicator.model_dump(mode="json", exclude={"comparable_note"}) | about)
