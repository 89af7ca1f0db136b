"""Addresses must be one page's alone, and links in what people write must lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..catalog import Catalog
from ..markup import LINK, code_blanked
from ..model import Content
from ..problems import Place, Problem, did_you_mean
from .page import Asset, Page

FILE_EXAMPLE = "Legg bildet i content/bilder/ og skriv /bilder/navn.jpg."


def address_problems(catalog: Catalog, pages: Iterable[Page], assets: Iterable[Asset], root: Path) -> Iterator[Problem]:
    pages = tuple(pages)
    known = {f"/{page.path}" for page in pages}
    made, media = {f"/{asset.path}" for asset in assets}, set(_media(root))
    files = made | media
    yield from _shared(pages)
    for path in sorted(media & (made | {f"/{page.path}index.html" for page in pages})):
        yield Problem(Place(f"content{path}"), f"nettstedet lager selv {path}", "Gi filen et annet navn.")
    for redirect in catalog.redirects:
        if redirect.old in known:
            message = f"adressen {redirect.old} er i bruk og kan ikke lede videre"
            yield (redirect.origin / "old").problem(message, "Slett omdirigeringen, eller flytt siden.")
        if redirect.new not in known:
            help = did_you_mean(redirect.new, known, "Skriv den slik: /kommuner/lom/.")
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
                Place(ours.edit or "content"), message, f"Gi denne et annet navn; den andre er «{theirs.title}»."
            )


def _links(content: Content, known: set[str], files: set[str]) -> Iterator[Problem]:
    file, start = content.origin.file, content.origin.file.body_start
    for found in LINK.finditer(code_blanked(content.body)):
        target, place = found["target"], start + found.start("target")
        path = target.split("#")[0].split("?")[0]
        if found["image"] and not found["text"].strip():
            yield file.problem(
                start + found.start(),
                "bildet mangler tekst",
                "Skriv hva det viser: ![Rådhuset i Lom](/bilder/lom.jpg).",
            )
        if target.startswith(("http://", "https://", "mailto:", "tel:", "kilde:", "#")):
            continue
        if not path.startswith("/"):
            yield file.problem(place, f"lenken «{target}» begynner ikke fra roten", "Skriv den slik: /kommuner/lom/.")
        elif found["image"] and path not in files:
            yield file.problem(place, f"det finnes ikke noe bilde på {path}", did_you_mean(path, files, FILE_EXAMPLE))
        elif path not in known and path not in files:
            help = did_you_mean(path, known, "Se adressene på /a-aa/.")
            yield file.problem(place, f"det finnes ingen side på {path}", help)


def _media(root: Path) -> Iterator[str]:
    """Files beside the pages that are published as they are."""
    for path in (root / "content").rglob("*"):
        if path.is_file() and path.suffix != ".md":
            yield "/" + path.relative_to(root / "content").as_posix()
