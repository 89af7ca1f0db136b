"""Every feed, read by feedparser, by the standard library, and by the rules of RFC 4287 that neither of them checks."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import feedparser
import pytest
import samanom
from built import ROOT, TINY, catalog, followed, pages, parse, site, tiny_site
from samanom.render import Writer
from samanom.render.feeds import atom, feed_files, feeds
from samanom.render.feeds.entry import whole_addresses

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PROGRAMMES = pytest.mark.parametrize("root", [ROOT, TINY], ids=["samanom", "tiny"])


def faults(data: bytes) -> Iterator[str]:
    """What a reader would complain of."""
    feed = feedparser.parse(data)
    if feed.bozo or feed.version != "atom10":
        yield f"feedparser: {feed.get('bozo_exception', feed.version)}"
    try:
        root = ET.fromstring(data)
    except ET.ParseError as problem:
        yield f"no XML: {problem}"
        return
    if len(feed.entries) != len(root.findall(f"{ATOM}entry")):
        yield "feedparser does not find every entry"
    for name in ("author/name", "link[@rel='self']"):
        if root.find(f"{ATOM}{name.replace('/', '/' + ATOM)}") is None:
            yield f"no {name}"
    for part in (root, *root.iter(f"{ATOM}entry")):
        yield from _part_faults(part)
    ids = Counter(element.text for element in root.iter(f"{ATOM}id"))
    yield from (f"{id} stands {times} times" for id, times in ids.items() if times > 1)


def _part_faults(part: ET.Element) -> Iterator[str]:
    """The feed itself, or an entry."""
    for name in ("id", "title", "updated"):
        if len(part.findall(f"{ATOM}{name}")) != 1 or not part.findtext(f"{ATOM}{name}"):
            yield f"not one {name}"
    if part.get(LANG) not in ("nb", "nn"):
        yield "no language"
    for element in (*part.findall(f"{ATOM}updated"), *part.findall(f"{ATOM}published")):
        if not is_time(element.text or ""):
            yield f"no time: {element.text}"
    for address in (part.findtext(f"{ATOM}id"), *(link.get("href") for link in part.findall(f"{ATOM}link"))):
        if not re.match(r"https?://", address or ""):
            yield f"no whole address: {address}"
    if not part.findall(f"{ATOM}link[@rel='alternate']"):
        yield "no link to the page"
    for content in part.findall(f"{ATOM}content"):
        document = parse(content.text or "")
        for target in (*document.links, *document.loads):
            if not re.match(r"(https?|mailto|tel):", target):
                yield f"no whole address: {target}"


def is_time(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text)) and bool(dt.datetime.fromisoformat(text))
    except ValueError:
        return False


def xml_files(root: Path) -> dict[str, str]:
    return {path: text for path, text in followed(root).items() if path.endswith(".xml")}


def entries(root: Path, path: str) -> dict[str, ET.Element]:
    """By the address below the site's own."""
    feed = ET.fromstring(xml_files(root)[path])
    start = str(feed.findtext(f"{ATOM}id")).removesuffix(path)
    return {str(each.findtext(f"{ATOM}id")).removeprefix(start): each for each in feed.iter(f"{ATOM}entry")}


