"""The list of examples: facets, order, cards and table, CSV; and the plain pages for those without scripts."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from accessibility import faults
from browsing import Window, served
from built import TINY, catalog, copy_project, parse, run_mkdocs, site, tiny_site
from playwright.sync_api import Browser, Page, expect
from samanom.model import Example
from samanom.render.selection import fylker, improvement, newest, populations, puljer, sizes

SITES = pytest.mark.parametrize("built", [site, tiny_site], ids=["samanom", "tiny"])


def slim(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "assets/eksempler.json").read_text(encoding="utf-8"))
    return found


def example(id: str) -> Example:
    return next(each for each in catalog().examples if each.id == id)


def having(**wanted: set[str]) -> set[str]:
    """The ids of the examples that have one of each facet's wanted values, straight from the records."""
    known = catalog()
    of: dict[str, Callable[[Example], tuple[str, ...]]] = {
        "tema": lambda each: each.themes,
        "niva": lambda each: (each.documentation,),
        "fylke": lambda each: fylker(known, each),
        "innbyggere": lambda each: sizes(known, each),
        "malform": lambda each: (each.lang,),
    }
    return {e.id for e in known.examples if all(values & set(of[name](e)) for name, values in wanted.items())}


def shown(page: Page) -> list[str]:
    expect(page.locator(".utvalg .cards > li").first).to_be_attached()
    return list(page.locator(".utvalg .cards > li").evaluate_all("cards => cards.map(card => card.dataset.eksempel)"))


