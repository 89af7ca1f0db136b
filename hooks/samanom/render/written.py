"""Pages that people wrote, and the lists of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..model import Content, Example, KnowledgeStatus, News, Newsletter, Temadag
from ..related import LEVELS
from .page import Page
from .results import result_rows
from .writer import Writer

TEMPLATES = {
    "": "side",
    "eksempler": "eksempel",
    "temadager": "temadag",
    "nyhetsbrev": "nyhetsbrev",
    "nyheter": "nyhet",
    "kunnskapsstatus": "kunnskapsstatus",
}
"""By folder of `content/`; what lies in others is shown on other pages."""


def written_pages(writer: Writer) -> Iterator[Page]:
    yield from _lists(writer)
    for content in writer.catalog.content:
        if content.folder in TEMPLATES:
            yield _written(writer, content)


def _lists(writer: Writer) -> Iterator[Page]:
    catalog, page = writer.catalog, writer.page
    name = catalog.programme.name
    yield page(
        "eksempler/",
        "eksempler",
        "Gode eksempler",
        f"Hva kommuner i {name} prøvde, og hva som kom ut av det.",
        levels={level: [e for e in catalog.examples if e.documentation == level] for level in LEVELS},
    )
    yield page(
        "eksempler/resultater/",
        "resultater",
        "Resultater",
        f"Alle måltall fra {name} og prosjektene, med utgangspunkt, mål, resultat og kilde.",
        rows=result_rows(catalog),
    )
    yield page(
        "temadager/", "temadager", "Temadager", "Temadager som kommunene holdt, og hva andre kan ta med seg fra dem."
    )
    yield page(
        "nyhetsbrev/",
        "nyhetsbrevene",
        "Nyhetsbrev",
        f"Nyhetsbrevene fra {name}, de nyeste først.",
        years=_by_year(catalog.newsletters),
    )
    yield page("nyheter/", "nyheter", "Nyheter", f"Nyheter fra {name}, de nyeste først.", years=_by_year(catalog.news))
    yield page(
        "kunnskapsstatus/", "kunnskapsstatuser", "Kunnskapsstatus", "Hva vi vet og ikke vet om temaene i programmet."
    )


def _written(writer: Writer, content: Content) -> Page:
    return writer.page(
        content.address,
        TEMPLATES[content.folder],
        content.title,
        content.summary,
        lang=content.lang,
        content=content,
        silent=silent_on(content) if isinstance(content, Example) else (),
        networks_of=writer.catalog.networks_of_example(content) if isinstance(content, Example) else (),
        news={news.id: news for news in writer.catalog.news},
        themes=themes_of(content),
        edit=content.origin.file.name,
        updated=content.updated or content.checked,
    )


def themes_of(content: Content) -> tuple[str, ...]:
    """The themes that a page is about, by id."""
    if isinstance(content, KnowledgeStatus):
        return (content.theme,)
    return content.themes if isinstance(content, (Example, Temadag)) else ()


def silent_on(example: Example) -> tuple[str, ...]:
    """The headings that the sources had nothing to say under."""
    there = {section.name for section in example.sections if section.text}
    return tuple(names[example.lang] for name, names in example.headings.items() if name not in there)


def _by_year(contents: Iterable[News] | Iterable[Newsletter]) -> dict[int | None, list[Content]]:
    """In the order given, under the year."""
    years: dict[int | None, list[Content]] = defaultdict(list)
    for content in contents:
        years[content.date.year].append(content)
    return dict(years)
