"""YAML as editors and browser-based tools read it (version 1.2).

What programs read differently is refused, so that the build, the editor and every other reader agree on each character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar

import yaml

from .problems import Place, Problem, ProblemsFound
from .source import FRONT_MATTER, File
from .syntax import syntax_problem


def load(file: File, *, comments: bool = False) -> Any:
    """The YAML of a file as plain values. Raises ProblemsFound with everything that is wrong in it.

    Comments below its head are wrong too, unless they are allowed.
    """
    if file.is_markdown:
        _require_front_matter(file)
    loader = None
    try:
        loader = Loader(file.yaml)
        data = loader.get_single_data()
    except yaml.MarkedYAMLError as error:
        raise ProblemsFound([syntax_problem(file, error)]) from None
    except (AttributeError, KeyError, TypeError, ValueError):
        problem = Problem(Place(file.name), "filen har en verdi som ikke kan leses", "Sett den i hermetegn.")
        raise ProblemsFound([problem]) from None
    except yaml.reader.ReaderError as error:
        help = "Slett tegnet og skriv det på nytt."
        offset = min(error.position, len(file.text))
        raise ProblemsFound([file.problem(offset, "her står et tegn som ikke kan leses", help)]) from None
    finally:
        if loader:
            loader.dispose()
    problems = [
        Problem(Place(file.name, mark.line + 1, mark.column + 1), message, help)
        for mark, message, help in loader.surprises
    ]
    if not comments:
        problems += [file.problem(offset, *LOST) for offset, _ in comments_below_head(file.yaml)]
    if problems:
        raise ProblemsFound(problems)
    return data


UNFIT_NAMES = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float"))


class Loader(yaml.CSafeLoader):
    """Scalars by YAML 1.2, dates as text; notes every surprise and reads on."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}  # type: ignore[misc]  # the stubs call it an instance's

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.surprises: list[tuple[yaml.Mark, str, str]] = []

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag in UNFIT_NAMES:
                raise yaml.MarkedYAMLError(problem="feltnavn", problem_mark=key.start_mark)
            if key.value in seen:
                help = "Behold den ene linjen og slett den andre."
                self.surprises.append((key.start_mark, f"«{key.value}» står to ganger", help))
            seen.add(key.value)
        return super().construct_mapping(node, deep)

    def refuse_number(self, node: yaml.ScalarNode) -> str:
        message = f"programmer leser {node.value} ulikt når det står uten hermetegn"
        self.surprises.append((node.start_mark, message, f'Skriv "{node.value}".'))
        return str(node.value)

    def refuse_boolean(self, node: yaml.ScalarNode) -> str:
        message = f"noen programmer leser {node.value} som ja eller nei, andre som et ord"
        help = f'Skriv true eller false for ja og nei, eller "{node.value}" for ordet.'
        self.surprises.append((node.start_mark, message, help))
        return str(node.value)


AMBIGUOUS_NUMBER = "|".join(
    (
        r"[-+]?0\d+",  # 0301
        r"[-+]?0[xob][\da-fA-F_]+",  # 0x1f
        r"[-+]?\d[\d_]*_[\d_]*",  # 1_000
        r"[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?",  # 12:30
        r"[-+]?\d[\d.]*[eE][-+]?\d+",  # 1e3
        r"[-+]?\.\d+",  # .5
        r"\+\d+(?:\.\d*)?",  # +5
        r"[-+]?\.(?i:inf|nan)",
    )
)
for tag, pattern, first in (
    ("tag:yaml.org,2002:null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
    ("tag:yaml.org,2002:bool", r"true|false", "tf"),
    ("tag:yaml.org,2002:int", r"-?(?:0|[1-9]\d*)", "-0123456789"),
    ("tag:yaml.org,2002:float", r"-?(?:0|[1-9]\d*)\.\d+", "-0123456789"),
    ("!number", AMBIGUOUS_NUMBER, "-+.0123456789"),
    ("!boolean", r"(?i:yes|no|on|off)|True|TRUE|False|FALSE", "yYnNoOtTfF"),
):
    Loader.add_implicit_resolver(tag, re.compile(f"(?:{pattern})$"), list(first))
Loader.add_constructor("!number", Loader.refuse_number)
Loader.add_constructor("!boolean", Loader.refuse_boolean)


def _require_front_matter(file: File) -> None:
    if not file.text.startswith("---"):
        help = "Begynn med en linje med ---, så feltene, så en linje med ---."
        raise ProblemsFound([file.problem(0, "filen mangler feltene øverst", help)])
    if not FRONT_MATTER.match(file.text):
        help = "Skriv en linje med bare --- etter det siste feltet."
        raise ProblemsFound([file.problem(0, "feltene øverst blir aldri avsluttet", help)])


HEAD = re.compile(r"(?:---[ \t]*\n)?(?:[ \t]*(?:#[^\n]*)?\n)*")
"""What may stand above the first field: blank lines and comments."""
LOST = (
    "kommentarer her forsvinner når noen redigerer i nettleseren",
    "Skriv grunnen i feltet note, eller flytt kommentaren øverst i filen.",
)


def comments_below_head(text: str) -> Iterator[tuple[int, str]]:
    """Each comment of a YAML text after its head: where it begins, counted from 0, and the comment."""
    head = HEAD.match(text)
    start = head.end() if head else 0
    found = [match.start("mark") for match in re.finditer(r"(?:^|(?<=\s))(?P<mark>#)", text) if match.start() >= start]
    if not found:
        return
    spans = [
        (token.start_mark.index, token.end_mark.index)
        for token in yaml.scan(text, yaml.CLoader)
        if isinstance(token, yaml.ScalarToken)
    ]
    done = 0
    for offset in found:
        if offset >= done and not any(begin <= offset < end for begin, end in spans):
            comment = text[offset:].partition("\n")[0]
            done = offset + len(comment)
            yield offset, comment.rstrip()
