"""«Finn din kommune»: every name of then and of today is known, leads somewhere, and is found from the keyboard."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import json
import re
from collections import Counter
from functools import cache
from math import log2
from pathlib import Path
from typing import Any

import pytest
import samanom
from built import ROOT, TINY, body, parse, site, tiny_site
from playwright.sync_api import Browser, Locator, Page, expect
from samanom.lookup import entries, nearest

Row = dict[str, Any]


@cache
def rows(folder: Path) -> dict[str, Row]:
    found: list[Row] = json.loads((folder / "data/finn.json").read_text(encoding="utf-8"))
    assert len({row["id"] for row in found}) == len({row["name"] for row in found}) == len(found)
    return {row["id"]: row for row in found}


@cache
def official(root: Path) -> tuple[Row, ...]:
    with (root / "data/reference/kommuner-2013.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@pytest.mark.parametrize(("root", "then", "today"), [(ROOT, 428, 357), (TINY, 8, 5)], ids=["samanom", "tiny"])
def test_every_kommune_of_then_and_of_today_is_known(root: Path, then: int, today: int) -> None:
    found = rows(site() if root == ROOT else tiny_site())
    numbers = Counter(row["number"] for row in found.values() if row["number"])
    numbers_today = Counter(row["today"] for row in found.values() if row["today"])
    assert numbers == Counter(row["kommunenummer"] for row in official(root))
    assert numbers_today == Counter({row["today_number"] for row in official(root)})
    assert (len(numbers), len(numbers_today)) == (then, today)
    names = {row["number"]: row["name"] for row in found.values() if row["number"]}
    assert all(names[row["kommunenummer"]].startswith(row["name"]) for row in official(root))


def test_every_name_stands_in_the_list_that_needs_no_script() -> None:
    html = body((site() / "kommuner/finn/index.html").read_text(encoding="utf-8"), "data-pagefind-body")
    listed = re.findall(r'<li><a(?: class="med")? href="([^"]+)">([^<]+)</a>', html)
    assert {name for _, name in listed} == {row["name"] for row in rows(site()).values()}
    assert "../bergen/" not in {href for href, _ in listed}


def test_an_old_name_and_todays_give_the_same() -> None:
    rissa, fosen = rows(site())["rissa"], rows(site())["indre-fosen"]
    assert rissa["kommuner"] == fosen["kommuner"] == ["rissa"]
    assert rissa["url"] == "/kommuner/rissa/"
    assert fosen["url"] == "/kommuner/indre-fosen/"
    assert fosen["nb"] == "Her inngår Rissa, som var med i pulje 2"
    assert rissa["nb"] == "Med i pulje 2, i dag Indre Fosen"
    assert rows(site())["stavanger"]["kommuner"] == ["stavanger", "finnoy", "rennesoy"]
    assert rows(site())["leksvik"]["nb"] == "I dag Indre Fosen, sammen med Rissa, som var med i pulje 2"


def test_every_participant_is_found_under_its_own_name() -> None:
    participants = json.loads((site() / "data/kommuner.json").read_text(encoding="utf-8"))
    for row in participants:
        assert rows(site())[row["id"]]["url"] == row["url"]
        assert rows(site())[row["id"]]["kommuner"][0] == row["id"]


@pytest.mark.parametrize("id", ["bergen", "oslo", "trondheim", "utsira", "os-hordaland"])
def test_others_lead_to_three_participants_with_reasons(id: str) -> None:
    row = rows(site())[id]
    page, anchor = row["url"].split("#")
    assert len(set(row["like"])) == 3
    assert id not in row["like"]
    assert "kommuner" not in row
    html = (site() / page[1:] / "index.html").read_text(encoding="utf-8")
    section = html.split(f'<h2 id="{anchor}"')[1].split("</section>")[0]
    assert re.findall(r'<li><a href="../../([^/"]+)/"', section) == row["like"]
    reason = r"(like mange innbyggere|samme fylke|samme målform|nærmest i innbyggertall)"
    assert len(re.findall(rf"</a>: {reason}", section)) == 3


def test_the_examples_of_those_most_like_are_shown() -> None:
    html = (site() / "kommuner/finn/l/index.html").read_text(encoding="utf-8")
    examples = json.loads((site() / "data/examples.json").read_text(encoding="utf-8"))
    [title] = [row["title"] for row in examples if row["kommuner"] == ["horten"]][:1]
    assert title in html.split('<h2 id="larvik"')[1].split("</section>")[0]


def test_names_that_several_share_are_told_apart() -> None:
    names = {row["name"] for row in rows(site()).values()}
    for name in ("Bø", "Herøy", "Nes", "Os", "Sande", "Våler"):
        assert name not in names
        assert sum(other.startswith(f"{name} (") for other in names) == 2
    assert rows(site())["valer-hedmark"]["also"] == ["Våler (Innlandet)"]
    assert {"Tull (Nordprøve)", "Tull (Sørprøve)"} <= {row["name"] for row in rows(tiny_site()).values()}


def test_sami_names_lead_too() -> None:
    assert "Gáivuotna" in rows(site())["kafjord"]["also"]


def test_the_most_like_are_right_by_the_stated_distance() -> None:
    """Reckoned again from the table: a doubling of population 1, another fylke 1, another målform a half."""
    table = {row["kommunenummer"]: row for row in official(ROOT)}
    participants = {row["id"]: table[row["number"]] for row in json.loads((site() / "data/kommuner.json").read_text())}
    checked = 0
    for row in rows(site()).values():
        parts = (
            [table[row["number"]]]
            if row["number"]
            else [t for t in table.values() if t["today_number"] == row["today"]]
        )
        own, people = max(parts, key=lambda t: int(t["population_2013"])), sum(int(t["population_2013"]) for t in parts)

        def distance(id: str, own: Row = own, people: int = people) -> tuple[float, str]:
            other = participants[id]
            far = abs(log2(people) - log2(int(other["population_2013"])))
            far += (own["fylke"] != other["fylke"]) + (own["malform_2015"] != other["malform_2015"]) / 2
            return round(far, 9), id

        if "like" in row:
            assert row["like"] == sorted(participants, key=distance)[:3], row["name"]
            checked += 1
    assert checked > 250


def test_reasons_say_what_is_in_common() -> None:
    catalog = samanom.read(ROOT)
    found = {entry.id: entry for entry in entries(catalog)}
    assert nearest(catalog, found["bergen"].profile)[0].reasons == ("nearest",)
    heim = nearest(catalog, found["heim"].profile)
    assert (heim[0].participant.id, heim[0].reasons) == ("rissa", ("population", "fylke", "malform"))


def test_the_file_is_slim() -> None:
    assert len(gzip.compress((site() / "data/finn.json").read_bytes())) < 40_000


def test_a_programme_that_runs_says_so(tiny: Path) -> None:
    for status, word in (("ended", "var"), ("ongoing", "er")):
        file = tiny / "data/programme.yaml"
        file.write_text(re.sub(r"(?m)^(\s*)status: \w+", rf"\1status: {status}", file.read_text()))
        made = samanom.build(tiny, dt.date(2014, 5, 13))
        [data] = [asset.content for asset in made.assets if asset.path == "data/finn.json"]
        notes = {row["id"]: row["nb"] for row in json.loads(data)}
        assert notes["provedal"] == f"Her inngår Nedre Prøvedal og Øvre Prøvedal, som {word} med i pulje 2"
        assert notes["smavik"] == f"I dag Fiskevik, som {word} med i pulje 1 og 2"
        [page] = [page for page in made.pages if page.path == "kommuner/finn/s/"]
        assert page.title == f"Kommuner på S som ikke {word} med"
        assert f"{word.capitalize()} ikke med." in page.body


def field(page: Page, address: str) -> Locator:
    """The search field of a page, once the script has taken hold of it and the file is read."""
    page.goto(address)
    found = page.locator("main form[data-finn] input, article form[data-finn] input").first
    expect(found).to_have_attribute("role", "combobox")
    with page.expect_response(re.compile("finn.json")):
        found.focus()
    return found


def choose(page: Page, url: str, text: str) -> None:
    """Types a text and takes the first suggestion, all by keyboard."""
    field(page, f"{url}/kommuner/finn/")
    page.keyboard.type(text)
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("vaga", "/kommuner/vaga/"),
        ("Vaagaa", "/kommuner/vaga/"),
        ("Bomlo", "/kommuner/bomlo/"),
        ("indre fosen", "/kommuner/indre-fosen/"),
        ("Sonjdalen", "/kommuner/songdalen/"),
        ("valer innlandet", "/kommuner/valer-hedmark/"),
        ("Lom kommune", "/kommuner/lom/"),
        ("bø i telemark", "/kommuner/bo-telemark/"),
        ("gaivuotna", "/kommuner/finn/k/#kafjord"),
    ],
)
def test_found_by_keyboard_alone(phone: Page, url: str, text: str, address: str) -> None:
    choose(phone, url, text)
    phone.wait_for_url(f"{url}{address}")


def test_the_way_to_the_field_is_the_tab_key(phone: Page, url: str) -> None:
    phone.goto(f"{url}/kommuner/finn/")
    for _ in range(60):
        phone.keyboard.press("Tab")
        if phone.evaluate(
            "document.activeElement.closest('form[data-finn]') && document.activeElement.name === 'navn'"
        ):
            break
    phone.keyboard.type("rissa")
    expect(phone.locator("[role=option]")).to_have_count(1)
    phone.keyboard.press("Tab")
    expect(phone.locator("[role=listbox]").first).to_be_hidden()


def test_roles_and_states_follow_the_pattern(phone: Page, url: str) -> None:
    box = field(phone, f"{url}/kommuner/")
    options, status = phone.locator("[role=option]"), phone.locator("main form[data-finn] [role=status]")
    expect(box).to_have_attribute("aria-autocomplete", "list")
    expect(box).to_have_attribute("aria-expanded", "false")
    phone.keyboard.type("ind")
    expect(options).to_have_count(3)
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(phone.get_by_role("listbox", name="Kommuner")).to_have_id(box.get_attribute("aria-controls") or "")
    assert box.get_attribute("aria-activedescendant") is None
    expect(status).to_have_text("3 forslag. Pil ned for å velge.")
    for key, place in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", 2), ("ArrowDown", 0)):
        phone.keyboard.press(key)
        expect(options.nth(place)).to_have_attribute("aria-selected", "true")
        expect(box).to_have_attribute("aria-activedescendant", options.nth(place).get_attribute("id") or "")
        expect(phone.locator("[role=option][aria-selected=true]")).to_have_count(1)
    for key, caret in (("Home", 0), ("End", 3)):
        phone.keyboard.press("ArrowDown")
        phone.keyboard.press(key)
        assert box.get_attribute("aria-activedescendant") is None
        assert box.evaluate("field => field.selectionStart") == caret
    phone.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("ind")
    phone.keyboard.press("Escape")
    expect(box).to_have_value("")
    phone.keyboard.type("qqqqq")
    expect(status).to_have_text("Ingen kommune heter det.")
    expect(box).to_have_attribute("aria-expanded", "false")


def test_a_click_takes_a_suggestion(phone: Page, url: str) -> None:
    field(phone, f"{url}/kommuner/finn/")
    phone.keyboard.type("indre f")
    phone.get_by_role("option", name="Indre Fosen").click()
    phone.wait_for_url(f"{url}/kommuner/indre-fosen/")


def test_enter_without_a_choice_gives_the_answer(phone: Page, url: str) -> None:
    field(phone, f"{url}/kommuner/")
    phone.keyboard.type("bo")
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"{url}/kommuner/finn/?navn=bo")
    expect(phone.locator("[data-finn-svar] h2")).to_have_text("Svar for «bo»")
    expect(phone.locator("[data-finn-svar] a")).to_have_text(["Bø (Nordland)", "Bø (Telemark)"])
    field(phone, f"{url}/kommuner/")
    phone.keyboard.type("Bergen")
    expect(phone.get_by_role("option").first).to_be_visible()
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"{url}/kommuner/finn/b/#bergen")


def test_what_is_typed_is_text_and_nothing_else(phone: Page, url: str) -> None:
    phone.goto(f"{url}/kommuner/finn/?navn=%3Cimg%20src=x%20onerror=alert(1)%3E")
    expect(phone.locator("[data-finn-svar] h2")).to_have_text("Svar for «<img src=x onerror=alert(1)>»")
    assert phone.locator("[data-finn-svar] img").count() == 0


def test_without_javascript_the_form_leads_to_the_list(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}/kommuner/")
    form = page.locator("form[data-finn]").first
    form.locator("input").fill("Bergen")
    form.locator("button").click()
    page.wait_for_url(f"{url}/kommuner/finn/?navn=Bergen")
    page.locator("main ul").get_by_role("link", name="Bergen", exact=True).click()
    page.wait_for_url(f"{url}/kommuner/finn/b/#bergen")
    expect(page.get_by_role("heading", name="Bergen")).to_be_in_viewport()
    context.close()


def test_the_pages_are_light() -> None:
    pages = [site() / "kommuner/finn/index.html", *(site() / "kommuner/finn").glob("*/index.html")]
    assert len(pages) > 20
    assert all(len(gzip.compress(page.read_bytes())) < 20_000 for page in pages)
    assert all("data-finn" in page.read_text(encoding="utf-8") and parse(page.read_text()).ids for page in pages)
