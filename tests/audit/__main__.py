"""Lets the judges look at the finished site one after the other, and tells what they say."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from . import Verdict, accessibility, drawings, htmlvalidate, lighthouse, norwegian, nu, pa11y

Judge = Callable[[Path], Verdict]
JUDGES: tuple[Judge, ...] = (
    norwegian.judge,
    nu.judge,
    htmlvalidate.judge,
    drawings.judge,
    accessibility.judge,
    lighthouse.judge,
    pa11y.judge,
)
ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> int:
    """1 when a judge found a fault or gave up; advice is told, and no more."""
    unhappy = [judge for judge in JUDGES if not _is_content(judge)]
    return 1 if unhappy else 0


def _is_content(judge: Judge) -> bool:
    """Tells what a judge says, as soon as it is said."""
    try:
        verdict = judge(ROOT)
    except ValueError as error:
        print(error, flush=True)
        return False
    for fault in verdict.faults:
        print(fault)
    for sentence in verdict.advice:
        print(f"Råd: {sentence}")
    print(f"{verdict.about}: {len(verdict.faults) or 'ingen'} feil.", flush=True)
    return not verdict.faults


if __name__ == "__main__":
    sys.exit(main())
