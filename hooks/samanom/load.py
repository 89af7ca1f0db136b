"""Find the files people edit and read them into entries: a kind, a place, and plain values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .model import ARTICLES, CONTENT, DATA, PROGRAMME, Article, Programme, Record
from .problems import Place, Problem, Problems, ProblemsFound, did_you_mean
from .source import File, Origin, read_file
from .strict import load


@dataclass(frozen=True)
class Entry:
    """One record as it was read."""

    kind: str
    """The list it belongs to: a value of KINDS."""
    model: type[Record]
    origin: Origin
    data: Any


def entries(root: Path) -> tuple[Entry, ...]:
    """Everything in `data/` and `content/`. Raises ProblemsFound with whatever cannot be read."""
    problems, found = Problems(), list[Entry]()
    for path in sorted(root.glob("data/*")):
        if path.is_dir() and path.name != "reference" and not path.name.startswith("."):
            help = "Flytt filene rett under data/."
            problems.append(Problem(Place(path.relative_to(root).as_posix()), "mapper her leses ikke", help))
        if path.is_file() and not path.name.startswith("."):
            with problems.collected():
                _require_data_name(path.relative_to(root).as_posix())
                found += file_entries(read_file(root, path))
    if not (root / "content").is_dir():
        problems.append(Problem(Place("content"), "mappen content finnes ikke", "Står du i riktig mappe?"))
    for path in content_files(root):
        with problems.collected():
            found += file_entries(read_file(root, path))
    if not any(entry.kind == PROGRAMME for entry in found) and not (root / "data/programme.yaml").exists():
        help = "Står du i riktig mappe?"
        problems.append(Problem(Place("data/programme.yaml"), "filen om programmet finnes ikke", help))
    problems.stop_if_any()
    return tuple(found)


def content_files(root: Path) -> tuple[Path, ...]:
    """Every page that someone wrote."""
    found = (path for path in sorted(root.glob("content/**/*")) if path.suffix.lower() == ".md" and path.is_file())
    return tuple(path for path in found if not _hidden(path.relative_to(root)))


def file_entries(file: File, *, comments: bool = False) -> tuple[Entry, ...]:
    """The records of one file. Raises ProblemsFound, for comments below its head too unless they are allowed."""
    if file.name.startswith("content/"):
        return (_content_entry(file, comments),)
    return tuple(_data_entries(file, comments))


def _hidden(path: Path) -> bool:
    """Whether it belongs to a program and not to the people who write."""
    return any(part.startswith(".") for part in path.parts)


def _require_data_name(name: str) -> None:
    path, known = Path(name), (*DATA, PROGRAMME)
    if path.suffix != ".yaml" or path.stem not in known:
        help = did_you_mean(path.name, [f"{key}.yaml" for key in known], "Flytt filen ut av data/.")
        raise ProblemsFound([Problem(Place(name), f"«{path.name}» er ingen datafil her", help)])


def _data_entries(file: File, comments: bool) -> Iterator[Entry]:
    kind = Path(file.name).stem
    value = _value(file, load(file, comments=comments), kind)
    if kind == PROGRAMME:
        yield Entry(kind, Programme, Origin(file, (kind,)), value)
    else:
        for i, item in enumerate(value):
            yield Entry(kind, DATA[kind], Origin(file, (kind, i)), item)


def _value(file: File, data: Any, kind: str) -> Any:
    """What stands under the one key of a data file."""
    example = f"Begynn filen med {kind}: på egen linje."
    if isinstance(data, list):
        raise ProblemsFound([Origin(file).problem("filen er en liste uten navn", f"{example} Rykk inn listen under.")])
    if not isinstance(data, dict) or kind not in data:
        raise ProblemsFound([Origin(file).problem(f"filen skal begynne med «{kind}:»", example)])
    if data[kind] is None:
        raise ProblemsFound([Origin(file, (kind,)).problem(f"«{kind}» er tom", "Legg til et ledd, eller slett filen.")])
    others = [Origin(file, (key,)) for key in data if key != kind]
    if others:
        help = f"Bare {kind} skal stå helt til venstre."
        raise ProblemsFound(other.problem(f"«{other.keys[0]}» hører ikke hjemme her", help) for other in others)
    wanted = dict if kind == PROGRAMME else list
    if not isinstance(data[kind], wanted):
        message = f"«{kind}» skal ha felt under seg" if wanted is dict else f"«{kind}» skal være en liste"
        help = (
            "Skriv felt: verdi på linjene under." if wanted is dict else "Begynn hvert ledd med en strek: - id: navnet."
        )
        raise ProblemsFound([Origin(file, (kind,)).problem(message, help)])
    return data[kind]


def _content_entry(file: File, comments: bool) -> Entry:
    if not file.is_markdown:
        raise ProblemsFound([file.problem(0, "filnavnet slutter ikke på .md", "Gi filen navn med små bokstaver.")])
    path = file.name.removeprefix("content/").removesuffix(".md")
    folder, _, name = path.rpartition("/")
    kind = folder if folder in CONTENT else ARTICLES
    if kind == ARTICLES and folder.split("/")[0] in CONTENT:
        folder = folder.split("/")[0]
        raise ProblemsFound([file.problem(0, "filen ligger for dypt", f"Flytt den rett under content/{folder}/.")])
    data = load(file, comments=comments)
    if not isinstance(data, dict):
        raise ProblemsFound(
            [
                Origin(file).problem(
                    "feltene øverst kan ikke leses", "Skriv minst title:, lang: og summary: på hver sin linje."
                )
            ]
        )
    if "id" in data:
        raise ProblemsFound(
            [Origin(file, ("id",)).problem("id er filnavnet", "Slett linjen, eller gi filen nytt navn.")]
        )
    identity = name if kind != ARTICLES else path.replace("/", "-")
    return Entry(kind, CONTENT.get(kind, Article), Origin(file), {**data, "id": identity})
