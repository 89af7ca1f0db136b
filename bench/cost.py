"""What a command costs as a whole process, by the operating system's own account."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    seconds: float
    """By the clock on the wall."""
    processor: float
    """Seconds of all cores together."""
    memory: int
    """Bytes, of the largest process at its peak."""


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Runs it to its end. Raises CalledProcessError where it fails."""
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
