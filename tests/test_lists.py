"""The long lists in a browser: what is found, how they are sorted, what the address holds, what needs no script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from accessibility import faults
from browsing import Window, served, visit
from built import TINY, catalog, tiny_site
from playwright.sync_api import Browser, Locator, Page, expect
from samanom import read
from samanom.slug import alphabetical

LISTS = {
    "/kommuner/": ("#kommunene tbody tr", "kommuner"),
    "/nettverk/": (".sorterbar tbody tr", "nettverk"),
    "/prosjekter/": (".sorterbar tbody tr", "prosjekter"),
    "/kontakt/": (".person", "personer"),
    "/dokumenter/": (".sorterbar tbody tr", "dokumenter"),
    "/eksempler/resultater/": (".sorterbar tbody tr", "måltall"),
}
"""The rows of each list, and what they are."""
WINDOWS = (Window(390, "light"), Window(1440, "dark"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A wide window."""
    opened = browser.new_page(viewport={"width": 1440, "height": 900})
    yield opened
    opened.close()


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Finn i listen")


def status(page: Page) -> Locator:
    return page.locator(".listefilter [role=status]")


def find(page: Page, text: str) -> None:
    """Types and does not wait."""
    field(page).fill(text)
    field(page).press("Enter")


def visible(page: Page, rows: str) -> list[str]:
    """The first line of each row that is shown."""
    found: list[str] = page.locator(rows).evaluate_all(
        """rows => rows.filter(row => row.checkVisibility())
          .map(row => row.querySelector('th, h3').innerText.split('\\n')[0])"""
    )
    return found


@pytest.mark.parametrize("address", LISTS)
def test_the_field_counts_clears_and_says_what_to_do(page: Page, url: str, address: str) -> None:
    rows, what = LISTS[address]
    page.goto(url + address)
    every = visible(page, rows)
    expect(status(page)).to_have_text(f"{len(every)} {what}")
    word = re.findall(r"\w{4,}", every[-1])[0]
    field(page).press_sequentially(word.upper())
    expect(status(page)).to_have_text(re.compile(rf"^\d+ av {len(every)} {what}$"))
    few = visible(page, rows)
    assert every[-1] in few
    assert 0 < len(few) < len(every)
    expect(status(page)).to_have_text(f"{len(few)} av {len(every)} {what}")
    find(page, "<img src=x>{n}zzz")
    assert visible(page, rows) == []
    expect(status(page)).to_contain_text(
        f"Ingen treff på «<img src=x>{{n}}zzz» blant {len(every)} {what}. Prøv færre ord"
    )
    expect(page.locator("main [data-gruppe]:visible")).to_have_count(0)
    page.get_by_role("button", name="Nullstill").click()
    expect(field(page)).to_be_focused()
    assert visible(page, rows) == every
    expect(page.get_by_role("button", name="Nullstill")).to_be_hidden()
    find(page, word)
    field(page).press("Escape")
    expect(field(page)).to_have_value("")
    assert visible(page, rows) == every
    expect(status(page)).to_have_text(f"{len(every)} {what}")


@pytest.mark.parametrize(
    ("address", "text", "shown"),
    [
        ("/kommuner/", "vaga", ["Vågå"]),
        ("/kommuner/", "Vaagaa", ["Vågå"]),
        ("/kommuner/", "Indre Fosen", ["Rissa"]),
        ("/kommuner/", "oppland vågå", ["Vågå"]),
        ("/nettverk/", "stavem", ["Omdømme", "Omdømme med øvrige tema"]),
        ("/kontakt/", "stavem, asbjorn", ["Asbjørn Stavem"]),
        ("/kontakt/", "952 09 041", ["Asbjørn Stavem"]),
        ("/kommuner/", "suorta", ["Sortland"]),
    ],
)
def test_words_match_in_any_order_and_spelling(page: Page, url: str, address: str, text: str, shown: list[str]) -> None:
    page.goto(f"{url}{address}")
    find(page, text)
    assert visible(page, LISTS[address][0]) == shown


ASK = """([names, rows]) => names.map(name => {
  const field = document.querySelector('[data-liste] input')
  field.value = name
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
  const shown = [...document.querySelectorAll(rows)].filter(row => !row.hidden)
  return shown.map(row => row.querySelector('a, h3').innerText)
})"""
"""The names of the rows that are shown for each of the texts."""


