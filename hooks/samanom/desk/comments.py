"""Comments of a file that is written anew: each stays above what it was written for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import yaml

from ..source import File, compose
from ..strict import HEAD, comments_below_head
from .lines import Keys

Comments = list[tuple[Keys | None, str]]
"""Each comment with the keys that lead to what it is about; None at the end of the file."""


def head_comments(file: File) -> list[str]:
    """Those above the first field."""
    head = HEAD.match(file.yaml)
    return [line.strip() for line in head[0].splitlines() if line.lstrip().startswith("#")] if head else []


def comments_of(file: File) -> Comments:
    """Those below the head: beside a field they are about it, alone on a line about what follows."""
    text = file.yaml
    starts = list(_starts(compose(text), ()))
    found: Comments = []
    for offset, comment in comments_below_head(text):
        alone = not text[text.rfind("\n", 0, offset) + 1 : offset].strip()
        after = (keys for start, keys in starts if start > offset)
        found.append((next(after, None) if alone else [k for start, k in starts if start < offset][-1], comment))
    return found


def with_comments(lines: Iterable[tuple[Keys, str]], comments: Comments) -> Iterator[str]:
    """The lines, each with what is said of it above it. A comment on what is not written stands over its whole."""
    listed = list(lines)
    above: dict[int, list[str]] = {}
    for keys, comment in comments:
        above.setdefault(_line_of(keys, [line[0] for line in listed]), []).append(comment)
    for i, (_, line) in enumerate(listed):
        indent = line[: len(line) - len(line.lstrip())]
        yield from (f"{indent}{comment}" for comment in above.get(i, ()))
        yield line
    yield from above.get(len(listed), ())


def _line_of(keys: Keys | None, lines: list[Keys]) -> int:
    """The first line of what the keys lead to, or of the nearest whole above it; past the last line at the end."""
    if keys is None:
        return len(lines)
    shown = next((i for i, own in enumerate(lines) if own[: len(keys)] == keys), None)
    return _line_of(keys[:-1], lines) if shown is None else shown


def _starts(node: yaml.Node | None, keys: Keys) -> Iterator[tuple[int, Keys]]:
    """Where each field and item begins, in the order of the file, the outer before the inner."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.start_mark.index, (*keys, key.value)
            yield from _starts(value, (*keys, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for i, value in enumerate(node.value):
            yield value.start_mark.index, (*keys, i)
            yield from _starts(value, (*keys, i))
