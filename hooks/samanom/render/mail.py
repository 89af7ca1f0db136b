"""A newsletter as an e-mail: HTML and plain text that say the same, and the message that holds both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

import css_inline
from markupsafe import Markup

from ..markup import to_html
from ..model import Newsletter
from ..problems import ProblemsFound
from .mailto import mailto
from .message import Draft, message
from .pictures import Picture, embedded, placed
from .plain import plain
from .writer import Writer

CLIPPED = 100_000
"""Bytes: Gmail shows no more than 102 kB of an e-mail."""
HEAVY = 1_000_000
"""Bytes of a message that is slow to fetch on a phone."""
INLINER = css_inline.CSSInliner(load_remote_stylesheets=False)


@dataclass(frozen=True)
class Mail:
    """One newsletter, ready to be sent by someone."""

    html: str
    """Its pictures are `cid:`, parts of the message."""
    text: str
    pictures: tuple[Picture, ...]
    message: EmailMessage

    @property
    def preview(self) -> str:
        """The HTML for a browser: its pictures are in it."""
        return embedded(self.html, self.pictures)

    @property
    def advice(self) -> tuple[str, ...]:
        """What whoever sends it should know."""
        size, whole = len(self.html.encode()), len(bytes(self.message))
        found = []
        if size > CLIPPED:
            found.append(f"HTML-delen er på {size // 1000} kB, og Gmail kutter den ved 102 kB. Gjør brevet kortere.")
        if whole > HEAVY:
            found.append(f"Hele e-posten er på {whole // 1000} kB. Gjør bildene mindre.")
        return tuple(found)


def mail(letter: Newsletter, writer: Writer, content: Path) -> Mail:
    """The e-mail; `content` is the folder that pictures lie in.

    Raises ProblemsFound where the secretariat has no address to send from, or a picture is not there.
    """
    programme, words = writer.catalog.programme, writer.words(letter.lang)
    sender = next((contact.email for contact in writer.current([programme.secretariat.contact])), None)
    if not sender:
        contact = programme.origin / "secretariat" / "contact"
        raise ProblemsFound([contact.problem("sekretariatet har ingen e-postadresse å sende fra", "Skriv email her.")])
    leave = mailto(sender, words["mail_leave_subject"])
    whole = absolute(_html(letter, writer, leave), programme.site, programme.site + letter.address)
    illustrated, pictures = placed(whole, letter, content, programme.site)
    html = INLINER.inline(illustrated)
    text = plain(html, words["mail_picture"])
    known = letter.date.precision == "day" and not letter.inferred
    day = letter.date.start if known else None
    draft = Draft(letter.title, Address(programme.secretariat.name, addr_spec=sender), letter.lang, leave, day)
    return Mail(html, text, pictures, message(draft, html, text, pictures))


def absolute(html: str, site: str, page: str) -> str:
    """Links from the site's root and within the page made whole; pictures are left for `placed`."""

    def whole(match: re.Match[str]) -> str:
        target = match["target"]
        return f'href="{site + target[1:] if target.startswith("/") else page + target}"'

    return re.sub(r'\bhref="(?P<target>(?:/(?!/)|#)[^"]*)"', whole, html)


def _html(letter: Newsletter, writer: Writer, leave: str) -> str:
    catalog = writer.catalog
    published = {news.id: news for news in catalog.news}
    return writer.environment.get_template("mail/nyhetsbrev.html").render(
        articles=[published[id] for id in letter.articles if id in published],
        body=_body(letter, writer),
        c=catalog,
        contact=catalog.programme.secretariat.contact,
        lang=letter.lang,
        leave=leave,
        letter=letter,
        programme=catalog.programme,
        t=writer.words(letter.lang),
    )


def _body(letter: Newsletter, writer: Writer) -> Markup:
    """The newsletter's own text. E-mail programs draw no figures, so one is a link to the page that shows it."""
    words = writer.words(letter.lang)

    def show(kind: str, id: str, caption: str) -> str:
        if kind == "sitat":
            return writer.quoted(id, letter.lang)
        figure = Markup('<p class="merknad">{}: <a href="/{}">{}</a></p>')
        return figure.format(words["mail_figure"], letter.address, caption)

    html = to_html(letter.body, lambda source: f"/om/data/#{source}", show)
    return Markup(re.sub(r' data-adresse="[^"]*"', "", html))
