"""What happened, what was written of it, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from ..writer import Writer
from .rows import Row, filled


class EventRow(Row):
    """Samlinger, frister og rapportering i programmet, med dato og sted."""

    title: str
    """Hva det er."""
    kind: str
    """Slaget."""
    start: str
    """Dagen, så nøyaktig som den er kjent: 2013, 2013-Q2, 2013-04, 2013-04-29, vår 2013, 2009/2014 eller ukjent."""
    end: str | None
    """Siste dag, når det varte i flere."""
    networks: tuple[str, ...]
    """Nettverkene det gjaldt, etter id."""
    puljer: tuple[int, ...]
    """Puljene det gjaldt."""
    kommuner: tuple[str, ...]
    """Kommunene som holdt det, etter id."""
    place: str | None
    """Stedet."""
    inferred: bool
    """Sann når året er regnet ut av en ukedag eller sammenhengen."""
    planned: bool
    """Sann når kilden bare sier at det skulle skje."""
    sources: tuple[str, ...]
    """Kildene, etter id."""


class TemadagRow(Row):
    """Temadagene som kommunene holdt, med dato og antall deltakere."""

    title: str
    """Overskriften."""
    kommuner: tuple[str, ...]
    """Kommunene som holdt den, etter id."""
    date: str
    """Dagen, så nøyaktig som den er kjent."""
    participants: int | None
    """Antall deltakere."""
    participants_bound: str | None
    """Hvor nøyaktig antallet er: `exact`, `about`, `max` eller `min`."""
    lang: str
    """Målformen: `nb` eller `nn`."""
    sources: tuple[str, ...]
    """Kildene, etter id."""


def temadager(writer: Writer) -> Iterator[TemadagRow]:
    for temadag in writer.catalog.temadager:
        count = temadag.participants
        number = {"participants": count and count.value, "participants_bound": count and count.bound}
        yield filled(TemadagRow, temadag, **number)


class NewsletterRow(Row):
    """Nyhetsbrevene fra programmet, med årgang, nummer og dato."""

    year: int
    """Årgangen."""
    number: int
    """Nummeret."""
    date: str
    """Når det ble sendt, så nøyaktig som det er kjent."""
    title: str
    """Overskriften."""
    lang: str
    """Målformen: `nb` eller `nn`."""


class NewsRow(Row):
    """Nyhetene fra programmet, med dato og kommunene de gjelder."""

    date: str
    """Dagen, så nøyaktig som den er kjent."""
    title: str
    """Overskriften."""
    kommuner: tuple[str, ...]
    """Kommunene det gjelder, etter id."""
    lang: str
    """Målformen: `nb` eller `nn`."""


class DocumentRow(Row):
    """Dokumentene fra programmet: avtaler, invitasjoner, presentasjoner og rapporter."""

    title: str
    """Tittelen."""
    kind: str
    """Slaget."""
    publisher: str
    """Den som ga det ut."""
    published: str
    """Når."""
    address: str | None
    """Nettadressen, når den er kjent."""
    networks: tuple[str, ...]
    """Nettverkene det gjelder, etter id."""
    lang: str
    """Målformen: `nb` eller `nn`."""


class SourceRow(Row):
    """Kildene alt på nettstedet hviler på, med utgiver, år og adresse."""

    title: str
    """Tittelen."""
    publisher: str
    """Den som ga den ut."""
    year: str
    """Når den kom."""
    address: str | None
    """Nettadressen, når den er kjent."""
    kind: str
    """`programme`, `kommune`, `research`, `statistics`, `media` eller `party`."""
    reliability: str
    """`P`: programmet eller departementet. `F`: forskning og statistikk. `M`: medier og andre."""
    truncated: bool
    """Sann når bare begynnelsen er lest."""
    part_of: str | None
    """Dokumentet den er en del av, etter id."""
