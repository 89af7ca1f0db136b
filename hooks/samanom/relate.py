"""Join the records by their references. Nothing here reads a file or knows a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .catalog import Catalog
from .facts import fact_problems
from .mentions import mention_problems
from .model import DATA, PROGRAMME, Content, Kommune, Programme, Record, SourceRecord
from .problems import Problem, Problems
from .reference import Reference


def relate(records: Iterable[tuple[str, Record]], reference: Reference) -> Catalog:
    """The catalog. Raises ProblemsFound with every reference and fact that does not hold together."""
    every = tuple(records)
    kinds = {kind: {r.id: r for k, r in every if k == kind} for kind in (*DATA, *{kind for kind, _ in every})}
    [programme] = kinds.pop(PROGRAMME).values()
    assert isinstance(programme, Programme)
    problems = Problems(_repeated(every))
    for _, record in every:
        problems += mention_problems(record, kinds)
        problems += fact_problems(record, programme, reference, kinds)
    problems += _repeated_numbers(record for _, record in every)
    problems += _repeated_addresses(record for _, record in every)
    problems.stop_if_any()
    return Catalog(programme, reference, {kind: _published(found) for kind, found in kinds.items()})


def _published(records: Mapping[str, Record]) -> Mapping[str, Record]:
    return {id: record for id, record in records.items() if not (isinstance(record, Content) and record.draft)}


def _repeated(records: Iterable[tuple[str, Record]]) -> Iterator[Problem]:
    """Ids used twice; kommuner and cooperations share one list of ids, since both take part."""
    first: dict[tuple[str, str], Record] = {}
    for kind, record in records:
        known = first.setdefault(("kommuner" if kind == "cooperations" else kind, record.id), record)
        if known is not record:
            help = f"Velg en annen; {known.label} i {known.origin.place()} har den alt."
            yield (record.origin / "id").problem(f"id-en «{record.id}» er i bruk", help)


def _repeated_numbers(records: Iterable[Record]) -> Iterator[Problem]:
    first: dict[str, Kommune] = {}
    for record in records:
        if isinstance(record, Kommune) and first.setdefault(record.number, record) is not record:
            other = first[record.number]
            message = f"nummeret «{record.number}» er brukt av «{other.id}» også"
            yield (record.origin / "number").problem(message, "Se kommunenummeret i data/reference/.")


def _repeated_addresses(records: Iterable[Record]) -> Iterator[Problem]:
    """Sources that are one and the same; parts of a document may share its address."""
    first: dict[str, SourceRecord] = {}
    for record in records:
        if isinstance(record, SourceRecord) and record.address and not record.part_of:
            address = record.address.rstrip("/").removeprefix("http://").removeprefix("https://")
            if first.setdefault(address, record) is not record:
                help = f"Bruk «{first[address].id}», eller skriv part_of når den er en del av et dokument."
                yield (record.origin / "address").problem(f"«{first[address].id}» har samme adresse", help)
