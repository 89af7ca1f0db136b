"""The Markdown people write, as HTML."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor

from .slug import slug


def to_html(text: str, cite: Callable[[str], str], anchors: str = "") -> str:
    """Markdown as HTML; `cite` gives the address of a source, `anchors` goes before the ids of headings."""
    toc = TocExtension(slugify=lambda title, separator: anchors + slug(title), anchorlink=False)
    converter = markdown.Markdown(
        extensions=["tables", "attr_list", "admonition", "def_list", "fenced_code", "sane_lists", toc]
    )
    converter.treeprocessors.register(_Citations(cite), "citations", 5)
    return converter.convert(text)


class _Citations(Treeprocessor):
    """Turns `kilde:<id>` into the address of the source."""

    def __init__(self, cite: Callable[[str], str]) -> None:
        super().__init__()
        self.cite = cite

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            target = link.get("href", "")
            if target.startswith("kilde:"):
                link.set("href", self.cite(target.removeprefix("kilde:")))
                link.set("class", "kilde")