def told(element: ET.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


@PROGRAMMES
def test_every_feed_is_read_without_a_complaint(root: Path) -> None:
    known = samanom.read(root)
    files = xml_files(root)
    expected = {"feed.xml", "nyhetsbrev/feed.xml", "eksempler/feed.xml"}
    expected |= {f"tema/{id}/feed.xml" for id in known.themes} | {f"nettverk/{id}/feed.xml" for id in known.networks}
    assert files.keys() == expected
    for path, text in files.items():
        assert list(faults(text.encode())) == [], path


BROKEN: dict[str, Callable[[str], str]] = {
    "feedparser": lambda text: text.replace("</title>", " & so on</title>", 1),
    "no XML": lambda text: text[:-20],
    "not one id": lambda text: re.sub(r"<id>.*</id>\s*", "", text, count=1),
    "not one updated": lambda text: re.sub(r"(<entry.*?)<updated>.*?</updated>", r"\1", text, count=1, flags=re.DOTALL),
    "no time": lambda text: text.replace("T12:00:00Z", "", 1),
    "no time: 2014-02-30T12:00:00Z": lambda text: re.sub(r"<updated>[^T]*", "<updated>2014-02-30", text),
    "no language": lambda text: text.replace('entry xml:lang="nb"', "entry", 1),
    "stands 2 times": lambda text: re.sub(r"(  <entry.*</entry>\n)", r"\1\1", text, count=1, flags=re.DOTALL),
    "no whole address: /nyheter/ny-mane/": lambda text: text.replace('href="https://maanefisk.example/ny', 'href="/ny'),
    "no whole address: #her": lambda text: text.replace("&lt;p&gt;", '&lt;a href="#her"&gt;', 1),
    "no author/name": lambda text: re.sub(r"<author>.*</author>", "", text, flags=re.DOTALL),
    "no link[@rel='self']": lambda text: text.replace('rel="self"', 'rel="via"'),
    "no link to the page": lambda text: text.replace('rel="alternate"', 'rel="via"'),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_planted_fault_is_found(fault: str) -> None:
    text = xml_files(TINY)["nyhetsbrev/feed.xml"]
    broken = BROKEN[fault](text)
    assert broken != text
    assert any(fault in found for found in faults(broken.encode()))


def test_letters_in_another_encoding_are_found() -> None:
    assert list(faults(xml_files(TINY)["feed.xml"].encode("latin-1")))


@PROGRAMMES
def test_a_newsletter_has_all_its_text_and_that_of_its_articles(root: Path) -> None:
    known = samanom.read(root)
    writer, news = Writer(known, ROOT / "theme", dt.date(2014, 5, 13)), {each.id: each for each in known.news}
    found = entries(root, "nyhetsbrev/feed.xml")
    assert list(found) == [letter.address for letter in known.newsletters] != []
    for letter in known.newsletters:
        words = " ".join(parse(told(found[letter.address], "content")).words)
        for written in (letter, *(news[id] for id in letter.articles)):
            assert " ".join(parse(writer.markdown(written.body, written.lang)).words) in words
            assert written.summary in words


def test_everything_holds_all_that_was_written_of_what_happened() -> None:
    known = catalog()
    written = (*known.newsletters, *known.news, *known.temadager, *known.examples)
    found = entries(ROOT, "feed.xml")
    assert found.keys() == {each.address for each in written}
    for each in written:
        assert (told(found[each.address], "title"), found[each.address].get(LANG)) == (each.title, each.lang)
        assert each.summary in told(found[each.address], "summary")


def test_a_theme_and_a_network_have_what_names_them() -> None:
    assert entries(TINY, "tema/manesyke/feed.xml").keys() == {
        "nyheter/ny-mane/",
        "eksempler/fiskevik-sover/",
        "eksempler/provedal-fiskar/",
    }
    own, plan = entries(TINY, "nettverk/manesyke-nord/feed.xml"), entries(TINY, "nettverk/halvmane/feed.xml")
    assert own.keys() == {"nyheter/ny-mane/", "kalender/#manekonferansen", "kalender/#varsamling"}
    assert plan.keys() == {"kalender/#soknadsfrist", "dokumenter/#halvmaneplakat"}
    assert told(plan["kalender/#soknadsfrist"], "title") == "Søknadsfrist ved halvmåne, januar 2014"
    assert "Den nøyaktige dagen er ikke kjent" in told(plan["kalender/#soknadsfrist"], "summary")
    assert plan["dokumenter/#halvmaneplakat"].findall(f"{ATOM}category[@term='presentasjon']")


def test_only_a_day_that_a_source_gives_is_a_day_of_publishing() -> None:
    found = entries(ROOT, "feed.xml")
    for news in catalog().news:
        entry = found[news.address]
        exact = news.date.precision == "day" and not news.inferred
        assert told(entry, "published") == (f"{news.date}T12:00:00Z" if exact else "")
        if not exact:
            assert f"Dato: {news.date.format(news.lang)}" in told(entry, "summary")
            assert f"Dato: {news.date.format(news.lang)}" in told(entry, "content")


def test_the_year_alone_gives_its_first_day() -> None:
    entry = entries(ROOT, "nyhetsbrev/feed.xml")["nyhetsbrev/2015-4/"]
    assert told(entry, "updated") == "2015-01-01T12:00:00Z"


def test_a_correction_is_newer_than_the_date(tiny: Path) -> None:
    file = tiny / "content/nyheter/ny-mane.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("kommuner:", 'updated: "2014-05-02"\nkommuner:', 1), encoding="utf-8")
    found = entries(tiny, "nettverk/manesyke-nord/feed.xml")
    assert next(iter(found)) == "nyheter/ny-mane/"
    assert told(found["nyheter/ny-mane/"], "updated") == "2014-05-02T12:00:00Z"
    assert told(found["nyheter/ny-mane/"], "published") == "2014-01-01T12:00:00Z"


def test_a_change_known_to_the_year_is_no_older_than_the_text(tiny: Path) -> None:
    file = tiny / "content/nyheter/ny-mane.md"
    text = file.read_text(encoding="utf-8").replace('date: "2014-01-01"', 'date: "2014-03-03"\nupdated: 2014')
    file.write_text(text, encoding="utf-8")
    entry = entries(tiny, "feed.xml")["nyheter/ny-mane/"]
    assert told(entry, "updated") == told(entry, "published") == "2014-03-03T12:00:00Z"


def test_only_the_newest_are_given(monkeypatch: pytest.MonkeyPatch, tiny: Path) -> None:
    monkeypatch.setattr(atom, "MOST", 2)
    assert list(entries(tiny, "feed.xml")) == ["eksempler/fiskevik-sover/", "nyheter/fisken-er-komen/"]


def test_no_feed_follows_the_clock() -> None:
    later = Writer(samanom.read(TINY), ROOT / "theme", dt.date(2030, 1, 1))
    assert {a.path: a.content for a in feed_files(later) if a.path.endswith(".xml")} == xml_files(TINY)


def test_addresses_within_a_text_become_whole() -> None:
    html = """<a href="/a/?b#c">A</a> <img src='/d.png'> <a href="#e">E</a> <a href="https://f.no/">F</a>"""
    assert whole_addresses(html, "https://g.no/h/", "https://g.no/h/i/") == (
        """<a href="https://g.no/h/a/?b#c">A</a> <img src='https://g.no/h/d.png'> """
        """<a href="https://g.no/h/i/#e">E</a> <a href="https://f.no/">F</a>"""
    )


@pytest.mark.parametrize(("built", "root"), [(site, ROOT), (tiny_site, TINY)], ids=["samanom", "tiny"])
def test_the_pages_tell_of_their_feeds_and_the_files_are_there(built: Callable[[], Path], root: Path) -> None:
    html = dict(pages(built()))
    found = {
        address: unescape(match[1])
        for address, text in html.items()
        if (
            match := re.search(
                r'<link rel="alternate" type="application/atom\+xml" title="(.*?)" href="feed.xml">', text
            )
        )
    }
    every = feeds(Writer(samanom.read(root), ROOT / "theme", dt.date(2014, 5, 13)))
    assert found == {f"/{feed.page}": feed.title for feed in every}
    for path, text in followed(root).items():
        assert (built() / path).read_bytes() == text.encode(), path
    for address in found.keys() - {"/"}:
        assert "feed.xml" in parse(html[address]).links, address
    listed = {link.removeprefix("../") for link in parse(html["/data/"]).links}
    assert followed(root).keys() <= listed
