"""`samanom mail`: a newsletter as files that an e-mail program opens."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..clock import build_date
from ..desk.mail import write_mail
from ..progress import progress
from .parser import Commands


def add(commands: Commands) -> None:
    mail = commands.add("mail", run, "lag e-post av et nyhetsbrev; ingenting blir sendt")
    mail.add_argument("nyhetsbrev", metavar="ÅR-NUMMER", help="navnet på filen i content/nyhetsbrev/, f.eks. 2014-1")
    mail.add_argument("--til", type=Path, metavar="MAPPE", help="hvor filene skal ligge (ellers: build/epost)")


def run(chosen: argparse.Namespace, root: Path) -> int:
    with progress("Leser gjennom nyhetsbrevet"):
        written = write_mail(root, chosen.nyhetsbrev, chosen.til or root / "build/epost", build_date(root))
    for sentence in written.advice:
        print(f"Råd: {sentence}", file=sys.stderr)
    print(written.told)
    return 0
