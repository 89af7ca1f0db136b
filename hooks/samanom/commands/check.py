"""`samanom check`: what is wrong in data and content."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .. import build
from ..clock import build_date
from .parser import Commands


def add(commands: Commands) -> None:
    commands.add("check", run, "kontroller data og innhold")


def run(chosen: argparse.Namespace, root: Path) -> int:
    date = build_date(root)
    site = build(root, date)
    undated = ("bygget kjenner ingen dato; bygg fra Git, eller sett SOURCE_DATE_EPOCH.",) if date.year == 1970 else ()
    for sentence in (*site.advice, *undated):
        print(f"Råd: {sentence}", file=sys.stderr)
    print(f"Ingen feil i data/ og content/: {len(site.pages)} sider.")
    return 0
