"""Newsletters as e-mail: read as a stranger would, and seen in a browser; and that the judge sees what it should."""

from __future__ import annotations

import datetime as dt
import os
import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser
from pathlib import Path

import accessibility
import pytest
import samanom
from browsing import SCHEMES, Window
from built import ROOT, TINY, catalog, files, parse
from playwright.sync_api import Browser, Page
from samanom.__main__ import main
from samanom.render import Writer
from samanom.render.mail import CLIPPED, Mail, mail
from samanom.render.message import Draft, message
from samanom.render.pictures import Picture
from samanom.render.plain import plain

DAY = dt.date(2014, 5, 13)
SUBJECT = "Månebrevet nr. 2: «Æsj, øl på åkeren» 🐟 " + "og en lang fortsettelse om fisk i fullmåne " * 3 + "i Ålesund"


def png(width: int) -> bytes:
    """A picture of one black line."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0)
    line = chunk(b"IDAT", zlib.compress(bytes(width + 1)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + line + chunk(b"IEND", b"")


RICH = f"""---
title: "{SUBJECT.strip()}"
lang: nb
summary: Alt et brev kan ha.
year: 2014
number: 2
date: "2014-02-03"
articles: [ny-mane, fisken-er-komen]
sources: [maneposten]
---

## Hilsen & hei