@pytest.fixture
def wide(browser: Browser, url: str) -> Iterator[Page]:
    """/eksempler/ in a window of 1440 pixels."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{url}/eksempler/")
    yield page
    page.close()


def test_what_an_example_can_be_chosen_by() -> None:
    jondal = example("jondal-sykefravaer")
    assert fylker(catalog(), jondal) == ("hordaland",)
    [people] = populations(catalog(), jondal)
    assert 1000 < people < 1200
    assert sizes(catalog(), jondal) == ("0",)
    assert puljer(catalog(), jondal) == ("1",)
    assert newest(catalog(), jondal) == max(catalog().sources[id].year.year or 0 for id in jondal.sources)
    assert improvement(catalog(), jondal) == pytest.approx((8.5 - 7.9) / 8.5, abs=1e-4)


@SITES
def test_the_slim_file_has_every_example_with_its_values(built: Callable[[], Path]) -> None:
    data = slim(built())
    known = {row["id"]: row for row in json.loads((built() / "data/examples.json").read_text(encoding="utf-8"))}
    assert sorted(data["ids"]) == sorted(known)
    for name, field in (("tema", "themes"), ("niva", "documentation"), ("malform", "lang")):
        facet = data["facets"][name]
        for id, numbers in zip(data["ids"], facet["of"], strict=True):
            own = known[id][field]
            assert {facet["values"][n] for n in numbers} == (set(own) if isinstance(own, list) else {own})
    assert all(len(data[name]) == len(known) for name in ("newest", "improvement", "population"))


@SITES
def test_without_scripts_each_theme_fylke_and_level_has_its_page(built: Callable[[], Path]) -> None:
    listed = {"tema": "tema", "niva": "dokumentasjon", "fylke": "fylke"}
    data, folder = slim(built()), built() / "eksempler"
    whole = parse((folder / "index.html").read_text(encoding="utf-8"))
    for name, path in listed.items():
        facet = data["facets"][name]
        for number, value in enumerate(facet["values"]):
            html = (folder / path / value / "index.html").read_text(encoding="utf-8")
            here = set(re.findall(r'<li class="card" data-eksempel="([^"]+)"', html))
            assert here == {id for id, own in zip(data["ids"], facet["of"], strict=True) if number in own}
            assert f"{path}/{value}/" in whole.links


def test_facets_choose_and_count(wide: Page, url: str) -> None:
    wide.get_by_role("checkbox", name="Sykefravær").check()
    expect(wide.locator("[data-status]")).to_have_text(f"{len(having(tema={'sykefravaer'}))} av 51 eksempler")
    wide.get_by_role("checkbox", name="Under 5 000").check()
    wide.get_by_role("checkbox", name="5 000–19 999").check()
    wanted = having(tema={"sykefravaer"}, innbyggere={"0", "5000"})
    expect(wide.locator("[data-status]")).to_have_text(f"{len(wanted)} av 51 eksempler")
    assert set(shown(wide)) == wanted
    nynorsk = wide.locator(".valg", has=wide.locator("[name=malform][value=nn]")).locator("[data-antall]")
    left = having(tema={"sykefravaer"}, innbyggere={"0", "5000"}, malform={"nn"})
    expect(nynorsk).to_have_text(str(len(left)))
    omdomme = wide.locator(".valg", has=wide.locator("[name=tema][value=omdomme]")).locator("[data-antall]")
    expect(omdomme).to_have_text(str(len(having(tema={"omdomme"}, innbyggere={"0", "5000"}))))
    assert wide.url == f"{url}/eksempler/?tema=sykefravaer&innbyggere=0&innbyggere=5000"


def test_the_address_holds_the_selection_and_it_can_be_taken_away(wide: Page, url: str) -> None:
    wide.goto(f"{url}/eksempler/?tema=omdomme&malform=nn&vis=tabell")
    wanted = having(tema={"omdomme"}, malform={"nn"})
    expect(wide.locator(".eksempeltabell tbody tr")).to_have_count(len(wanted))
    expect(wide.locator(".utvalg .cards")).to_be_hidden()
    wide.get_by_role("button", name="Fjern Nynorsk").click()
    expect(wide.locator(".eksempeltabell tbody tr")).to_have_count(len(having(tema={"omdomme"})))
    expect(wide.get_by_role("button", name="Fjern Omdømme")).to_be_focused()
    wide.get_by_role("button", name="Fjern Omdømme").click()
    expect(wide.locator("[data-status]")).to_have_text("51 eksempler")
    assert wide.url == f"{url}/eksempler/?vis=tabell"


def test_what_does_not_exist_is_told_with_what_to_do(wide: Page, url: str) -> None:
    wide.goto(f"{url}/eksempler/?fylke=finnmark&niva=malt&tema=innovasjon&malform=nn")
    expect(wide.locator("[data-status]")).to_contain_text("Ingen av de 51 eksemplene passer")
    expect(wide.locator("[data-tomt]")).to_be_visible()
    wide.get_by_role("button", name="Fjern alle").click()
    expect(wide.locator("[data-tomt]")).to_be_hidden()


def test_examples_are_ordered_as_asked(wide: Page, url: str) -> None:
    wide.get_by_label("Sorter").select_option("Størst forbedring")
    expect(wide).to_have_url(re.compile("sorter=forbedring"))
    by_id = {each.id: improvement(catalog(), each) for each in catalog().examples}
    best = sorted((v for v in by_id.values() if v is not None), reverse=True)
    expect(wide.locator("[data-om-rekkefolgen=forbedring]")).to_be_visible()
    assert [by_id[id] for id in shown(wide)[: len(best)]] == best[: len(shown(wide))]
    wide.get_by_label("Sorter").select_option("Nyeste kilde")
    expect(wide.locator("[data-om-rekkefolgen=nyest]")).to_be_visible()
    years = [newest(catalog(), example(id)) or 0 for id in shown(wide)]
    assert years == sorted(years, reverse=True)


def test_the_nearest_in_population_to_a_kommune_that_took_no_part(wide: Page) -> None:
    wide.get_by_label("Sorter").select_option("Nærmest i folketall")
    field = wide.get_by_role("combobox", name="Kommunen din").last
    field.fill("utsira")
    wide.get_by_role("option", name="Utsira").click()
    expect(wide.locator("[data-nermest-svar]")).to_contain_text("Regnet fra Utsira")
    assert re.search(r"sorter=folketall&nermest=utsira$", wide.url)
    people = [min(populations(catalog(), example(id))) for id in shown(wide)]
    assert people == sorted(people), "Utsira is smaller than all"
    wide.reload()
    expect(wide.locator("[data-nermest-svar]")).to_contain_text("Regnet fra Utsira")


def test_more_can_be_shown_and_the_focus_follows(wide: Page) -> None:
    wide.get_by_role("checkbox", name="Bokmål").check()
    expect(wide.locator(".utvalg .cards > li")).to_have_count(24)
    wide.get_by_role("button", name="Vis flere").click()
    expect(wide.locator(".utvalg .cards > li")).to_have_count(min(48, len(having(malform={"nb"}))))
    expect(wide.locator(".utvalg .cards > li").nth(24).get_by_role("link")).to_be_focused()


def test_the_selection_can_be_taken_as_csv(wide: Page) -> None:
    wide.get_by_role("checkbox", name="Målt").check()
    with wide.expect_download() as started:
        wide.get_by_role("button", name="Last ned utvalget").click()
    text = started.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    assert started.value.suggested_filename == "eksempler.csv"
    assert len(rows) == len(having(niva={"malt"}))
    jondal = next(row for row in rows if row["Kommune"] == "Jondal")
    assert jondal["Tema"] == "Sykefravær"
    told = [jondal[name] for name in ("Fylke", "Før", "Tid før", "Etter", "Tid etter", "Enhet", "Målform")]
    assert told == ["Hordaland", "8,5", "2011", "7,9", "2014", "prosent", "Nynorsk"]
    assert int(jondal["Innbyggere"]) in populations(catalog(), example("jondal-sykefravaer"))
    assert jondal["Adresse"].endswith("/eksempler/jondal-sykefravaer/")


def test_a_file_that_does_not_come_is_told_and_asked_for_again(wide: Page) -> None:
    wide.route("**/assets/eksempler.json", lambda route: route.abort())
    wide.get_by_role("checkbox", name="Målt").check()
    expect(wide.locator("[data-status]")).to_contain_text("Utvalget kunne ikke hentes")
    wide.unroute("**/assets/eksempler.json")
    wide.get_by_role("checkbox", name="Rapportert").check()
    expect(wide.locator("[data-status]")).to_have_text(f"{len(having(niva={'malt', 'rapportert'}))} av 51 eksempler")


STATES = (
    "",
    "?tema=sykefravaer&niva=malt",
    "?vis=tabell&sorter=forbedring",
    "?sorter=folketall&nermest=utsira",
    "?fylke=finnmark&niva=malt&tema=innovasjon",
)


@pytest.mark.parametrize("window", [Window(390, "light"), Window(1440, "dark")], ids=str)
def test_axe_finds_nothing_in_any_state(browser: Browser, url: str, window: Window) -> None:
    page = window.context(browser).new_page()
    for state in STATES:
        page.goto(f"{url}/eksempler/{state}")
        if state:
            expect(page.locator("[data-status]")).not_to_have_text("51 eksempler" if "=m" in state else "")
        if window.width == 390:
            page.get_by_role("button", name="Avgrens").click()
            expect(page.locator(".fasetter")).to_be_visible()
        page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
        assert faults(page, contrast=state in STATES[:3]) == [], state
    page.context.close()


def test_a_long_list_goes_on_over_several_pages_and_the_browser_takes_cards_from_them(
    tmp_path: Path, browser: Browser
) -> None:
    project = copy_project(tmp_path / "project", TINY)
    module = project / "hooks/samanom/render/browse.py"
    module.write_text(module.read_text(encoding="utf-8").replace("PAGE_SIZE = 60", "PAGE_SIZE = 1"), encoding="utf-8")
    run_mkdocs(project, tmp_path / "site", PYTHONPATH=str(project / "hooks"))
    page = browser.new_page()
    with served(tmp_path / "site") as url:
        page.goto(f"{url}/eksempler/")
        expect(page.get_by_role("navigation", name="Sider").get_by_role("link")).to_have_count(2)
        expect(page.locator(".utvalg .cards > li")).to_have_count(1)
        page.get_by_label("Sorter").select_option("Nyeste kilde")
        expect(page.locator(".utvalg .cards > li")).to_have_count(2)
        links = page.locator(".utvalg .cards h3 a").evaluate_all("links => links.map(link => link.href)")
    page.close()
    assert sorted(links) == [f"{url}/eksempler/fiskevik-sover/", f"{url}/eksempler/provedal-fiskar/"]


def test_a_phone_is_led_from_the_facets_to_the_list(phone: Page, url: str) -> None:
    phone.goto(f"{url}/eksempler/")
    phone.get_by_role("button", name="Avgrens").click()
    phone.get_by_role("checkbox", name="Målt").check()
    phone.get_by_role("button", name="Vis eksemplene").click()
    expect(phone.locator(".fasetter")).to_be_hidden()
    expect(phone.locator("#listen")).to_be_focused()
    expect(phone.locator("[data-status]")).to_be_in_viewport()
