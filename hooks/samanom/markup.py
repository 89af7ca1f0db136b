"""The Markdown people write, as HTML."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor

from .slug import slug


def to_html(text: str, cite: Callable[[str], str], draw: Callable[[str, str], str], anchors: str = "") -> str:
    """Markdown as HTML.

    `cite` gives the address of a source, `draw` the HTML of a figure from its id and the text that stands for it;
    `anchors` goes before the ids of headings.
    """
    toc = TocExtension(slugify=lambda title, separator: anchors + slug(title), anchorlink=False)
    converter = markdown.Markdown(
        extensions=["tables", "attr_list", "admonition", "def_list", "fenced_code", "sane_lists", toc]
    )
    converter.treeprocessors.register(_Citations(cite), "citations", 5)
    converter.treeprocessors.register(_Figures(converter, draw), "figures", 4)
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


class _Figures(Treeprocessor):
    """Turns a paragraph that is only the picture `figur:<id>` into the figure."""

    def __init__(self, converter: markdown.Markdown, draw: Callable[[str, str], str]) -> None:
        super().__init__(converter)
        self.draw = draw

    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            picture = paragraph[0] if len(paragraph) == 1 and not (paragraph.text or paragraph[0].tail) else None
            if picture is not None and picture.get("src", "").startswith("figur:"):
                html = self.draw(picture.get("src", "").removeprefix("figur:"), picture.get("alt", ""))
                paragraph.clear()
                paragraph.text = self.md.htmlStash.store(html)
