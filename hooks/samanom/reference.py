"""Official facts about kommuner, which nobody edits: see `data/reference/README.md` for origin and licences."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .problems import Place, Problem, ProblemsFound

Ring = tuple[tuple[float, float], ...]
"""A closed line: degrees east and north; the last point is the first."""


@dataclass(frozen=True)
class Official:
    """A kommune as it was, and what became of it."""

    number: str
    name: str
    """The plain Norwegian name; several kommuner may share it."""
    fylke: str
    population: int
    """Inhabitants on 1 January of the year of the table."""
    malform: str
    """The form of Norwegian that the kommune had decided on in October 2015: bokmål, nynorsk or nøytral."""
    today_number: str
    today_name: str
    today_fylke: str
    change: str
    """What became of it: unchanged, renumbered, merged or split."""
    changed: int | None
    """The year it was last merged or split."""
    lat: float
    """Degrees north of a point on its largest land area."""
    lon: float
    """Degrees east."""
    also: tuple[str, ...] = ()
    """Official names in other languages, of then: «Gáivuotna»."""
    today_also: tuple[str, ...] = ()
    """The same of today's kommune."""

    @property
    def lang(self) -> str:
        """The form of Norwegian that its page is in."""
        return "nn" if self.malform == "nynorsk" else "nb"


@dataclass(frozen=True)
class Reference:
    """The official facts, joined."""

    year: str
    """The year whose kommuner these are, from the name of the file."""
    kommuner: Mapping[str, Official]
    """By number."""
    today: Mapping[str, tuple[Official, ...]]
    """The kommuner of then that make up each one of today, by today's number."""
    outline: tuple[Ring, ...] = ()
    """The land, its largest parts and islands; empty when the programme has no outline."""
    landsdeler: Mapping[str, str] = field(default_factory=dict)
    """The part of the country that each fylke belongs to, from south to north as in the file; may be empty."""
    word_pairs: tuple[tuple[str, str], ...] = ()
    """Words in bokmål and nynorsk that mean the same, for the search; may be empty."""

    def merged_with(self, kommune: Official) -> tuple[Official, ...]:
        return tuple(other for other in self.today[kommune.today_number] if other != kommune)


def read_reference(root: Path) -> Reference:
    """The one table `data/reference/kommuner-*.csv` and what lies beside it. Raises ProblemsFound without it."""
    path = next(iter(sorted(root.glob("data/reference/kommuner-*.csv"))), None)
    if path is None:
        help = "Hent den tilbake fra Git: tabellen følger med programmet og skal ikke slettes."
        raise ProblemsFound([Problem(Place("data/reference"), "tabellen over kommunene finnes ikke", help)])
    year = re.sub(r"\D", "", path.stem)
    kommuner = {official.number: official for official in _rows(path, path.relative_to(root).as_posix(), year)}
    today = defaultdict(list)
    for kommune in kommuner.values():
        today[kommune.today_number].append(kommune)
    by_today = {number: tuple(parts) for number, parts in today.items()}
    return Reference(year, kommuner, by_today, _outline(root), _landsdeler(root), _word_pairs(root))


def _outline(root: Path) -> tuple[Ring, ...]:
    """The outer rings of the one feature in `norge.geojson`, if there is one."""
    name = "data/reference/norge.geojson"
    if not (root / name).exists():
        return ()
    try:
        polygons = json.loads((root / name).read_text(encoding="utf-8"))["geometry"]["coordinates"]
        return tuple(tuple((float(lon), float(lat)) for lon, lat in polygon[0]) for polygon in polygons)
    except (KeyError, TypeError, ValueError):
        help = "Hent filen tilbake fra Git: ingen skal redigere den."
        raise ProblemsFound([Problem(Place(name), "omrisset kan ikke leses", help)]) from None


def _landsdeler(root: Path) -> Mapping[str, str]:
    """Landsdel by fylke, if there is such a table."""
    path = root / "data/reference/landsdeler.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["fylke"]: row["landsdel"] for row in csv.DictReader(file)}


def _word_pairs(root: Path) -> tuple[tuple[str, str], ...]:
    """The rows of `nb-nn.csv`, if there is such a table."""
    path = root / "data/reference/nb-nn.csv"
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple((row["nb"], row["nn"]) for row in csv.DictReader(file))


def _rows(path: Path, name: str, year: str) -> Iterator[Official]:
    line = 1
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for row in (table := csv.DictReader(file)):
                line = table.line_num
                yield _official(row, year)
    except (KeyError, RuntimeError, TypeError, ValueError):
        help = "Hent filen tilbake fra Git: ingen skal redigere den."
        raise ProblemsFound([Problem(Place(name, line), "raden kan ikke leses", help)]) from None


def _official(row: Mapping[str, str], year: str) -> Official:
    [malform] = [value for column, value in row.items() if column.startswith("malform_2")]
    years = re.findall(r"(\d{4}): [^;]*(?:merged|split)", row["change_detail"])
    return Official(
        number=row["kommunenummer"],
        name=row["name"],
        fylke=row["fylke"],
        population=int(row[f"population_{year}"]),
        malform=malform,
        today_number=row["today_number"],
        today_name=row["today_name"],
        today_fylke=row["today_fylke"],
        change=row["change"],
        changed=int(years[-1]) if years else None,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        also=_other_names(row, f"name_ssb_{year}", row["name"]),
        today_also=_other_names(row, "today_name_ssb_", row["today_name"]),
    )


def _other_names(row: Mapping[str, str], column: str, name: str) -> tuple[str, ...]:
    """What the official name has beside the plain one: «Gáivuotna - Kåfjord»; never «Våler (Hedmark)»."""
    [whole] = [value for key, value in row.items() if key.startswith(column)]
    return tuple(part for part in whole.split(" - ") if not part.startswith(name))
