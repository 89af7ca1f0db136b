"""What a finished page says, and in which language it says it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
WITHIN_A_LINE = frozenset(("a", "abbr", "b", "cite", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup"))
"""Elements that can begin and end inside a word; every other one parts words."""
NOT_OURS = frozenset(("blockquote", "code", "kbd", "pre", "samp", "script", "style"))
"""Code, and quotations: those stand as they were written."""
SPOKEN = ("alt", "aria-label", "title")
"""Attributes that are read to people."""


@dataclass(frozen=True)
class Text:
    """A stretch of text in one language."""

    lang: str
    """As the nearest `lang` attribute has it: `nb`, `nn`, `en`; empty when there is none."""
    text: str


def texts(html: str) -> tuple[Text, ...]:
    """The page's title and description and all of its `<main>` but code and quotations, in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end()
    return tuple(reader.found)


@dataclass
class _Reader(HTMLParser):
    found: list[Text] = field(default_factory=list)
    _open: list[tuple[str, str]] = field(default_factory=list)
    """The elements we are in, each with its language."""
    _now: list[str] = field(default_factory=list)
    _lang: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        lang = values.get("lang", self._open[-1][1] if self._open else "")
        if tag not in WITHIN_A_LINE or lang != self._lang:
            self.end()
        if tag == "meta" and values.get("name") == "description":
            self.found.append(Text(lang, values.get("content", "")))
        if tag == "main" or self._counts():
            self.found += (Text(lang, values[name]) for name in SPOKEN if name in values)
        if tag not in VOID:
            self._open.append((tag, lang))
            self._lang = lang

    def handle_endtag(self, tag: str) -> None:
        if tag not in (name for name, _ in self._open):
            return
        while self._open:
            name, _ = self._open.pop()
            if name == tag:
                break
        lang = self._open[-1][1] if self._open else ""
        if tag not in WITHIN_A_LINE or lang != self._lang:
            self.end()
        self._lang = lang

    def handle_data(self, data: str) -> None:
        if self._counts():
            self._now.append(data)

    def end(self) -> None:
        """What has been gathered is a text by itself."""
        if text := " ".join("".join(self._now).split()):
            self.found.append(Text(self._lang, text))
        self._now = []

    def _counts(self) -> bool:
        names = {name for name, _ in self._open}
        return not names & NOT_OURS and ("main" in names or {"head", "title"} <= names)
