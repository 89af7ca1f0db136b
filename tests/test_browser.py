"""The pages in a real browser, as visitors meet them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from browsing import kinds
from built import catalog, pages, site
from playwright.sync_api import Browser, Page

MANY = 12
"""Pages of one kind that are looked at in every run of the tests: those with most on them."""


def test_a_kommune_page_shows_what_participants_come_for_without_scrolling(phone: Page, url: str) -> None:
    addresses = [f"/kommuner/{id}/" for id in catalog().kommuner]
    upper = {
        address: (html.index("<h1"), html.index('href="tel:'))
        for address, html in pages(site())
        if address in addresses
    }
    fullest = sorted(addresses, key=lambda address: upper[address][1] - upper[address][0])[-MANY:]
    for address in fullest:
        see_the_leader(phone, url, address)


@pytest.mark.slow
def test_each_kommune_page_does(phone: Page, url: str) -> None:
    for id in catalog().kommuner:
        see_the_leader(phone, url, f"/kommuner/{id}/")


def see_the_leader(phone: Page, url: str, address: str) -> None:
    phone.goto(url + address)
    id = address.split("/")[2]
    place, networks = catalog().kommuner[id], catalog().networks_of(id)
    leader = catalog().people[max(networks, key=lambda network: network.pulje).leaders[0]]
    first = phone.locator("section.nettverk").first
    seen = [
        phone.get_by_role("heading", level=1, name=place.name),
        phone.locator(".i-dag", has_text=place.official.today_name),
        first.get_by_role("link", name=leader.name),
        first.locator(f'a[href="tel:+47{str(leader.contacts[0].phone).replace(" ", "")}"]').first,
        first.locator(f'a[href="mailto:{leader.contacts[0].email}"]').first,
    ]
    for element in seen:
        box = element.bounding_box()
        assert box, (id, element)
        assert box["y"] + box["height"] <= 844, (id, element)


ASKEW = """() => {
  const left = selector => document.querySelector(selector)?.getBoundingClientRect().left
  return left('.crumbs') !== undefined && left('.crumbs') !== left('main h1')
}"""
"""Whether the title stands elsewhere than under the way to the page."""


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_each_kind_of_page_keeps_within_its_frame(browser: Browser, url: str, width: int) -> None:
    keep_within(browser, width, [url + address for address in kinds(site()).values()])


@pytest.mark.slow
def test_each_page_keeps_within_a_phone(browser: Browser, url: str) -> None:
    keep_within(browser, 390, [url + address for address, _ in pages(site())])


def keep_within(browser: Browser, width: int, addresses: Iterable[str]) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    for address in addresses:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert not page.evaluate(ASKEW), address
    page.close()


def test_the_first_screen_of_a_phone_says_what_this_is_and_what_it_has(phone: Page, url: str) -> None:
    phone.goto(url)
    for element in (".ingress", "[role=search] input", "[data-finn] input", ".hero__themes a"):
        box = phone.locator(element).first.bounding_box()
        assert box, element
        assert box["y"] + box["height"] <= 844, element


def test_words_of_the_ledger_are_whole_on_a_phone(phone: Page, url: str) -> None:
    phone.goto(url)
    room = phone.locator(".ledger").evaluate("each => each.clientWidth")
    rows = phone.locator(".ledger__row > div").evaluate_all("all => all.map(each => each.clientWidth)")
    assert rows
    assert set(rows) == {room}
    axis, line = phone.locator(".ledger__axis svg:not(.shield)"), phone.locator(".dumbbell").first
    ends = [(box["x"], box["width"]) for box in (axis.bounding_box(), line.bounding_box()) if box]
    assert len(ends) == 2
    assert ends[0] == ends[1]


def test_someone_looking_for_a_leader_finds_the_number_by_keyboard(phone: Page, url: str) -> None:
    phone.goto(f"{url}/a-aa/")
    phone.get_by_role("link", name="Vågå", exact=True).focus()
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/kommuner/vaga/")
    link = phone.get_by_role("link", name="952 09 041")
    assert link.get_attribute("href") == "tel:+4795209041"
    assert phone.locator("html").get_attribute("lang") == "nn"


def test_the_results_can_be_sorted_by_every_column(browser: Browser, url: str) -> None:
    page = browser.new_page()
    page.goto(f"{url}/eksempler/resultater/")
    table = page.locator("table.sorterbar")
    before, heading = table.get_by_role("columnheader", name="Før"), table.get_by_role("columnheader")

    def column(i: int) -> list[float]:
        cells = table.locator(f"tbody tr td:nth-child({i})[data-sort]")
        return [float(text) for text in cells.evaluate_all("cells => cells.map(cell => cell.dataset.sort)")]

    as_built = table.locator("tbody tr").evaluate_all("rows => rows.map(row => row.id)")
    before.get_by_role("button").click()
    assert before.get_attribute("aria-sort") == "ascending"
    assert column(3) == sorted(column(3))
    before.get_by_role("button").press("Enter")
    assert before.get_attribute("aria-sort") == "descending"
    assert column(3) == sorted(column(3), reverse=True)
    assert "–" in table.locator("tbody tr:last-child td:nth-child(3)").inner_text()
    for i in range(heading.count()):
        heading.nth(i).get_by_role("button").click()
        assert heading.nth(i).get_attribute("aria-sort") == "ascending"
        assert table.locator("[aria-sort]").count() == 1
    assert sorted(table.locator("tbody tr").evaluate_all("rows => rows.map(row => row.id)")) == sorted(as_built)
    page.close()
