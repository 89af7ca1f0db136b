"""Addresses must be one page's alone, and links in what people write must lead somewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..catalog import Catalog
from ..model import Content
from ..problems import Place, Problem, did_you_mean
from ..prose import LINK
from ..source import code_blanked
from .page import Asset, Page

SITE = re.compile(r"[\w.-]+\.(com|dk|eu|info|net|no|org|se)(/|$)")
"""The address of a website as people write it, without how it is reached."""
PICTURES = (".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


def address_problems(catalog: Catalog, pages: Iterable[Page], assets: Iterable[Asset], root: Path) -> Iterator[Problem]:
    pages = tuple(pages)
    known = {f"/{page.path}" for page in pages}
    made, media = {f"/{asset.path}" for asset in assets}, set(_media(root))
    files = made | media
    yield from _shared(pages)
    for path in sorted(media & (made | {f"/{page.path}index.html" for page in pages})):
        yield Problem(Place(f"content{path}"), f"nettstedet lager selv {path}", "Gi filen et annet navn.")
    taken = set(known)
    for redirect in catalog.redirects:
        if redirect.old in taken:
            message = f"adressen {redirect.old} er i bruk og kan ikke lede videre"
            yield (redirect.origin / "old").problem(message, "Slett omdirigeringen, eller flytt siden.")
        taken.add(redirect.old)
    leads = [(redirect.origin / "new", redirect.new) for redirect in catalog.redirects]
    leads += [(each.origin / "page", each.page) for each in catalog.synonyms if each.page]
    for origin, path in leads:
        if path not in known:
            help = did_you_mean(path, known, "Skriv den slik: /nyheter/ny-avtale/.")
            yield origin.problem(f"det finnes ingen side på {path}", help)
    anchors: dict[str, set[str]] = {}
    for page in pages:
        anchors.setdefault(f"/{page.path}", set()).update(_places(page))
    for content in catalog.content:
        yield from _links(content, anchors, files)
    for page in pages:
        place = Place(page.edit or "theme/pages")
        yield from (Problem(place, message, help) for message, help in _page_problems(page))


def _places(page: Page) -> set[str]:
    """The names that a link can point at; fields and what is said of them are none."""
    fields = re.findall(r'<input\b[^>]*\bid="([^"]+)"', page.body)
    told = re.findall(r'\baria-describedby="([^"]+)"', page.body)
    return set(re.findall(r'\bid="([^"]+)"', page.body)) - {*fields, *told}


def _shared(pages: Iterable[Page]) -> Iterator[Problem]:
    first: dict[str, Page] = {}
    for page in pages:
        other = first.setdefault(page.path, page)
        if other is not page:
            ours, theirs = (page, other) if page.edit else (other, page)
            message = f"to sider har adressen /{page.path}"
            yield Problem(
                Place(ours.edit or "content"), message, f"Gi filen et annet navn; den andre er «{theirs.title}»."
            )


def _page_problems(page: Page) -> Iterator[tuple[str, str]]:
    """What only the finished page can show."""
    ids = Counter(re.findall(r'\bid="([^"]+)"', page.body))
    for id in sorted(id for id, times in ids.items() if times > 1):
        yield f"«{id}» er navnet på to steder på siden /{page.path}", "Gi overskriften eller id-en et annet navn."
    for address in re.findall(r'\bsrc="((?:https?:)?//[^"]*)"', page.body):
        yield f"siden henter {address} fra et annet nettsted", "Legg filen i content/ og vis til den der."
    if len(re.findall(r"<h1\b", page.body)) != 1:
        yield f"siden /{page.path} skal ha én hovedoverskrift", "Begynn overskrifter i teksten med ##."


def _links(content: Content, anchors: Mapping[str, set[str]], files: set[str]) -> Iterator[Problem]:
    file, start = content.origin.file, content.origin.file.body_start
    for found in LINK.finditer(code_blanked(content.body)):
        kind = "target" if found["target"] is not None else "raw"
        target, place = re.sub(r'\s+"[^"]*"$', "", found[kind].strip()), start + found.start(kind)
        if target and not target.startswith(("http://", "https://", "mailto:", "tel:", "kilde:", "figur:", "sitat:")):
            whole = f"/{content.address}{target}" if target.startswith("#") else target
            for message, help in _target_problems(whole, anchors, files):
                yield file.problem(place, message, help)


def _target_problems(target: str, anchors: Mapping[str, set[str]], files: set[str]) -> Iterator[tuple[str, str]]:
    path, _, anchor = target.partition("#")
    path = path.partition("?")[0]
    if re.search(r"\s", target):
        yield f"adressen «{target}» har mellomrom", "Skriv den uten, slik: /nyheter/ny-avtale/."
    elif SITE.match(path):
        yield f"lenken «{target}» mangler begynnelsen", f"Skriv https://{target}."
    elif not path.startswith("/"):
        yield f"lenken «{target}» begynner ikke fra roten", "Skriv den slik: /nyheter/ny-avtale/."
    elif path.endswith(PICTURES) and path not in files:
        help = "Legg bildet i content/bilder/ og skriv /bilder/navn.jpg."
        yield f"det finnes ikke noe bilde på {path}", did_you_mean(path, files, help)
    elif path not in anchors and path not in files:
        alike = [each for each in anchors if each.strip("/").count("/") == path.strip("/").count("/")]
        yield f"det finnes ingen side på {path}", did_you_mean(path, alike, "Se adressene på /a-aa/.")
    elif anchor and anchor not in anchors.get(path, set()):
        help = did_you_mean(anchor, anchors.get(path, set()), "Lenk til hele siden.")
        yield f"siden {path} har ikke noe sted med navnet «{anchor}»", help


def _media(root: Path) -> Iterator[str]:
    """Files beside the pages that are published as they are."""
    for path in (root / "content").rglob("*"):
        if path.is_file() and path.suffix != ".md":
            yield "/" + path.relative_to(root / "content").as_posix()
