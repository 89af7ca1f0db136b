"""Writes a newsletter as files that an e-mail program opens. The program sends nothing itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..catalog import Catalog
from ..load import entries
from ..model import Newsletter, Programme, Record
from ..problems import Place, Problem, ProblemsFound, did_you_mean
from ..reference import read_reference
from ..relate import relate
from ..render import Writer, render
from ..render.mail import mail
from ..validate import validate

FOLDER = "content/nyhetsbrev"


@dataclass(frozen=True)
class Written:
    """What was done, told in Norwegian to whoever is to send it."""

    told: str
    advice: tuple[str, ...]


def write_mail(root: Path, id: str, folder: Path, date: dt.date) -> Written:
    """Writes `<id>.html`, `.txt` and `.eml` to the folder. Raises ProblemsFound, and writes nothing, where that fails.

    A draft can be written too, to be read through before it is published, with those of its news that are drafts.
    """
    records = tuple(validate(entries(root)))
    letter = _found(id, records)
    proof = {letter.id, *letter.articles} if letter.draft else set[str]()
    catalog = relate(_published(records, proof), read_reference(root))
    writer = Writer(catalog, root / "theme", date)
    render(writer, root)  # a link that leads nowhere on its page would lead nowhere in the mail
    made = mail(letter, writer, root / "content")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{id}.html").write_text(made.preview, encoding="utf-8", newline="\n")
    (folder / f"{id}.txt").write_text(made.text, encoding="utf-8", newline="\n")
    (folder / f"{id}.eml").write_bytes(bytes(made.message))
    return Written(_told(id, folder), (*made.advice, *_advice(letter, catalog)))


def _found(id: str, records: Iterable[tuple[str, Record]]) -> Newsletter:
    letters = {record.id: record for _, record in records if isinstance(record, Newsletter)}
    if id in letters:
        return letters[id]
    help = did_you_mean(id, letters, f"Se filene i {FOLDER}/.") if letters else f"Det er ingen i {FOLDER}/ ennå."
    raise ProblemsFound([Problem(Place(f"{FOLDER}/{id}.md"), f"det finnes ikke noe nyhetsbrev «{id}»", help)])


def _published(records: Iterable[tuple[str, Record]], ids: set[str]) -> Iterator[tuple[str, Record]]:
    """The records, with these newsletters and news as if they were no drafts."""
    for kind, record in records:
        shown = kind in ("nyhetsbrev", "nyheter") and record.id in ids
        yield kind, record.model_copy(update={"draft": False}) if shown else record


def _told(id: str, folder: Path) -> str:
    here = Path.cwd()
    shown = folder.relative_to(here) if folder.is_relative_to(here) else folder
    return "\n".join(
        (
            f"Skrev {id}.html, {id}.txt og {id}.eml i {shown}.",
            f"1. Se på {id}.html i nettleseren.",
            f"2. Åpne {id}.eml i Outlook. Den er et utkast til sekretariatet selv.",
            "3. Kontroller avsender, emne og lenker. Send den til deg selv først.",
            "4. Legg mottakerne i feltet Blindkopi, så ingen ser adressene til de andre, og send.",
            "Ingenting er sendt.",
        )
    )


def _advice(letter: Newsletter, catalog: Catalog) -> Iterator[str]:
    if letter.draft:
        yield "Nyhetsbrevet er et utkast. Ta bort draft og legg det ut før du sender det, ellers er siden ikke der."
    hidden = [id for id in letter.articles if id not in {news.id for news in catalog.news}]
    if hidden:
        yield f"Disse nyhetene er utkast og er ikke med: {', '.join(hidden)}."
    if catalog.programme.ended:
        yield _ended(catalog.programme, catalog)


def _ended(programme: Programme, catalog: Catalog) -> str:
    contact = programme.secretariat.contact
    since = f"kontrollert {contact.checked.format()}" if contact.checked else "ikke kontrollert siden"
    source = catalog.sources[contact.source].short
    return f"Programmet er avsluttet. Avsenderen {contact.email} er oppgitt i {source}, {since}."
