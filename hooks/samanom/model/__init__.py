"""The records people edit: the only description of a field, for build, editors and those who take the data."""

from __future__ import annotations

from .base import Part, Record, Ref
from .content import Article, Content, KnowledgeStatus, Redirect, ThemeText
from .drawing import Arrow, Box, Drawing, Row
from .events import Activity, Event
from .example import Example
from .knowledge import Claim, Document, Quotation, SourceRecord, Synonyms, Term
from .measured import Indicator, Point
from .news import News, Newsletter, Temadag
from .participants import Cooperation, Kommune, Network, Project
from .people import Contact, Organ, Person
from .programme import Programme, Theme

DATA: dict[str, type[Record]] = {
    "kommuner": Kommune,
    "cooperations": Cooperation,
    "networks": Network,
    "projects": Project,
    "people": Person,
    "organs": Organ,
    "themes": Theme,
    "events": Event,
    "activities": Activity,
    "drawings": Drawing,
    "sources": SourceRecord,
    "claims": Claim,
    "documents": Document,
    "terms": Term,
    "quotations": Quotation,
    "redirects": Redirect,
    "synonyms": Synonyms,
}
"""The list in each file of `data/`, by the file's name and the one key in it."""

CONTENT: dict[str, type[Content]] = {
    "eksempler": Example,
    "temadager": Temadag,
    "nyhetsbrev": Newsletter,
    "nyheter": News,
    "kunnskapsstatus": KnowledgeStatus,
    "tema": ThemeText,
}
"""The kinds of `content/`, by folder; everything else there is an article."""

PROGRAMME, ARTICLES = "programme", "sider"
"""The kinds that have no list in `data/` and no folder in `content/`."""

KINDS: dict[type[Record], str] = {
    **{model: kind for kind, model in (*DATA.items(), *CONTENT.items())},
    Article: ARTICLES,
    Programme: PROGRAMME,
}

__all__ = [
    "ARTICLES",
    "CONTENT",
    "DATA",
    "KINDS",
    "PROGRAMME",
    "Activity",
    "Arrow",
    "Article",
    "Box",
    "Claim",
    "Contact",
    "Content",
    "Cooperation",
    "Document",
    "Drawing",
    "Event",
    "Example",
    "Indicator",
    "KnowledgeStatus",
    "Kommune",
    "Network",
    "News",
    "Newsletter",
    "Organ",
    "Part",
    "Person",
    "Point",
    "Programme",
    "Project",
    "Quotation",
    "Record",
    "Redirect",
    "Ref",
    "Row",
    "SourceRecord",
    "Synonyms",
    "Temadag",
    "Term",
    "Theme",
    "ThemeText",
]
