"""Whether what a record names is there: other records by their ids, and in its text sources, figures and quotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .model import CONTENT, DATA, Content, Part, Record, Ref
from .model.drawing import CHART, SCHEDULE
from .problems import Problem, did_you_mean
from .prose import CITATION, SHOWN
from .source import Origin, code_blanked

Kinds = Mapping[str, Mapping[str, Record]]
"""Records by kind and id."""


def mention_problems(record: Record, kinds: Kinds) -> Iterator[Problem]:
    """Everything that a record names and that is not there."""
    yield from _unknown(record, kinds)
    if isinstance(record, Content):
        yield from _citations(record, kinds)
        yield from _shown(record, kinds)


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


def _unknown(record: Record, kinds: Kinds) -> Iterator[Problem]:
    for where, ref in references(record, record.origin):
        if not any(ref in kinds.get(kind, {}) for kind in ref.to):
            known = {id for kind in ref.to for id in kinds.get(kind, {})}
            names = " eller ".join((DATA | CONTENT)[kind].label for kind in ref.to)
            files = " eller ".join(f"data/{kind}.yaml" if kind in DATA else f"content/{kind}/" for kind in ref.to)
            yield where.problem(f"{names} «{ref}» finnes ikke", did_you_mean(ref, known, f"Se id-ene i {files}."))


def _citations(record: Content, kinds: Kinds) -> Iterator[Problem]:
    file, start = record.origin.file, record.origin.file.body_start
    for found in CITATION.finditer(code_blanked(record.body)):
        if found["id"] not in kinds["sources"]:
            help = did_you_mean(found["id"], kinds["sources"], "Legg kilden til i data/sources.yaml.")
            yield file.problem(start + found.start("id"), f"kilde «{found['id']}» finnes ikke", help)


def _shown(record: Content, kinds: Kinds) -> Iterator[Problem]:
    """Figures and quotations that a page asks for and that are not there, or that it shows twice."""
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
