"""Files in the one form that people, the formatter and the editor in the browser all write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..load import Entry, content_files, file_entries
from ..model import DATA, PROGRAMME, Content, Programme
from ..problems import Place, Problem, ProblemsFound
from ..source import File, read_file
from ..strict import comments_below_head
from ..validate import validate
from .comments import comments_of, head_comments, with_comments
from .lines import Lines, item_lines, mapping_lines


def canonical(text: str, name: str) -> str:
    """The text of a file in the one form; `name` is its path from the project's root.

    Raises ProblemsFound when it cannot be read, when a field in it is wrong, or when it would come to mean something
    else.
    """
    file = File(name, text)
    entries = file_entries(file, comments=True)
    meaning = _meaning(file, entries)
    written = _page(file, entries) if file.is_markdown else _data(file, entries)
    if written != text and not _means(File(name, written), meaning):
        help = "Den er ikke rørt. Si fra til den som har ansvaret for verktøyet."
        raise ProblemsFound([Problem(Place(name), "filen ville fått en annen mening i fast form", help)])
    return written


def formed(root: Path, path: Path) -> str | None:
    """What the file should hold; None when it does. Raises ProblemsFound as `canonical` does."""
    text = canonical(read_file(root, path).text, path.relative_to(root).as_posix())
    return None if text.encode() == path.read_bytes() else text


def all_files(root: Path) -> tuple[Path, ...]:
    """Every file that people edit."""
    return (*sorted(root.glob("data/*.yaml")), *content_files(root))


def _meaning(file: File, entries: tuple[Entry, ...]) -> list[Any]:
    """What the records hold, the text below their fields, and what is noted in the file."""
    records = [record for _, record in validate(entries)]
    bodies = [record.body.strip() for record in records if isinstance(record, Content)]
    comments = sorted([*head_comments(file), *(comment for _, comment in comments_below_head(file.yaml))])
    return [*bodies, *comments, *(record.model_dump() for record in records)]


def _means(file: File, meaning: list[Any]) -> bool:
    try:
        return _meaning(file, file_entries(file, comments=True)) == meaning
    except ProblemsFound:
        return False


def _data(file: File, entries: tuple[Entry, ...]) -> str:
    kind = Path(file.name).stem
    if kind == PROGRAMME:
        below = mapping_lines(Programme, entries[0].data, "  ", (kind,))
    else:
        below = _parted(item_lines(DATA[kind], [entry.data for entry in entries], "  ", (kind,)))
    lines = [((kind,), f"{kind}:" if entries else f"{kind}: []"), *below]
    return _joined([*head_comments(file), *with_comments(lines, comments_of(file))])


def _parted(items: Iterator[Lines]) -> Lines:
    """One blank line between the items."""
    for i, lines in enumerate(items):
        if i:
            yield (), ""
        yield from lines


def _page(file: File, entries: tuple[Entry, ...]) -> str:
    [entry] = entries
    fields = with_comments(mapping_lines(entry.model, entry.data), comments_of(file))
    body = re.sub(r"\A(?:[ \t]*\n)+|\s+\Z", "", file.text[file.body_start :])
    front = _joined(["---", *head_comments(file), *fields, "---"])
    return f"{front}\n{body}\n" if body else front


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
