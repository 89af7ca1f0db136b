"""The search: what it is fed, and that it answers what people ask."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path
from urllib.parse import unquote

import pytest
import samanom
from built import ROOT, pages, site, tiny_site
from playwright.sync_api import Browser, Page, expect
from samanom.clock import build_date
from samanom.render.page import Search
from samanom.search import vocabulary
from samanom.search.index import cut
from samanom.search.lexicon import lexicon
from samanom.search.vocabulary import USUAL
from samanom.search.words import plain, spellings, stem, words
from searching import ask, ask_all, queries, score

SITES = pytest.mark.parametrize("built", [site, tiny_site], ids=["samanom", "tiny"])
KNOWN = lexicon(
    [("fravær", "fråvær"), ("sykefravær", "sjukefråvær"), ("heltid", "heiltid"), ("hel stilling", "heil stilling")],
    [["kultur"], ["turnus", "vaktplan"], ["hjemme", "heime"], ["tjeneste", "teneste"], ["syke", "sjuke"]],
)


@cache
def _built() -> tuple[samanom.Page, ...]:
    return samanom.build(ROOT, build_date(ROOT)).pages


def test_words_of_a_text() -> None:
    assert words("Hjemme-tjenesten i Bø, 17 på jobb!") == ("hjemme", "tjenesten", "i", "bø", "17", "på", "jobb")
    assert words(plain("<p>Ett&nbsp;ord<svg><title>tegn</title></svg> til</p>")) == ("ett", "ord", "til")
    assert stem("sykefraværet") == stem("sykefravær")


def test_words_are_found_without_norwegian_keys() -> None:
    assert spellings("bømlo") == {"bomlo", "boemlo"}
    assert spellings("vågå") >= {"vaga", "vaagaa"}
    assert spellings("drammen") == frozenset()


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("sykefraværet", ("syke", "fraværet")),
        ("heltidskulturen", ("heltid", "kulturen")),
        ("hjemmetjenesten", ("hjemme", "tjenesten")),
        ("langturnus", ("turnus",)),
        ("kommunestyret", ()),
        ("turnus", ()),
    ],
)
def test_compounds_are_parted_where_the_parts_are_known(word: str, parts: tuple[str, ...]) -> None:
    assert KNOWN.parts(word) == parts


def test_a_page_is_found_by_words_it_does_not_have() -> None:
    assert KNOWN.around(["sykefraværet"]) >= {"sjukefråvær", "fråvær"}
    assert "heimeteneste" not in KNOWN.around(["hjemmetjeneste"])
    assert KNOWN.around(["hjemmetjeneste"]) >= {"heime", "teneste"}
    assert not KNOWN.around(["sykefraværet"]) & {"sykefravær", "sykefraværet"}


def test_phrases_are_parted_where_each_word_has_its_own() -> None:
    assert KNOWN.around(["hel", "stilling"]) == {"heil"}
    assert lexicon([("antall", "tal på"), ("de ansatte", "dei tilsette")], [["to ord", "ett"]]).groups == (
        frozenset({"de", "dei"}),
        frozenset({"ansatte", "tilsette"}),
        frozenset({"ett"}),
    )


def test_a_letter_of_the_finder_is_called_what_it_answers_for() -> None:
    names = {page.path: set(page.search.names) for page in _built() if page.search}
    assert {"trondheim", "tromsø", "tana", "deatnu"} <= names["kommuner/finn/t/"]
    assert "time" not in names["kommuner/finn/t/"]
    assert "orkland" in names["kommuner/finn/o/"]


def test_a_theme_comes_before_networks_of_its_name() -> None:
    found = {page.path: page.search for page in _built() if page.search}
    assert "innovasjon" in found["tema/innovasjon/"].names
    assert "innovasjon" not in found["nettverk/innovasjon/"].names
    assert "innovasjon" in found["nettverk/innovasjon/"].aliases


def test_an_editor_says_what_a_page_is_called(tiny: Path) -> None:
    found = {page.path: page.search for page in samanom.build(tiny, build_date(tiny)).pages if page.search}
    assert [path for path, told in found.items() if "hovmester" in told.names] == ["kontakt/"]
    assert not any("hovmester" in (*told.aliases, *told.near, *told.far) for told in found.values())


def test_contacts_beside_a_leader_are_not_in_the_text_that_is_found() -> None:
    for path, left_out in (("kommuner/lom/", True), ("kontakt/", False)):
        html = (site() / path / "index.html").read_text(encoding="utf-8")
        assert ('<dl class="kontakt" data-pagefind-ignore>' in html) is left_out
        assert ('data-pagefind-meta="telefon"' in html) is left_out


@SITES
def test_cells_are_words_to_those_who_read_the_text_alone(built: Callable[[], Path]) -> None:
    tables = (
        (address, re.sub(r"<table[^>]*data-pagefind-ignore.*?</table>", "", html, flags=re.S))
        for address, html in pages(built())
    )
    assert not [address for address, html in tables if re.search(r"</t[hd]><t[hd]", html)]


def test_a_kommune_is_called_by_its_names_of_then_and_today() -> None:
    [page] = [page for page in _built() if page.path == "kommuner/fraena/"]
    assert page.search
    assert {"fræna", "hustadvika"} <= set(page.search.names)
    assert "frena" not in page.search.aliases
    assert {"fraena", "frana"} <= set(page.search.aliases)
    assert page.search.facets["fylke"] == ("Møre og Romsdal",)


@SITES
def test_every_page_tells_the_search_engine_what_it_is(built: Callable[[], Path]) -> None:
    for address, html in pages(built()):
        if address == "/404.html" or 'http-equiv="refresh"' in html or 'content="eksempelliste"' in html:
            assert "data-pagefind-body" not in html, address
            continue
        assert html.count("data-pagefind-body") == 1, address
        assert re.search(r'data-pagefind-filter="slag\[content\]" content="\w+"', html), address


def test_the_index_has_every_page_and_all_that_it_tells() -> None:
    sought = [html for _, html in pages(site()) if "data-pagefind-body" in html]
    entry = json.loads((site() / "pagefind/pagefind-entry.json").read_text(encoding="utf-8"))
    assert {name: told["page_count"] for name, told in entry["languages"].items()} == {"no": len(sought)}
    told = re.compile(r'data-pagefind-(?:body|filter|meta)(?:="[^"]*")?')
    for html in sought:
        assert told.findall(cut(html)) == told.findall(html)


def test_what_is_not_sought_in_is_cut_out_whole() -> None:
    html = (
        '<!doctype html><html lang="nb"><head><title>T</title><meta data-pagefind-meta="b[content]" content="c">'
        "<meta name=d></head><body><header>hode</header><main id=m><div data-pagefind-body>"
        '<h2 id="x" class="k">Over</h2>'
        "<section data-pagefind-ignore><p>ute</p></section>"
        "<section><svg><g><text>tegnet</text></g></svg>inne</section>"
        "<section data-pagefind-ignore>ytre <section>indre</section></section>"
        "</div></main><footer>fot</footer></body></html>"
    )
    assert cut(html) == (
        '<html lang="nb"><title>T</title><meta data-pagefind-meta="b[content]" content="c"><main id=m>'
        "<div data-pagefind-body><h2>Over</h2><section>inne</section>"
        "<section data-pagefind-ignore>ytre <section>indre</section></section></div></main>"
    )


def test_a_programme_has_synonyms_of_its_own() -> None:
    fed = [
        html
        for _, html in pages(tiny_site())
        if re.search(r'pagefind-meta="\w+\[content\]" content="[^"]*tunglfisk', html)
    ]
    assert fed
    assert all("månefisk" in html.lower() for html in fed)


@SITES
def test_the_words_of_the_site_are_those_of_its_pages(built: Callable[[], Path]) -> None:
    known = told(json.loads((built() / "assets/ord.json").read_text(encoding="utf-8")))
    assert len(known) == len(set(known))
    assert {"kommuner", "nettverk"} <= set(known)
    assert not [word for word in known if re.search("[0-9]", word)]


def told(coded: str) -> list[str]:
    """The words of a front-coded text, in its order."""
    found = [""]
    for kept, rest in re.findall(r"(\d)(\D*)", coded):
        found.append(found[-1][: int(kept)] + rest)
    return found[1:]


def test_words_on_fewest_pages_are_left_out_but_for_names() -> None:
    pages = [
        _page("<p>fisk og måne</p>", Search(("tullvik",), (), (), (), 1, {})),
        _page("<p>fisk og tunglfisk</p>", None),
    ]
    assert told(json.loads(vocabulary(pages, most=2).content)) == ["fisk", "og", "tullvik"]


def test_the_usual_words_come_first_and_then_the_others_each_in_order() -> None:
    usual = ["fisk", *("tull" + "".join(letters) for letters in product("abcdefghij", repeat=3))][:USUAL]
    common, rare = _page(" ".join(reversed(usual)), None), _page("tang 2013 måne", None)
    assert told(json.loads(vocabulary([common, common, rare]).content)) == [*usual, "måne", "tang"]


def _page(body: str, search: Search | None) -> samanom.Page:
    return samanom.Page("", "Fisk", "nb", "", "side", "page", body, search=search)


def test_people_find_what_they_ask_for(browser: Browser, url: str) -> None:
    page = browser.new_page()
    answers = ask_all(page, url, queries())
    page.close()
    kinds = dict.fromkeys(answer.query.kind for answer in answers)
    for kind in kinds:
        print(f"{kind:14}", score(answer for answer in answers if answer.query.kind == kind))
    found = score(answers)
    print(f"{'alle':14}", found)
    missed = [(a.query.text, a.place, a.found[:3]) for a in answers if not a.is_first]
    assert found.first >= 0.90, missed
    assert found.among_three >= 0.97, missed


def test_a_slip_is_mended_openly_with_a_way_back(phone: Page, url: str) -> None:
    phone.goto(f"{url}/sok/?q=sykefavær")
    expect(phone.locator(".sok__rad")).to_contain_text("Viser treff for «sykefravær».")
    phone.get_by_role("link", name="Søk etter «sykefavær» likevel").click()
    assert unquote(phone.url).endswith("?q=sykefavær&akkurat")
    expect(phone.locator("#treff")).to_have_attribute("aria-busy", "false")
    expect(phone.locator("#treff > li")).to_have_count(0)
    expect(phone.locator(".sok__rad")).to_have_text("Mente du sykefravær?")


def test_only_the_last_question_is_answered(phone: Page, url: str) -> None:
    phone.goto(f"{url}/sok/")
    phone.get_by_role("searchbox").press_sequentially("drammen")
    phone.get_by_role("searchbox").fill("vefsn")
    expect(phone.locator("#treff a").first).to_have_text("Vefsn")
    expect(phone.locator("#treff")).to_have_attribute("aria-busy", "false")
    assert phone.url.endswith("?q=vefsn")


def test_a_question_on_the_open_page_is_answered_as_one_by_address(browser: Browser, url: str) -> None:
    asked = tuple({query.kind: query for query in queries()}.values())
    page = browser.new_page()
    together = ask_all(page, url, asked)
    assert together == tuple(ask(page, url, query) for query in asked)
    page.close()
