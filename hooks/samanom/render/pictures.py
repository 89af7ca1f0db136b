"""Pictures that go with an e-mail, as parts of it: nothing is fetched when it is read."""

from __future__ import annotations

import re
import struct
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from ..model import Content
from ..problems import Problem, ProblemsFound

SUBTYPES = {".gif": "gif", ".jpeg": "jpeg", ".jpg": "jpeg", ".png": "png"}
"""The kinds that every e-mail program shows; of others the message has a link."""
COLUMN = 536
"""Pixels between the margins of the letter."""


@dataclass(frozen=True)
class Picture:
    """One file that the message carries."""

    cid: str
    """Its name within the message."""
    name: str
    subtype: str
    """Of `image/`."""
    data: bytes

    @property
    def width(self) -> int | None:
        """In pixels; None where the file does not say. Outlook shows the whole width unless it is told less."""
        if self.subtype == "png" and len(self.data) >= 24:
            return int(struct.unpack_from(">I", self.data, 16)[0])
        if self.subtype == "gif" and len(self.data) >= 8:
            return int(struct.unpack_from("<H", self.data, 6)[0])
        return next(_frames(self.data), None)


def placed(html: str, content: Content, folder: Path, site: str) -> tuple[str, tuple[Picture, ...]]:
    """The HTML with its pictures as parts of a message, and those parts. Raises ProblemsFound for what is not there."""
    found: dict[str, Picture] = {}
    problems: list[Problem] = []

    def shown(match: re.Match[str]) -> str:
        source, alt = (_attribute(match[0], name) for name in ("src", "alt"))
        path = folder / unescape(source).removeprefix("/")
        if not source.startswith("/") or source.startswith("//") or not path.is_file():
            help = "Legg bildet i content/bilder/ og skriv /bilder/navn.jpg."
            problems.append(content.origin.problem(f"det finnes ikke noe bilde på {source}", help))
        elif subtype := SUBTYPES.get(path.suffix.lower()):
            cid = f"bilde-{len(found) + 1}@{urlsplit(site).hostname}"
            picture = found.setdefault(source, Picture(cid, path.name, subtype, path.read_bytes()))
            width = min(picture.width or COLUMN, COLUMN)
            return f'<img src="cid:{picture.cid}" alt="{alt}" width="{width}">'
        return f'<a href="{site}{source[1:]}">{alt}</a>'

    placed = re.sub(r"<img\b[^>]*>", shown, html)
    if problems:
        raise ProblemsFound(problems)
    return placed, tuple(found.values())


def embedded(html: str, pictures: tuple[Picture, ...]) -> str:
    """The HTML with its pictures in it, for a browser."""
    for picture in pictures:
        data = f"data:image/{picture.subtype};base64,{b64encode(picture.data).decode()}"
        html = html.replace(f'src="cid:{picture.cid}"', f'src="{data}"')
    return html


def _attribute(tag: str, name: str) -> str:
    """Its value as it stands in the HTML."""
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return found[1] if found else ""


def _frames(data: bytes) -> Iterator[int]:
    """The width in each frame header of a JPEG."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            yield struct.unpack_from(">H", data, at + 7)[0]
        at += 2 + length
