"""Words that mean the same, and the parts of compounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from .words import stem

JOINTS = ("", "s", "e")
"""What may stand between the parts of a compound."""
LEAST = 4
"""Letters in the last part of a compound, at least; the first may have one fewer."""


@dataclass(frozen=True)
class Lexicon:
    groups: tuple[frozenset[str], ...]
    """Single words that people use for the same thing, in either form of Norwegian."""

    @cached_property
    def same(self) -> Mapping[str, frozenset[str]]:
        """By stem: all words of the groups that have a word with this stem."""
        found: dict[str, set[str]] = defaultdict(set)
        for group in self.groups:
            for word in group:
                found[stem(word)] |= group
        return {key: frozenset(group) for key, group in found.items()}

    @cached_property
    def parts_known(self) -> frozenset[str]:
        """Words that compounds are made of, as they are and as stems."""
        known = {word for group in self.groups for word in group if len(word) >= LEAST - 1}
        return frozenset(known | {each for word in known if len(each := stem(word)) >= LEAST})

    def parts(self, word: str) -> tuple[str, ...]:
        """The known parts of a compound, the longest last part first tried: «heltidskulturen» → heltid, kulturen."""
        for cut in range(LEAST - 1, len(word) - LEAST + 1):
            last = word[cut:]
            if last in self.parts_known or stem(last) in self.parts_known:
                return (*self._first(word[:cut]), last)
        return ()

    def _first(self, start: str) -> Iterator[str]:
        for joint in JOINTS:
            if start.endswith(joint) and (first := start.removesuffix(joint)) in self.parts_known:
                yield first
                return

    @cached_property
    def _told(self) -> dict[str, frozenset[str]]:
        """What `_of` has said: the same words stand on most pages."""
        return {}

    def _of(self, word: str) -> frozenset[str]:
        """A word, its parts, and what means the same as any of them."""
        each = frozenset((word, *self.parts(word)))
        return each.union(*(self.same.get(stem(part), frozenset()) for part in each))

    def around(self, text: Iterable[str]) -> frozenset[str]:
        """What is looked for by other words than the text has: the same in other words, and parts of compounds."""
        own = frozenset(text)
        found: set[str] = set()
        for word in own:
            if word not in self._told:
                self._told[word] = self._of(word)
            found |= self._told[word]
        known = {stem(word) for word in own}
        return frozenset(word for word in found if stem(word) not in known)


def lexicon(pairs: Iterable[tuple[str, str]], groups: Iterable[Iterable[str]]) -> Lexicon:
    """Of the words of the two forms of Norwegian, and what an editor has put together, phrases left out."""
    single = [frozenset(word.lower() for word in group if " " not in word) for group in groups]
    parted = (frozenset(two) for nb, nn in pairs for two in _parted(nb.lower(), nn.lower()))
    return Lexicon(tuple(dict.fromkeys(group for group in (*parted, *single) if group)))


def _parted(nb: str, nn: str) -> Iterator[tuple[str, str]]:
    """A pair of words; of phrases each word with the one that stands for it, none where they differ in length."""
    ours, theirs = nb.split(), nn.split()
    if len(ours) == len(theirs):
        yield from ((one, other) for one, other in zip(ours, theirs, strict=True) if one != other)
