"""Pages that gather: home, themes, contact, calendar, documents, the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ..catalog import Catalog
from ..model import Person, Theme
from .calendar import months
from .feeds import calendars, cards, feeds
from .finder import FINDER
from .glance import ledger, told_elsewhere
from .opendata import DATASETS
from .page import Page
from .results import result_rows
from .writer import Writer


def overview_pages(writer: Writer) -> Iterator[Page]:
    catalog, page = writer.catalog, writer.page
    name = catalog.programme.name
    yield _home(writer)
    yield page("tema/", "temaene", "Tema", f"Temaene i {name}, med mål, nettverk og prosjekter.")
    for theme in catalog.themes.values():
        yield _theme(writer, theme)
    yield page(
        "kontakt/",
        "kontakt",
        "Kontakt",
        f"Sekretariatet og kontaktpersonene i {name}, med telefon og e-post.",
        groups=by_body(catalog),
        card=next((file for file in cards(writer) if not file.network), None),
    )
    yield page(
        "kalender/",
        "kalender",
        "Kalender",
        f"Samlinger, frister og rapportering i {name}, som liste og måned for måned.",
        months=months(catalog.events),
    )
    yield page(
        "dokumenter/", "dokumenter", "Dokumenter", f"Avtale, invitasjoner, presentasjoner og rapporter fra {name}."
    )
    yield page("sok/", "sok", "Søk", f"Søk i alt på nettstedet til {name}.")
    if catalog.terms:
        yield page("handbok/begreper/", "begreper", "Begreper", "Ordene i håndboken, forklart, på bokmål og nynorsk.")
    yield from _data_pages(writer)


def _home(writer: Writer) -> Page:
    catalog, programme = writer.catalog, writer.catalog.programme
    found = ledger(catalog)
    return writer.page(
        "",
        "hjem",
        programme.name,
        programme.tagline,
        layout="home",
        edit=programme.origin.file.name,
        ledger=found,
        others=told_elsewhere(catalog, found.theme if found else None)[:3],
        levels=Counter(example.documentation for example in catalog.examples),
        results=sum(bool(row.after or row.told) for row in result_rows(catalog)),
    )


def _data_pages(writer: Writer) -> Iterator[Page]:
    """Where what is told comes from, and how to take it."""
    catalog, page = writer.catalog, writer.page
    yield page(
        "om/data/",
        "om_data",
        "Om dataene",
        "Kildene, det de er uenige om, og hva som er telt hvordan.",
        forms=forms_share(catalog),
    )
    yield page(
        "data/",
        "data",
        "Åpne data",
        "Dataene på nettstedet som JSON og CSV, med forklaring og lisens, og alle kalendere og nyhetsstrømmer.",
        datasets=DATASETS,
        finder=FINDER,
        feeds=tuple(feeds(writer)),
        calendars=tuple(calendars(writer)),
        cards=tuple(cards(writer)),
    )


def _theme(writer: Writer, theme: Theme) -> Page:
    """In the form of Norwegian that its text is in."""
    catalog, text = writer.catalog, writer.catalog.theme_texts.get(theme.id)
    lang = text.lang if text else "nb"
    about = {"theme": theme.name[lang].lower(), "programme": catalog.programme.name}
    return writer.page(
        f"tema/{theme.id}/",
        "tema",
        theme.name[lang],
        writer.words(lang)["theme_description"].format(**about),
        lang=lang,
        theme=theme,
        networks=[n for n in catalog.networks.values() if theme.id in n.themes],
        projects=[p for p in catalog.projects.values() if theme.id in p.themes],
        examples=[e for e in catalog.examples if theme.id in e.themes],
        status=catalog.statuses.get(theme.id),
        text=text,
        themes=(theme.id,),
        edit=theme.origin.file.name,
        updated=theme.updated,
    )


def by_body(catalog: Catalog) -> Mapping[str, list[Person]]:
    """The people under the name of the body they last belonged to, in the order of the data."""
    found: dict[str, list[Person]] = {}
    for person in catalog.people.values():
        body = person.roles[0].body
        found.setdefault(catalog.organs[body].name if body else "Andre", []).append(person)
    return found


def forms_share(catalog: Catalog) -> Mapping[str, int]:
    """Pages that someone wrote, by form of Norwegian."""
    count = Counter(content.lang for content in catalog.content)
    return {"nb": count["nb"], "nn": count["nn"]}
