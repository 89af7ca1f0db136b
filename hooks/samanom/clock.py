"""The one date that a build knows."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

from .problems import Place, Problem, ProblemsFound


def build_date(root: Path) -> dt.date:
    """SOURCE_DATE_EPOCH, or else the day of the last commit, or else the first day there is: never today.

    Raises ProblemsFound when the variable is no time.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or _last_commit(root) or "0"
    try:
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH kan ikke være «{seconds}»"
        help = "Skriv sekunder siden 1970, f.eks. 1400000000, eller ta variabelen bort."
        raise ProblemsFound([Problem(Place("SOURCE_DATE_EPOCH"), message, help)]) from None


def _last_commit(root: Path) -> str:
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        return ""
