"""A made-up language that looks like Norwegian: as many words as people use, the common ones short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, product
from random import Random

ONSETS = "b bl br d dr f fj fl fr g gj gl gr h hj hv j k kj kl kn kr kv l m n p pl pr r s sj sk sl sm sn sp st"
VOWELS = "a e i o u y æ ø å ei øy au"
CODAS = "l m n r s t k g d v ll nn rt st sk ng nk ld nd rk lk ft kt"
ENDINGS = "e en er et ing else het skap dom lig bar som ar ane ene inga leg"
SIZE = 20_000
"""Words of the language, but for the compounds that are made as one writes."""
COMPOUNDS = 0.005
"""The share of the words in a text that are put together there and then, as Norwegian does."""
AGAIN = 0.3
"""The share of the words in a paragraph that stand in it already: texts keep to what they are about."""
SMALL = 80
"""The commonest words, which stand for «og» and «som»; nobody asks for them, and the search leaves them out."""
FLAT = 2.7
"""How much the commonest words are less common than by Zipf's law alone (Mandelbrot)."""


@dataclass(frozen=True)
class Language:
    words: tuple[str, ...]
    """The most common first."""

    @cached_property
    def _weights(self) -> tuple[float, ...]:
        return tuple(accumulate(1 / (rank + FLAT) for rank in range(len(self.words))))

    def text(self, random: Random, count: int) -> list[str]:
        """So many words, each as often as its rank says."""
        drawn = random.choices(self.words, cum_weights=self._weights, k=count)
        return [word + random.choice(drawn) if random.random() < COMPOUNDS else word for word in drawn]

    def sentences(self, random: Random, count: int) -> str:
        """A paragraph of so many words."""
        again = round(count * AGAIN)
        words, parts = self.text(random, count - again), list[str]()
        words += random.choices(words, k=again)
        random.shuffle(words)
        while words:
            length = random.randint(5, 16)
            parts.append(" ".join(words[:length]).capitalize() + ".")
            del words[:length]
        return " ".join(parts)

    def near(self, share: float) -> Sequence[str]:
        """Twenty words about so far down the list: 0 has the commonest after the small ones, 1 the least common."""
        start = SMALL + round(share * (len(self.words) - SMALL - 20))
        return self.words[start : start + 20]


def language(random: Random) -> Language:
    """Words of one or two syllables and an ending, the short ones first, so that the common ones are short."""
    onsets, vowels, codas, endings = (each.split(" ") for each in (ONSETS, VOWELS, CODAS, ENDINGS))
    syllables = ["".join(parts) for parts in product(["", *onsets], vowels, ["", *codas])]
    found: dict[str, None] = {}
    while len(found) < SIZE:
        first = random.choice(syllables) if random.random() < 0.6 else ""
        word = first + random.choice(syllables) + random.choice(["", *endings])
        if 2 <= len(word) <= 14:
            found[word] = None
    return Language(tuple(sorted(found, key=lambda word: len(word) + 4 * random.random())))
