"""The small files a site is expected to have, and the pages that lead from old addresses to new ones."""

from __future__ import annotations

import datetime as dt
import os.path
from collections.abc import Iterable, Iterator
from html import escape

from ..catalog import Catalog
from ..model import Programme, Redirect
from .page import Asset, Page
from .policy import policy


def site_files(catalog: Catalog, pages: Iterable[Page], date: dt.date) -> Iterator[Asset]:
    site = catalog.programme.site
    yield Asset("sitemap.xml", _sitemap(site, pages))
    yield Asset("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site}sitemap.xml\n")
    yield Asset("assets/tema.css", theme_colours(catalog))
    yield Asset(".well-known/security.txt", _security(catalog, date))
    for redirect in catalog.redirects:
        yield Asset(
            redirect.old[1:] + ("index.html" if redirect.old.endswith("/") else ""),
            _redirect(redirect, catalog.programme),
        )


def theme_colours(catalog: Catalog) -> str:
    """What the style sheet needs of the themes; it makes text, lines and tints of the one colour."""
    return "".join(f'[data-tema="{id}"] {{ --t-colour: {theme.colour}; }}\n' for id, theme in catalog.themes.items())


def _sitemap(site: str, pages: Iterable[Page]) -> str:
    """By sitemaps.org; a date only where the record has one."""
    lines = []
    for page in sorted(pages, key=lambda page: page.path):
        modified = f"<lastmod>{page.updated}</lastmod>" if page.updated and page.updated.precision == "day" else ""
        lines.append(f"<url><loc>{escape(site + page.path)}</loc>{modified}</url>")
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join([head, *lines, "</urlset>\n"])


def _security(catalog: Catalog, date: dt.date) -> str:
    """By RFC 9116; it holds for a year from the date of the build."""
    programme = catalog.programme
    contact = programme.publisher.contact or f"{programme.site}kontakt/"
    expires = (date + dt.timedelta(days=365)).isoformat()
    canonical = f"{programme.site}.well-known/security.txt"
    lines = (f"Contact: {contact}", f"Expires: {expires}T00:00:00Z", f"Canonical: {canonical}")
    return "\n".join([*lines, "Preferred-Languages: nb, nn, en", ""])


REDIRECT = """<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Siden er flyttet – {name}</title>
<meta http-equiv="refresh" content="0; url={way}">
<link rel="canonical" href="{target}">
<meta name="robots" content="noindex">
</head>
<body>
<main>
<h1>Siden er flyttet</h1>
<p><a href="{way}">Gå til den nye adressen</a></p>
</main>
</body>
</html>
"""


def _redirect(redirect: Redirect, programme: Programme) -> str:
    """Works without a server's help and without JavaScript."""
    here = redirect.old.rpartition("/")[0] or "/"
    way = f"{os.path.relpath(redirect.new, here)}/"
    target = f"{programme.site}{redirect.new[1:]}"
    return REDIRECT.format(
        policy=policy(search=False), name=escape(programme.name), way=escape(way), target=escape(target)
    )