Se [nyheten](/nyheter/ny-mane/), [lenger ned](#nederst), [Måneposten](kilde:maneposten),
[nettet](https://fisk.example/?a=1&b=2), eller [skriv](mailto:post@fisk.example).

![Fisk sett fra siden](/bilder/fisk.png)

![Liten fisk](/bilder/liten.png "Liten")

![Et bilde i streker](/bilder/prove.svg)

1. En
2. To
    - Under to

> Fisken sover.

| art | vekt |
| --- | --- |
| Torsk | Tung |

![Fiskeløpet](figur:fiskelopet)

![Hva ordføreren sa](sitat:manen-er-rund)

## Nederst

Hilsen sekretariatet.
"""


@pytest.fixture
def rich(tiny: Path) -> Path:
    """The made-up programme with a newsletter that has everything."""
    (tiny / "content/nyhetsbrev/2014-2.md").write_text(RICH, encoding="utf-8")
    (tiny / "content/bilder/fisk.png").write_bytes(png(1200))
    (tiny / "content/bilder/liten.png").write_bytes(png(40))
    return tiny


def mails(root: Path) -> Iterator[tuple[str, Mail]]:
    """Every published newsletter of a programme, by id."""
    known = catalog() if root == ROOT else samanom.read(root)
    writer = Writer(known, ROOT / "theme", DAY)
    for letter in known.newsletters:
        yield letter.id, mail(letter, writer, root / "content")


class Tags(HTMLParser):
    """Every start tag, with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def faults(sent: bytes) -> list[str]:
    """What is wrong with an e-mail, as whoever gets it would find."""
    read = message_from_bytes(sent, policy=default)
    defects = [str(each) for part in read.walk() for each in part.defects]
    defects += [f"{name}: {each}" for name, header in read.items() for each in header.defects]
    if defects:
        return defects
    return [
        *("a line is too long" for line in sent.split(b"\r\n") if len(line) > 998),
        *("a line ends without a return" for line in sent.split(b"\r\n") if b"\n" in line),
        *_form(read),
        *_html(read),
        *_same(read),
    ]


def bodies(read: EmailMessage) -> tuple[str, str]:
    """The HTML and the plain text."""
    html, text = read.get_body(("html",)), read.get_body(("plain",))
    assert html
    assert text
    return html.get_content(), text.get_content()


def _form(read: EmailMessage) -> Iterator[str]:
    kinds = [part.get_content_type() for part in read.iter_parts()]
    if read.get_content_type() != "multipart/alternative" or kinds[:1] != ["text/plain"]:
        yield f"not plain text first: {kinds}"
    if read["X-Unsent"] != "1" or read["Message-ID"]:
        yield "not a draft"
    if read["Content-Language"] not in ("nb", "nn"):
        yield "no language"
    if not str(read["List-Unsubscribe"]).startswith("<mailto:"):
        yield "no way to leave"


def _html(read: EmailMessage) -> Iterator[str]:
    html, _ = bodies(read)
    parts = {str(part["Content-ID"]).strip("<>") for part in read.walk() if part["Content-ID"]}
    for tag, about in Tags(html).found:
        if tag == "html" and about.get("lang") != read["Content-Language"]:
            yield "another language in the HTML"
        if tag == "img" and not about.get("alt", "").strip():
            yield "a picture without words"
        if tag in ("link", "script", "iframe", "object", "video", "input", "form", "svg"):
            yield f"<{tag}>"
        source = about.get("src", "")
        if source and source.removeprefix("cid:") not in parts:
            yield f"fetches {source}"
        if "background" in about or "url(" in about.get("style", ""):
            yield "a picture in the background"
        if tag == "a" and not re.match(r"(https?://[^/]|mailto:.|tel:.)", about.get("href", "")):
            yield f"leads to {about.get('href')}"
        if tag == "table" and about.get("role") != "presentation" and "<th" not in html:
            yield "a table that is read as one"
    if "url(" in html or "@import" in html or "@font-face" in html:
        yield "fetches by style"
    if len(html.encode()) > CLIPPED:
        yield "is clipped"


def _same(read: EmailMessage) -> Iterator[str]:
    """Headings and links of the HTML that the plain text lacks."""
    html, text = bodies(read)
    document = parse(html)
    lines, words = set(text.splitlines()), set(re.split(r"[<>\s]", text))
    yield from (f"lacks the heading {title}" for _, title in document.headings if title not in lines)
    bare = {re.sub(r"^mailto:", "", link): link for link in document.links if not link.startswith("tel:")}
    yield from (f"lacks the link {link}" for short, link in bare.items() if not {short, link} & words)


@pytest.mark.parametrize("root", [ROOT, TINY], ids=["samanom", "tiny"])
def test_every_newsletter_is_an_email_without_faults(root: Path) -> None:
    found = {id: faults(bytes(made.message)) for id, made in mails(root)}
    assert found
    assert [(id, fault) for id, told in found.items() for fault in told] == []


def test_all_that_a_letter_can_hold_arrives(rich: Path) -> None:
    made = dict(mails(rich))["2014-2"]
    sent = bytes(made.message)
    assert faults(sent) == []
    read = message_from_bytes(sent, policy=default)
    assert read["Subject"] == SUBJECT.strip()
    assert all(len(line) <= 78 for line in sent.split(b"\r\n\r\n")[0].split(b"\r\n") if b"Unsubscribe" not in line)
    html, text = bodies(read)
    assert read["Date"].datetime == dt.datetime(2014, 2, 3, 12, tzinfo=dt.UTC)
    for source, width in (("bilde-1", 536), ("bilde-2", 40)):
        assert re.search(rf'<img src="cid:{source}@maanefisk.example" alt="[^"]+" width="{width}"', html)
    assert [part.get_content_type() for part in read.walk()][2:] == [
        "multipart/related", "text/html", "image/png", "image/png",
    ]  # fmt: skip
    assert [part.get_content() for part in read.walk() if not part.is_multipart()][-2:] == [png(1200), png(40)]
    for line in (
        "[Bilde: Fisk sett fra siden]",
        "Et bilde i streker <https://maanefisk.example/bilder/prove.svg>",
        "1. En",
        "2. To",
        "   - Under to",
        "> Fisken sover.",
        "Torsk | Tung",
        "Hilsen & hei",
    ):
        assert line in text.splitlines(), line
    assert "lenger ned <https://maanefisk.example/nyhetsbrev/2014-2/#nederst>" in text
    assert "Måneposten <https://maanefisk.example/om/data/#maneposten>" in text
    assert "Figur på nettet: Fiskeløpet <https://maanefisk.example/nyhetsbrev/2014-2/>" in text


PLANTED: tuple[tuple[str, str, str], ...] = (
    ("a picture without words", r'alt="[^"]+"', 'alt=""'),
    ("fetches https://fisk", r'src="cid:[^"]+"', 'src="https://fisk.example/a.png"'),
    ("fetches cid:bilde-9", r"cid:bilde-1@", "cid:bilde-9@"),
    ("fetches by style", r"@media \(max", "@import 'https://fisk.example/a.css'; @media (max"),
    ("a picture in the background", r"<body ", '<body background="https://fisk.example/a.png" '),
    ("leads to /nyheter/", r"https://maanefisk\.example(?=/nyheter)", ""),
    ("another language", r'<html lang="nb"', "<html"),
    ("<script>", r"</body>", "<script></script></body>"),
    ("lacks the heading", r"<h2[^>]*>Kilder", "<h2>Sources"),
    ("lacks the link", r"https://fisk\.example/\?a=1", "https://fisk.example/?a=2"),
    ("is clipped", r"</body>", "<p>" + "fisk " * 20_000 + "</body>"),
)
"""What the judge is to say, and what in the HTML is made what."""


@pytest.mark.parametrize(("said", "pattern", "other"), PLANTED, ids=[said for said, _, _ in PLANTED])
def test_the_judge_sees_faults_in_the_html(rich: Path, said: str, pattern: str, other: str) -> None:
    made = dict(mails(rich))["2014-2"]
    html, count = re.subn(pattern, lambda _: other, made.html, count=1)
    assert count
    draft = Draft("Emne", Address("Å", addr_spec="a@b.example"), "nb", "mailto:a@b.example?subject=x")
    assert any(each.startswith(said) for each in faults(bytes(message(draft, html, made.text, made.pictures))))


SPOILED: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda sent: sent[: len(sent) // 2],
    "no draft": lambda sent: sent.replace(b"X-Unsent: 1\r\n", b""),
    "no language": lambda sent: sent.replace(b"Content-Language: nb\r\n", b""),
    "no way to leave": lambda sent: sent.replace(b"List-Unsubscribe", b"X-Other"),
    "text after the HTML": lambda sent: sent.replace(b"text/plain", b"text/x-other", 1),
    "long line": lambda sent: sent.replace(b"\r\n\r\n", b"\r\nX-Long: " + b"a" * 1000 + b"\r\n\r\n", 1),
    "bare line end": lambda sent: sent.replace(b"MIME-Version: 1.0\r\n", b"MIME-Version: 1.0\n"),
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_the_judge_sees_faults_in_the_message(rich: Path, spoil: Callable[[bytes], bytes]) -> None:
    sent = bytes(dict(mails(rich))["2014-2"].message)
    assert spoil(sent) != sent
    try:
        found = faults(spoil(sent))
    except AssertionError:  # a part is not there to be read
        found = ["a part is missing"]
    assert found


def received(name: str) -> EmailMessage:
    """A message with this subject and sender, as it is read."""
    sender = Address(name, addr_spec="sekretariatet@maanefisk.example")
    sent = bytes(message(Draft(name, sender, "nn", "mailto:a@b.example?subject=x"), "<p>x</p>", "x", ()))
    return message_from_bytes(sent, policy=default)


@pytest.mark.parametrize(
    "name", ["Sekretariatet på Ås og i Ålesund kommune", "Fisk, «måne» og <søvn>", 'Kari "Fisk" Nord', "Æ" * 20]
)
def test_names_and_subjects_survive(name: str) -> None:
    read = received(name)
    assert read["Subject"] == name
    assert [each.display_name for each in (*read["From"].addresses, *read["To"].addresses)] == [name, name]


def test_a_long_name_survives() -> None:
    """By the older reader: the newer puts spaces between the parts of a long name, against RFC 2047."""
    read = message_from_bytes(bytes(received("Æøå " * 30 + "fisk")))
    assert str(make_header(decode_header(read["From"]))) == "Æøå " * 30 + "fisk <sekretariatet@maanefisk.example>"


def test_the_same_letter_gives_the_same_bytes(rich: Path) -> None:
    """In other processes, with other time zones and orders of sets."""

    def sent(seed: str, zone: str) -> dict[str, bytes]:
        command = [sys.executable, "-m", "samanom", "--rot", str(rich), "mail", "2014-2", "--til", str(rich / seed)]
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}, check=True, capture_output=True)
        return files(rich / seed)

    first = sent("1", "UTC")
    assert len(first) == 3
    assert first == sent("2", "Pacific/Auckland")


def test_words_follow_the_language_of_the_letter(rich: Path) -> None:
    page = rich / "content/nyhetsbrev/2014-2.md"
    page.write_text(RICH.replace("lang: nb", "lang: nn"), encoding="utf-8")
    made = dict(mails(rich))["2014-2"]
    assert made.message["Content-Language"] == "nn"
    assert "Les heile saka <https://" in made.text
    assert 'lang="nb"' in made.html


def test_a_date_that_is_worked_out_or_vague_is_no_date(rich: Path) -> None:
    page = rich / "content/nyhetsbrev/2014-2.md"
    for date in ('date: "2014-02-03"\ninferred: true', "date: 2014-02", "date: ukjent"):
        page.write_text(RICH.replace('date: "2014-02-03"', date), encoding="utf-8")
        assert dict(mails(rich))["2014-2"].message["Date"] is None


def test_what_is_too_large_is_told(rich: Path) -> None:
    made = dict(mails(rich))["2014-2"]
    assert made.advice == ()
    assert "kutter den ved 102 kB" in replace(made, html="x" * (CLIPPED + 1)).advice[0]
    (rich / "content/bilder/fisk.png").write_bytes(png(1200) + bytes(2_000_000))
    assert "Gjør bildene mindre" in dict(mails(rich))["2014-2"].advice[0]


def test_a_picture_that_is_not_there_or_is_elsewhere_is_told(rich: Path) -> None:
    page = rich / "content/nyhetsbrev/2014-2.md"
    for source in ("/bilder/borte.png", "https://fisk.example/a.png", "//fisk.example/a.png"):
        page.write_text(RICH.replace("/bilder/fisk.png", source), encoding="utf-8")
        with pytest.raises(samanom.ProblemsFound, match=f"det finnes ikke noe bilde på {re.escape(source)}"):
            dict(mails(rich))


def test_without_an_address_nothing_can_be_sent(rich: Path) -> None:
    programme = rich / "data/programme.yaml"
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace("      email: sekretariatet@maanefisk.example\n", ""), encoding="utf-8")
    with pytest.raises(samanom.ProblemsFound, match="sekretariatet har ingen e-postadresse å sende fra"):
        dict(mails(rich))


