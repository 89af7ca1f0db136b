"""Tells when someone saves a file."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

CALM = 0.2
"""Seconds to wait for the rest, where an editor saves in several steps."""
CHANGES = frozenset({"created", "modified", "moved", "deleted"})


class Handler(FileSystemEventHandler):
    """Notes that something was changed, but for what programs keep for themselves."""

    def __init__(self) -> None:
        self.changed = Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        names = [Path(str(path)).name for path in (event.src_path, event.dest_path) if path]
        if event.event_type in CHANGES and not event.is_directory and not names[-1].startswith("."):
            self.changed.set()


def saved(folders: Iterable[Path]) -> Iterator[None]:
    """At once, and then each time that files below the folders have been saved, without end."""
    handler, observer = Handler(), Observer()
    for folder in folders:
        if folder.is_dir():
            observer.schedule(handler, str(folder), recursive=True)
    observer.start()
    try:
        while True:
            handler.changed.clear()
            yield
            handler.changed.wait()
            time.sleep(CALM)
    finally:
        observer.stop()
        observer.join()