def test_every_name_leads_to_its_networks_and_their_leaders(page: Page, url: str) -> None:
    found = catalog()
    for address in ("/nettverk/", "/kontakt/"):
        page.goto(url + address)
        places = found.kommuner.values()
        names = ["", *{name for place in places for name in (place.name, place.official.today_name)}]
        shown = dict(zip(names, page.evaluate(ASK, [names, LISTS[address][0]]), strict=True))
        for place in found.kommuner.values():
            networks = found.networks_of(place.id)
            leaders = {found.people[id].name for network in networks for id in network.leaders}
            wanted = {network.name for network in networks} if address == "/nettverk/" else leaders
            for name in (place.name, place.official.today_name):
                assert wanted <= set(shown[name]), (address, name)
                assert len(shown[name]) < len(shown[""]) / 2, (address, name)


def test_a_row_says_which_name_it_is_found_by(page: Page, url: str) -> None:
    page.goto(f"{url}/kontakt/?filter=V%C3%A5g%C3%A5")
    assert visible(page, ".person") == ["Asbjørn Stavem"]
    expect(page.locator(".person:visible")).to_contain_text("Treff på: Vågå")
    expect(page.locator("main h2:visible")).to_have_text([re.compile("Sekretariatet"), "Nettverkslederne"])
    page.goto(f"{url}/nettverk/?filter=indre+fosen")
    expect(page.locator("tbody tr:visible")).to_contain_text("Treff på: Rissa (i dag Indre Fosen)")
    expect(page.locator("main h2:visible")).to_have_text(["Pulje 2"])
    find(page, "omdømme")
    expect(page.locator("tbody tr:visible", has_text="Treff på")).to_have_count(0)


def test_the_address_holds_the_filter(page: Page, url: str) -> None:
    page.goto(f"{url}/kommuner/")
    field(page).press_sequentially("vågå")
    page.wait_for_url(f"{url}/kommuner/?filter={quote('vågå')}")
    page.reload()
    assert visible(page, LISTS["/kommuner/"][0]) == ["Vågå"]
    page.locator("#kommunene").get_by_role("link", name="Vågå").click()
    page.wait_for_url(f"{url}/kommuner/vaga/")
    page.go_back()
    expect(field(page)).to_have_value("vågå")
    assert visible(page, LISTS["/kommuner/"][0]) == ["Vågå"]
    field(page).press("Escape")
    assert page.url == f"{url}/kommuner/"


def test_a_place_that_is_pointed_at_is_shown_whatever_the_filter(page: Page, url: str) -> None:
    page.goto(f"{url}/kontakt/?filter=ingenting#asbjorn-stavem")
    expect(page.locator("#asbjorn-stavem")).to_be_in_viewport()
    expect(field(page)).to_have_value("")
    assert page.url == f"{url}/kontakt/#asbjorn-stavem"
    find(page, "ingenting")
    assert visible(page, ".person") == []
    page.evaluate("() => { location.hash = 'asbjorn-stavem' }")
    expect(page.locator("#asbjorn-stavem")).to_be_in_viewport()
    page.go_back()
    expect(field(page)).to_have_value("ingenting")
    expect(page.locator("#asbjorn-stavem")).to_be_hidden()


def column(table: Locator, i: int) -> list[str]:
    """What the cells of a column are sorted by."""
    cells = table.locator(f"tbody tr > :nth-child({i + 1})")
    found: list[str] = cells.evaluate_all("cells => cells.map(cell => cell.dataset.sort ?? cell.textContent.trim())")
    return found


def in_order(known: list[str], down: bool = False) -> list[str]:
    """Numbers by size, dates and words by the alphabet; equals as they stand."""
    if all(re.fullmatch(r"[\d.]+", text) for text in known):
        return sorted(known, key=float, reverse=down)
    return sorted(known, key=lambda text: alphabetical(text)[0], reverse=down)


@pytest.mark.parametrize(
    "address", [address for address in LISTS if address not in ("/kontakt/", "/eksempler/resultater/")]
)
def test_columns_sort_up_and_down_with_what_is_unknown_last(page: Page, url: str, address: str) -> None:
    page.goto(url + address)
    tables = page.locator("table.sorterbar")
    for table in tables.all():
        as_built = sorted(column(table, 0))
        headings = table.get_by_role("columnheader")
        for i in range(headings.count()):
            button = headings.nth(i).get_by_role("button")
            if not button.count():
                assert headings.nth(i).inner_text() in ("Nettverk", "Kilder", "Kilde")
                continue
            button.click()
            expect(headings.nth(i)).to_have_attribute("aria-sort", "ascending")
            up = column(table, i)
            known = [text for text in up if text]
            assert up == known + [""] * (len(up) - len(known))
            assert known == in_order(known), (address, i)
            button.press("Enter")
            expect(headings.nth(i)).to_have_attribute("aria-sort", "descending")
            expect(table.locator("[aria-sort]")).to_have_count(1)
            assert column(table, i) == in_order(known, down=True) + [""] * (len(up) - len(known))
        assert sorted(column(table, 0)) == as_built


