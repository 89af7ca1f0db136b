"""What is wrong, as those who fill in forms are told of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from samanom.desk.told import in_forms, labelled
from samanom.problems import Place, Problem

BROKEN = Path(__file__).with_name("broken")


@pytest.mark.parametrize(
    ("case", "file", "line", "column", "told"),
    [
        ("claims/unknown-id.yaml", "data/claims.yaml", 7, 9,
         "Det kildene er uenige om › Hvor mange fisker? › Svar 1 › Kilde"),
        ("claims/unknown-id.yaml", "data/claims.yaml", 2, 5, "Det kildene er uenige om › Hvor mange fisker?"),
        ("documents/unknown-id.yaml", "data/documents.yaml", 10, 14, "Dokumenter › Avtale om månen › Temaer 1"),
        ("people/unclosed-quote.yaml", "data/people.yaml", 3, 11, "data/people.yaml:3:11"),
        ("people/bare-list.yaml", "data/people.yaml", 1, 1, "Personer"),
        ("people/none.yaml", "data/people.yaml", 1, 1, "data/people.yaml:1:1"),
        ("eksempler/indicators.md", "content/eksempler/e.md", 24, 9,
         "Eksempel «Et eksempel med rare tall» › Måltall 1 › Målepunkt 2 › Kildens ord"),
        ("eksempler/headings.md", "content/eksempler/e.md", 25, 1,
         "Eksempel «Et eksempel med rare overskrifter» › Tekst › «## Tiltak»"),
        ("eksempler/fields.md", "content/om/fields.md", 13, 1, "Side «fields» › Kilder"),
    ],
)  # fmt: skip
def test_the_place_is_told_by_labels(tmp_path: Path, case: str, file: str, line: int, column: int, told: str) -> None:
    target = tmp_path / file
    target.parent.mkdir(parents=True)
    if (BROKEN / case).exists():
        text = (BROKEN / case).read_text(encoding="utf-8")
        target.write_text(re.sub(r" *(# feil:.*|<!-- feil.*)", "", text), encoding="utf-8")
    found = in_forms(tmp_path, Problem(Place(file, line, column), "feil", "Rett det."))
    assert found["place"] == told
    assert found["file"] == f"{file}:{line}:{column}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tallet 7 står ikke i evidence", "tallet 7 står ikke i «Kildens ord»"),
        ("«title» er ikke et felt her", "«Tittel» er ikke et felt her"),
        ("Skriv comparable: false.", "Skriv «Kan sammenlignes»: false."),
        ("Bruk en av disse. nb: bokmål.", "Bruk en av disse. nb: bokmål."),
        ("kommunen har to navn; en lang liste", "kommunen har to navn; en lang liste"),
        ("lenken «/om/source/page/» leder ingen steder", "lenken «/om/source/page/» leder ingen steder"),
    ],
)
def test_fields_are_told_by_their_labels(text: str, told: str) -> None:
    assert labelled(text) == told
