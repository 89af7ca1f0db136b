"""What is drawn: that a figure says what its data say, that its text has room, and that nothing is drawn beyond it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import samanom
from built import ROOT, TINY, body, parse, site, tiny_site
from playwright.sync_api import Page
from samanom.model import Drawing
from samanom.render.drawn import drawings
from samanom.render.schedule import joined
from samanom.render.series import scale_end
from samanom.render.timeline import spaced
from samanom.render.wrap import text_width, wrapped

FIGURES = {
    "handbok/faser/": "faser",
    "handbok/prosjektorganisasjon/": "prosjektorganisasjon",
    "handbok/analysemodell/": "analysemodell",
    "handbok/evaluering/": "evalueringssloyfe",
    "om/": "tiltak-kunnskap-erfaring",
    "om/organisering/": "organisasjonskart",
}

ASTRAY = """svg => {
    const boxes = [...svg.querySelectorAll('rect')].map(each => each.getBBox())
    const ends = box => [box.x, box.y, box.x + box.width, box.y + box.height]
    const within = ([l, t, r, b], [left, top, right, bottom]) => l >= left && t >= top && r <= right && b <= bottom
    const beside = ([l, t, r, b], [left, top, right, bottom]) => r < left || right < l || b < top || bottom < t
    const inside = (a, b) => within(ends(a), ends(b))
    const apart = (a, b) => beside(ends(a), ends(b))
    const texts = [...svg.querySelectorAll('text')].filter(each => {
        const box = each.getBBox()
        return ['rad', 'over', 'ved'].includes(each.className.baseVal)
            ? !inside(box, svg.viewBox.baseVal) || !boxes.every(other => apart(box, other))
            : !boxes.some(other => inside(box, other))
    })
    const clashes = boxes.filter((a, i) => boxes.some((b, j) => i < j && !apart(a, b)))
    return [...texts.map(each => each.textContent), ...clashes.map(each => `${each.x},${each.y}`)]
}"""
"""What is out of place in a figure: text outside its box or across one, and boxes that overlap."""


def page(address: str, folder: str = "") -> str:
    path = (tiny_site() if folder else site()) / address / "index.html"
    return body(path.read_text(encoding="utf-8"), "data-pagefind-body")


def texts(svg: str) -> str:
    """All that stands in a figure, in order, with its title left out."""
    return unescape(" ".join(re.findall(r"<text[^>]*>([^<]+)</text>", svg)))


def svgs(html: str) -> Iterator[str]:
    yield from re.findall(r'<svg class="tegning.*?</svg>', html, re.DOTALL)


def all_drawn(drawing: Drawing, html: str) -> None:
    wide, narrow = svgs(html)
    for svg in (wide, narrow):
        for box in drawing.boxes:
            for text in (box.title, *box.lines, ", ".join(box.who)):
                assert text in texts(svg), (drawing.id, text)
    assert narrow.count("<polyline") == len(drawing.arrows)
    rows = {box.id: i for i, row in enumerate(drawing.rows) for box in row.boxes}
    near = [arrow for arrow in drawing.arrows if abs(rows[arrow.from_] - rows[arrow.to]) <= 1]
    assert wide.count("<polyline") == len(near)


@pytest.mark.parametrize(("address", "id"), FIGURES.items())
def test_a_figure_holds_each_box_in_both_forms(address: str, id: str) -> None:
    all_drawn(drawings(samanom.read(ROOT))[id], page(address))


def test_every_relation_is_drawn_or_told() -> None:
    html = page("om-proven", "tiny")
    wide, narrow = list(svgs(html))[:2]
    drawing = samanom.read(TINY).drawings["fiskelopet"]
    assert wide.count("<polyline") == 4
    assert narrow.count("<polyline") == 4
    assert "lyser på: Fisken sover" in texts(narrow)
    text = " ".join(parse(html).words)
    for arrow in drawing.arrows:
        title = {box.id: box.title for box in drawing.boxes}[arrow.to]
        assert f"{arrow.how or 'videre til'}: {title}" in text


def test_a_figure_has_title_caption_credit_source_and_reservation() -> None:
    html = page("om-proven", "tiny").split("<figure")[1]
    assert html.count('role="img" aria-labelledby="tegning-fiskelopet-') == 2
    assert html.count("<title") == 2
    caption = " ".join(parse(html[html.index("<figcaption>") : html.index("</figcaption>")]).words)
    assert caption.startswith("Fisken, fra søvn til søvn. Tegnet av ingen. Kilde:")
    assert caption.endswith("Ingen fisk ble vekket.")


def test_the_schedule_shows_each_activity_at_its_time() -> None:
    html = page("om/framdrift")
    svg = re.findall(r'<svg class="framdrift.*?</svg>', html, re.DOTALL)[0]
    activities = samanom.read(ROOT).activities
    for activity in activities:
        assert f">{activity.name}</text>" in svg
    assert svg.count("<circle") == sum(len(each.periods) for each in activities if each.milestone)
    [bar] = re.findall(r"Prosjektarbeid i kommunene</text><rect x=\"([\d.]+)%\" width=\"([\d.]+)%\"", svg)
    assert [round(float(part)) for part in bar] == [15, 85]
    assert "3. kvartal 2012" in " ".join(parse(html).words)


def figures(address: str, folder: str = "") -> list[str]:
    """The indicators of a page as they are drawn."""
    return re.findall(r'<svg class="figur.*?</svg>', page(address, folder), re.DOTALL)


def test_a_series_says_what_was_measured_and_when() -> None:
    [figure] = figures("eksempler/jondal-sykefravaer")
    assert re.findall(r'class="(?:verdi|tid)[^"]*"[^>]*>([^<]+)<', figure) == [
        *("2011", "2012", "2013", "2014"),
        *("8,5\u00a0%", "9\u00a0%", "7,4\u00a0%", "7,9\u00a0%"),
    ]
    heights = [float(y) for y in re.findall(r'cy="([\d.]+)"', figure)]
    assert heights == [pytest.approx(52 + 200 * (1 - value / 10)) for value in (8.5, 9, 7.4, 7.9)]
    assert re.findall(r'<circle class="([^"]+)"', figure) == ["baseline", "result mellom", "result mellom", "result"]
    assert figure.count('class="forlop"') == 3
    told = "Før, 2011: 8,5 prosent; Resultat, 2012: 9 prosent; Resultat, 2013: 7,4 prosent; Resultat, 2014: 7,9 prosent"
    assert f'<desc id="figur-sjukefravaer-tekst">{told}</desc>' in figure


def test_the_line_between_what_cannot_be_compared_is_broken() -> None:
    first, only_goals = figures("eksempler/andebu")
    assert re.findall('class="(forlop[^"]*)"', first) == ["forlop ukjent"]
    assert set(re.findall('class="(forlop[^"]*)"', figures("eksempler/mandal")[0])) == {"forlop ukjent"}
    assert first.count('<rect class="ukjent"') == 1
    assert "figur--tid" not in only_goals


def test_a_line_to_an_unknown_time_is_broken() -> None:
    [figure, *_] = figures("eksempler/resultater")
    assert figure.count('class="forlop ukjent"') == 1
    assert figure.count('<rect class="ukjent"') == 2


def test_times_stand_as_far_apart_as_they_are_but_never_too_near() -> None:
    assert spaced([0, 1, 2]) == (0, 0.5, 1)
    assert spaced([0, 2, 5]) == (0, 0.4, 1)
    assert spaced([0, 0.1, 4])[1] == pytest.approx(1.2 / 5.1, abs=1e-3)
    assert spaced([None, 5, 9]) == (0, 0.5, 1)
    assert (spaced([None, None]), spaced([3])) == ((0, 1), (0.5,))


def test_the_scale_begins_at_nothing_and_ends_round() -> None:
    assert [scale_end(most) for most in (0, 0.7, 1, 8.87, 12, 58.3, 251)] == [1, 1, 1, 10, 20, 100, 500]


def test_a_goal_is_drawn_as_a_goal() -> None:
    [open_goal, *_] = figures("eksempler/resultater")
    assert '<line class="target" x1="0%" x2="100%"' in open_goal
    assert "Mål 6,98\u00a0%" in open_goal
    [dated] = figures("eksempler/fiskevik-sover", "tiny")
    assert len(re.findall(r'<line class="target"', dated)) == 1
    assert 'x1="0%"' not in dated
    told = unescape(" ".join(re.sub("<[^>]+>", " ", dated.split("</desc>")[1]).split()))
    assert told.endswith("Mål minst 8 desember 2013 2014 desember 2014 4,5 om lag 7")


def test_an_example_shows_what_each_party_did(phone: Page, url: str) -> None:
    phone.goto(f"{url}/eksempler/andebu/")
    shield = phone.get_by_role("img", name="Fylt felt: folkevalgte, tillitsvalgte.")
    assert shield.locator(".part").count() == 3
    assert shield.locator(".part--taus").count() == 1
    parts = phone.locator(".parter__part")
    assert parts.locator("h3").all_inner_texts() == ["Folkevalgte", "Ledelse", "Tillitsvalgte"]
    assert "Varaordføreren" in parts.nth(0).inner_text()
    assert parts.nth(1).locator("p").inner_text() == "Kildene forteller ikke for seg hva ledelsen gjorde."
    phone.goto(f"{url}/eksempler/horten/")
    assert phone.locator("#forankring").count() == 1
    assert phone.locator(".parter").count() == 0


def counted(folder: Path) -> dict[str, list[int]]:
    """Participants of each fylke, and those of each theme, from the data files of a finished site."""

    def read(name: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads((folder / f"data/{name}.json").read_text(encoding="utf-8"))
        return found

    networks = {network["id"]: set(network["themes"]) for network in read("networks")}
    ids = [theme["id"] for theme in read("themes")]
    found: dict[str, list[int]] = {}
    for kommune in read("kommuner"):
        themes = set().union(*(networks[id] for id in kommune["networks"]))
        if not kommune["networks"]:
            mine = (each["themes"] for each in read("projects") if kommune["id"] in each["kommuner"])
            themes = set().union(*mine)
        row = found.setdefault(kommune["fylke"], [0] * (len(ids) + 1))
        row[0] += 1
        for i, id in enumerate(ids, 1):
            row[i] += id in themes
    return found


@pytest.mark.parametrize("folder", ["", "tiny"])
def test_the_themes_of_each_fylke_are_those_of_the_data(folder: str) -> None:
    html = page("tema", folder)
    expected = counted(tiny_site() if folder else site())
    rows = re.findall(r'<tr><th scope="row">([^<]+)</th>(.*?)</tr>', html, re.DOTALL)
    table = {name: [int(count) for count in re.findall(r"<td>(\d+)</td>", row)] for name, row in rows}
    assert table.pop("Hele landet") == [sum(column) for column in zip(*expected.values(), strict=True)]
    assert table == expected
    for form in ("bred", "smal"):
        [figure] = [part for part in html.split('<svg class="fordeling ') if part.startswith(form)]
        drawn = figure.split('<text class="fylke"')[1:]
        assert [re.findall(r">([^<]+)</text>", row)[0] for row in drawn] == list(table)
        for row, (all_, *counts) in zip(drawn, table.values(), strict=True):
            cells = re.findall(r"<g data-tema=.*?</g>", row)
            assert [int(re.findall(r">(\d+)</text>", cell)[0]) for cell in cells] == counts
            for cell, count in zip(cells, counts, strict=True):
                widths = [float(width) for width in re.findall(r'width="([\d.]+)%"', cell)]
                assert len(widths) == (2 if count else 1)
                if count:
                    assert widths[1] == pytest.approx(widths[0] * count / all_, abs=0.02)


def test_bars_that_follow_on_each_other_are_one() -> None:
    days = [dt.date(2013, month, 1) for month in (1, 4, 7, 10)]
    assert joined([(days[1], days[2]), (days[0], days[1])]) == ((days[0], days[2]),)
    assert joined([(days[0], days[1]), (days[2], days[3])]) == ((days[0], days[1]), (days[2], days[3]))


def test_words_are_broken_where_they_must() -> None:
    assert wrapped("", 100, 13) == ()
    assert wrapped("et kort ord", 400, 13) == ("et kort ord",)
    lines = wrapped("prosjektplanlegging i store og små kommuner", 90, 13)
    assert " ".join(lines).replace("\u2010 ", "") == "prosjektplanlegging i store og små kommuner"
    assert wrapped("3\u00a0planlegging", 200, 13) == ("3\u00a0planlegging",)
    assert all(text_width(line, 13) <= 90 for line in lines)


@pytest.mark.parametrize("width", [390, 820, 1440])
@pytest.mark.parametrize("address", FIGURES)
def test_text_stays_in_its_box(address: str, width: int, phone: Page, url: str) -> None:
    phone.set_viewport_size({"width": width, "height": 900})
    phone.goto(f"{url}/{address}")
    shown = phone.locator("svg.tegning:visible")
    assert shown.count() == 1
    assert shown.evaluate(ASTRAY) == []