@pytest.mark.parametrize(
    ("data", "width"),
    [
        (b"GIF89a" + struct.pack("<HH", 300, 2), 300),
        (b"\xff\xd8\xff\xe0\x00\x04xx\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 2, 200) + b"\x01\x00\x00\x00", 200),
        (b"\xff\xd8not a picture", None),
    ],
)
def test_pictures_say_how_wide_they_are(data: bytes, width: int | None) -> None:
    subtype = "gif" if data.startswith(b"GIF") else "jpeg"
    assert Picture("1", "a", subtype, data).width == width


def test_html_as_plain_text() -> None:
    html = """<head><title>Nei</title></head><h1>Å <em>gå</em></h1><p>En<br>to</p>
      <div data-bare-html>nei<b>nei</b></div>
      <ul><li>a<ol><li>b</li><li>c <a href="https://x.example/">https://x.example/</a></li></ol></li>
      <li><p>d</p></li></ul>
      <table role="presentation"><tr><td>e</td><td>f</td></tr></table>
      <table><tr><th>g</th><th>h</th></tr><tr><td>i</td><td><a href="/j">j</a></td></tr></table>
      <blockquote><p>k</p></blockquote>l <a href="mailto:m@n.example">m@n.example</a> <img alt="o">"""
    assert plain(html, "Bilde").split("\n") == [
        "Å gå", "====", "", "En", "to", "", "- a", "  1. b", "  2. c https://x.example/", "- d", "", "e", "f", "",
        "g | h", "i | j </j>", "", "> k", "", "l m@n.example [Bilde: o]", "",
    ]  # fmt: skip


def run(root: Path, *arguments: str) -> int:
    return main(["--rot", str(root), "mail", *arguments])


def test_the_command_writes_three_files_and_says_what_to_do(rich: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(rich, "2014-2") == 0
    told = capsys.readouterr()
    folder = rich / "build/epost"
    assert sorted(path.name for path in folder.iterdir()) == ["2014-2.eml", "2014-2.html", "2014-2.txt"]
    assert faults((folder / "2014-2.eml").read_bytes()) == []
    html = (folder / "2014-2.html").read_text(encoding="utf-8")
    assert html.count('src="data:image/png;base64,') == 2
    assert "cid:" not in html
    assert "Åpne 2014-2.eml i Outlook" in told.out
    assert "Ingenting er sendt." in told.out
    assert told.err == ""


def test_the_command_writes_where_it_is_told(rich: Path, tmp_path: Path) -> None:
    assert run(rich, "2014-1", "--til", str(tmp_path / "her")) == 0
    assert (tmp_path / "her/2014-1.eml").exists()
    assert not (rich / "build").exists()


def test_an_unknown_newsletter_is_told_with_those_there_are(rich: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(rich, "1999-9") == 1
    assert "det finnes ikke noe nyhetsbrev «1999-9». Bruk en av: 2014-1, 2014-2." in capsys.readouterr().err
    assert not (rich / "build").exists()


def test_a_draft_can_be_read_through_with_its_news(rich: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("nyhetsbrev/2014-2.md", "nyheter/ny-mane.md"):
        page = rich / "content" / name
        page.write_text(
            page.read_text(encoding="utf-8").replace("\n---\n", "\ndraft: true\n---\n", 1), encoding="utf-8"
        )
    assert run(rich, "2014-2") == 0
    assert "Råd: Nyhetsbrevet er et utkast." in capsys.readouterr().err
    assert "Ny måne over Fiskevik" in (rich / "build/epost/2014-2.txt").read_text(encoding="utf-8")
    assert run(rich, "2014-1") == 0
    assert "Råd: Disse nyhetene er utkast og er ikke med: ny-mane." in capsys.readouterr().err
    assert "Ny måne over Fiskevik" not in (rich / "build/epost/2014-1.txt").read_text(encoding="utf-8")


def test_a_link_that_leads_nowhere_is_told_in_a_draft_too(rich: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = rich / "content/nyhetsbrev/2014-2.md"
    text = page.read_text(encoding="utf-8").replace("\n---\n", "\ndraft: true\n---\n", 1)
    page.write_text(f"{text}\n[Fisk](/finst-ikkje/)\n", encoding="utf-8")
    assert run(rich, "2014-2") == 1
    assert "/finst-ikkje/" in capsys.readouterr().err
    assert not (rich / "build").exists()


def test_an_ended_programme_says_how_old_the_sender_is(rich: Path, capsys: pytest.CaptureFixture[str]) -> None:
    programme = rich / "data/programme.yaml"
    text = programme.read_text(encoding="utf-8").replace("status: ongoing", "status: ended")
    programme.write_text(text, encoding="utf-8")
    assert run(rich, "2014-2") == 0
    told = capsys.readouterr().err
    assert "Programmet er avsluttet. Avsenderen sekretariatet@maanefisk.example er oppgitt i prøveheftet" in told
    assert "kontrollert april 2014." in told


FRAME = ("region", "landmark-one-main")
"""Rules of axe about a whole page: an e-mail is shown within another's."""
WINDOWS = [Window(width, scheme) for width in (360, 700) for scheme in SCHEMES]


@pytest.fixture
def letter(rich: Path) -> str:
    """The newsletter that has everything, with a word as long as any, as a browser shows it."""
    page = rich / "content/nyhetsbrev/2014-2.md"
    page.write_text(RICH.replace("Fisken sover", "Fiskeoppdrettsvirksomhetsmånedsrapportering" * 2), encoding="utf-8")
    return dict(mails(rich))["2014-2"].preview


def shown(browser: Browser, window: Window, html: str) -> list[str]:
    """What axe finds in an e-mail, and whether it is wider than the window."""
    page: Page = window.context(browser).new_page()
    page.set_content(html)
    found = [each for each in accessibility.faults(page) if not each.startswith(FRAME)]
    if page.evaluate("document.documentElement.scrollWidth") > window.width:
        found.append("wider than the window")
    page.context.close()
    return found


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_axe_finds_nothing_and_nothing_is_cut_off(browser: Browser, letter: str, window: Window) -> None:
    assert shown(browser, window, letter) == []


@pytest.mark.parametrize("window", WINDOWS[1::2], ids=str)
def test_axe_finds_nothing_in_the_programmes_own(browser: Browser, window: Window) -> None:
    for id, made in mails(ROOT):
        assert shown(browser, window, made.preview) == [], id


@pytest.mark.parametrize(
    ("said", "pattern", "other"),
    [
        ("color-contrast", "color: #15467e", "color: #d9dadc"),
        ("wider than", "max-width: 600px", "min-width: 600px"),
        ("image-alt", 'alt="[^"]+"', ""),
        ("html-has-lang", r'<html lang="nb"', "<html"),
    ],
)
def test_a_browser_sees_planted_faults(browser: Browser, letter: str, said: str, pattern: str, other: str) -> None:
    spoilt, count = re.subn(pattern, other, letter)
    assert count
    assert any(each.startswith(said) for each in shown(browser, WINDOWS[0], spoilt))
