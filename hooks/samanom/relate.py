"""Join the records by their references. Nothing here reads a file or knows a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from .catalog import Catalog
from .model import (
    CONTENT,
    DATA,
    PROGRAMME,
    Content,
    Cooperation,
    Drawing,
    Example,
    KnowledgeStatus,
    Kommune,
    Network,
    Part,
    Programme,
    Record,
    Ref,
    SourceRecord,
    ThemeText,
)
from .model.drawing import CHART, SCHEDULE
from .problems import Problem, Problems, did_you_mean
from .prose import CITATION, SHOWN
from .reference import Reference
from .source import Origin, code_blanked

Kinds = Mapping[str, Mapping[str, Record]]


def relate(records: Iterable[tuple[str, Record]], reference: Reference) -> Catalog:
    """The catalog. Raises ProblemsFound with every reference and fact that does not hold together."""
    every = tuple(records)
    kinds = {kind: {r.id: r for k, r in every if k == kind} for kind in (*DATA, *{kind for kind, _ in every})}
    [programme] = kinds.pop(PROGRAMME).values()
    assert isinstance(programme, Programme)
    problems = Problems(_repeated(every))
    for _, record in every:
        problems += _unknown(record, kinds)
        problems += _citations(record, kinds)
        problems += _shown(record, kinds)
        problems += _facts(record, programme, reference, kinds)
    problems += _repeated_numbers(record for _, record in every)
    problems += _repeated_addresses(record for _, record in every)
    problems.stop_if_any()
    return Catalog(programme, reference, {kind: _published(found) for kind, found in kinds.items()})


def _published(records: Mapping[str, Record]) -> Mapping[str, Record]:
    return {id: record for id, record in records.items() if not (isinstance(record, Content) and record.draft)}


def references(value: object, origin: Origin) -> Iterator[tuple[Origin, Ref]]:
    """Every reference in a record, and where it stands."""
    if isinstance(value, Ref):
        yield origin, value
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from references(item, origin / i)
    elif isinstance(value, Part):
        for name, info in type(value).model_fields.items():
            yield from references(getattr(value, name), origin / (info.alias or name))


def _repeated(records: Iterable[tuple[str, Record]]) -> Iterator[Problem]:
    """Ids used twice; kommuner and cooperations share one list of ids, since both take part."""
    first: dict[tuple[str, str], Record] = {}
    for kind, record in records:
        known = first.setdefault(("kommuner" if kind == "cooperations" else kind, record.id), record)
        if known is not record:
            help = f"Velg en annen; {known.label} i {known.origin.place()} har den alt."
            yield (record.origin / "id").problem(f"id-en «{record.id}» er i bruk", help)


def _unknown(record: Record, kinds: Kinds) -> Iterator[Problem]:
    for where, ref in references(record, record.origin):
        if not any(ref in kinds.get(kind, {}) for kind in ref.to):
            known = {id for kind in ref.to for id in kinds.get(kind, {})}
            names = " eller ".join((DATA | CONTENT)[kind].label for kind in ref.to)
            files = " eller ".join(f"data/{kind}.yaml" if kind in DATA else f"content/{kind}/" for kind in ref.to)
            yield where.problem(f"{names} «{ref}» finnes ikke", did_you_mean(ref, known, f"Se id-ene i {files}."))


def _citations(record: Record, kinds: Kinds) -> Iterator[Problem]:
    if not isinstance(record, Content):
        return
    file, start = record.origin.file, record.origin.file.body_start
    for found in CITATION.finditer(code_blanked(record.body)):
        if found["id"] not in kinds["sources"]:
            help = did_you_mean(found["id"], kinds["sources"], "Legg kilden til i data/sources.yaml.")
            yield file.problem(start + found.start("id"), f"kilde «{found['id']}» finnes ikke", help)


def _shown(record: Record, kinds: Kinds) -> Iterator[Problem]:
    """Figures and quotations that a page asks for and that are not there, or that it shows twice."""
    if not isinstance(record, Content):
        return
    file, start, before = record.origin.file, record.origin.file.body_start, set[str]()
    figures = {*kinds["drawings"], *([CHART] if kinds["organs"] else []), *([SCHEDULE] if kinds["activities"] else [])}
    shown = {"figur": (figures, "data/drawings.yaml"), "sitat": (kinds["quotations"], "data/quotations.yaml")}
    for found in SHOWN.finditer(code_blanked(record.body)):
        (known, where), place = shown[found["kind"]], start + found.start("id")
        if found["id"] not in known:
            help = did_you_mean(found["id"], known, f"Se id-ene i {where}.")
            yield file.problem(place, f"{found['kind']} «{found['id']}» finnes ikke", help)
        elif found[0] in before:
            yield file.problem(place, f"{found['kind']} «{found['id']}» står to ganger på siden", "Slett den ene.")
        before.add(found[0])


def _facts(record: Record, programme: Programme, reference: Reference, kinds: Kinds) -> Iterator[Problem]:
    """What a record says that the programme, the official facts or other records contradict."""
    numbers = [pulje.number for pulje in programme.puljer]
    if len(numbers) == len(set(numbers)):
        yield from _puljer(record, set(numbers))
    elif isinstance(record, Programme):
        yield (record.origin / "puljer").problem("to puljer har samme nummer", "Gi hver pulje sitt eget nummer.")
    if isinstance(record, Kommune) and record.number not in reference.kommuner:
        help = "Se kommunenummeret i data/reference/."
        yield (record.origin / "number").problem(f"ingen kommune har nummeret «{record.number}»", help)
    if isinstance(record, Network):
        yield from _network_puljer(record, kinds)
        yield from _twice(record.origin / "members", [member.participant for member in record.members], "participant")
    if isinstance(record, Drawing) and record.id in (CHART, SCHEDULE):
        message = f"«{record.id}» er navnet på en figur nettstedet lager selv"
        yield (record.origin / "id").problem(message, "Velg en annen id; den figuren lages av andre data.")
    if isinstance(record, Kommune):
        yield from _twice(record.origin / "participation", [part.pulje for part in record.participation], "pulje")
    if isinstance(record, (KnowledgeStatus, ThemeText)) and record.id not in kinds["themes"]:
        help = did_you_mean(record.id, kinds["themes"], "Se id-ene i data/themes.yaml.")
        yield record.origin.problem(f"filnavnet «{record.id}» er ikke et tema", help)
    elif isinstance(record, KnowledgeStatus) and record.theme != record.id:
        help = f"Skriv theme: {record.id}, eller gi filen navnet {record.theme}.md."
        yield (record.origin / "theme").problem(f"temaet «{record.theme}» er et annet enn filnavnet", help)
    if isinstance(record, (Example, Programme)):
        repeated = {id for id, count in Counter(i.id for i in record.indicators).items() if count > 1}
        for i, indicator in enumerate(record.indicators):
            if indicator.id in repeated:
                where = record.origin / "indicators" / i / "id"
                yield where.problem(f"id-en «{indicator.id}» er brukt to ganger her", "Gi hvert måltall sin egen id.")


def _puljer(record: Record, known: set[int]) -> Iterator[Problem]:
    """Puljer that the programme did not have."""
    found: list[tuple[Origin, int]] = []
    if isinstance(pulje := getattr(record, "pulje", None), int):
        found.append((record.origin / "pulje", pulje))
    found += [
        (record.origin / "puljer" / i, p) for i, p in enumerate(getattr(record, "puljer", ())) if isinstance(p, int)
    ]
    if isinstance(record, Kommune):
        found += [(record.origin / "participation" / i / "pulje", p.pulje) for i, p in enumerate(record.participation)]
    for where, pulje in found:
        if pulje not in known:
            yield where.problem(
                f"programmet har ingen pulje {pulje}", f"Bruk en av: {', '.join(map(str, sorted(known)))}."
            )


def _network_puljer(network: Network, kinds: Kinds) -> Iterator[Problem]:
    for i, member in enumerate(network.members):
        participant = kinds["kommuner"].get(member.participant) or kinds["cooperations"].get(member.participant)
        puljer = {p.pulje for p in participant.participation} if isinstance(participant, Kommune) else set()
        puljer |= {participant.pulje} if isinstance(participant, Cooperation) else set()
        if participant and network.pulje not in puljer:
            message = f"«{participant.id}» er ikke med i pulje {network.pulje}"
            help = f"Rett pulje i nettverket, eller deltakelsen i {participant.origin.place()}."
            yield (network.origin / "members" / i / "participant").problem(message, help)


def _twice(where: Origin, values: Sequence[object], field: str) -> Iterator[Problem]:
    for i, value in enumerate(values):
        if value in values[:i]:
            yield (where / i / field).problem(f"«{value}» står to ganger", "Slett det ene leddet.")


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
