"""Lets the judges look at the finished site one after the other, and tells what they say."""

from __future__ import annotations

import sys
from pathlib import Path

from . import norwegian

JUDGES = (norwegian.judge,)
ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> int:
    """1 when a judge found a fault; advice is told, and no more."""
    try:
        verdicts = [judge(ROOT) for judge in JUDGES]
    except ValueError as error:
        print(error)
        return 1
    for verdict in verdicts:
        for fault in verdict.faults:
            print(fault)
        for sentence in verdict.advice:
            print(f"Råd: {sentence}")
        print(f"{verdict.about}: {len(verdict.faults) or 'ingen'} feil.")
    return 1 if any(verdict.faults for verdict in verdicts) else 0


if __name__ == "__main__":
    sys.exit(main())
