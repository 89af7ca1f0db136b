"""What the large site is asked: words common and rare, names, and slips of both."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from .examples import World

EACH = 6
SHARES = {"common word": 0.0, "word in the middle": 0.5, "rare word": 1.0}
"""How far down the list of words."""


def questions(world: World, random: Random) -> Mapping[str, tuple[str, ...]]:
    """As many of each kind as EACH says."""
    found = {kind: tuple(random.sample(world.language.near(share), EACH)) for kind, share in SHARES.items()}
    names = tuple(place.name for place in random.sample(world.places, EACH))
    return found | {
        "name": names,
        "name with a slip": tuple(_slipped(name, random) for name in names),
        "two words": tuple(f"{one} {other}" for one, other in zip(found["common word"], names, strict=True)),
    }


def _slipped(word: str, random: Random) -> str:
    """Two letters within the word have changed places."""
    at = next(i for i in random.sample(range(1, len(word) - 2), len(word) - 3) if word[i] != word[i + 1])
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
