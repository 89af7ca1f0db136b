"""How one gets the newsletter by e-mail: offered while the programme lasts, and never after."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import samanom
from built import catalog, parse, site

DAY = dt.date(2014, 5, 13)
PAGES = ("nyhetsbrev/", "nyhetsbrev/2014-1/", "nyhetsbrev/2014-2/")
NYNORSK = """---
title: Månebrevet nr. 2
lang: nn
summary: Om ein fisk.
year: 2014
number: 2
date: 2014-02
sources: [maneposten]
---

Helsing sekretariatet.
"""


@pytest.fixture
def root(tiny: Path) -> Path:
    """The made-up programme with a newsletter in each form of Norwegian."""
    (tiny / "content/nyhetsbrev/2014-2.md").write_text(NYNORSK, encoding="utf-8")
    return tiny


def change(root: Path, old: str, new: str) -> None:
    programme = root / "data/programme.yaml"
    text = programme.read_text(encoding="utf-8")
    assert old in text
    programme.write_text(text.replace(old, new, 1), encoding="utf-8")


def bodies(root: Path) -> dict[str, str]:
    """The body of the archive and of each newsletter, by address."""
    return {page.path: page.body for page in samanom.build(root, DAY).pages if page.path in PAGES}


def doors(html: str) -> list[str]:
    """Where one can sign up: addresses of e-mails and of other sites that are no source."""
    return [link for link in parse(html).links if link.startswith(("mailto:", "https:"))]


def test_one_signs_up_by_an_email_that_is_written(root: Path) -> None:
    found = bodies(root)
    assert set(found) == set(PAGES)
    for address, html in found.items():
        [door] = doors(html)
        parts = urlsplit(door)
        fields = {name: value for name, [value] in parse_qs(parts.query, keep_blank_values=True).items()}
        nynorsk = address == PAGES[2]
        assert parts.path == "sekretariatet@maanefisk.example"
        assert fields["subject"] == ("Påmelding til nyhendebrevet" if nynorsk else "Påmelding til nyhetsbrevet")
        assert fields["body"].startswith("Hei!\r\n\r\n" + ("Eg vil ha" if nynorsk else "Jeg vil ha"))
        assert "Prøveprogrammet Månefisk" in fields["body"]
        assert f"Meld deg på {'nyhendebrevet' if nynorsk else 'nyhetsbrevet'}" in html


def test_one_signs_up_in_the_form_there_is(root: Path) -> None:
    change(root, "  publisher:", "  signup: https://skjema.example/nyhetsbrev?fra=nett&til=alle\n  publisher:")
    for html in bodies(root).values():
        assert doors(html) == ["https://skjema.example/nyhetsbrev?fra=nett&til=alle"]
        assert "sekretariatet, og du sender" not in html


def test_nobody_is_asked_to_sign_up_where_nobody_answers(root: Path) -> None:
    change(root, "      email: sekretariatet@maanefisk.example\n", "")
    for html in bodies(root).values():
        assert doors(html) == []
        assert "Meld deg på" not in html


@pytest.mark.parametrize("signup", ["", "  signup: https://skjema.example/nyhetsbrev\n"], ids=["mail", "form"])
def test_an_ended_programme_says_that_no_more_will_come(root: Path, signup: str) -> None:
    change(root, "  publisher:", f"{signup}  publisher:")
    change(root, "status: ongoing", "status: ended")
    for address, html in bodies(root).items():
        assert doors(html) == []
        assert "Meld deg på" not in html
        assert ("kjem ikkje lenger" if address == PAGES[2] else "kommer ikke lenger") in html


def test_an_address_of_a_form_is_checked(root: Path) -> None:
    change(root, "  publisher:", "  signup: skjema.example\n  publisher:")
    with pytest.raises(samanom.ProblemsFound, match=r"«skjema\.example» er ingen nettadresse"):
        samanom.read(root)


def test_the_programme_itself_promises_nothing() -> None:
    letters = [letter.address for letter in catalog().newsletters]
    assert catalog().programme.ended
    for address in ("nyhetsbrev/", *letters):
        html = (site() / address / "index.html").read_text(encoding="utf-8")
        main = html.split("<main")[1].split("</main>")[0]
        assert "mailto:" not in main
        assert "kommer ikke lenger" in main or "kjem ikkje lenger" in main
