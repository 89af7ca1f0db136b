"""Asks someone at a terminal, until the answer is one that the record can hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..desk.choices import Choice
from ..desk.questions import Question, Unfit

LISTED = 12
"""How many choices are shown without being asked for."""


def ask(question: Question, suggestion: str = "") -> Any:
    """The value; None when nothing was answered and nothing must be."""
    _introduce(question)
    offered = _offer(question.choices) if len(question.choices) <= LISTED else ()
    while True:
        text = input(f"> [{suggestion}] " if suggestion else "> ").strip() or suggestion
        if text == "?":
            offered = _offer(question.choices)
        elif not text and not question.required:
            return None
        elif text:
            try:
                return _echoed(question, question.parse(_chosen(text, offered)))
            except Unfit as unfit:
                print(f"  {unfit}")
                offered = _offer(unfit.instead) or offered
        else:
            print("  Dette må være med.")


def _introduce(question: Question) -> None:
    print(f"\n{question.label}{'' if question.required else ' (Enter hopper over)'}")
    if question.help:
        print(f"  {question.help}")
    if len(question.choices) > LISTED:
        print("  Skriv navnet eller en del av det. ? viser alle.")
    if question.many:
        print("  Flere: skill med komma.")


def _offer(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    for number, choice in enumerate(choices, start=1):
        told = "" if choice.label == choice.id else f"  {choice.label}"
        print(f"  {number:>3}  {choice.id}{told}")
    return tuple(choices)


def _chosen(text: str, offered: Sequence[Choice]) -> str:
    """What was answered, with the numbers of a list changed for what they stand for."""
    if not offered:
        return text
    parts = [part.strip() for part in text.split(",")]
    listed = {str(number): choice.id for number, choice in enumerate(offered, start=1)}
    return ", ".join(listed.get(part, part) for part in parts)


def _echoed(question: Question, value: Any) -> Any:
    """Says which was meant, where that is not what was written."""
    labels = {choice.id: choice.label for choice in question.choices if choice.label != choice.id}
    for id in value if isinstance(value, list) else [value]:
        if id in labels:
            print(f"  → {labels[id]}")
    return value
