"""What a record says that the programme, the official facts or other records contradict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from .mentions import Kinds
from .model import (
    Cooperation,
    Drawing,
    Example,
    KnowledgeStatus,
    Kommune,
    Network,
    Programme,
    Record,
    ThemeText,
)
from .model.drawing import CHART, SCHEDULE
from .problems import Problem, did_you_mean
from .reference import Reference
from .source import Origin


def fact_problems(record: Record, programme: Programme, reference: Reference, kinds: Kinds) -> Iterator[Problem]:
    """Everything in one record that does not hold."""
    numbers = [pulje.number for pulje in programme.puljer]
    if len(numbers) == len(set(numbers)):
        yield from _puljer(record, set(numbers))
    elif isinstance(record, Programme):
        yield (record.origin / "puljer").problem("to puljer har samme nummer", "Gi hver pulje sitt eget nummer.")
    match record:
        case Kommune():
            yield from _kommune(record, reference)
        case Network():
            yield from _network_puljer(record, kinds)
            yield from _twice(
                record.origin / "members", [member.participant for member in record.members], "participant"
            )
        case Example() | Programme():
            yield from _indicators(record)
        case KnowledgeStatus() | ThemeText():
            yield from _file_name(record, kinds)
        case Drawing():
            yield from _drawing(record)


def _kommune(record: Kommune, reference: Reference) -> Iterator[Problem]:
    if record.number not in reference.kommuner:
        help = "Se kommunenummeret i data/reference/."
        yield (record.origin / "number").problem(f"ingen kommune har nummeret «{record.number}»", help)
    yield from _twice(record.origin / "participation", [part.pulje for part in record.participation], "pulje")


def _indicators(record: Example | Programme) -> Iterator[Problem]:
    times = Counter(indicator.id for indicator in record.indicators)
    for i, indicator in enumerate(record.indicators):
        if times[indicator.id] > 1:
            where = record.origin / "indicators" / i / "id"
            yield where.problem(f"id-en «{indicator.id}» er brukt to ganger her", "Gi hvert måltall sin egen id.")


def _file_name(record: KnowledgeStatus | ThemeText, kinds: Kinds) -> Iterator[Problem]:
    if record.id not in kinds["themes"]:
        help = did_you_mean(record.id, kinds["themes"], "Se id-ene i data/themes.yaml.")
        yield record.origin.problem(f"filnavnet «{record.id}» er ikke et tema", help)
    elif isinstance(record, KnowledgeStatus) and record.theme != record.id:
        help = f"Skriv theme: {record.id}, eller gi filen navnet {record.theme}.md."
        yield (record.origin / "theme").problem(f"temaet «{record.theme}» er et annet enn filnavnet", help)


def _drawing(record: Drawing) -> Iterator[Problem]:
    if record.id in (CHART, SCHEDULE):
        message = f"«{record.id}» er navnet på en figur nettstedet lager selv"
        yield (record.origin / "id").problem(message, "Velg en annen id; den figuren lages av andre data.")


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
