"""Målform and spelling: every word of the site against the dictionary of its language and the project's own lists.

A list holds one word on each line, in alphabetical order: `ord-<lang>.txt` words that are right but which the
dictionary lacks, `navn.txt` names of one or more words, `former-<lang>.txt` forms that the dictionary takes but the
site does not use, each with what to write: `frå: fra`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from samanom.slug import alphabetical

from .text import Text

Speller = Callable[[Iterable[str], str], frozenset[str]]
"""Gives those of the words that a language does not have."""
LANGUAGES = {"nb": "bokmål", "nn": "nynorsk", "en": "engelsk"}
Pages = Mapping[str, Iterable[Text]]
"""What each page says, by its address."""

ADDRESS = re.compile(
    r"\S+@\S+"  # e-mail
    r"|\b(?:https?://|www\.)\S+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.[a-zæøå]\w*(?:/\S*)?"  # sammenom.no, kommuner.csv; f.eks. and m.fl. too
)
CODE = re.compile(r"\w*[\d_]\w*")
"""2013, R8922, today_name."""
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
FOREIGN = {
    "nb": frozenset(("ikkje", "noko", "kommunar", "sjukefråvær", "arbeidsgivarar")),
    "nn": frozenset(("ikke", "noe", "kommuner", "sykefravær", "arbeidsgivere")),
}
"""Words of the other målform: a dictionary that takes them cannot judge."""


@dataclass(frozen=True)
class Lists:
    """What the project itself knows of words."""

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Right words that the dictionary lacks, by language."""
    names: frozenset[str] = frozenset()
    """Listed names."""
    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Forms that are not used, and what is written instead, by language."""


@dataclass(frozen=True)
class Finding:
    """A word that cannot stand, where it stands and what might be meant."""

    word: str
    lang: str
    pages: tuple[str, ...]
    chosen: str = ""
    """What the site writes instead, when the word is right but not used."""
    suggestions: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{_first(self.pages)}: «{self.word}» {self._problem()}"

    def _problem(self) -> str:
        if self.chosen:
            return f"brukes ikke på {LANGUAGES[self.lang]} her. Skriv «{self.chosen}»."
        help = f" Forslag: {', '.join(self.suggestions[:5])}." if self.suggestions else ""
        return f"står ikke i ordboken for {LANGUAGES[self.lang]}.{help}"


def _first(pages: tuple[str, ...]) -> str:
    """«/a/, /b/ og 3 til»."""
    return ", ".join(pages[:2]) + (f" og {len(pages) - 2} til" if len(pages) > 2 else "")


@dataclass(frozen=True)
class Vocabulary:
    """The words of the site."""

    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    """By language: each word and the addresses where it stands."""
    names: Mapping[str, frozenset[str]]
    """The names that were met, and the languages of the texts they stood in; their words are not among the words."""


def read_lists(folder: Path) -> Lists:
    """The lists of a folder. Raises ValueError when one is out of order, or a form lacks what to write instead."""
    return Lists(
        words={lang: frozenset(_lines(folder / f"ord-{lang}.txt")) for lang in LANGUAGES},
        names=frozenset(_lines(folder / "navn.txt")),
        forms={lang: dict(map(_form, _lines(folder / f"former-{lang}.txt"))) for lang in LANGUAGES},
    )


def _form(line: str) -> tuple[str, str]:
    form, _, chosen = line.partition(": ")
    if not chosen:
        raise ValueError(f"«{line}» skal være formen, kolon og det som skal skrives: «frå: fra»")
    return form, chosen


def _lines(path: Path) -> list[str]:
    """The lines of a list; a language may do without one."""
    lines = [] if not path.exists() else path.read_text(encoding="utf-8").splitlines()
    for above, line in pairwise(lines):
        if alphabetical(above) >= alphabetical(line):
            raise ValueError(f"{path.name}: «{line}» skal stå i alfabetisk rekkefølge, én gang, ikke etter «{above}»")
    return lines


def vocabulary(pages: Pages, names: Iterable[str]) -> Vocabulary:
    """The words in every text, without names, addresses and numbers. Names are taken out first, the longest first."""
    found: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    met: dict[str, set[str]] = defaultdict(set)
    pattern = _any_of(names)
    for address, texts in pages.items():
        for text in texts:
            plain = ADDRESS.sub(" ", text.text.replace("’", "'").replace("\xad", ""))
            for match in pattern.finditer(plain):
                met[match[1]].add(text.lang)
            for word in words_in(pattern.sub(" ", plain)):
                found[text.lang][word][address] = None
    words = {lang: {word: tuple(where) for word, where in each.items()} for lang, each in found.items()}
    return Vocabulary(words, {name: frozenset(langs) for name, langs in met.items()})


def words_in(text: str) -> Iterator[str]:
    """«e-post til A-eier» has the words «post», «til» and «eier»."""
    return (word for word in WORD.findall(CODE.sub(" ", text)) if len(word) > 1)


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Matches a name, in the genitive too; the first group is the name."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first)) or '(?!)'})(?:s|')?(?!\w)")


def findings(vocabulary: Vocabulary, lists: Lists, unknown: Speller) -> Iterator[Finding]:
    """The words that the dictionary lacks and no list holds, and the forms that are not used, in order."""
    for lang in (lang for lang in LANGUAGES if lang in vocabulary.words):
        words = vocabulary.words[lang]
        strange, listed = unknown(words, lang), lists.words.get(lang, frozenset())
        for word in sorted(words, key=alphabetical):
            chosen = next((form for each in _spellings(word) if (form := lists.forms.get(lang, {}).get(each))), "")
            if chosen or (word in strange and not listed & set(_spellings(word))):
                yield Finding(word, lang, words[word], chosen)


def _spellings(word: str) -> tuple[str, ...]:
    """How a list may have a word that begins a sentence, or is written in capitals."""
    return tuple(dict.fromkeys((word, word[0].lower() + word[1:], word.lower())))


def superfluous(vocabulary: Vocabulary, lists: Lists, unknown: Speller, derived: frozenset[str]) -> Iterator[str]:
    """What can be taken out of the lists, one sentence for each."""
    for lang, listed in lists.words.items():
        used = {spelling for word in vocabulary.words.get(lang, {}) for spelling in _spellings(word)}
        strange = unknown(listed, lang)
        for word in sorted(listed, key=alphabetical):
            if word not in used:
                yield f"ord-{lang}.txt: «{word}» står ikke på noen side."
            elif word not in strange:
                yield f"ord-{lang}.txt: «{word}» står i ordboken."
    for name in sorted(lists.names, key=alphabetical):
        if name in derived:
            yield f"navn.txt: «{name}» står i dataene."
        elif name not in vocabulary.names:
            yield f"navn.txt: «{name}» står ikke på noen side."
        elif not any(_objected(name, lang, lists, unknown) for lang in vocabulary.names[name]):
            yield f"navn.txt: «{name}» ville gått gjennom uten."


def _objected(name: str, lang: str, lists: Lists, unknown: Speller) -> bool:
    """Whether the words of a name would be found fault with, were it not a name."""
    alone = Vocabulary({lang: dict.fromkeys(words_in(name), ())}, {})
    return any(True for _ in findings(alone, lists, unknown))


def cannot_judge(vocabulary: Vocabulary, unknown: Speller) -> Iterator[str]:
    """Texts in a language without a dictionary, and dictionaries that take words of the other målform."""
    for lang in sorted(vocabulary.words.keys() - LANGUAGES.keys()):
        pages = tuple(dict.fromkeys(page for where in vocabulary.words[lang].values() for page in where))
        yield f"{_first(pages)}: språket «{lang}» har ingen ordbok."
    for lang, words in FOREIGN.items():
        for word in sorted(words - unknown(words, lang)):
            yield f"Ordboken for {LANGUAGES[lang]} godtar «{word}», så den kan ikke brukes."
