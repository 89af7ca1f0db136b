"""`samanom desk`: the editor in the browser, on one's own machine."""

from __future__ import annotations

import argparse
import errno
import sys
from pathlib import Path

from ..desk.serve import SERVER, desk
from .parser import Commands

PORT = 8000


def add(commands: Commands) -> None:
    table = commands.add("desk", run, "rediger i nettleseren, filene på denne maskinen")
    table.add_argument("--port", type=int, default=PORT, metavar="TALL", help=f"porten på maskinen (ellers: {PORT})")


def run(chosen: argparse.Namespace, root: Path) -> int:
    if not SERVER.exists():
        print("Programmet som lagrer filene, er ikke installert. Kjør make desk.", file=sys.stderr)
        return 1
    try:
        return desk(root, chosen.port)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        other = f".venv/bin/samanom desk --port {chosen.port + 1}"
        print(f"Noe annet bruker port {chosen.port}. Stopp det, eller skriv {other}.", file=sys.stderr)
        return 1
