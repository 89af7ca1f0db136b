"""The same input gives the same bytes, whatever the clock, the language and the folder of the machine."""

from __future__ import annotations

import os
from pathlib import Path

from built import copy_project, files, run_mkdocs


def test_two_builds_are_alike_to_the_byte(tmp_path: Path) -> None:
    first = copy_project(tmp_path / "a")
    second = copy_project(tmp_path / "en mappe/med æøå")
    os.utime(second / "data/kommuner.yaml", (1, 1))
    run_mkdocs(first, tmp_path / "one", TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONUTF8="0", PYTHONHASHSEED="1")
    run_mkdocs(second, tmp_path / "two", TZ="America/Adak", LC_ALL="nn_NO.UTF-8", LANG="tr_TR", PYTHONHASHSEED="2")
    one, two = files(tmp_path / "one"), files(tmp_path / "two")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
    assert len(one) > 150
