"""The search as a visitor meets it: suggestions in the field of every page, and results and facets at /sok/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from accessibility import faults
from browsing import Window
from built import ROOT, pages, site
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

ENGINE = re.compile(r"/pagefind/|/sokemotor\.js|/ord\.json")
OPTION = "header [role=option]"
ANSWERED = """async text => {
  const { search, pages } = await import('/assets/sokemotor.js')
  await pages((await search(text)).found.slice(0, 10))
}"""
"""The engine answers in the order it is asked: once this is answered, all before it are."""
PATIENT = 20_000
"""Milliseconds that the search may take to be fetched and to answer, on a machine that does much else."""


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """A window of 1440 × 900 pixels."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    yield page
    page.close()


def header(page: Page, address: str) -> Locator:
    """The search field of a page's header, once it gives suggestions."""
    page.goto(address)
    found = page.locator("#sok")
    expect(found).to_have_attribute("role", "combobox")
    return found


def suggested(page: Page, text: str) -> Locator:
    """The suggestions for a text, without the line that leads to all."""
    page.locator("#sok").fill(text)
    expect(page.locator(OPTION).last).to_have_text(f"Alle treff på «{text}»", timeout=PATIENT)
    return page.locator(f"{OPTION}:not(.options__alle)")


def search(page: Page, url: str, query: str) -> None:
    """Shows /sok/ with a query as it stands in the address, counts and all."""
    page.goto(f"{url}/sok/?{query}")
    expect(page.locator("#treff")).to_have_attribute("aria-busy", "false", timeout=PATIENT)
    if query:
        expect(page.locator("[data-antall]").first).not_to_be_empty(timeout=PATIENT)


def box(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f'input[name="{facet}"][value="{value}"]')


def count(page: Page, facet: str, value: str) -> Locator:
    return page.locator(".valg", has=box(page, facet, value)).locator("[data-antall]")


def asked(page: Page) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(page.url).query, keep_blank_values=True)


def test_nothing_of_the_search_is_fetched_before_the_field_is_used(desk: Page, url: str) -> None:
    fetched = list[str]()
    desk.on("request", lambda request: fetched.append(request.url))
    field = header(desk, f"{url}/kommuner/vefsn/")
    assert [each for each in fetched if ENGINE.search(each)] == []
    field.focus()
    expect(suggested(desk, "drammen").first).to_be_visible()
    assert [each for each in fetched if ENGINE.search(each)]
    assert all(each.startswith((url, "data:")) for each in fetched)


def test_suggestions_tell_title_kind_and_theme(desk: Page, url: str) -> None:
    header(desk, f"{url}/kalender/")
    options = suggested(desk, "drammen")
    expect(options.first).to_have_text(re.compile("Drammen ?Kommune"))
    expect(options).to_have_count(6)
    example = options.filter(has_text="Eksempel").first
    expect(example.locator(".shield").first).to_have_attribute("data-tema", re.compile(r"\w"))
    expect(desk.locator("header [role=status]").first).to_have_text("6 forslag. Pil ned for å velge.")


def test_arrows_and_enter_open_the_page(desk: Page, url: str) -> None:
    field = header(desk, f"{url}/kalender/")
    options = suggested(desk, "vefsn")
    desk.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"{url}/kommuner/vefsn/")


def test_the_last_line_and_enter_alone_lead_to_all_results(desk: Page, url: str) -> None:
    for keys in (("Enter",), ("ArrowUp", "Enter")):
        header(desk, f"{url}/kommuner/vefsn/")
        expect(suggested(desk, "langturnus").first).to_be_visible()
        for key in keys:
            desk.keyboard.press(key)
        desk.wait_for_url(f"{url}/sok/?q=langturnus")


def test_escape_closes_then_empties(desk: Page, url: str) -> None:
    field = header(desk, f"{url}/kalender/")
    expect(suggested(desk, "rissa").first).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("rissa")
    desk.keyboard.press("Escape")
    expect(field).to_have_value("")


