"""The Markdown people write, as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor

from .slug import slug

Show = Callable[[str, str, str], str]
"""The HTML of a figure or a quotation, from its kind (`figur` or `sitat`), its id, and the text that stands for it."""


def to_html(text: str, cite: Callable[[str], str], show: Show, anchors: str = "", site: str = "") -> str:
    """Markdown as HTML; `cite` gives the address of a source, `anchors` goes before the ids of headings.

    Other links say their address on paper: `site` is where the site stands, with its last slash.
    """
    toc = TocExtension(slugify=lambda title, separator: anchors + slug(title), anchorlink=False)
    converter = markdown.Markdown(
        extensions=["tables", "attr_list", "admonition", "def_list", "fenced_code", "sane_lists", toc]
    )
    converter.treeprocessors.register(_Citations(cite), "citations", 5)
    converter.treeprocessors.register(_Shown(converter, show), "shown", 4)
    converter.treeprocessors.register(_Addresses(site), "addresses", 3)
    return converter.convert(text)


def bare(address: str) -> str:
    """An address as it is shown on paper: without what a browser fills in."""
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")


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


class _Addresses(Treeprocessor):
    """Gives links the address that print shows after them, where they do not say it themselves."""

    def __init__(self, site: str) -> None:
        super().__init__()
        self.site = site

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            target = link.get("href", "")
            whole = self.site + target[1:] if target.startswith("/") else target
            shown = bare(whole)
            if link.get("class") != "kilde" and whole.startswith("http") and shown not in "".join(link.itertext()):
                link.set("data-adresse", shown)


class _Shown(Treeprocessor):
    """Turns a paragraph that is only the picture `figur:<id>` or `sitat:<id>` into what it names."""

    def __init__(self, converter: markdown.Markdown, show: Show) -> None:
        super().__init__(converter)
        self.show = show

    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            picture = paragraph[0] if len(paragraph) == 1 and not (paragraph.text or paragraph[0].tail) else None
            kind, _, id = picture.get("src", "").partition(":") if picture is not None else ("", "", "")
            if picture is not None and kind in ("figur", "sitat"):
                html = self.show(kind, id, picture.get("alt", ""))
                paragraph.clear()
                paragraph.text = self.md.htmlStash.store(html)
