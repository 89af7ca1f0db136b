"""What goes on, for someone who waits at a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

PATIENCE = 2.0
"""Seconds that one waits without being told why."""


@contextmanager
def progress(what: str) -> Iterator[None]:
    """A line that counts the seconds of what takes long, and is gone at the end. Nothing in a log."""
    if not sys.stderr.isatty():
        yield
        return
    done = Event()
    teller = Thread(target=_tell, args=(what, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(what: str, done: Event) -> None:
    start, wait = time.monotonic(), PATIENCE
    while not done.wait(wait):
        print(f"\r{what} … {time.monotonic() - start:.0f} s", end="", file=sys.stderr, flush=True)
        wait = 1
    if wait == 1:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
