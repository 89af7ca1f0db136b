"""Dates, words, numbers and scalars: small values with small tests."""

from __future__ import annotations

import datetime as dt

import pytest
from samanom.dates import Period, span
from samanom.model import Contact
from samanom.numbers import format_number, numbers_in
from samanom.problems import did_you_mean
from samanom.render.calendar import months
from samanom.render.page import relative
from samanom.slug import alphabetical, initial, slug
from samanom.source import File, Origin
from samanom.strict import load
from samanom.summary import in_short


@pytest.mark.parametrize(
    ("text", "nb", "nn", "start", "end"),
    [
        ("2013", "2013", "2013", "2013-01-01", "2013-12-31"),
        ("2013-Q2", "2. kvartal 2013", "2. kvartal 2013", "2013-04-01", "2013-06-30"),
        ("2013-02", "februar 2013", "februar 2013", "2013-02-01", "2013-02-28"),
        ("2013-04-29", "29. april 2013", "29. april 2013", "2013-04-29", "2013-04-29"),
        ("vår 2013", "vår 2013", "vår 2013", "2013-01-01", "2013-06-30"),
        ("høst 2013", "høst 2013", "haust 2013", "2013-07-01", "2013-12-31"),
        ("2009/2014", "2009–2014", "2009–2014", "2009-01-01", "2014-12-31"),
        ("2012-01/2012-02", "januar–februar 2012", "januar–februar 2012", "2012-01-01", "2012-02-29"),
        ("ukjent", "ukjent", "ukjend", None, None),
    ],
)
def test_dates_as_sources_have_them(text: str, nb: str, nn: str, start: str | None, end: str | None) -> None:
    period = Period.parse(text)
    assert (period.format("nb"), period.format("nn")) == (nb, nn)
    assert (period.start, period.end) == (start and dt.date.fromisoformat(start), end and dt.date.fromisoformat(end))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "13",
        "2013-13",
        "2013-02-30",
        "2013-Q5",
        "april 2013",
        "2014/2009",
        "2009/ukjent",
        "29.04.2013",
        "2013-4-29",
        "i fjor",
    ],
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError):
        Period.parse(text)


def test_days_in_a_row_are_written_short() -> None:
    assert span(Period.parse("2013-04-15"), Period.parse("2013-04-16")) == "15.–16. april 2013"
    assert span(Period.parse("2013-04-30"), Period.parse("2013-05-01")) == "30. april 2013 – 1. mai 2013"


def test_norwegian_names() -> None:
    assert slug("Bø i Telemark") == "bo-i-telemark"
    assert slug("Dielddanuorri – Tjeldsund") == "dielddanuorri-tjeldsund"
    names = ["Ås", "Østre Toten", "Ærø", "Zen", "Andøy", "Å", "Bø", "bø"]
    assert sorted(names, key=alphabetical) == ["Andøy", "Bø", "bø", "Zen", "Ærø", "Østre Toten", "Å", "Ås"]
    assert [initial(name) for name in ("øvre Eiker", "Ærø", "ås", "Éa", "Čáhci")] == ["Ø", "Æ", "Å", "E", "C"]


def test_numbers_as_norwegian_writes_them() -> None:
    assert [format_number(value) for value in (8.87, 6652, 12.5, 7.0, 0.1)] == [
        "8,87",
        "6\u00a0652",
        "12,5",
        "7",
        "0,1",
    ]


@pytest.mark.parametrize(
    ("number", "address"), [("22 24 90 90", "tel:+4722249090"), ("+46 70 12 34 56", "tel:+4670123456")]
)
def test_a_number_can_be_rung(number: str, address: str) -> None:
    assert Contact.model_validate({"phone": number, "source": "s"}).tel == address


def test_a_description_is_whole_sentences_or_cut_at_a_word() -> None:
    assert in_short("Kort. Og godt!") == "Kort. Og godt!"
    assert in_short(f"Den første er kort. Den andre er {'lang ' * 40}.") == "Den første er kort."
    assert in_short("ord, " * 40) == f"{'ord, ' * 31}ord…"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("fra 8,87 prosent til 7,96", {8.87, 7.96}),
        ("1 050 innbyggjarar", {1050}),
        ("2.000 kroner", {2, 2000}),
        ("(2011 - 8,5%, 2012 - 9%)", {2011, 8.5, 2012, 9}),
        ("ingen tall", set()),
    ],
)
def test_numbers_in_evidence(text: str, numbers: set[float]) -> None:
    assert numbers_in(text) == numbers


def test_scalars_stay_what_people_typed() -> None:
    text = "a: [ja, y, 2013-05-01, '1e3', 'no', \"0301\", true, null, ~, 7, -7, 1.5, '']\n"
    values = ["ja", "y", "2013-05-01", "1e3", "no", "0301", True, None, None, 7, -7, 1.5, ""]
    assert load(File("a.yaml", text)) == {"a": values}


def test_places_in_front_matter_count_as_the_files() -> None:
    file = File("a.md", "---\ntitle: T\ntags: [x, y]\n---\n\n## H\n")
    place = (Origin(file) / "tags" / 1).place()
    assert (place.line, place.column) == (3, 11)
    assert file.text[file.body_start :] == "\n## H\n"


def test_links_from_the_root_become_relative() -> None:
    html = '<a href="/kommuner/lom/#a">x</a><img src="/bilder/a.png"><a href="https://ks.no/">y</a><a href="/">z</a>'
    assert relative(html, "kommuner/vaga/") == (
        '<a href="../lom/#a">x</a><img src="../../bilder/a.png"><a href="https://ks.no/">y</a><a href="../../">z</a>'
    )
    assert relative('<a href="/om/data/#a">x</a>', "om/data/") == '<a href="#a">x</a>'
    assert relative('<a href="/tema/">x</a>', "") == '<a href="tema/">x</a>'


def test_the_closest_word_or_all_of_few() -> None:
    assert did_you_mean("sykefraver", ["sykefravaer", "omdomme"]) == "Mente du «sykefravaer»?"
    assert did_you_mean("xyz", ["b", "a"]) == "Bruk en av: a, b."
    assert did_you_mean("xyz", map(str, range(99)), "Se listen.") == "Se listen."


def test_no_sheet_without_events() -> None:
    assert months([]) == ()
