"""The secretariat's list, on days that the tests choose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest
from samanom.__main__ import main
from samanom.desk.due import due
from samanom.load import entries
from samanom.validate import validate

CONTACTS = "Kontakter som ikke er kontrollert det siste året"
EXPIRING = "Kontakter som er utløpt eller snart utløper"
PAGES = "Sider som ikke er kontrollert det siste året"
PLANNED = "Hendelser som er over, men står som planlagt"
SUMMER = dt.date(2015, 6, 1)


def test_contacts_unchecked_for_a_year(tiny: Path) -> None:
    never = ["data/people.yaml:29:9: Per Prøvesen: aldri kontrollert"]
    old = [
        "data/people.yaml:13:9: Kari Testesen: sist kontrollert april 2014",
        "data/programme.yaml:36:7: Månefisksekretariatet: sist kontrollert april 2014",
    ]
    assert told(tiny, dt.date(2015, 5, 1))[CONTACTS] == [old[0], *never, old[1]]
    assert told(tiny, dt.date(2015, 4, 30))[CONTACTS] == never


def test_contacts_that_run_out(tiny: Path) -> None:
    """Thirty days before, and for ever after, unless they are taken away; then nobody need check them."""
    before = [f"data/people.yaml:17:9: Kari Testesen: {verb} 2013" for verb in ("utløper", "utløp")]
    assert EXPIRING not in told(tiny, dt.date(2013, 11, 30))
    assert told(tiny, dt.date(2013, 12, 1))[EXPIRING] == before[:1]
    assert told(tiny, dt.date(2013, 12, 31))[EXPIRING] == before[:1]
    assert told(tiny, dt.date(2014, 1, 1))[EXPIRING] == before[1:]
    assert any("people.yaml:15:" in line for line in told(tiny, dt.date(2013, 12, 31))[CONTACTS])
    assert not any("people.yaml:15:" in line for line in told(tiny, dt.date(2014, 1, 1))[CONTACTS])


def test_pages_unchecked_for_a_year(tiny: Path) -> None:
    checked = "content/eksempler/fiskevik-sover.md:36:1: "
    names = told(tiny, dt.date(2016, 1, 1))[PAGES]
    assert any(line.startswith(checked) and line.endswith("sist kontrollert desember 2014") for line in names)
    assert not any(checked in line for line in told(tiny, dt.date(2015, 12, 31))[PAGES])
    assert any("content/om-proven.md" in line and line.endswith("aldri kontrollert") for line in names)
    assert not any("content/nyheter/" in line or "content/nyhetsbrev/" in line for line in names)


def test_events(tiny: Path) -> None:
    """What is over and still planned, and what is to come, the nearest first."""
    assert PLANNED not in told(tiny, dt.date(2014, 6, 30))
    assert told(tiny, dt.date(2014, 7, 1))[PLANNED] == [
        "data/events.yaml:16:5: Vårsamling for Månesyke Nord, vår 2014",
    ]
    coming = told(tiny, dt.date(2013, 12, 31))["Hendelser som kommer"]
    assert [line.partition(": ")[2] for line in coming] == [
        "Søknadsfrist ved halvmåne, januar 2014",
        "Vårsamling for Månesyke Nord, vår 2014",
        "Månekonferansen, 14. april 2014",
    ]


def test_drafts_forms_and_the_last_letter(tiny: Path) -> None:
    found = told(tiny, SUMMER)
    assert found["Utkast"] == ["content/eksempler/hemmelig-utkast.md:11:1: Hemmelig utkast som ikke skal vises"]
    assert found["Målform"] == ["bokmål 55 prosent, nynorsk 45 prosent"]
    assert found["Siste nyhetsbrev"] == ["content/nyhetsbrev/2014-1.md:2:1: 1-2014, januar 2014: Månebrevet nr. 1"]


def test_where_the_programme_has_ended(tiny: Path) -> None:
    file = tiny / "data/programme.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("ongoing", "ended"), encoding="utf-8")
    found = told(tiny, SUMMER)
    assert PLANNED not in found and PAGES not in found
    assert [line.rpartition(": ")[2] for line in found[CONTACTS]] == ["sist kontrollert april 2014"] * 2
    assert "Programmet er avsluttet" in found


def test_what_is_printed(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for page in range(12):
        text = f"---\ntitle: Side {page}\nlang: nb\nsummary: S\n---\n"
        (tiny / f"content/side-{page}.md").write_text(text, encoding="utf-8")
    assert main(["--rot", str(tiny), "due", "--dato", "2015-06-01"]) == 0
    few = capsys.readouterr().out
    assert few.startswith(
        "Å se til per 1. juni 2015\n\nKontakter som ikke er kontrollert det siste året (3)\n  data/people"
    )
    assert '  Ring eller skriv til dem, rett det som er feil, og skriv checked: "2015-06-01".\n' in few
    assert "  … og 11 til; --alle viser dem.\n" in few
    assert main(["--rot", str(tiny), "due", "--dato", "2015-06-01", "--alle"]) == 0
    assert capsys.readouterr().out.count("aldri kontrollert") == few.count("aldri kontrollert") + 11


def test_today_is_the_day_when_none_is_said(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rot", str(tiny), "due"]) == 0
    assert str(dt.date.today().year) in capsys.readouterr().out.splitlines()[0]


def told(root: Path, date: dt.date) -> Mapping[str, list[str]]:
    """The lines of each group."""
    groups = due((record for _, record in validate(entries(root))), date)
    return {
        group.heading: [f"{item.origin.place()}: {item.what}" if item.origin else item.what for item in group.items]
        for group in groups
    }
