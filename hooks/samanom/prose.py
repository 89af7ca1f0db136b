"""What the text below the front matter may hold, as far as the page alone can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .model import Content
from .problems import Problem, did_you_mean
from .source import File, code_blanked

CITATION = re.compile(r"\]\(kilde:(?P<id>[^)\s]*)")
SHOWN = re.compile(r"\]\((?P<kind>figur|sitat):(?P<id>[^)\s]*)")
"""A figure or a quotation that stands where a picture would."""
LINK = re.compile(r"\]\((?P<target>[^)\n]*)\)|\b(?:href|src)=[\"'](?P<raw>[^\"'\n]*)[\"']")
"""A link, a picture, or either in HTML."""
FIGURE = re.compile(r"\bkr\.?\s*\d+|\d[\d \u00a0\u202f,.]*\s*(?:%|prosent|kr\b|kroner|mill\b|millio|milliard)")
FORANKRING = "Forankring"
"""The only section with parts of its own."""
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
    (r"^#{1,6}[^#\s]", "overskriften mangler mellomrom etter #", "Skriv ## og mellomrom før overskriften."),
    (
        r"(?<=\S\n)^(?:=+|-+)[ \t]*$",
        "streken gjør linjen over til en overskrift",
        "Skriv ## foran den i stedet.",
    ),
    (
        r"^(?!!\[[^\]]*\]\((?:figur|sitat):[^)\s]*\)[ \t]*$).*\]\((?:figur|sitat):"
        r"|(?<=\S\n)^!\[[^\]]*\]\((?:figur|sitat):|^!\[[^\]]*\]\((?:figur|sitat):[^)]*\)[ \t]*\n(?=\S)",
        "figuren eller sitatet står ikke alene",
        "Skriv ![hva den viser](figur:id) eller ![hvem](sitat:id) på egen linje, med en tom linje før og etter.",
    ),
    (r"!\[\s*\]", "bildet mangler tekst", "Skriv hva det viser: ![Rådhuset sett fra vest](/bilder/radhuset.jpg)."),
    (r"\]\(\s*\)", "lenken fører ingen steder", "Skriv adressen mellom parentesene."),
)


def body_problems(file: File, model: type[Content], lang: str) -> Iterator[Problem]:
    """Everything wrong in the text of a page of this kind, in this language."""
    start = file.body_start
    body = code_blanked(file.text[start:])
    for pattern, message, help in FORBIDDEN:
        for found in re.finditer(pattern, body, re.MULTILINE):
            yield file.problem(start + found.start(), message, help)
    for offset, message, help in (*_heading_problems(body, model, lang), *_figure_problems(body)):
        yield file.problem(start + offset, message, help)


def _heading_problems(body: str, model: type[Content], lang: str) -> Iterator[tuple[int, str, str]]:
    if not model.headings:
        return
    levels = {2: model.headings, 3: model.parts}
    allowed = {level: [names[lang] for names in headings.values()] for level, headings in levels.items()}
    if astray := re.match(r"\s*(?=[^\s#])", body):
        yield astray.end(), "teksten står ikke under noen overskrift", f"Begynn med ## {allowed[2][0]}."
    seen: set[str] = set()
    above = ""
    for found in re.finditer(r"^(?P<marks>#{2,3})[ \t]+(?P<title>.+?)[ \t#]*$", body, re.MULTILINE):
        known, title = allowed[len(found["marks"])], found["title"]
        above = title if len(found["marks"]) == 2 else above
        if len(found["marks"]) == 3 and title in known and above != FORANKRING:
            yield found.start(), f"«{title}» hører under {FORANKRING}", f"Flytt delen dit, under ## {FORANKRING}."
        elif known and title not in known:
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
