"""`samanom due`: the secretariat's list."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from ..dates import Period
from ..desk.due import Group, due
from ..load import entries
from ..validate import validate
from .parser import Commands

SHOWN = 10
"""How many of a group are listed where not all are asked for."""


def add(commands: Commands) -> None:
    command = commands.add("due", run, "vis det sekretariatet bør se til: gamle kontakter og sider, hendelser, utkast")
    command.add_argument("--dato", type=_day, metavar="ÅÅÅÅ-MM-DD", help="listen slik den er den dagen (ellers: i dag)")
    command.add_argument("--alle", action="store_true", help=f"vis alle, ikke bare de {SHOWN} første av hvert slag")


def run(chosen: argparse.Namespace, root: Path) -> int:
    """The one command that reads the clock when no date is given: the build never does."""
    date = chosen.dato or dt.date.today()
    groups = due((record for _, record in validate(entries(root))), date)
    print(f"Å se til per {_written(date)}")
    for group in groups:
        print("\n" + "\n".join(_lines(group, len(group.items) if chosen.alle else SHOWN)))
    return 0


def _lines(group: Group, most: int) -> Iterator[str]:
    places = [item for item in group.items if item.origin]
    yield f"{group.heading} ({len(places)})" if places else group.heading
    for item in group.items[:most]:
        yield f"  {item.origin.place()}: {item.what}" if item.origin else f"  {item.what}"
    if len(group.items) > most:
        yield f"  … og {len(group.items) - most} til; --alle viser dem."
    if group.todo:
        yield f"  {group.todo}"


def _written(date: dt.date) -> str:
    return Period.parse(date.isoformat()).format()


def _day(text: str) -> dt.date:
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise argparse.ArgumentTypeError(f"«{text}» er ingen dag. Skriv f.eks. 2016-12-31.") from None
