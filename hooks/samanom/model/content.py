"""What people write: Markdown with front matter. A page's id is its file's name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import StrictBool, StrictInt

from ..dates import Period
from ..source import code_blanked
from .base import Cited, Record, SourceId, ThemeId
from .fields import Lang, OldPath, Path, Text
from .measured import KeyFigure

Headings = Mapping[str, Mapping[str, str]]
"""Heading in each målform, by the section's name."""


@dataclass(frozen=True)
class Section:
    """A piece of a page under a heading the model knows."""

    name: str
    heading: str
    text: str
    """The Markdown below the heading."""


class Content(Record):
    """A page that someone wrote."""

    folder: ClassVar[str]
    """Where the files lie in `content/`, and the first part of the address."""
    headings: ClassVar[Headings] = {}
    """The only headings of the second level allowed, where the model fixes them."""
    parts: ClassVar[Headings] = {}
    """The only headings of the third level allowed, likewise."""

    title: Text
    """Overskriften på siden."""
    lang: Lang
    """Målformen. nb: bokmål. nn: nynorsk."""
    summary: Text
    """Hva siden forteller, i én–to setninger. Vises i lister og søk."""
    sources: tuple[SourceId, ...] = ()
    """Kildene, etter id."""
    checked: Period | None = None
    """Når noen sist kontrollerte innholdet."""
    draft: StrictBool = False
    """true mens siden ikke skal vises."""

    @property
    def address(self) -> str:
        """From the file's name, without the first slash: `nyheter/ny-avtale/`."""
        path = self.origin.file.name.removeprefix("content/").removesuffix(".md")
        return f"{path}/".removesuffix("index/")

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return self.origin.file.text[self.origin.file.body_start :]

    @property
    def sections(self) -> tuple[Section, ...]:
        """The body cut at its headings of the second level; those the model does not know are left out."""
        names = {heading[self.lang]: name for name, heading in self.headings.items()}
        found = list(re.finditer(r"^##[ \t]+(?P<title>.+?)[ \t#]*$", code_blanked(self.body), re.MULTILINE))
        ends = [*(heading.start() for heading in found[1:]), len(self.body)]
        return tuple(
            Section(names[heading["title"]], heading["title"], self.body[heading.end() : end].strip())
            for heading, end in zip(found, ends, strict=False)
            if heading["title"] in names
        )


class Article(Content):
    """A page of running text: handbook, about, help."""

    label: ClassVar = "side"
    folder: ClassVar = ""

    lang: Literal["nb", "nn", "en"]  # type: ignore[assignment]  # only an article may be in English
    """Språket. nb: bokmål. nn: nynorsk. en: engelsk."""
    order: StrictInt = 100
    """Plassen i rekken av sider; den laveste først."""

    @property
    def is_entrance(self) -> bool:
        """Whether it stands first in its folder, or alone: a page the home page leads to."""
        return self.address.count("/") == 1


class ThemeText(Content):
    """What the theme page says beyond the record."""

    label: ClassVar = "temaside"
    folder: ClassVar = "tema"


class KnowledgeStatus(Cited, Content):
    """What is known about a theme, and what is not."""

    label: ClassVar = "kunnskapsstatus"
    folder: ClassVar = "kunnskapsstatus"
    headings: ClassVar = {
        "kjent": {"nb": "Hva vi vet", "nn": "Kva vi veit"},
        "ukjent": {"nb": "Hva vi ikke vet", "nn": "Kva vi ikkje veit"},
        "rad": {"nb": "Hva forskningen råder til", "nn": "Kva forskinga rår til"},
        "begreper": {"nb": "Begreper", "nn": "Omgrep"},
        "sammenligning": {"nb": "Hva som ikke kan sammenlignes", "nn": "Kva som ikkje kan samanliknast"},
        "les": {"nb": "Les mer", "nn": "Les meir"},
    }

    theme: ThemeId
    """Temaet. Filen heter det samme."""
    figures: tuple[KeyFigure, ...] = ()
    """Nøkkeltallene."""


class Redirect(Record):
    """An address that has moved."""

    label: ClassVar = "omdirigering"

    old: OldPath
    """Adressen som var."""
    new: Path
    """Adressen som er."""
