"""What the secretariat should see to: what has not been checked for long, runs out, is over, or is not finished.

Where the programme has ended, its pages say of what was never checked that it is as it was then. So there only what
someone once checked is checked again, and nothing is asked of what was planned.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..advice import LEAST, shares
from ..dates import Period
from ..model import Contact, Content, Event, News, Newsletter, Person, Programme, Record
from ..source import Origin

YEAR, MONTH = dt.timedelta(days=365), dt.timedelta(days=30)
"""After how long something should be checked again, and how long before it runs out one is told."""


@dataclass(frozen=True)
class Item:
    """One thing, where it stands, and how it is with it."""

    origin: Origin | None
    """Nowhere in particular when it is about all of it."""
    what: str


@dataclass(frozen=True)
class Group:
    """Things to do the same with."""

    heading: str
    todo: str
    """What to do with them: whole sentences, or nothing where there is nothing to do."""
    items: Sequence[Item]


ENDED = Group(
    "Programmet er avsluttet",
    "Kontakter og sider som aldri er kontrollert, er ikke med i listen: nettstedet sier at de er fra programtiden. "
    "Hendelser som bare var planlagt, er heller ikke med.",
    (),
)


def due(records: Iterable[Record], date: dt.date) -> tuple[Group, ...]:
    """The secretariat's list on a day; groups without anything in them are left out. `records` are drafts too."""
    every = tuple(records)
    [programme] = [record for record in every if isinstance(record, Programme)]
    contacts, pages = list(_contacts(every)), [record for record in every if isinstance(record, Content)]
    lasting = [page for page in pages if not isinstance(page, (News, Newsletter))]
    shown = [each for each in contacts if not _is_over(each[2].expires, date)]
    unchecked = [(name, origin, contact.checked) for name, origin, contact in shown]
    groups = (
        Group(
            "Kontakter som ikke er kontrollert det siste året",
            f'Ring eller skriv til dem, rett det som er feil, og skriv checked: "{date}".',
            tuple(_unchecked(unchecked, date, programme.ended)),
        ),
        Group(
            "Kontakter som er utløpt eller snart utløper",
            "Skriv nye opplysninger og en ny expires, eller slett kontakten.",
            tuple(_expiring(contacts, date)),
        ),
        Group(
            "Sider som ikke er kontrollert det siste året",
            f'Les dem, rett det som ikke stemmer lenger, og skriv checked: "{date}".',
            tuple(_unchecked(((page.title, page.origin, page.checked) for page in lasting), date, programme.ended)),
        ),
        Group(
            "Hendelser som er over, men står som planlagt",
            "Slett planned når de er holdt; skriv i note hvis de ikke ble det.",
            () if programme.ended else tuple(_still_planned(every, date)),
        ),
        Group("Hendelser som kommer", "Se at dag, tid og sted stemmer.", tuple(_coming(every, date))),
        Group(
            "Utkast",
            "Skriv dem ferdig og slett draft: true, eller slett filene.",
            tuple(Item(page.origin / "draft", page.title) for page in pages if page.draft),
        ),
        *_forms([page for page in pages if not page.draft]),
        *_last_letter(pages, programme),
    )
    return (*(group for group in groups if group.items), *([ENDED] if programme.ended else []))


def _contacts(records: Iterable[Record]) -> Iterator[tuple[str, Origin, Contact]]:
    """Whose it is, where it stands, and the contact itself."""
    for record in records:
        if isinstance(record, Person):
            for i, contact in enumerate(record.contacts):
                yield record.name, record.origin / "contacts" / i, contact
        elif isinstance(record, Programme):
            yield record.secretariat.name, record.origin / "secretariat" / "contact", record.secretariat.contact


def _unchecked(found: Iterable[tuple[str, Origin, Period | None]], date: dt.date, ended: bool) -> Iterator[Item]:
    for name, origin, checked in found:
        if checked is None or checked.end is None:
            if not ended:
                yield Item(origin, f"{name}: aldri kontrollert")
        elif checked.end < date - YEAR:
            yield Item(origin / "checked", f"{name}: sist kontrollert {checked.format()}")


def _expiring(contacts: Iterable[tuple[str, Origin, Contact]], date: dt.date) -> Iterator[Item]:
    for name, origin, contact in contacts:
        last = contact.expires and contact.expires.end
        if contact.expires and last and last <= date + MONTH:
            verb = "utløp" if _is_over(contact.expires, date) else "utløper"
            yield Item(origin / "expires", f"{name}: {verb} {contact.expires.format()}")


def _still_planned(records: Iterable[Record], date: dt.date) -> Iterator[Item]:
    for event in records:
        if isinstance(event, Event) and event.planned and _is_over(event.end or event.start, date):
            yield Item(event.origin / "planned", f"{event.title}, {event.start.format()}")


def _is_over(period: Period | None, date: dt.date) -> bool:
    return bool(period and period.end and period.end < date)


def _coming(records: Iterable[Record], date: dt.date) -> Iterator[Item]:
    events = [each for each in records if isinstance(each, Event) and each.start.start and each.start.start >= date]
    for event in sorted(events, key=lambda each: each.start.sort_key):
        yield Item(event.origin, f"{event.title}, {event.start.format()}")


def _forms(pages: Sequence[Content]) -> Iterator[Group]:
    """How much is written in each form of Norwegian."""
    share = shares(pages)
    if not share:
        return
    rarer = min(share, key=lambda lang: share[lang])
    low = f"Skriv mer på {'nynorsk' if rarer == 'nn' else 'bokmål'}: regelen er minst {LEAST} prosent."
    told = f"bokmål {share['nb']} prosent, nynorsk {share['nn']} prosent"
    yield Group("Målform", low if share[rarer] < LEAST else "", (Item(None, told),))


def _last_letter(pages: Iterable[Content], programme: Programme) -> Iterator[Group]:
    letters = [page for page in pages if isinstance(page, Newsletter) and not page.draft]
    if letters:
        last = max(letters, key=lambda letter: (letter.year, letter.number))
        told = Item(last.origin, f"{last.number}-{last.year}, {last.date.format()}: {last.title}")
        yield Group("Siste nyhetsbrev", "" if programme.ended else "Det neste: samanom new nyhetsbrev.", (told,))
