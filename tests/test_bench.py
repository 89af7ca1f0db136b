"""What `make bench` measures on: made-up records that the check finds nothing wrong with."""

from __future__ import annotations

from pathlib import Path

import samanom
from built import files

from bench.large import make_project, world

COUNT = 6


def test_made_up_examples_are_sound_and_stand_beside_the_real_ones(tmp_path: Path) -> None:
    made_up = world()
    catalog = samanom.read(make_project(tmp_path, made_up, COUNT))
    added = [example for example in catalog.examples if "finnes ikke" in example.summary]
    assert len(added) == COUNT
    assert len(catalog.examples) > COUNT
    assert {place.id for place in made_up.places} <= catalog.kommuner.keys()


def test_they_are_the_same_each_time(tmp_path: Path) -> None:
    one, other = (make_project(tmp_path / name, world(), COUNT) for name in ("one", "other"))
    assert files(one / "content") == files(other / "content")
    assert files(one / "data") == files(other / "data")
