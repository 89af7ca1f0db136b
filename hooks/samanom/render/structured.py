"""What machines are told of a page: schema.org, as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from ..model import Programme
from .page import Page

TYPES = {
    "hjem": "WebSite",
    "data": "Dataset",
    "eksempel": "Article",
    "kontakt": "ContactPage",
    "kunnskapsstatus": "Article",
    "nyhet": "NewsArticle",
    "nyhetsbrev": "Article",
    "side": "Article",
    "temadag": "Article",
}
"""By kind of page; others are a WebPage."""


def structured(page: Page, programme: Programme) -> str:
    """The page, who answers for it, and the way to it; safe to stand in HTML."""
    about: dict[str, Any] = {
        "@type": TYPES.get(page.kind, "WebPage"),
        "name": page.title,
        "description": page.description,
        "url": programme.site + page.path,
        "inLanguage": page.lang,
        "publisher": {"@type": "Organization", "name": programme.publisher.name, "url": programme.site},
    }
    if about["@type"].endswith("Article"):
        about["headline"] = page.title
    if page.updated and page.updated.precision == "day":
        about["dateModified"] = str(page.updated)
    if about["@type"] == "Dataset":
        about["license"] = next((each.url for each in programme.licences if each.covers == "data"), programme.site)
    graph = [about, *([_trail(page, programme)] if page.path else [])]
    told = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return told.replace("<", "\\u003c")


def _trail(page: Page, programme: Programme) -> dict[str, Any]:
    steps = [("", programme.name), *((step.path, step.title) for step in page.trail), (page.path, page.title)]
    items = [
        {"@type": "ListItem", "position": i, "name": title, "item": programme.site + path}
        for i, (path, title) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
