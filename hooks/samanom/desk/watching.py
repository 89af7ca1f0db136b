"""Tells when a file that people edit was saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

FOLDERS = ("data", "content")
QUIET = 0.3
"""Seconds without another change before one is told: some editors save in several steps."""


class _Saved(FileSystemEventHandler):
    def __init__(self, told: SimpleQueue[None]) -> None:
        self.told = told

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "moved", "deleted") and not event.is_directory:
            self.told.put(None)


def changes(root: Path, at_once: bool = False) -> Iterator[None]:
    """Once for each time that something in `data/` or `content/` was saved, when it has been still for a moment.

    `at_once`: once before that too, so that nothing saved meanwhile is missed.
    """
    told: SimpleQueue[None] = SimpleQueue()
    observer = Observer()
    for folder in FOLDERS:
        if (root / folder).is_dir():
            observer.schedule(_Saved(told), str(root / folder), recursive=True)
    observer.start()
    try:
        if at_once:
            yield
        while True:
            told.get()
            _wait_until_still(told)
            yield
    finally:
        observer.stop()


def _wait_until_still(told: SimpleQueue[None]) -> None:
    while True:
        try:
            told.get(timeout=QUIET)
        except Empty:
            return