def test_suggestions_for_what_was_typed_before_are_dropped(desk: Page, url: str) -> None:
    """The first answer is held back until the second has come: the page that it begins with, and no other."""
    held = list[Route]()

    def hold(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    desk.route("**/pagefind/fragment/**", hold)
    field = header(desk, f"{url}/kalender/")
    field.fill("drammen")
    while not held:
        desk.wait_for_timeout(50)
    expect(suggested(desk, "vefsn").first).to_contain_text("Vefsn")
    held[0].continue_()
    desk.evaluate(ANSWERED, "drammen")
    expect(desk.locator(OPTION).first).to_contain_text("Vefsn")
    expect(desk.locator(OPTION).last).to_have_text("Alle treff på «vefsn»")


def test_the_slash_leads_to_the_field(desk: Page, phone: Page, url: str) -> None:
    for page in (desk, phone):
        field = header(page, f"{url}/kalender/")
        page.keyboard.press("/")
        expect(field).to_be_focused()
        expect(field).to_have_value("")
        page.keyboard.type("og/eller")
        expect(field).to_have_value("og/eller")
    expect(phone.get_by_role("button", name="Søk").first).to_have_attribute("aria-expanded", "true")


def test_the_slash_is_left_alone_with_other_keys_and_by_those_who_turn_it_off(desk: Page, url: str) -> None:
    desk.goto(f"{url}/sok/")
    field = desk.locator("#sok")
    expect(field).to_have_attribute("aria-keyshortcuts", "/")
    desk.keyboard.press("Control+/")
    expect(field).not_to_be_focused()
    desk.get_by_role("checkbox", name="Tasten /").uncheck()
    desk.goto(f"{url}/kalender/")
    desk.keyboard.press("/")
    expect(desk.locator("#sok")).not_to_be_focused()
    desk.goto(f"{url}/sok/")
    desk.get_by_role("checkbox", name="Tasten /").check()
    desk.keyboard.press("/")
    expect(desk.locator("#sok")).to_be_focused()


def test_results_tell_kind_theme_and_language(desk: Page, url: str) -> None:
    search(desk, url, "q=jondal&slag=eksempel")
    item = desk.locator("#treff > li").first
    expect(item).to_have_attribute("lang", "nn")
    what = item.locator(".treff__slag")
    expect(what).to_have_attribute("lang", "nb")
    expect(what).to_have_text("Eksempel Sykefravær")
    expect(what.locator('.shield[data-tema="sykefravaer"]')).to_be_visible()
    title = item.locator("a").inner_text()
    assert not item.locator("p").last.inner_text().startswith(title)


def test_what_is_asked_for_is_marked_inside_words_too(desk: Page, url: str) -> None:
    search(desk, url, "q=fravær&slag=eksempel")
    expect(desk.locator("#treff mark", has_text="sykefravær").first).to_be_visible()


def test_arrows_lead_from_the_field_through_the_results_and_back(desk: Page, url: str) -> None:
    search(desk, url, "q=drammen")
    links = desk.locator("#treff a")
    desk.locator("#sok").focus()
    for key, place in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        desk.keyboard.press(key)
        expect(links.nth(place)).to_be_focused()
    desk.keyboard.press("ArrowUp")
    expect(desk.locator("#sok")).to_be_focused()
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"{url}/kommuner/drammen/")


def test_more_results_are_shown_and_led_to(desk: Page, url: str) -> None:
    search(desk, url, "q=heltid")
    expect(desk.locator("#treff > li")).to_have_count(10)
    desk.get_by_role("button", name="Vis flere treff").click()
    expect(desk.locator("#treff > li")).to_have_count(20)
    expect(desk.locator("#treff a").nth(10)).to_be_focused()


def told(facet: str, value: str) -> set[str]:
    """The addresses of the pages that tell the search engine a value."""
    mark = f'data-pagefind-filter="{facet}[content]" content="{value}"'
    return {address for address, html in pages(site()) if mark in html}


