"""Examples beside each example: the most like it by an own reckoning, and every reason that is shown holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from math import log2
from typing import Any

import pytest
import samanom
from built import TINY, catalog, site, tiny_site
from samanom.model import Example, Indicator
from samanom.related import Kinship, Related
from samanom.render.reasons import in_sentence, population_range

CARD = re.compile(r'<li class="card"[^>]*>(.*?)</li>', re.DOTALL)
LEVELS = ("malt", "rapportert", "underveis")


def with_examples(*examples: Example) -> samanom.Catalog:
    """The made-up programme with these examples alone."""
    found = samanom.read(TINY)
    return replace(found, by_kind={**found.by_kind, "eksempler": {each.id: each for each in examples}})


def example(id: str, kommune: str, themes: tuple[str, ...] = ("manesyke",), **about: Any) -> Example:
    """Like the made-up example of Fiskevik, but for what is told."""
    like = next(each for each in samanom.read(TINY).examples if each.id == "fiskevik-sover")
    participants = (like.participants[0].model_copy(update={"participant": kommune}),)
    return like.model_copy(update={"id": id, "participants": participants, "themes": themes, **about})


def measured(name: str, unit: str = "prosent") -> tuple[Indicator, ...]:
    point = {"role": "result", "value": 7, "period": "2014", "source": "proveheftet", "evidence": "7"}
    return (Indicator.model_validate({"id": "x", "name": name, "unit": unit, "better": "lower", "points": [point]}),)


def nearest(*examples: Example) -> list[str]:
    """The ids of those nearest to the first."""
    return [each.example.id for each in Kinship(with_examples(*examples)).nearest(examples[0])]


def test_another_theme_is_never_alike() -> None:
    assert nearest(example("a", "fiskevik"), example("b", "delemark", ("fiskelykke",)), example("c", "delemark")) == [
        "c"
    ]


def test_size_themes_measures_and_fylke_count() -> None:
    own = example("a", "fiskevik", indicators=measured("Søvn"))
    alike: dict[str, Any] = {"indicators": measured("Søvn i dalen")}
    near, far = example("nær", "tull-nordprove", **alike), example("fjern", "tull-sorprove", **alike)
    assert nearest(own, far, near) == ["nær", "fjern"]
    assert nearest(own, example("to", "tull-nordprove", ("manesyke", "fiskelykke"), **alike), near) == ["nær", "to"]
    assert nearest(own, example("annet", "tull-nordprove", indicators=measured("Fisk")), near) == ["nær", "annet"]
    assert nearest(own, example("enhet", "tull-nordprove", indicators=measured("Søvn", "timer")), near)[0] == "nær"


def test_other_participants_come_first_and_itself_never() -> None:
    own = example("a", "fiskevik")
    assert nearest(own, example("egen", "fiskevik"), example("annen", "delemark")) == ["annen", "egen"]


def test_of_equals_the_better_documented_is_first() -> None:
    own, weak = example("x", "fiskevik"), example("a", "tull-nordprove", documentation="underveis")
    assert nearest(own, weak, example("b", "tull-nordprove")) == ["b", "a"]
    assert nearest(own, weak, example("b", "tull-nordprove", documentation="underveis")) == ["a", "b"]


def test_the_order_of_the_files_does_not_matter() -> None:
    found = catalog()
    examples = found.by_kind["eksempler"]
    turned = replace(found, by_kind={**found.by_kind, "eksempler": dict(reversed(list(examples.items())))})
    for each in found.examples:
        assert Kinship(found).nearest(each) == Kinship(turned).nearest(each)


def test_measures_are_the_same_in_both_forms_of_norwegian() -> None:
    found = catalog()
    by_id = {each.id: each for each in found.examples}
    kin = {each.example.id: each for each in Kinship(found).nearest(by_id["jondal-sykefravaer"], 99)}
    assert kin["ibestad-sykefravaer"].measure == ("Sjukefråvær", "prosent")
    back = {each.example.id: each for each in Kinship(found).nearest(by_id["ibestad-sykefravaer"], 99)}
    assert back["jondal-sykefravaer"].measure == ("Sykefravær", "prosent")


def test_three_are_nearest_by_an_own_reckoning() -> None:
    found = catalog()
    for own in found.examples:
        others = [each for each in found.examples if each != own and set(each.themes) & set(own.themes)]
        kin = Kinship(found).nearest(own)
        alike = {each.example.id: each for each in Kinship(found).nearest(own, 99)}
        assert [each.example.id for each in kin] == [
            each.id for each in sorted(others, key=lambda each: reckoned(own, each, alike[each.id]))[:3]
        ]


def reckoned(own: Example, other: Example, alike: Related) -> tuple[int, int, str]:
    """The distance in quarters, by the weights that docs/architecture.md tells; then documentation and id."""
    places = [[catalog().kommuner[id].official for id in catalog().kommuner_of(each)] for each in (own, other)]
    sizes = [sum(log2(place.population) for place in each) / len(each) for each in places]
    far = abs(sizes[0] - sizes[1]) + 0.5 * len(set(own.themes).symmetric_difference(other.themes))
    far += 1.0 if alike.measure is None else 0.0
    far += 0.5 if len({place.fylke for each in places for place in each}) > 1 else 0.0
    far += 8.0 if {place.number for place in places[0]} & {place.number for place in places[1]} else 0.0
    return int(far * 4), LEVELS.index(other.documentation), other.id


@pytest.mark.parametrize(
    ("least", "most", "told"),
    [
        (4123, 5872, "4 000–6 000"),
        (1950, 2050, "1 900–2 100"),
        (4000, 4000, "4 000"),
        (12300, 15800, "10 000–20 000"),
        (29001, 41001, "29 000–42 000"),
        (7, 9, "7–9"),
    ],
)
def test_a_range_is_round_and_holds_both(least: int, most: int, told: str) -> None:
    assert population_range(least, most).replace("\u00a0", " ").replace("\u2060", "") == told


def test_a_name_stands_within_a_sentence() -> None:
    assert [in_sentence(name) for name in ("Sykefravær", "AFP", "")] == ["sykefravær", "AFP", ""]


def shown(folder: Any, own: Example) -> Iterator[tuple[str, list[str]]]:
    """The address of each example beside one, with the reasons."""
    html = (folder / own.address / "index.html").read_text(encoding="utf-8")
    for card in CARD.findall(html.partition("lignende")[2]):
        reason = re.search(r'card__hvorfor">(.*?)</p>', card, re.DOTALL)
        assert reason, own.id
        told = unescape(reason[1]).replace("\u00a0", "").replace("\u2060", "")
        link = re.search(r'href="\.\./([^"]+)"', card)
        assert link, card
        yield f"eksempler/{link[1]}", told.split(" · ")


@pytest.mark.parametrize("built", [site, tiny_site], ids=["samanom", "tiny"])
def test_every_reason_shown_holds(built: Any) -> None:
    found = catalog() if built is site else samanom.read(TINY)
    by_address = {each.address: each for each in found.examples}
    seen = 0
    for own in found.examples:
        for address, reasons in shown(built(), own):
            other = by_address[address]
            assert other != own
            for reason in reasons:
                assert holds(found, own, other, reason), (own.id, other.id, reason)
            seen += 1
    assert seen > (100 if built is site else 0)


def holds(found: samanom.Catalog, own: Example, other: Example, reason: str) -> bool:
    places = [found.kommuner[id].official for each in (own, other) for id in found.kommuner_of(each)]
    if themes := re.fullmatch(r"Sam[em]e? tema: (.+)", reason):
        names = {found.themes[id].name[own.lang] for id in set(own.themes) & set(other.themes)}
        return set(themes[1].split(", ")) == names
    if people := re.fullmatch(r"(\d+)(?:–(\d+))? innbygg(?:ere|jarar)", reason):
        low, high = int(people[1]), int(people[2] or people[1])
        return high <= 2 * low and all(low <= place.population <= high for place in places)
    if measure := re.fullmatch(r"begge har tall? for (.+) \((.+)\)", reason):
        return all(tells(found, each, measure[1], measure[2]) for each in (own, other))
    if fylke := re.fullmatch(r"begge i (.+)", reason):
        return {place.fylke for place in places} == {fylke[1]}
    return False


def tells(found: samanom.Catalog, example: Example, name: str, unit: str) -> bool:
    """Whether one of its indicators has the unit and all words of the name, in either form of Norwegian."""
    bokmaal = {nn: nb for nb, nn in found.reference.word_pairs}

    def words(text: str) -> set[str]:
        return {bokmaal.get(word, word) for word in text.lower().split()}

    return any(each.unit == unit and words(name) <= words(each.name) for each in example.indicators)
