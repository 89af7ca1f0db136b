"""What a build needs beside MkDocs: the pages in a folder, the search index, the picture, the exchange."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from .. import build, read
from ..clock import build_date
from ..export import export
from ..progress import progress
from ..render import Writer
from ..render.card import picture_page
from ..search.index import write_index
from ..swap import swap
from .parser import Commands


def add(commands: Commands) -> None:
    folder = commands.add("export", _export, "skriv alle sider til en mappe som andre byggere kan ta")
    folder.add_argument("mappe", type=Path, help="mappen; den må være tom eller ikke finnes")
    index = commands.add("index", _index, "lag søkeindeksen til et nybygd nettsted")
    index.add_argument("nettsted", type=Path, help="mappen det er bygd i")
    picture = commands.add("picture", _picture, "lag siden som bildet av programmet tas av")
    picture.add_argument("fil", type=Path, help="HTML-filen som skal skrives")
    exchange = commands.add("swap", _swap, "bytt et nybygd nettsted med det gamle i ett steg")
    exchange.add_argument("nytt", type=Path, help="det nye")
    exchange.add_argument("gammelt", type=Path, help="det som skal byttes ut")


def _export(chosen: argparse.Namespace, root: Path) -> int:
    with progress("Bygger sidene"):
        count = export(build(root, build_date(root)), root / "content", chosen.mappe)
    print(f"{count} filer skrevet til {chosen.mappe}.")
    return 0


def _picture(chosen: argparse.Namespace, root: Path) -> int:
    html = picture_page(Writer(read(root), root / "theme", build_date(root)), chosen.fil.resolve().parent)
    chosen.fil.write_text(html, encoding="utf-8")
    return 0


def _index(chosen: argparse.Namespace, root: Path) -> int:
    try:
        with progress("Lager søkeindeksen"):
            write_index(chosen.nettsted)
    except subprocess.CalledProcessError:
        print("Søkeindeksen ble ikke laget. Det som står over, er Pagefinds egne ord.", file=sys.stderr)
        return 1
    return 0


def _swap(chosen: argparse.Namespace, root: Path) -> int:
    swap(chosen.nytt, chosen.gammelt)
    return 0