def test_facets_narrow_count_and_stand_in_the_address(desk: Page, url: str) -> None:
    examples, nordland = told("slag", "eksempel"), told("fylke", "Nordland")
    search(desk, url, "")
    expect(count(desk, "slag", "eksempel")).to_be_empty()
    box(desk, "slag", "eksempel").check()
    expect(desk.locator(".sok [role=status]")).to_have_text(f"{len(examples)} treff")
    desk.locator(".fasett summary").click()
    expect(count(desk, "fylke", "Nordland")).to_have_text(str(len(examples & nordland)))
    box(desk, "fylke", "Nordland").check()
    expect(desk.locator(".sok [role=status]")).to_have_text(f"{len(examples & nordland)} treff")
    found = desk.locator("#treff a").evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    assert set(found) == examples & nordland
    expect(count(desk, "slag", "kommune")).to_have_text(str(len(nordland & told("slag", "kommune"))))
    assert asked(desk) == [("slag", "eksempel"), ("fylke", "Nordland")]


def test_values_of_one_facet_are_alternatives(desk: Page, url: str) -> None:
    search(desk, url, "slag=tema&slag=nettverk")
    both = len(told("slag", "tema")) + len(told("slag", "nettverk"))
    expect(desk.locator(".sok [role=status]")).to_have_text(f"{both} treff")


def test_the_selection_survives_reload_and_follows_the_history(desk: Page, url: str) -> None:
    search(desk, url, "q=fravær")
    everything = desk.locator(".sok [role=status]").inner_text()
    box(desk, "slag", "eksempel").check()
    expect(desk.locator(".sok [role=status]")).not_to_have_text(everything)
    chosen = desk.locator(".sok [role=status]").inner_text()
    desk.reload()
    expect(box(desk, "slag", "eksempel")).to_be_checked()
    expect(desk.locator(".sok [role=status]")).to_have_text(chosen)
    desk.go_back()
    expect(desk.locator(".sok [role=status]")).to_have_text(everything)
    expect(box(desk, "slag", "eksempel")).not_to_be_checked()
    desk.go_forward()
    expect(desk.locator(".sok [role=status]")).to_have_text(chosen)


def test_choices_are_taken_back(desk: Page, url: str) -> None:
    search(desk, url, "q=fravær&slag=eksempel&tema=sykefravaer")
    desk.get_by_role("button", name="Fjern Eksempel").click()
    assert asked(desk) == [("q", "fravær"), ("tema", "sykefravaer")]
    expect(desk.get_by_role("button", name="Fjern Sykefravær")).to_be_focused()
    box(desk, "slag", "tema").check()
    desk.get_by_role("button", name="Fjern alle").click()
    assert asked(desk) == [("q", "fravær")]
    expect(desk.locator(".valgte")).to_be_hidden()


def test_slips_and_words_apart_are_found_with_a_choice(desk: Page, url: str) -> None:
    search(desk, url, "q=sykefavær&slag=tema")
    expect(desk.locator(".sok__rad")).to_contain_text("Viser treff for «sykefravær».")
    expect(desk.locator("#treff a").first).to_have_text("Sykefravær")
    desk.get_by_role("link", name="likevel").click()
    assert asked(desk) == [("q", "sykefavær"), ("akkurat", ""), ("slag", "tema")]
    search(desk, url, "q=drammen+rissa+vefsn&slag=kommune")
    expect(desk.locator("#treff > li .treff__slag").first).to_contain_text("Kommune")
    found = desk.locator("#treff a").all_inner_texts()
    assert {"Drammen", "Rissa", "Vefsn"} <= set(found)


def test_a_number_is_no_slip_of_another(desk: Page, url: str) -> None:
    search(desk, url, "q=2813")
    expect(desk.locator(".sok__rad")).to_be_hidden()


def test_an_empty_answer_says_what_to_do(desk: Page, url: str) -> None:
    status = desk.locator(".sok [role=status]")
    search(desk, url, "q=xqzzvw")
    expect(status).to_have_text(re.compile("Prøv et annet ord"))
    search(desk, url, "q=vefsn&slag=nyhetsbrev&fylke=Finnmark")
    expect(status).to_have_text(re.compile(r"Ingen av de \d+ treffene på «vefsn» .* Fjern et valg"))
    expect(desk.get_by_role("button", name="Fjern alle")).to_be_visible()


