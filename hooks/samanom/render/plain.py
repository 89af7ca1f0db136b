"""HTML as plain text, for those who read e-mail so: the same headings, words and links, in the same order."""

from __future__ import annotations

import re
from html.parser import HTMLParser

APART = frozenset(
    {
        "blockquote", "body", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5",
        "h6", "html", "li", "ol", "p", "pre", "table", "td", "th", "tr", "ul",
    }
)  # fmt: skip
"""What stands in lines of its own."""
UNDERLINES = {"h1": "=", "h2": "-"}
WITHOUT_END = frozenset(("br", "hr", "img", "meta"))
BARE_HTML = "data-bare-html"
"""Marks what only the HTML has."""


def plain(html: str, picture: str) -> str:
    """The text of a page; `picture` is the word before what a picture shows."""
    reader = _Reader(picture)
    reader.feed(html)
    reader.close()
    return reader.text


class _Reader(HTMLParser):
    def __init__(self, picture: str) -> None:
        super().__init__(convert_charrefs=True)
        self.picture = picture
        self.blocks: list[str] = []
        self.line = ""
        self.left: list[str] = []
        """What stands before each line: room under a point of a list, the mark of a quotation."""
        self.point = ""
        """What stands before the next line alone."""
        self.counts = [-1]
        """In each open list the number of the last point; of one without numbers, and of none, -1."""
        self.target, self.words = "", 0
        """Where the open link leads, and where in the line its words begin."""
        self.unseen = 0
        """How many elements deep in what plain text leaves out."""
        self.layout = [True]
        """Of each open table, whether it only places what is in it."""

    @property
    def text(self) -> str:
        self._end()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self.blocks)).strip() + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        if self.unseen or tag in ("head", "style", "script") or BARE_HTML in about:
            self.unseen += tag not in WITHOUT_END
            return
        self._start(tag)
        if tag == "table":
            self.layout.append(about.get("role") == "presentation")
        elif tag in ("ul", "ol"):
            self.counts.append(0 if tag == "ol" else -1)
        elif tag == "a":
            self.target, self.words = about.get("href") or "", len(self.line)
        elif tag == "img":
            self.line += f"[{self.picture}: {about.get('alt') or ''}]"
        elif tag == "br":
            self._end()

    def handle_endtag(self, tag: str) -> None:
        if self.unseen:
            self.unseen -= 1
        elif tag == "a":
            self.line += _whither(self.target, self.line[self.words :])
        elif tag in ("td", "th") and not self.layout[-1]:
            self.line = f"{self.line.rstrip()} | "
        elif tag in APART:
            self._finish(tag)

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            words = re.sub(r"\s+", " ", data.replace("\xad", ""))
            self.line += words.lstrip() if not self.line or self.line.endswith(" ") else words

    def _start(self, tag: str) -> None:
        if tag in APART and not (tag in ("td", "th") and not self.layout[-1]):
            self._end()
        if tag in ("p", "h1", "h2", "h3", "h4", "table", "blockquote", "pre") and not self.point:
            self._space()
        if tag == "li":
            if self.counts[-1] >= 0:
                self.counts[-1] += 1
            self.point = f"{self.counts[-1]}. " if self.counts[-1] > 0 else "- "
            self.left.append(" " * len(self.point))
        elif tag == "blockquote":
            self.left.append("> ")

    def _finish(self, tag: str) -> None:
        title = self.line.strip()
        self._end()
        if tag in UNDERLINES and title:
            self.blocks.append(UNDERLINES[tag] * min(len(title), 72))
        if tag == "table":
            self.layout.pop()
        elif tag in ("ul", "ol"):
            self.counts.pop()
            self._space()
        elif tag in ("li", "blockquote"):
            self.left.pop()
            self.point = ""
        if tag in ("p", "table", "blockquote", "pre"):
            self._space()

    def _end(self) -> None:
        """Writes the open line, if there is one."""
        words = self.line.replace("\xa0", " ").strip().removesuffix(" |")
        self.line = ""
        if words:
            before = "".join(self.left)
            self.blocks.append((before[: -len(self.point)] + self.point if self.point else before) + words)
            self.point = ""

    def _space(self) -> None:
        if not self.left:
            self.blocks.append("")


def _whither(target: str, words: str) -> str:
    """The address after a link, where its words do not say it."""
    bare = re.sub(r"^(mailto:|tel:)", "", target)
    return "" if not target or words.strip() in (target, bare) or target.startswith("tel:") else f" <{target}>"
