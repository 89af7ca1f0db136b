"""The slow judges of the finished site, for `make audit`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """What one judge says."""

    about: str
    """What was judged."""
    faults: tuple[str, ...]
    advice: tuple[str, ...] = ()
    """What is no fault, but should be known."""