def test_sorting_knows_the_alphabet_and_numbers(page: Page, url: str) -> None:
    page.goto(f"{url}/kommuner/")
    table = page.locator("#kommunene")
    table.get_by_role("button", name="Kommune", exact=True).click()
    table.get_by_role("button", name="Kommune", exact=True).click()
    assert visible(page, LISTS["/kommuner/"][0])[0][0] == "Å"
    table.get_by_role("button", name="Innbyggere 2013").click()
    least = min(catalog().kommuner.values(), key=lambda place: place.official.population)
    assert visible(page, LISTS["/kommuner/"][0])[0] == catalog().full_name(least.id)
    find(page, "rogaland")
    shown = {place.name for place in catalog().kommuner.values() if place.official.fylke == "Rogaland"}
    assert {name.split(" (")[0] for name in visible(page, LISTS["/kommuner/"][0])} >= shown


def test_projects_without_a_name_are_last_both_ways(page: Page, url: str) -> None:
    page.goto(f"{url}/prosjekter/")
    unknown = sum(not project.title for project in catalog().projects.values())
    assert unknown > 0
    for _ in ("up", "down"):
        page.get_by_role("button", name="Prosjekt", exact=True).click()
        assert visible(page, LISTS["/prosjekter/"][0])[-unknown:] == ["Navn ikke kjent"] * unknown


def test_a_phone_sorts_by_buttons_large_enough_to_hit(browser: Browser, url: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    for address in LISTS:
        page.goto(url + address)
        for button in page.locator("thead button").all():
            box = button.bounding_box()
            assert box, address
            assert box["height"] >= 44, (address, button.inner_text())
    page.goto(f"{url}/prosjekter/")
    page.get_by_role("button", name="Pulje").tap()
    expect(page.get_by_role("columnheader", name="Pulje")).to_have_attribute("aria-sort", "ascending")
    expect(page.get_by_role("row")).to_have_count(len(catalog().projects) + 1)
    context.close()


@pytest.mark.parametrize("address", LISTS)
def test_without_scripts_everything_is_there(browser: Browser, url: str, address: str) -> None:
    rows, _ = LISTS[address]
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}{address}?filter=ingenting")
    expect(page.locator(".listefilter")).to_be_hidden()
    expect(page.locator("thead button")).to_have_count(0)
    assert page.locator(rows).count() > 10
    expect(page.locator(f":is({rows}):visible")).to_have_count(page.locator(rows).count())
    context.close()


def test_paper_has_the_rows_that_are_shown(page: Page, url: str) -> None:
    page.goto(f"{url}/kommuner/?filter=v%C3%A5g%C3%A5")
    page.emulate_media(media="print")
    assert visible(page, LISTS["/kommuner/"][0]) == ["Vågå"]
    expect(field(page)).to_be_hidden()
    expect(status(page)).to_have_text(f"1 av {len(catalog().kommuner)} kommuner")
    expect(status(page)).to_be_visible()


def test_the_lists_of_another_programme_have_the_same(page: Page) -> None:
    found = read(TINY)
    with served(tiny_site()) as url:
        for address, (rows, what) in LISTS.items():
            page.goto(url + address)
            expect(status(page)).to_have_text(f"{page.locator(rows).count()} {what}")
        page.goto(f"{url}/kontakt/?filter=provedal")
        leaders = found.networks["fiskelykke"].leaders
        assert set(visible(page, ".person")) == {found.people[id].name for id in leaders}


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_axe_finds_nothing_in_lists_that_are_filtered_empty_or_sorted(
    browser: Browser, url: str, window: Window
) -> None:
    page = window.context(browser).new_page()
    for address, query in [*((address, "omdømme") for address in LISTS), ("/kommuner/", "ingenting zz")]:
        visit(page, f"{url}{address}?filter={quote(query)}")
        for button in page.locator("thead button:visible").all()[:1]:
            button.click()
        assert faults(page, contrast=address == "/prosjekter/") == [], (address, query)
    page.context.close()
