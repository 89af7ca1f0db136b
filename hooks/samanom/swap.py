"""Put a finished site in the place of the old one, without a moment when there is none."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2
"""From <fcntl.h> and <linux/fs.h>."""


def swap(new: Path, old: Path) -> None:
    """`new` becomes `old`, and what was there is removed. Where the system cannot exchange folders, two renames."""
    if not old.exists():
        new.rename(old)
        return
    if not _exchange(new, old):
        aside = old.with_name(old.name + ".gammel")
        old.rename(aside)
        new.rename(old)
        aside.rename(new)
    shutil.rmtree(new)


def _exchange(one: Path, other: Path) -> bool:
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)
