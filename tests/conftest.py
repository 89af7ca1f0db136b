"""What several tests share: a small made-up programme with the project's own templates."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh copy of tests/tiny with the theme beside it, for a test to change as it likes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1400000000")
    root = tmp_path / "tiny"
    shutil.copytree(TESTS / "tiny", root)
    shutil.copytree(TESTS.parent / "theme", root / "theme", ignore=shutil.ignore_patterns("assets"))
    return root
