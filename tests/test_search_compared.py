"""The site's own search beside others over the same pages. Two more sites are built, so `make audit` asks it."""

from __future__ import annotations

import pytest
from browsing import served
from comparing import ENGINES, Answered, ask_material, classes, material_site, of_class, table
from playwright.sync_api import Browser
from searching import Score, queries, score

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def answered(browser: Browser) -> Answered:
    return {name: engine(browser, queries()) for name, engine in ENGINES.items()}


def test_every_class_of_question_is_answered_better_than_by_material(answered: Answered) -> None:
    print(table(answered))
    for kind in classes(answered):
        ours, theirs = (score(of_class(answered[name], kind)) for name in ("this site", "Material"))
        assert is_better(ours, theirs), f"{kind}: {ours} against {theirs}"


def is_better(ours: Score, theirs: Score) -> bool:
    """By each measure above, unless both find everything."""
    pairs = zip(ours.shares, theirs.shares, strict=True)
    return all(one > other or one == other == 1 for one, other in pairs)


def test_nothing_is_lost_to_pagefind_unfed(answered: Answered) -> None:
    assert is_better(score(answered["this site"]), score(answered["Pagefind unfed"]))


def test_material_answers_as_it_shows_a_visitor(browser: Browser, answered: Answered) -> None:
    told = {answer.query.text: answer.found for answer in answered["Material"]}
    page = browser.new_page()
    with served(material_site()) as url:
        for text in ("sykefravær", "Drammen"):
            shown = ask_material(page, url, text)
            assert len(shown) >= 5
            assert told[text][: len(shown)] == shown[: len(told[text])]
    page.close()
