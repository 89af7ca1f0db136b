"""`samanom desk`: the editor in the browser, on one's own machine."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..desk.serve import desk
from .parser import Commands

PORT = 8000


def add(commands: Commands) -> None:
    table = commands.add("desk", run, "rediger i nettleseren, filene på denne maskinen")
    table.add_argument("--port", type=int, default=PORT, metavar="TALL", help=f"porten på maskinen (ellers: {PORT})")


def run(chosen: argparse.Namespace, root: Path) -> int:
    return desk(root, chosen.port)
