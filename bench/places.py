"""Made-up kommuner with what official data would say of them, in made-up fylker."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random

import yaml
from samanom.slug import slug

FIRST = ("Tøys", "Vrøvle", "Tull", "Fjase", "Skrøne", "Liksom", "Narre", "Tåke", "Fable", "Luftslotts")
LAST = ("vik", "dal", "fjord", "nes", "mark", "heim", "strand", "sund", "ås", "bygd")
FYLKER = ("Nordprøve", "Sørprøve", "Østprøve", "Vestprøve", "Midtprøve")
SOURCE = "oppdiktet-hefte"
PULJER = (1, 2)


@dataclass(frozen=True)
class Place:
    id: str
    name: str
    number: str
    fylke: str
    population: int
    malform: str


def places(random: Random) -> tuple[Place, ...]:
    """One for each name, of the sizes that Norwegian kommuner have: many small, few large."""
    names = [first + last for first, last in product(FIRST, LAST)]
    return tuple(
        Place(
            slug(name),
            name,
            str(9000 + i),
            random.choice(FYLKER),
            round(random.lognormvariate(8.5, 1.1)),
            random.choice(("bokmål", "nynorsk", "nøytral")),
        )
        for i, name in enumerate(names)
    )


def add_places(root: Path, found: Sequence[Place], random: Random) -> None:
    """Puts them beside the real ones in a copy of the project, with a source that says who took part."""
    [table] = root.glob("data/reference/kommuner-*.csv")
    with table.open(encoding="utf-8", newline="") as file:
        columns = csv.DictReader(file).fieldnames or ()
    with table.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, restval="", lineterminator="\n").writerows(_row(place, random) for place in found)
    _append(root / "data/sources.yaml", [_source()])
    _append(root / "data/kommuner.yaml", [_kommune(place, random) for place in found])


def _row(place: Place, random: Random) -> dict[str, object]:
    return {
        "kommunenummer": place.number,
        "name": place.name,
        "name_ssb_2013": place.name,
        "fylke": place.fylke,
        "today_number": place.number,
        "today_name": place.name,
        "today_name_ssb_2026": place.name,
        "today_fylke": place.fylke,
        "change": "unchanged",
        "population_2013": place.population,
        "malform_2015": place.malform,
        "lat": round(random.uniform(58.5, 70), 4),
        "lon": round(random.uniform(6, 12), 4),
    }


def _source() -> dict[str, object]:
    about = {"title": "Et oppdiktet hefte", "publisher": "Det oppdiktede månedepartementet", "year": 2013}
    return {"id": SOURCE, **about, "short": "det oppdiktede heftet", "kind": "programme", "reliability": "P"}


def _kommune(place: Place, random: Random) -> dict[str, object]:
    part = {"pulje": random.choice(PULJER), "sources": [SOURCE]}
    return {"id": place.id, "number": place.number, "participation": [part]}


def _append(file: Path, records: Sequence[object]) -> None:
    """More items of the list that a data file is."""
    text = yaml.safe_dump(records, allow_unicode=True, sort_keys=False)
    with file.open("a", encoding="utf-8") as data:
        data.write("\n" + "".join(f"  {line}\n" for line in text.splitlines()))
