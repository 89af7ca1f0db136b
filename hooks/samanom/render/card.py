"""What a page looks like where someone shares it: Open Graph, and the picture that goes with it."""

from __future__ import annotations

import os.path
import struct
from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from ..model import Programme
from ..problems import Problem
from .files import theme_colours
from .page import Page
from .structured import type_of
from .writer import Writer

LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}


def card(page: Page, programme: Programme, root: Path) -> tuple[tuple[str, str], ...]:
    """Names of properties and what they hold, in the language of the page."""
    about = [
        ("og:type", "article" if type_of(page).endswith("Article") else "website"),
        ("og:title", page.title),
        ("og:description", page.description),
        ("og:url", programme.site + page.path),
        ("og:site_name", programme.name),
        ("og:locale", LOCALES[page.lang]),
    ]
    if picture := programme.picture:
        width, height = picture_size(root / f"content{picture.file}")
        about += [
            ("og:image", programme.site + picture.file[1:]),
            ("og:image:type", "image/png"),
            ("og:image:width", str(width)),
            ("og:image:height", str(height)),
            ("og:image:alt", picture.alt[page.lang]),
            ("twitter:card", "summary_large_image"),
        ]
    return tuple(about)


def picture_problems(programme: Programme, root: Path) -> Iterator[Problem]:
    """A picture that is not there, or that is no PNG."""
    if programme.picture:
        try:
            picture_size(root / f"content{programme.picture.file}")
        except (OSError, ValueError):
            message = f"det finnes ikke noe PNG-bilde på {programme.picture.file}"
            help = "Legg bildet i content/bilder/, eller slett feltet."
            yield (programme.origin / "picture" / "file").problem(message, help)


def picture_size(file: Path) -> tuple[int, int]:
    """Width and height of a PNG in pixels. Raises ValueError when it is none, OSError when it cannot be read."""
    with file.open("rb") as stream:
        head = stream.read(24)
    if len(head) < 24 or not head.startswith(b"\x89PNG\r\n\x1a\n"):
        raise ValueError(file)
    width, height = struct.unpack(">II", head[16:])
    return width, height


def picture_page(writer: Writer, folder: Path) -> str:
    """A page of 1200 × 630 pixels to take the programme's picture of; `folder` is where it will lie."""
    catalog, assets = writer.catalog, os.path.relpath(writer.theme / "assets", folder)
    about = {"c": catalog, "programme": catalog.programme, "assets": assets}
    return writer.environment.get_template("_deling.html").render(about, colours=Markup(theme_colours(catalog)))
