"""What the text below the front matter may hold, as far as the page alone can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .model import Content
from .numbers import numbers_in
from .problems import Problem, did_you_mean
from .source import File, code_blanked

CITATION = re.compile(r"\]\(kilde:(?P<id>[^)\s]*)")
SHOWN = re.compile(r"\]\((?P<kind>figur|sitat):(?P<id>[^)\s]*)")
"""A figure or a quotation that stands where a picture would."""
LINK = re.compile(r"\]\((?P<target>[^)\n]*)\)|\b(?:href|src)=[\"'](?P<raw>[^\"'\n]*)[\"']")
"""A link, a picture, or either in HTML."""
COUNTED = (
    "ansatte", "dagar", "dager", "deltakarar", "deltakere", "einingar", "employees", "enheter", "inhabitants",
    "innbyggere", "innbyggjarar", "kommunar", "kommuner", "ledere", "leiarar", "municipalities", "participants",
    "people", "personar", "personer", "stillingar", "stillinger", "søkere", "søkjarar", "søknadar", "søknader",
    "tilsette", "timar", "timer", "verksemder", "virksomheter", "årsverk",
)  # fmt: skip
FIGURE = re.compile(
    r"\b(?:kr|NOK)\.?\s*\d+"
    r"|\d[\d \u00a0\u202f,.]*(?:,-|\s*(?:%|prosent|pst\b|per ?cent|kr\b|kroner|mill\b|millio|milliard))"
    rf"|\b(?!(?:19|20)\d\d\b)\d[\d \u00a0\u202f]*\s(?:\w+\s)?(?:{'|'.join(COUNTED)})\b"
)
"""Per cent, kroner and counts."""
ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+\.)[ \t]+")
BLOCK = re.compile(rf"^(?!#)[ \t]*\S.*(?:\n(?!{ITEM.pattern}|#)[ \t]*\S.*)*", re.MULTILINE)
"""A paragraph, a point of a list, or a table."""
MOST_WORDS = 40
"""In a quotation: longer ones are not quotations any more."""
FORANKRING = "Forankring"
"""The only section with parts of its own."""
GUIDANCE = re.compile(r"<!-- (?:Veiledning|Rettleiing): ")
"""What a new page says of itself, for the one who writes it."""
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
    (
        r"\\\[[^\]\n]*\]\(",
        "lenken er skrevet som vanlige tegn, og leder ingen steder",
        "Skriv [tekst](adresse) uten skråstrek foran.",
    ),
    (
        r"^\\#{1,6}[ \t]",
        "overskriften er skrevet som vanlige tegn",
        "Skriv ## uten skråstrek foran.",
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
    found_in_text = (*_heading_problems(body, model, lang), *_figure_problems(body), *_quotation_problems(body))
    for offset, message, help in found_in_text:
        yield file.problem(start + offset, message, help)


def guidance_problems(record: Content) -> Iterator[Problem]:
    """Guidance that is left on a page that is no draft any more."""
    for found in GUIDANCE.finditer("" if record.draft else code_blanked(record.body)):
        help = "Skriv teksten i stedet, eller slett linjen; draft: true skjuler siden så lenge."
        yield record.origin.file.problem(record.origin.file.body_start + found.start(), "veiledningen står igjen", help)


def claim_problems(record: Content) -> Iterator[Problem]:
    """Figures in the title or the summary that stand nowhere else on the page."""
    rest = record.model_dump(mode="json", exclude={"title", "summary"})
    known = numbers_in(f"{record.body} {rest}")
    for field in ("title", "summary"):
        for figure in FIGURE.finditer(getattr(record, field)):
            if not numbers_in(figure[0]) & known:
                message = f"tallet «{figure[0].strip()}» står ikke på siden ellers"
                yield (record.origin / field).problem(message, "Skriv det i teksten, med kilde, eller ta det ut her.")


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
        elif known and re.match(rf"\s*(?:\Z|#{{1,{len(found['marks'])}}}[ \t])", body[found.end() :]):
            yield (
                found.start(),
                f"det står ingenting under «{title}»",
                "Slett overskriften, eller skriv det som er kjent.",
            )
        seen.add(title)


def _figure_problems(body: str) -> Iterator[tuple[int, str, str]]:
    """Figures that nothing is cited for: in their paragraph, or what leads to their list or table."""
    lead = ""
    for block in BLOCK.finditer(body):
        item = ITEM.match(block[0])
        listed = item or block[0].lstrip().startswith("|")
        lead = lead if listed else block[0]
        figure = FIGURE.search(block[0], item.end() if item else 0)
        if figure and not CITATION.search(block[0]) and not (listed and CITATION.search(lead)):
            help = "Skriv hvor tallet står: [tekst](kilde:id)."
            yield block.start() + figure.start(), f"tallet «{figure[0].strip()}» har ingen kilde i avsnittet", help


def _quotation_problems(body: str) -> Iterator[tuple[int, str, str]]:
    for quotation in re.finditer(r"«(?P<inner>[^»]*)»|(?P<block>(?:^>.*\n?)+)", body, re.MULTILINE):
        count = len(re.findall(r"\w+", quotation[0]))
        if count > MOST_WORDS:
            help = "Gjengi resten med egne ord."
            yield quotation.start(), f"sitatet har {count} ord; høyst {MOST_WORDS} er lov", help
