"""What the pages say: that what visitors come for is there, and that it is told as it is known."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import samanom
from built import ROOT, body, parse, site, tiny_site
from samanom.__main__ import main
from samanom.clock import build_date
from samanom.model import Indicator
from samanom.render.results import ResultRow, result_rows
from samanom.slug import alphabetical

DAY = dt.date(2014, 5, 13)


def page(address: str, folder: Path | None = None) -> str:
    """The body of a page."""
    return body(((folder or site()) / address / "index.html").read_text(encoding="utf-8"), "data-pagefind-body")


def words(address: str, folder: Path | None = None) -> str:
    return " ".join(parse(page(address, folder)).words)


def test_a_kommune_page_names_its_networks_and_says_how_old_the_contact_is() -> None:
    html = page("kommuner/songdalen")
    for network in ("heltid-deltid-nord-og-sor", "sykefravaer-sor"):
        assert f'href="../../nettverk/{network}/"' in html
    assert words("kommuner/lom").count("Oppgitt i heftet fra 2013 , ikkje kontrollert sidan") == 1
    assert "I dag del av Indre Fosen , etter sammenslåing med Leksvik i 2018" in words("kommuner/rissa")


def test_a_kommune_page_says_what_sources_disagree_on() -> None:
    html = page("kommuner/arendal")
    assert 'href="../../om/data/#uenighet-arendal-pulje-2"' in html
    assert "ikke nevnt i" in words("kommuner/arendal")


def test_what_is_too_little_for_a_page_stands_on_the_kommune_with_its_source() -> None:
    text = words("kommuner/delemark", tiny_site())
    assert "Delemark telte 12 fisker om natten. ( Måneposten )" in text
    assert "forteller ikke mer" not in text


def test_a_network_page_has_leader_members_themes_meetings_notices_and_documents() -> None:
    html, text = page("nettverk/kompetanse-nord"), words("nettverk/kompetanse-nord")
    assert 'href="tel:+4741677452"' in html
    assert 'href="../../tema/kompetanse-rekruttering/"' in html
    assert 'href="../../kalender/#nettverkssamling-1-pulje-1"' in html
    assert 'href="../../dokumenter/#' in html
    assert "Oppslag" in text
    assert "Vesterålen regionråd (regionråd) deltok samlet" in text


def test_a_notice_stands_on_its_network() -> None:
    assert "../../nyheter/" in page("nettverk/manesyke-nord", tiny_site())


def test_the_home_page_leads_to_themes_kommuner_and_numbers() -> None:
    html = page("")
    for link in ("tema/sykefravaer/", "kommuner/", "kalender/", "eksempler/resultater/"):
        assert f'href="{link}"' in html
    assert "110 kommuner" in words("")
    assert "8,87 prosent" in words("")


def test_each_disagreement_shows_every_value_and_which_one_is_shown() -> None:
    text = words("om/data")
    for claim in samanom.read(ROOT).claims:
        assert " ".join(f"Nettstedet viser: {claim.shown} .".split()) in text, claim.id
        for value in claim.values:
            assert " ".join(value.value.split()) in text, claim.id


def test_every_source_has_its_anchor() -> None:
    assert set(samanom.read(ROOT).sources) <= parse(page("om/data")).ids


def test_an_expired_contact_is_left_out() -> None:
    html = page("kontakt", tiny_site())
    assert "00 00 00 01" in html
    assert "00 00 00 09" not in html


def test_a_draft_is_nowhere() -> None:
    assert not (tiny_site() / "eksempler/hemmelig-utkast").exists()
    assert "hemmelig" not in page("eksempler", tiny_site())


def test_text_after_code_is_not_lost() -> None:
    text = words("eksempler/fiskevik-sover", tiny_site())
    assert "## ikke en overskrift" in text
    assert "Etter koden kommer mer tekst." in text


def test_what_people_write_cannot_break_the_frame() -> None:
    html = (tiny_site() / "in-english/index.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in html
    assert "<title>Fish &amp; moons &lt;in English&gt; &quot;quoted&quot; – " in html
    assert 'content="A page with &quot;quotes&quot; &amp; &lt;angles&gt; in its fields."' in html
    assert "<in English>" not in html


def test_a_change_between_percentages_is_in_percentage_points() -> None:
    text = words("eksempler/resultater", tiny_site())
    assert "prosentpoeng (endring)" in text


def test_the_calendar_has_a_list_and_months() -> None:
    text = words("kalender")
    assert "15.–16. april 2013" in text
    assert "April 2013 man. tir. ons. tor. fre. lør. søn." in text
    sheet = page("kalender").split('id="2013-04"')[1].split("</table>")[0]
    assert re.search(r"<td>15 <a href=\"#[a-z0-9-]+\">", sheet)


@pytest.mark.parametrize("seconds", ["garbage", "1e9", "9" * 30])
def test_a_date_that_is_none_is_told(seconds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    with pytest.raises(samanom.ProblemsFound, match="SOURCE_DATE_EPOCH kan ikke være"):
        build_date(ROOT)


def test_without_git_or_setting_the_date_is_never_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert build_date(tmp_path) == dt.date(1970, 1, 1)


def test_a_project_without_content_is_told(tiny: Path) -> None:
    for path in sorted((tiny / "content").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    (tiny / "content").rmdir()
    with pytest.raises(samanom.ProblemsFound, match="mappen content finnes ikke"):
        samanom.build(tiny, DAY)


def test_terms_and_quotations_are_shown() -> None:
    assert {term.id for term in samanom.read(ROOT).terms} <= parse(page("handbok/begreper")).ids
    assert "<blockquote" in "".join(page(f"tema/{id}") for id in samanom.read(ROOT).themes)
    for quotation in samanom.read(ROOT).quotations.values():
        assert quotation.text in words("om/parter")


def test_own_reporting_is_said_of_the_source_that_is() -> None:
    sources = page("eksempler/drammen-heltid").split('id="kildeliste"')[1]
    own = [item for item in sources.split("<li>") if "kommunens egen rapportering" in item]
    assert own
    assert all("sammenom-drammen" in item for item in own)


def test_a_theme_page_is_in_the_form_of_its_text() -> None:
    catalog = samanom.read(ROOT)
    for id, text in catalog.theme_texts.items():
        html = (site() / "tema" / id / "index.html").read_text(encoding="utf-8")
        assert f'<html lang="{text.lang}"' in html
        assert catalog.themes[id].goal[text.lang] in words(f"tema/{id}")


def test_a_form_of_norwegian_under_a_quarter_is_told(tiny: Path) -> None:
    for path in (tiny / "content").rglob("*.md"):
        path.write_text(path.read_text(encoding="utf-8").replace("lang: nn", "lang: nb"), encoding="utf-8")
    for path in (tiny / "content/eksempler").iterdir():
        path.unlink()
    [advice] = samanom.build(tiny, DAY).advice
    assert advice.startswith("0 prosent av de skrevne sidene er på nynorsk")


def test_news_are_newest_first_with_an_archive_by_year() -> None:
    html, news = page("nyheter"), samanom.read(ROOT).news
    years = [int(year) for year in re.findall(r'<h2 id="(\d{4})"', html)]
    assert years == sorted({each.date.year for each in news if each.date.year}, reverse=True)
    assert [int(year) for year in re.findall(r'<li><a href="#(\d{4})"', html)] == years
    shown = [href for href in parse(html).links if not href.startswith("#")]
    assert shown == [f"{each.id}/" for each in news]


def test_a_figure_that_no_page_shows_is_told(tiny: Path) -> None:
    page, quotations = tiny / "content/om-proven.md", tiny / "data/quotations.yaml"
    without = re.sub(r"!\[[^\]]*\]\((figur:fiskelopet|sitat:[a-z-]+)\)", "", page.read_text(encoding="utf-8"))
    page.write_text(without, encoding="utf-8")
    themeless = re.sub(r"    themes: .*\n", "", quotations.read_text(encoding="utf-8"))
    quotations.write_text(themeless, encoding="utf-8")
    assert samanom.build(tiny, DAY).advice == (
        "Figuren «fiskelopet» vises ikke på noen side.",
        "Sitatet «manen-er-rund» vises ikke på noen side.",
    )


def linked(address: str) -> set[str]:
    """Where a page leads, from the root and without anchors."""
    return {urljoin(f"/{address}/", href).partition("#")[0] for href in parse(page(address)).links}


def test_each_example_leads_to_its_kommuner_networks_and_themes() -> None:
    catalog = samanom.read(ROOT)
    for example in catalog.examples:
        kommuner = [id for each in example.participants for id in catalog.stands_for(each.participant)]
        wanted = {f"/kommuner/{id}/" for id in kommuner} | {f"/tema/{id}/" for id in example.themes}
        wanted |= {f"/nettverk/{id}/" for id in catalog.networks_of_example(example)}
        assert wanted <= linked(example.address.strip("/")), example.id


def test_members_and_projects_stand_in_alphabetical_order() -> None:
    catalog = samanom.read(ROOT)
    network = max(catalog.networks.values(), key=lambda each: len(each.members))
    home = f"kommuner/{catalog.kommuner_in(network)[0]}"
    for address in (f"nettverk/{network.id}", home):
        members = re.findall(r'<ul class="members">(.*?)</ul>', page(address), re.DOTALL)
        for each in members:
            names = [" ".join(parse(item).words) for item in re.findall(r"<(?:a|strong)[ >].*?</(?:a|strong)>", each)]
            assert len(names) > 1
            assert names == sorted(names, key=alphabetical), address
    firsts = re.findall(r'data-navn="Deltakere"><a [^>]*>(.*?)</a>', page("prosjekter"))
    assert len(firsts) == len(catalog.projects)
    assert firsts == sorted(firsts, key=alphabetical)


def test_a_result_names_only_those_who_stayed() -> None:
    (example,) = (each for each in samanom.read(ROOT).examples if each.id == "songdalen-barnehager")
    assert [each.participant for each in example.stayed] == ["songdalen"]
    for address in ("", "eksempler", "eksempler/resultater"):
        assert not re.search(r"Songdalen\s*,\s*Arendal", words(address)), address


def test_a_date_that_is_unknown_is_called_a_date() -> None:
    catalog = samanom.read(ROOT)
    temadag = next(each for each in catalog.temadager if each.date.start is None and each.lang == "nb")
    assert f"{temadag.title} dato ukjent" in words(f"kommuner/{temadag.kommuner[0]}")


def test_each_kommune_leads_to_all_that_the_site_has_from_it() -> None:
    catalog = samanom.read(ROOT)
    for id in catalog.kommuner:
        assert {f"/{content.address}" for content in catalog.content_of(id)} <= linked(f"kommuner/{id}"), id


def test_each_theme_leads_to_its_status_examples_and_networks() -> None:
    catalog = samanom.read(ROOT)
    for id in catalog.themes:
        wanted = {f"/{catalog.statuses[id].address}"}
        wanted |= {f"/{example.address}" for example in catalog.examples if id in example.themes}
        wanted |= {f"/nettverk/{network.id}/" for network in catalog.networks.values() if id in network.themes}
        assert wanted <= linked(f"tema/{id}"), id


def test_every_indicator_is_a_row_of_the_results() -> None:
    html, catalog = page("eksempler/resultater"), samanom.read(ROOT)
    rows = re.findall(r"<tr id=\"tall-([^\"]+)\"[^>]*>(.*?)</tr>", html, re.DOTALL)
    assert sorted(id for id, _ in rows) == sorted(f"{e.id}-{i.id}" for e in catalog.examples for i in e.indicators)
    assert all('class="kilde"' in row for _, row in rows)


def test_a_missed_goal_is_told_and_an_unripe_one_is_not_judged() -> None:
    rows = {row.example and row.example.id: row for row in reversed(result_rows(samanom.read(ROOT)))}
    assert (rows[None].met, rows[None].change) == ("missed", -0.91)
    assert rows["hoyanger-sykefravaer"].met == "open"
    assert rows["lenvik-naervaer"].change is None
    assert "−0,91 prosentpoeng Nei" in words("eksempler/resultater")


def row(*points: tuple[str, float, str], **about: Any) -> ResultRow:
    """A row of points with role, value and period; without a period the time is not known."""
    shared = {"source": "s", "evidence": "1 2 3 4 5 6 7 8 9"}
    made = [
        {"role": role, "value": value, **({"period": time} if time else {"period_note": "Ukjent."}), **shared}
        for role, value, time in points
    ]
    plain = {"id": "i", "name": "N", "unit": "prosent", "better": "lower", "points": made}
    return ResultRow(Indicator.model_validate(plain | about), None)


@pytest.mark.parametrize(
    ("points", "met", "change"),
    [
        ((("baseline", 9, "2011"), ("target", 7, "2014"), ("result", 6, "2014")), "met", -3),
        ((("baseline", 9, "2011"), ("target", 7, "2014"), ("result", 8, "2014")), "missed", -1),
        ((("baseline", 9, "2011"), ("target", 7, "2016"), ("result", 6, "2014")), "open", -3),
        ((("target", 7, "2014"), ("result", 6, "2014")), "met", None),
        ((("target", 8, "2012"), ("target", 5, "2016"), ("result", 7, "2013")), "met", None),
        ((("result", 8, "2014"), ("baseline", 9, "2012"), ("result", 5, "2013")), "no_goal", -1),
        ((("baseline", 9, ""), ("target", 7, ""), ("result", 8, "")), "missed", -1),
        ((("target", 7, ""), ("result", 6, "2014")), "open", None),
        ((("baseline", 9, "2012"), ("target", 7, "2014")), "no_result", None),
    ],
)
def test_a_goal_is_judged_by_a_result_of_its_time(
    points: tuple[tuple[str, float, str], ...], met: str, change: float | None
) -> None:
    assert (row(*points).met, row(*points).change) == (met, change)


def test_what_cannot_be_compared_is_neither_judged_nor_reckoned() -> None:
    points = (("baseline", 9, "2011"), ("target", 7, "2014"), ("result", 6, "2014"))
    unlike = row(*points, comparable=False, comparable_note="Ulike.")
    assert (unlike.met, unlike.change) == ("open", None)


def test_a_summary_that_search_engines_would_cut_off_is_told(tiny: Path) -> None:
    page = tiny / "content/om-proven.md"
    without = re.sub("summary: .*", f"summary: {'Et ord til og ' * 15}så et punktum.", page.read_text(encoding="utf-8"))
    page.write_text(without, encoding="utf-8")
    [advice] = samanom.build(tiny, DAY).advice
    assert advice == "content/om-proven.md: den første setningen i summary bør være på 40–160 tegn."


def test_a_build_without_a_date_is_told(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert main(["--rot", str(tiny), "check"]) == 0
    assert "bygget kjenner ingen dato" in capsys.readouterr().err
