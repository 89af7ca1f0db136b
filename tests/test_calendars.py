"""Every calendar, read by icalendar, by vobject, and by the rules of RFC 5545 that neither of them checks."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest
import samanom
import vobject
from built import ROOT, TINY, followed
from samanom.export import export
from samanom.render import Writer
from samanom.render.feeds import calendars, feed_files

PROGRAMMES = pytest.mark.parametrize("root", [ROOT, TINY], ids=["samanom", "tiny"])
NEEDED = ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS", "TRANSP", "CATEGORIES", "URL", "DESCRIPTION")


def faults(text: str) -> Iterator[str]:
    """What a program that takes calendars would complain of."""
    yield from line_faults(text)
    try:
        vobject.readOne(text).validate(raiseException=True)
    except Exception as problem:  # whatever it is, it is a complaint
        yield f"vobject: {problem}"
    try:
        calendar = icalendar.Calendar.from_ical(text)
    except ValueError as problem:
        yield f"icalendar: {problem}"
        return
    for part in calendar.walk():
        yield from (f"icalendar: {name}: {problem}" for name, problem in part.errors)
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    yield from (
        f"no {name}" for name in ("PRODID", "VERSION", "METHOD", "NAME", "X-WR-CALNAME") if name not in calendar
    )
    for event in calendar.walk("VEVENT"):
        yield from () if event.errors else _event_faults(event, zones)
    times = Counter(str(event.get("UID")) for event in calendar.walk("VEVENT"))
    yield from (f"{uid} stands {count} times" for uid, count in times.items() if count > 1)
    if not times:
        yield "no event"


def line_faults(text: str) -> Iterator[str]:
    """Lines by themselves, which cards and calendars have alike."""
    if re.search(r"(?<!\r)\n|\r(?!\n)", text) or not text.endswith("\r\n"):
        yield "lines that do not end in CRLF"
    for line in text.split("\r\n"):
        if len(line.encode()) > 75:
            yield f"a long line: {line[:20]}"


def _event_faults(event: Any, zones: set[str]) -> Iterator[str]:
    yield from (f"no {name}" for name in NEEDED if name not in event)
    start, end = event.get("DTSTART"), event.get("DTEND")
    if start and end and type(end.dt) is not type(start.dt):
        yield "a day and a time"
    elif start and end and end.dt <= start.dt:
        yield "it ends before it starts"
    for time in (start, end):
        zone = time.params.get("TZID") if time else None
        if zone and zone not in zones:
            yield f"an unknown time zone: {zone}"
    if not re.match(r"https?://", str(event.get("URL"))):
        yield "no whole address"


def ics_files(root: Path) -> dict[str, str]:
    return {path: text for path, text in followed(root).items() if path.endswith(".ics")}


def events(root: Path, path: str = "kalender.ics") -> dict[str, Any]:
    """By the id of the record."""
    calendar = icalendar.Calendar.from_ical(ics_files(root)[path])
    return {str(event["UID"]).partition("@")[0]: event for event in calendar.walk("VEVENT")}


def with_event(tiny: Path, **fields: str) -> Any:
    """An event as it stands in the calendar of a programme that has it."""
    told = "".join(f"    {name}: {value}\n" for name, value in fields.items())
    with (tiny / "data/events.yaml").open("a", encoding="utf-8") as file:
        file.write(
            f"\n  - id: prove\n    title: Prøve, med tegn; her\n    kind: møte\n{told}    sources: [maneposten]\n"
        )
    return events(tiny)["prove"]


@PROGRAMMES
def test_every_calendar_is_read_without_a_complaint(root: Path) -> None:
    known, files = samanom.read(root), ics_files(root)
    assert (
        {"kalender.ics"} <= files.keys() <= {"kalender.ics", *(f"nettverk/{id}/kalender.ics" for id in known.networks)}
    )
    for path, text in files.items():
        assert list(faults(text)) == [], path


BROKEN: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\r\n", "\n"),
    "a long line": lambda text: text.replace("\r\n ", ""),
    "at least 1 UID": lambda text: re.sub(r"UID:.*\r\n", "", text, count=1),
    "no UID": lambda text: re.sub(r"UID:.*\r\n", "", text, count=1),
    "no DTSTAMP": lambda text: re.sub(r"DTSTAMP:.*\r\n", "", text, count=1),
    "icalendar": lambda text: text.replace("END:VCALENDAR\r\n", ""),
    "Failed to parse line": lambda text: text.replace("Prøve\\, med tegn", "Prøve\r\nmed tegn"),
    "icalendar: DTSTART": lambda text: text.replace("DTSTART;VALUE=DATE:20131130", "DTSTART;VALUE=DATE:20131131"),
    "it ends before it starts": lambda text: text.replace("DTEND;VALUE=DATE:20131201", "DTEND;VALUE=DATE:20131130"),
    "a day and a time": lambda text: text.replace("DTEND;VALUE=DATE:20131201", "DTEND:20131201T100000Z"),
    "an unknown time zone": lambda text: re.sub(r"BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n", "", text, flags=re.DOTALL),
    "stands 2 times": lambda text: text.replace("UID:manekonferansen@", "UID:varsamling@"),
    "no METHOD": lambda text: text.replace("METHOD:PUBLISH\r\n", ""),
    "no whole address": lambda text: text.replace("URL:https://maanefisk.example/kalender/#", "URL:/kalender/#"),
    "no event": lambda text: re.sub(r"BEGIN:VEVENT.*END:VEVENT\r\n", "", text, flags=re.DOTALL),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_planted_fault_is_found(fault: str, tiny: Path) -> None:
    with_event(tiny, start='"2014-05-20"', time='"10–12"')
    text = ics_files(tiny)["kalender.ics"]
    assert list(faults(text)) == []
    broken = BROKEN[fault](text)
    assert broken != text
    assert any(fault in found for found in faults(broken))


def test_several_days_end_on_the_day_after_the_last() -> None:
    event = events(TINY)["manekonferansen"]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (dt.date(2014, 4, 14), dt.date(2014, 4, 17))
    assert (event["TRANSP"], event["STATUS"], event["LOCATION"]) == ("OPAQUE", "CONFIRMED", "Fiskevik")
    assert event["URL"] == "https://maanefisk.example/kalender/#manekonferansen"
    assert event["CATEGORIES"].cats == ["konferanse"]


def test_a_season_is_spanned_and_takes_up_no_day() -> None:
    event = events(TINY, "nettverk/manesyke-nord/kalender.ics")["varsamling"]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (dt.date(2014, 1, 1), dt.date(2014, 7, 1))
    assert (event["TRANSP"], event["STATUS"]) == ("TRANSPARENT", "TENTATIVE")
    assert "Den nøyaktige dagen er ikke kjent, bare vår 2014." in event["DESCRIPTION"]
    assert "Kilden sier at det skulle skje, ikke at det skjedde." in event["DESCRIPTION"]


@PROGRAMMES
def test_what_has_no_date_is_left_out_and_nothing_else(root: Path) -> None:
    known = samanom.read(root)
    assert events(root).keys() == {event.id for event in known.events if event.start.start}
    for network in known.networks.values():
        path, dated = f"nettverk/{network.id}/kalender.ics", {e.id for e in known.events_of(network) if e.start.start}
        assert (events(root, path).keys() if path in ics_files(root) else set()) == dated


def test_a_network_without_dates_has_no_calendar(tiny: Path) -> None:
    file = tiny / "data/events.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("puljer: [3]", "puljer: [2]"), encoding="utf-8")
    assert "nettverk/halvmane/kalender.ics" not in ics_files(tiny)
    page = next(p for p in samanom.build(tiny, dt.date(2014, 5, 13)).pages if p.path == "nettverk/halvmane/")
    assert "kalender.ics" not in page.body


def test_an_exported_calendar_keeps_its_lines(tiny: Path, tmp_path: Path) -> None:
    export(samanom.build(tiny, dt.date(2014, 5, 13)), tiny / "content", tmp_path / "out")
    for path, text in followed(TINY).items():
        assert (tmp_path / "out" / path).read_bytes() == text.encode(), path


def test_a_network_tells_deadlines_from_gatherings(tiny: Path) -> None:
    bodies = {page.path: page.body for page in samanom.build(tiny, dt.date(2014, 5, 13)).pages}
    for path, gathering, deadline in (
        ("nettverk/manesyke-nord/", "Vårsamling for Månesyke Nord", None),
        ("nettverk/halvmane/", None, "Søknadsfrist ved halvmåne"),
    ):
        first = section(bodies[path], "Samlinger")
        second = section(bodies[path], "Frister og rapportering")
        assert (gathering or "Kildene daterer ingen samlinger.") in first
        assert (deadline or "Kildene daterer ingen frister.") in second
        assert not deadline or deadline not in first
        assert not gathering or gathering not in second


def section(html: str, heading: str) -> str:
    return re.split(rf"<h2[^>]*>{heading}</h2>", html)[1].split("</section>")[0]


@pytest.mark.parametrize(
    ("time", "first", "last"),
    [("08.30–16.00", (8, 30), (16, 0)), ("kl. 9-15:30", (9, 0), (15, 30)), ("10", (10, 0), None)],
)
def test_a_time_of_day_is_told_in_norwegian_time(
    tiny: Path, time: str, first: tuple[int, int], last: tuple[int, int] | None
) -> None:
    event = with_event(tiny, start='"2014-01-20"', time=f'"{time}"')
    assert event["DTSTART"].params["TZID"] == "Europe/Oslo"
    assert event["DTSTART"].dt.replace(tzinfo=None) == dt.datetime(2014, 1, 20, *first)
    assert event["DTSTART"].dt.utcoffset() == dt.timedelta(hours=1)
    assert ("DTEND" in event) == (last is not None)
    if last:
        assert event["DTEND"].dt.replace(tzinfo=None) == dt.datetime(2014, 1, 20, *last)


@pytest.mark.parametrize(
    "fields",
    [
        {"start": '"2014-01-20"', "time": "etter lunsj"},
        {"start": '"2014-01-20"', "time": "20.00–02.00"},
        {"start": '"2014-01-20"', "end": '"2014-01-21"', "time": "09–15"},
        {"start": "2014-01", "time": "09–15"},
    ],
)
def test_a_time_that_cannot_be_placed_is_told_in_words(tiny: Path, fields: dict[str, str]) -> None:
    event = with_event(tiny, **fields)
    assert type(event["DTSTART"].dt) is dt.date
    assert f"Klokkeslett: {fields['time']}." in event["DESCRIPTION"]


def test_a_deadline_takes_up_no_day(tiny: Path) -> None:
    assert with_event(tiny, start='"2014-05-20"')["TRANSP"] == "OPAQUE"
    file = tiny / "data/events.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("kind: møte", "kind: rapportering"), encoding="utf-8")
    followed.cache_clear()
    assert events(tiny)["prove"]["TRANSP"] == "TRANSPARENT"


def test_a_correction_raises_the_sequence_and_keeps_the_name(tiny: Path) -> None:
    before = with_event(tiny, start='"2014-05-20"')
    file = tiny / "data/events.yaml"
    seen = [before["SEQUENCE"]]
    for day in ("2014-05-01", "2014-05-02"):
        text = re.sub(r'\n    updated: "[^"]*"', "", file.read_text(encoding="utf-8"))
        file.write_text(text.replace("id: prove\n", f'id: prove\n    updated: "{day}"\n'), encoding="utf-8")
        followed.cache_clear()
        event = events(tiny)["prove"]
        assert event["UID"] == before["UID"] == "prove@maanefisk.example"
        assert event["LAST-MODIFIED"].dt.date() == dt.date.fromisoformat(day)
        seen.append(event["SEQUENCE"])
    assert seen == [0, 5234, 5235]


def test_the_stamp_is_the_builds_own_date_and_nothing_else_follows_it() -> None:
    made = {}
    for day in (dt.date(2014, 5, 13), dt.date(2014, 5, 14)):
        files = feed_files(Writer(samanom.read(TINY), ROOT / "theme", day))
        made[day] = {a.path: a.content for a in files if a.path.endswith(".ics")}
    first, second = made.values()
    assert first != second
    stamped = {path: text.replace("DTSTAMP:20140514", "DTSTAMP:20140513") for path, text in second.items()}
    assert stamped == first == ics_files(TINY)


def test_each_temadag_with_a_day_is_among_the_events_once() -> None:
    """So that the calendar need not tell of the pages too, which would give the same day twice."""
    known = samanom.read(ROOT)
    for day in (each for each in known.temadager if each.date.precision == "day"):
        held = [e for e in known.events if e.start == day.date and set(e.kommuner) & set(day.kommuner)]
        assert len(held) == 1, day.id


def test_calendars_are_named_after_what_they_hold() -> None:
    files = list(calendars(Writer(samanom.read(TINY), ROOT / "theme", dt.date(2014, 5, 13))))
    assert [each.title for each in files][:2] == ["Prøveprogrammet Månefisk", "Prøveprogrammet Månefisk: Månesyke Nord"]
    for each in files:
        calendar: Any = icalendar.Calendar.from_ical(ics_files(TINY)[each.path])
        assert calendar["NAME"] == calendar["X-WR-CALNAME"] == each.title
        assert calendar["REFRESH-INTERVAL"].dt == dt.timedelta(days=1)
