"""What is wrong, told to those who fill in forms: which form, where in it, and by the labels that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from ..model.labels import LABELS, ONE
from ..problems import Place, Problem, ProblemsFound
from ..source import File, children, compose, read_file
from .config import LISTS, WRITTEN

BY = ("name", "title", "term", "short", "question", "text", "id")
"""The fields that someone may know a record by, the best first."""
LONG = 60
"""Signs of a text that is quoted to show where it stands."""
ALSO_WORDS = frozenset(
    ("alt", "en", "id", "kommune", "kommuner", "lang", "nb", "nn", "pulje", "puljer", "start", "status", "time", "to")
)
"""Names of fields that messages have as words, or as what is chosen."""
NAMES = "|".join(sorted(LABELS.keys() - ALSO_WORDS, key=len, reverse=True))
FIELD = re.compile(rf"«({NAMES})»|(?<![\w/.«-])({NAMES})(?![\w/»-])")

IN_FORMS = {
    "[tekst](kilde:id)": "merk noen ord, trykk Lenke, og skriv kilde:id",
    "Skriv [tekst](adresse) uten skråstrek foran": "Slett det, skriv ordene, merk dem, trykk Lenke, og skriv adressen",
    "Skriv ## uten skråstrek foran": "Slett tegnene foran, og velg Overskrift 2",
    "Begynn med ## for overskrifter i teksten": "Velg Overskrift 2 for overskrifter i teksten",
    "Skriv [tekst](adresse) der lenken skal stå": "Merk ordene, trykk Lenke, og skriv adressen",
}
"""How the same is done where one sees no signs."""


def in_forms(root: Path, problem: Problem) -> dict[str, str]:
    """What the editor is told of a problem; the place in the file where it is not known what stands there."""
    return {
        "place": " › ".join(_steps(root, problem.place)) or str(problem.place),
        "file": str(problem.place),
        "message": labelled(problem.message),
        "help": labelled(problem.help),
    }


def labelled(text: str) -> str:
    """With the label of each field that is named, and what one does in a form."""
    for written, done in IN_FORMS.items():
        text = text.replace(written, done)
    return FIELD.sub(lambda found: f"«{LABELS[found[1] or found[2]]}»", text)


def _steps(root: Path, place: Place) -> list[str]:
    try:
        file = read_file(root, root / place.file)
        node = compose(file.yaml)
    except (OSError, ProblemsFound, yaml.YAMLError):
        return []
    if file.is_markdown:
        return [_page(file, node), *(_in_text(file, place) or _in_fields(node, place))]
    return list(_in_lists(node, place))


def _page(file: File, node: yaml.Node | None) -> str:
    folder = file.name.split("/")[1]
    kind = WRITTEN[folder][1] if folder in WRITTEN else "side"
    return f"{kind.capitalize()} «{_called(node) or Path(file.name).stem}»"


def _in_text(file: File, place: Place) -> list[str]:
    if place.line <= file.text.count("\n", 0, file.body_start):
        return []
    line = file.text.splitlines()[place.line - 1].strip()
    return ["Tekst", f"«{line[:LONG]}{'…' if len(line) > LONG else ''}»"] if line else ["Tekst"]


def _in_lists(node: yaml.Node | None, place: Place) -> Iterator[str]:
    """The list's label and what the record is called, before the fields."""
    titles = {f"data/{kind}.yaml": title for _, kinds in LISTS.values() for kind, title in kinds.items()}
    if place.file not in titles:
        return
    yield titles[place.file]
    listed = node.value[0][1] if isinstance(node, yaml.MappingNode) and node.value else None
    if isinstance(listed, yaml.MappingNode):
        yield from _in_fields(listed, place)
        return
    before = [(mark, record) for _, mark, record in children(listed) if _is_before(mark, place)]
    if before:
        mark, record = before[-1]
        yield _called(record) or f"nummer {len(before)}"
        yield from () if _is_at(mark, place) else _in_fields(record, place)


def _in_fields(node: yaml.Node | None, place: Place, of: str = "") -> Iterator[str]:
    """The label of each field that the place is in; of a list, which of its parts."""
    found = [(key, mark, value) for key, mark, value in children(node) if _is_before(mark, place)]
    if not found:
        return
    key, mark, value = found[-1]
    inner = [] if _is_at(mark, place) else list(_in_fields(value, place, key))
    if isinstance(node, yaml.SequenceNode):
        yield f"{ONE.get(of) or LABELS.get(of, of)} {int(key) + 1}".capitalize()
    elif not (inner and isinstance(value, yaml.SequenceNode)):
        yield LABELS.get(key, key)
    yield from inner


def _called(node: yaml.Node | None) -> str:
    told = {key: value for key, _, value in children(node)} if isinstance(node, yaml.MappingNode) else {}
    found = next((told[name] for name in BY if name in told), None)
    if isinstance(found, yaml.MappingNode):
        found = found.value[0][1] if found.value else None
    return str(found.value) if isinstance(found, yaml.ScalarNode) else ""


def _is_before(mark: yaml.Mark, place: Place) -> bool:
    return (mark.line + 1, mark.column + 1) <= (place.line, place.column)


def _is_at(mark: yaml.Mark, place: Place) -> bool:
    return (mark.line + 1, mark.column + 1) == (place.line, place.column)
