"""«Finn din kommune»: where every name of then and of today leads, as pages and as the search field's own file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..catalog import Catalog, Participant
from ..lookup import Entry, Like, entries, nearest
from ..slug import initial, slug
from .opendata.participants import FinderRow
from .opendata.rows import Dataset
from .page import Asset, Page
from .participants import listed
from .writer import Writer

PATH = "kommuner/finn/"
LETTERS = {"Æ": "ae", "Ø": "oe", "Å": "aa"}
"""How the letters that ASCII lacks stand in addresses."""


@dataclass(frozen=True)
class Answer:
    """What someone who asks for a kommune gets."""

    entry: Entry
    url: str
    """The participant's page, the page of a name that leads on, or a place on a letter's page."""
    alike: tuple[Like, ...]
    """The participants most like it, when it leads to none."""

    @property
    def took_part(self) -> bool:
        """Whether the name leads to a participant: it was one, or some are part of it."""
        return not self.alike

    @property
    def kommuner(self) -> tuple[str, ...]:
        """The ids of the participants that it leads to."""
        own = (self.entry.participant,) if self.entry.participant else ()
        return tuple(each.id for each in (*own, *self.entry.parts)) if self.took_part else ()


def answers(catalog: Catalog) -> tuple[Answer, ...]:
    """One for each kommune of then and of today, in alphabetical order."""
    return tuple(_answer(catalog, entry) for entry in entries(catalog))


def finder_pages(writer: Writer) -> Iterator[Page]:
    """The list of all names, and a page for each letter with those that lead to no participant."""
    catalog, found = writer.catalog, answers(writer.catalog)
    title = writer.words("nb")["find_title"]
    took = _tense(writer, "part", "nb")
    about = f"Alle kommuner av {catalog.reference.year} og av i dag: hvem som {took}, og hvem de andre ligner på."
    notes = {each.entry.id: note(writer, each, "nb") for each in found}
    yield writer.page(PATH, "finn", title, about, letters=_by_letter(found), notes=notes, letter_id=letter_id)
    others = _by_letter(each for each in found if each.alike)
    for letter, part in others.items():
        name = f"Kommuner på {letter} som ikke {took}"
        yield writer.page(
            f"{PATH}{letter_id(letter)}/",
            "finn_bokstav",
            name,
            f"{name} i {catalog.programme.name}, og deltakerne som ligner mest på dem.",
            letters={each: letter_id(each) for each in others},
            letter=letter,
            answers=part,
            belongs={each.entry.id: belongs(writer, each.entry, "nb") for each in part},
            reasons={each.entry.id: [reasons(writer, like, "nb") for like in each.alike] for each in part},
        )


def finder_file(writer: Writer) -> Asset:
    """What the search field knows: names, where they lead, and a line about each in both forms of Norwegian."""
    plain = (row.model_dump(mode="json", exclude_unset=True) for row in FINDER.rows(writer))
    rows = [json.dumps(row, ensure_ascii=False) for row in plain]
    return Asset("data/finn.json", "[\n" + ",\n".join(rows) + "\n]\n")


def without_part(catalog: Catalog) -> Mapping[str, str]:
    """Where each name is told of that leads to no participant, by the name."""
    found = [each for each in answers(catalog) if each.alike]
    also = {name: each.url for each in found for name in each.entry.also}
    return also | {each.entry.label: each.url for each in found}


def note(writer: Writer, answer: Answer, lang: str) -> str:
    """One line about what a name leads to."""
    entry, words = answer.entry, writer.words(lang)
    if entry.participant:
        with_ = words["find_with"].format(puljer=_puljer(writer, entry.participant, lang))
        today = words["find_today"].format(name=entry.known.today_name) if not entry.members else ""
        also = words["find_also"].format(parts=_parts(writer, entry.parts, lang)) if entry.members else ""
        return with_ + today + (also if entry.parts else "")
    if answer.took_part:
        return words["find_part"].format(parts=_parts(writer, entry.parts, lang))
    if entry.parts:
        return _now_with(writer, entry, lang)
    names = [writer.catalog.full_name(like.participant.id) for like in answer.alike]
    return words["find_like"].format(no=_tense(writer, "no_part", lang), names=listed(names, words["and"]))


def belongs(writer: Writer, entry: Entry, lang: str) -> str:
    """What became of a kommune that was no participant, and who of those it is now one with took part."""
    words, then = writer.words(lang), entry.known
    if entry.then is None:
        names = listed([member.name for member in entry.members], words["and"])
        return words["find_made"].format(names=names)
    if entry.parts and not entry.members:
        return f"{_now_with(writer, entry, lang)}."
    if then.change == "split":
        return words["find_split"].format(name=then.today_name, year=then.changed)
    return words["find_now"].format(name=then.today_name) if then.name != then.today_name else ""


def reasons(writer: Writer, like: Like, lang: str) -> str:
    """Why a participant is among those most like a kommune."""
    words = writer.words(lang)
    return ", ".join(words[f"like_{reason}"] for reason in like.reasons)


def letter_id(letter: str) -> str:
    return LETTERS.get(letter) or slug(letter) or "andre"


def _answer(catalog: Catalog, entry: Entry) -> Answer:
    page = slug(entry.name)
    if entry.participant:
        return Answer(entry, f"/kommuner/{entry.participant.id}/", ())
    if entry.members and entry.parts and page in catalog.names:
        return Answer(entry, f"/kommuner/{page}/", ())
    place = f"/{PATH}{letter_id(initial(entry.name))}/#{entry.id}"
    return Answer(entry, place, nearest(catalog, entry.profile))


def _by_letter(found: Iterable[Answer]) -> Mapping[str, list[Answer]]:
    letters: dict[str, list[Answer]] = {}
    for each in found:
        letters.setdefault(initial(each.entry.name), []).append(each)
    return letters


def _rows(writer: Writer) -> Iterator[FinderRow]:
    return (_row(writer, each) for each in answers(writer.catalog))


def _row(writer: Writer, answer: Answer) -> FinderRow:
    """An object of the file; empty lists are left out."""
    entry = answer.entry
    lists = {"also": entry.also, "kommuner": answer.kommuner, "like": [each.participant.id for each in answer.alike]}
    return FinderRow.model_validate(
        {
            "id": entry.id,
            "name": entry.label,
            "number": entry.then.number if entry.then else None,
            "today": entry.known.today_number if entry.members else None,
            "population": entry.profile.population,
            **{name: value for name, value in lists.items() if value},
            "nb": note(writer, answer, "nb"),
            "nn": note(writer, answer, "nn"),
            "url": answer.url,
        }
    )


def _now_with(writer: Writer, entry: Entry, lang: str) -> str:
    """«I dag Indre Fosen, sammen med Rissa, som var med i pulje 2»."""
    words, today, parts = writer.words(lang), entry.known.today_name, _parts(writer, entry.parts, lang)
    alone = [part.name for part in entry.parts] == [today]
    return words["find_now_one" if alone else "find_now_with"].format(name=today, parts=parts)


def _parts(writer: Writer, parts: tuple[Participant, ...], lang: str) -> str:
    """«Rissa, som var med i pulje 2»; the puljer stand by each name where they differ."""
    words = writer.words(lang)
    took = words["find_who"].format(took=_tense(writer, "part", lang))
    names = [writer.catalog.full_name(part.id) for part in parts]
    puljer = [_puljer(writer, part, lang) for part in parts]
    if len(set(puljer)) == 1:
        return f"{listed(names, words['and'])}, {took} {words['find_in'].format(puljer=puljer[0])}"
    each = [f"{name} ({words['find_in'].format(puljer=own)})" for name, own in zip(names, puljer, strict=True)]
    return f"{listed(each, words['and'])}, {took}"


def _puljer(writer: Writer, participant: Participant, lang: str) -> str:
    return listed([str(pulje) for pulje in participant.puljer], writer.words(lang)["and"])


def _tense(writer: Writer, what: str, lang: str) -> str:
    """The words for taking part while the programme runs, and after."""
    return writer.words(lang)[f"{'took' if writer.catalog.programme.ended else 'takes'}_{what}"]


FINDER = Dataset("finn", FinderRow, _rows)
"""Only as JSON: it is made for the search field."""
