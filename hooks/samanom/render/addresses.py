"""Addresses must be one page's alone, and links in what people write must lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..catalog import Catalog
from ..model import Content
from ..problems import Place, Problem, did_you_mean
from ..prose import LINK, code_blanked
from .page import Asset, Page

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
        if redirect.new not in known:
            help = did_you_mean(redirect.new, known, "Skriv den slik: /nyheter/ny-avtale/.")
            yield (redirect.origin / "new").problem(f"det finnes ingen side på {redirect.new}", help)
    for content in catalog.content:
        yield from _links(content, known, files)


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


def _links(content: Content, known: set[str], files: set[str]) -> Iterator[Problem]:
    file, start = content.origin.file, content.origin.file.body_start
    for found in LINK.finditer(code_blanked(content.body)):
        kind = "target" if found["target"] is not None else "raw"
        target, place = re.sub(r'\s+"[^"]*"$', "", found[kind].strip()), start + found.start(kind)
        if target and not target.startswith(("http://", "https://", "mailto:", "tel:", "kilde:", "#")):
            for message, help in _target_problems(target, known, files):
                yield file.problem(place, message, help)


def _target_problems(target: str, known: set[str], files: set[str]) -> Iterator[tuple[str, str]]:
    path = re.split("[#?]", target)[0]
    if re.search(r"\s", target):
        yield f"adressen «{target}» har mellomrom", "Skriv den uten, slik: /nyheter/ny-avtale/."
    elif not path.startswith("/"):
        yield f"lenken «{target}» begynner ikke fra roten", "Skriv den slik: /nyheter/ny-avtale/."
    elif path.endswith(PICTURES) and path not in files:
        help = "Legg bildet i content/bilder/ og skriv /bilder/navn.jpg."
        yield f"det finnes ikke noe bilde på {path}", did_you_mean(path, files, help)
    elif path not in known and path not in files:
        yield f"det finnes ingen side på {path}", did_you_mean(path, known, "Se adressene på /a-aa/.")


def _media(root: Path) -> Iterator[str]:
    """Files beside the pages that are published as they are."""
    for path in (root / "content").rglob("*"):
        if path.is_file() and path.suffix != ".md":
            yield "/" + path.relative_to(root / "content").as_posix()
