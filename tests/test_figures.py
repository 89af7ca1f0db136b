"""What is drawn: that a figure says what its data say, that its text has room, and that nothing is drawn beyond it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from html import unescape

import pytest
import samanom
from built import ROOT, TINY, body, parse, site, tiny_site
from playwright.sync_api import Page
from samanom.model import Drawing
from samanom.render.drawn import drawings
from samanom.render.figures import scale_end
from samanom.render.schedule import joined
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


def test_a_figure_draws_what_the_table_tells() -> None:
    html = page("eksempler/jondal-sykefravaer")
    figure = re.findall(r'<svg class="figur".*?</svg>', html, re.DOTALL)[0]
    assert re.findall(r"<text[^>]*>([^<]+)</text>", figure) == [
        "Før, 2011: 8,5 prosent",
        "Resultat, 2012: 9 prosent",
        "Resultat, 2013: 7,4 prosent",
        "Resultat, 2014: 7,9 prosent",
        "0",
        "10 prosent",
    ]
    dots = [float(x) for x in re.findall(r'cx="([\d.]+)%"', figure)]
    assert dots == [pytest.approx(88 * value / 10) for value in (8.5, 9, 7.4, 7.9)]


def test_the_scale_begins_at_nothing_and_ends_round() -> None:
    assert [scale_end(most) for most in (0, 0.7, 1, 8.87, 12, 58.3, 251)] == [1, 1, 1, 10, 20, 100, 500]


def test_a_goal_is_drawn_as_a_goal() -> None:
    figure = re.findall(r'<svg class="figur".*?</svg>', page("eksempler/resultater"), re.DOTALL)[0]
    assert re.findall(r'class="(baseline|target|result)"', figure) == ["baseline", "target", "result"]
    assert '<line class="target"' in figure


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
