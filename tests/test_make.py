"""The commands: what a failure leaves behind, and what a missing piece says."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from built import ROOT, TINY, copy_project, files
from samanom.swap import swap


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy that borrows this project's environment."""
    folder = copy_project(tmp_path / "project", TINY)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def make(project: Path, target: str = "site", **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")} | environment
    return subprocess.run(["make", target], cwd=project, env=settings, capture_output=True, text=True, check=False)


def test_a_failed_build_leaves_the_site_as_it_was(project: Path) -> None:
    assert make(project).returncode == 0
    good = files(project / "site")
    assert good
    data = project / "data/themes.yaml"
    sound = data.read_text(encoding="utf-8")

    data.write_text(sound + "  - id: [\n", encoding="utf-8")
    failed = make(project)
    assert failed.returncode != 0
    assert "data/themes.yaml:" in failed.stderr
    assert "Traceback" not in failed.stderr

    data.write_text(sound, encoding="utf-8")
    (project / "theme/main.html").write_text("{% broken", encoding="utf-8")
    assert make(project).returncode != 0

    assert files(project / "site") == good
    assert list((project / "build").iterdir()) == []


def test_the_check_tells_problems_as_places_and_ends_with_one(project: Path) -> None:
    (project / "data/themes.yaml").write_text("themes: {}\n", encoding="utf-8")
    failed = make(project, "check")
    assert failed.returncode != 0
    assert failed.stderr.startswith("data/themes.yaml:1:1: «themes» skal være en liste. ")


def test_a_missing_python_is_told_in_one_line(tmp_path: Path) -> None:
    project = copy_project(tmp_path, TINY)
    failed = make(project, PYTHON="python-that-is-not-there")
    assert failed.returncode != 0
    assert "Python is missing" in failed.stdout


def test_swap_replaces_and_removes(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    for folder, text in ((new, "new"), (old, "old")):
        folder.mkdir()
        (folder / "a").write_text(text)
    swap(new, old)
    assert (old / "a").read_text() == "new"
    assert not new.exists()


def test_swap_where_folders_cannot_be_exchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samanom.swap._exchange", lambda one, other: False)
    test_swap_replaces_and_removes(tmp_path)
    shutil.copytree(tmp_path / "old", tmp_path / "new")
    swap(tmp_path / "new", tmp_path / "third")
    assert (tmp_path / "third/a").read_text() == "new"
