"""Made-up examples: records of the real model, in words of a made-up language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml
from samanom.model import Example

from .language import Language
from .places import SOURCE, Place

LEVELS = ("malt", "rapportert", "underveis")
WORDS = 350
"""In the text of an example, in the middle; half as many to half as many again."""
LEAST = 0.5
"""The share of the headings that there is something to say under, at least."""


@dataclass(frozen=True)
class World:
    """What examples are made of."""

    language: Language
    places: tuple[Place, ...]
    themes: tuple[str, ...]


def add_examples(root: Path, world: World, count: int, random: Random) -> None:
    """Writes them to `content/eksempler/` of a copy of the project."""
    for i in range(count):
        place = random.choice(world.places)
        (root / f"content/eksempler/{place.id}-{i}.md").write_text(_example(world, place, random), encoding="utf-8")


def _example(world: World, place: Place, random: Random) -> str:
    lang, level = random.choice(("nb", "nb", "nn")), random.choice(LEVELS)
    words = world.language.text(random, 3)
    about = {
        "title": f"{place.name} {'prøver' if lang == 'nb' else 'prøver ut'} {' '.join(words)}",
        "lang": lang,
        "summary": f"{place.name} finnes ikke. {world.language.sentences(random, 14)}",
        "participants": [{"participant": place.id}],
        "themes": random.sample(world.themes, random.choice((1, 1, 2))),
        "relation": "during",
        "documentation": level,
        "indicators": [_indicator(world.language, random)] if level == "malt" else [],
        "sources": [SOURCE],
        "checked": random.randint(2012, 2015),
    }
    front = yaml.safe_dump(about, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n{_body(world.language, lang, random)}"


def _indicator(language: Language, random: Random) -> dict[str, object]:
    before, after = (round(random.uniform(2, 20), 1) for _ in range(2))
    points = [_point("baseline", before, 2012), _point("result", after, 2014)]
    better = random.choice(("lower", "higher"))
    return {"id": "tall", "name": random.choice(language.words), "unit": "prosent", "better": better, "points": points}


def _point(role: str, value: float, year: int) -> dict[str, object]:
    told = f"I {year} var tallet {value} prosent.".replace(".", ",", 1)
    return {"role": role, "value": value, "period": year, "source": SOURCE, "evidence": told}


def _body(language: Language, lang: str, random: Random) -> str:
    """Some of the headings, always the first and what came of it."""
    headings = [names[lang] for names in Example.headings.values()]
    told = [heading for i, heading in enumerate(headings) if i in (0, 3) or random.random() < LEAST]
    length = round(WORDS * random.uniform(0.5, 1.5) / len(told))
    return "\n".join(f"## {heading}\n\n{_paragraphs(language, length, random)}" for heading in told)


def _paragraphs(language: Language, length: int, random: Random) -> str:
    parts: Sequence[int] = [length] if length < 80 else [length // 2, length - length // 2]
    return "".join(f"{language.sentences(random, part)}\n\n" for part in parts)
