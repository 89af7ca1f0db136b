"""An e-mail that is not yet sent, by RFC 5322 and MIME: the same input gives the same bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from email.header import Header
from email.headerregistry import Address, AddressHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from email.utils import formataddr
from hashlib import sha256

from .pictures import Picture


@dataclass(frozen=True)
class Draft:
    """What a message says of itself."""

    subject: str
    sender: Address
    lang: str
    leave: str
    """The address that ends a subscription."""
    day: dt.date | None = None
    """When it was sent, where that is known."""


def message(draft: Draft, html: str, text: str, pictures: Iterable[Picture]) -> EmailMessage:
    """Plain text, and HTML with its pictures.

    It is addressed to the secretariat itself: the readers are hidden copies, so that none sees the others, and one that
    is sent too soon goes no further. It has no Message-ID: programs hide what they have had before, such as a trial.
    """
    made = EmailMessage(policy=POLICY)
    made["Subject"] = draft.subject
    made["From"] = made["To"] = draft.sender
    if draft.day:
        made["Date"] = dt.datetime.combine(draft.day, dt.time(12), dt.UTC)
    made["X-Unsent"] = "1"
    made["List-Unsubscribe"] = f"<{draft.leave}>"
    made.set_content(text, cte="quoted-printable")
    made.add_alternative(html, subtype="html", cte="quoted-printable")
    made["Content-Language"] = draft.lang
    [_, shown] = made.iter_parts()
    for picture in pictures:
        shown.add_related(picture.data, "image", picture.subtype, cid=f"<{picture.cid}>", filename=picture.name)
    _bound(made, sha256((html + text).encode()).hexdigest()[:24])
    return made


def _bound(made: EmailMessage, name: str) -> None:
    """Marks between the parts that are the same each time. No quoted-printable or base64 has «=_»."""
    for depth, part in enumerate(each for each in made.walk() if each.is_multipart()):
        part.set_boundary(f"=_{name}_{depth}")


def _words(text: str, name: str) -> str:
    """Words of a header, folded. Python's own policy loses the space between two words that it encodes."""
    return Header(text, None if text.isascii() else "utf-8", header_name=name).encode(linesep="\r\n")


class _Subject(UnstructuredHeader):
    name: str

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {_words(str(self), self.name)}{policy.linesep}"


class _Sender(AddressHeader):
    name: str

    def fold(self, *, policy: Policy) -> str:
        [address] = self.addresses
        named, spec = address.display_name, address.addr_spec
        whole = formataddr((named, spec)) if named.isascii() else f"{_words(named, self.name)}{policy.linesep} <{spec}>"
        return f"{self.name}: {whole}{policy.linesep}"


class _Address(UnstructuredHeader):
    """Never broken or encoded, however long."""

    name: str

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


HEADERS = HeaderRegistry()
for each, kind in (("subject", _Subject), ("from", _Sender), ("to", _Sender), ("list-unsubscribe", _Address)):
    HEADERS.map_to_type(each, kind)  # type: ignore[arg-type]  # the registry mixes it with BaseHeader
POLICY = SMTP.clone(header_factory=HEADERS)
