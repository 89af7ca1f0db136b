"""`samanom new`: a new page, event or person, from questions or from options."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .. import Catalog, ProblemsFound, read
from ..desk.new import MADE, Kind, at_fault, drafted, proven, suggested
from ..desk.questions import Question, Unfit
from ..desk.save import save
from ..problems import Problem
from ..source import File
from .ask import ask
from .parser import Commands, Parser

Answers = dict[str, Any]


def add(commands: Commands) -> None:
    new = commands.add("new", run, "lag et nytt nyhetsbrev, eksempel, en temadag, hendelse eller person")
    kinds = new.add_subparsers(title="slag", metavar="SLAG", required=True, dest="slag", parser_class=Parser)
    for word, kind in MADE.items():
        one = kinds.add_parser(word, help=f"i {_place(kind)}", description="Det som ikke oppgis her, blir du spurt om.")
        for question in kind.questions():
            help = question.told.replace("%", "%%")
            one.add_argument(f"--{question.name}", dest=question.path, metavar="…", help=help)


def run(chosen: argparse.Namespace, root: Path) -> int:
    kind, catalog = MADE[chosen.slag], read(root)
    questions = {question.path: question for question in kind.questions(catalog)}
    given = {path: getattr(chosen, path) for path in questions if getattr(chosen, path) is not None}
    try:
        if not sys.stdin.isatty():
            return _from_options(kind, questions, given, catalog, root)
        return _asked(kind, questions, given, catalog, root)
    except (KeyboardInterrupt, EOFError):
        print("\nAvbrutt. Ingenting er skrevet.", file=sys.stderr)
        return 130


def _from_options(
    kind: Kind, questions: dict[str, Question], given: dict[str, str], catalog: Catalog, root: Path
) -> int:
    """Nobody to ask: everything must be given."""
    answers: Answers = {}
    faults = [
        f"--{question.name} mangler: {question.told}"
        for path, question in questions.items()
        if question.required and path not in given and path != "id"
    ]
    for path, text in given.items():
        try:
            answers[path] = questions[path].parse(text)
        except Unfit as unfit:
            instead = ", ".join(f"{choice.id} ({choice.label})" for choice in unfit.instead)
            faults.append(f"--{questions[path].name}: {unfit} {instead}".rstrip())
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 2
    if "id" in questions and "id" not in answers:
        answers["id"] = suggested(kind, "id", answers, catalog, root)
    file = drafted(kind, answers, root)
    try:
        return _save(kind, file, proven(file, root), root)
    except ProblemsFound as found:
        for path, problem in _faulty(found, file, kind).items():
            print(f"--{questions[path].name}: {problem.message}. {problem.help}", file=sys.stderr)
        return 2


def _asked(kind: Kind, questions: dict[str, Question], given: dict[str, str], catalog: Catalog, root: Path) -> int:
    print("Ctrl-C avbryter; ingenting skrives før alt er besvart.")
    answers: Answers = {}
    for path, question in questions.items():
        answers |= _answer(question, given.get(path), suggested(kind, path, answers, catalog, root))
    while True:
        file = drafted(kind, answers, root)
        try:
            return _save(kind, file, proven(file, root), root)
        except ProblemsFound as found:
            for path, problem in _faulty(found, file, kind).items():
                print(f"\n{problem.message}. {problem.help}")
                answers.pop(path, None)
                answers |= _answer(questions[path], None, "")


def _faulty(found: ProblemsFound, file: File, kind: Kind) -> dict[str, Problem]:
    """The problem of each answer that is at fault. Raises what was found when it is about something else."""
    faulty = {path: each for each in found.problems if (path := at_fault(each, file, kind))}
    if not faulty:
        raise found
    return faulty


def _answer(question: Question, given: str | None, suggestion: str) -> Answers:
    """What was given, where it will do; or else what is answered. Nothing where a question is passed over."""
    if given is not None:
        try:
            return {question.path: question.parse(given)}
        except Unfit as unfit:
            print(f"\n--{question.name}: {unfit}")
    value = ask(question, suggestion)
    return {} if value is None else {question.path: value}


def _save(kind: Kind, file: File, text: str, root: Path) -> int:
    save(root / file.name, text)
    print(f"\nSkrevet: {file.name}")
    for number, step in enumerate(_next(kind, text), start=1):
        print(f"  {number}. {step}")
    return 0


def _next(kind: Kind, text: str) -> Iterator[str]:
    """What to do then."""
    if kind.is_page:
        yield "Åpne filen, og skriv det som er kjent i stedet for linjene med <!-- -->."
        if "\n## " in text:
            yield "Slett overskrifter som det ikke er noe å si under, og nevn i teksten hva kildene ikke sier."
        yield "Slett draft: true når siden kan vises; før det er den ikke på nettstedet."
    else:
        yield "Se over det nederst i filen. Andre felt kan skrives for hånd."
    yield "Kontroller: samanom check"
    yield "Bygg nettstedet: make site"


def _place(kind: Kind) -> str:
    return f"content/{kind.name}/" if kind.is_page else f"data/{kind.name}.yaml"
