"""The Markdown people write: what it may hold, and what it becomes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor

from .model import Content
from .problems import Problem, did_you_mean
from .slug import slug
from .source import File

CITATION = re.compile(r"\]\(kilde:(?P<id>[^)\s]*)\)")
LINK = re.compile(r"(?P<image>!)?\[(?P<text>[^\]\n]*)\]\((?P<target>[^)\s]+)(?:\s+\"[^\"]*\")?\)")
FIGURE = re.compile(r"\d[\d   ,.]*\s*(?:%|prosent|kr\b|kroner|mill\b|millioner)")
FORBIDDEN = (
    (r"\[\^[^\]]+\]", "fotnoter går i stykker når siden redigeres i nettleseren", "Skriv [tekst](kilde:id) i stedet."),
    (
        r"^\[(?!\^)[^\]]+\]:\s",
        "lenker samlet nederst går i stykker i nettleseren",
        "Skriv [tekst](adresse) der lenken skal stå.",
    ),
    (
        r"^(?=.*(?::-|-:))[ \t|:-]+$",
        "tabeller med justerte kolonner går i stykker i nettleseren",
        "Bruk bare streker: | --- |.",
    ),
    (r"^#[ \t]+\S", "siden har alt en overskrift, feltet title", "Begynn med ## for overskrifter i teksten."),
)


def code_blanked(text: str) -> str:
    """The text with code replaced by spaces, so that places stay the same."""
    return re.sub(r"^```.*?^```|`[^`\n]+`", lambda m: re.sub(r"\S", " ", m[0]), text, flags=re.MULTILINE | re.DOTALL)


def body_problems(file: File, model: type[Content], lang: str) -> Iterator[Problem]:
    """What is wrong in the text below the front matter, as far as the page alone can tell."""
    start = file.body_start
    body = code_blanked(file.text[start:])
    for pattern, message, help in FORBIDDEN:
        for found in re.finditer(pattern, body, re.MULTILINE):
            yield file.problem(start + found.start(), message, help)
    for offset, message, help in (*_heading_problems(body, model, lang), *_figure_problems(body)):
        yield file.problem(start + offset, message, help)


def _heading_problems(body: str, model: type[Content], lang: str) -> Iterator[tuple[int, str, str]]:
    allowed = {
        2: [names[lang] for names in model.headings.values()],
        3: [names[lang] for names in model.parts.values()],
    }
    seen: set[str] = set()
    for found in re.finditer(r"^(?P<marks>#{2,3})[ \t]+(?P<title>.+?)[ \t#]*$", body, re.MULTILINE):
        known, title = allowed[len(found["marks"])], found["title"]
        if known and title not in known:
            example = f"Bruk en av: {', '.join(known)}."
            yield found.start(), f"«{title}» er ikke en overskrift her", did_you_mean(title, known, example)
        elif title in seen and known:
            yield found.start(), f"overskriften «{title}» står to ganger", "Slå de to delene sammen."
        seen.add(title)


def _figure_problems(body: str) -> Iterator[tuple[int, str, str]]:
    """Figures in paragraphs that cite nothing."""
    for paragraph in re.finditer(r"(?:^(?!#).*\S.*\n?)+", body, re.MULTILINE):
        figure = FIGURE.search(paragraph[0])
        if figure and not CITATION.search(paragraph[0]):
            help = "Skriv hvor tallet står: [tekst](kilde:id)."
            yield paragraph.start() + figure.start(), f"tallet «{figure[0]}» har ingen kilde i avsnittet", help


def to_html(text: str, cite: Callable[[str], str], anchors: str = "") -> str:
    """Markdown as HTML; `cite` gives the address of a source, `anchors` goes before the ids of headings."""
    toc = TocExtension(slugify=lambda title, separator: anchors + slug(title), anchorlink=False)
    converter = markdown.Markdown(
        extensions=["tables", "attr_list", "admonition", "def_list", "fenced_code", "sane_lists", toc]
    )
    converter.treeprocessors.register(_Citations(cite), "citations", 5)
    return converter.convert(text)


class _Citations(Treeprocessor):
    """Turns `kilde:<id>` into the address of the source."""

    def __init__(self, cite: Callable[[str], str]) -> None:
        super().__init__()
        self.cite = cite

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            target = link.get("href", "")
            if target.startswith("kilde:"):
                link.set("href", self.cite(target.removeprefix("kilde:")))
                link.set("class", "kilde")