@pytest.mark.parametrize("missing", ["**/pagefind/**", "**/assets/ord.json"])
def test_a_search_that_fails_says_so_and_the_next_works(desk: Page, url: str, missing: str) -> None:
    def stop(route: Route) -> None:
        route.abort()

    desk.route(missing, stop)
    desk.goto(f"{url}/sok/?q=drammen")
    expect(desk.locator(".sok [role=status]")).to_have_text(re.compile("kunne ikke hentes. Prøv igjen"))
    expect(desk.locator("#treff")).to_have_attribute("aria-busy", "false")
    header(desk, f"{url}/kalender/").fill("drammen")
    expect(desk.locator("header [role=status]").first).to_have_text(re.compile("kunne ikke hentes"))
    desk.unroute(missing, stop)
    expect(suggested(desk, "vefsn").first).to_contain_text("Vefsn")
    desk.goto(f"{url}/sok/?q=drammen")
    expect(desk.locator("#treff a").first).to_have_text("Drammen")


def test_a_search_that_fails_works_when_asked_again_on_the_same_page(desk: Page, url: str) -> None:
    desk.route("**/pagefind/**", lambda route: route.abort())
    desk.goto(f"{url}/sok/?q=drammen")
    expect(desk.locator(".sok [role=status]")).to_have_text(re.compile("Prøv igjen"))
    desk.unroute("**/pagefind/**")
    desk.get_by_role("button", name="Søk").click()
    expect(desk.locator("#treff a").first).to_have_text("Drammen")


def test_every_kind_that_is_searched_has_a_word_in_both_forms() -> None:
    kinds = {
        kind for _, html in pages(site()) for kind in re.findall(r'filter="slag\[content\]" content="(\w+)"', html)
    }
    strings = (ROOT / "theme/strings.yaml").read_text(encoding="utf-8")
    assert kinds
    assert all(re.search(rf'(?m)^slag_{kind}: {{nb: ".+", nn: ".+"', strings) for kind in kinds)


STATES = (
    "",
    "q=sykefravær",
    "q=fravær&slag=eksempel&tema=sykefravaer",
    "q=xqzzvw",
    "q=vefsn&slag=nyhetsbrev&fylke=Finnmark",
    "q=sykefavær",
)


@pytest.mark.parametrize("window", [Window(390, "light"), Window(1440, "dark")], ids=str)
def test_axe_finds_nothing_in_any_state(browser: Browser, url: str, window: Window) -> None:
    context = window.context(browser)
    assert list(_faults(context, url)) == []
    context.close()


def _faults(context: BrowserContext, url: str) -> Iterator[tuple[str, str]]:
    page = context.new_page()
    for state in STATES:
        search(page, url, "&".join(quote(each, safe="=") for each in state.split("&")))
        if page.locator(".fasettknapp").is_visible():
            page.locator(".fasettknapp").click()
            expect(page.locator(".fasettknapp")).to_have_attribute("aria-expanded", "true")
        yield from ((state, fault) for fault in faults(page, contrast="slag=" in state))
    header(page, f"{url}/kalender/")
    page.keyboard.press("/")
    expect(suggested(page, "fravær").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    yield from (("suggestions", fault) for fault in faults(page))
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{url}/sok/?q=drammen")
    expect(page.locator(".sok [role=status]")).to_have_text(re.compile("Prøv igjen"))
    yield from (("failed", fault) for fault in faults(page))


def test_a_kommune_that_took_no_part_is_told_of_first(desk: Page, url: str) -> None:
    search(desk, url, "q=trondheim")
    first = desk.locator("#treff > li").first
    expect(first.get_by_role("link")).to_have_attribute("href", re.compile(r"/kommuner/finn/t/#trondheim$"))
    expect(first).to_contain_text("Var ikke med i programmet")
    search(desk, url, "q=drammen")
    expect(desk.locator("#treff > li").first.get_by_role("link")).to_have_text("Drammen")


def test_the_search_page_fetches_no_engine_before_something_is_asked(desk: Page, url: str) -> None:
    fetched = list[str]()
    desk.on("request", lambda request: fetched.append(request.url))
    search(desk, url, "")
    expect(desk.locator("#treff")).to_have_attribute("aria-busy", "false")
    assert [each for each in fetched if ENGINE.search(each) and "sokemotor" not in each] == []
