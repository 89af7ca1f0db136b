"""Gives each page the names it is to be found first by, the words around its own, and what it is filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..catalog import Catalog
from ..render.finder import PATH, answers
from ..render.page import Page, Search
from .lexicon import Lexicon, lexicon
from .words import plain, spellings, words

LISTS = frozenset(
    {
        "a_aa",
        "begreper",
        "data",
        "dokumenter",
        "eksempler",
        "finn",
        "finn_bokstav",
        "hjem",
        "kalender",
        "kommunenavn",
        "kommuner",
        "kunnskapsstatuser",
        "nettverkene",
        "nyheter",
        "nyhetsbrevene",
        "om_data",
        "prosjekter",
        "resultater",
        "sok",
        "temaene",
        "temadager",
    }
)
"""Kinds of pages that hold what others are about; they are found by their names and headings."""
UNSOUGHT = frozenset({"eksempelliste"})
"""Kinds of pages that only lead to others, and are not found."""
KINDS = dict.fromkeys(LISTS - {"kommunenavn"} | {"kontakt", "nettstedskart"}, "oversikt") | {"tips": "side"}
"""What the kinds of pages are called as a facet, where it is not as themselves; `labels` has the words."""
WEIGHTS = dict.fromkeys(LISTS, 0.2) | {"nyhet": 0.7, "temadag": 0.8}
"""How much the text of a kind of page weighs; 1 where nothing is said."""
SHORT = 3
"""Words in a title that is a name, but for news: there it tells what happened."""


def with_search(pages: Iterable[Page], catalog: Catalog) -> Iterator[Page]:
    """The pages, each that is to be found with what the search engine is told of it."""
    known = lexicon(catalog.reference.word_pairs, (each.words for each in catalog.synonyms if not each.page))
    names, asked, participants = names_by_path(catalog), asked_by_path(catalog), participants_by_path(catalog)
    for page in pages:
        if page.kind in UNSOUGHT:
            yield page
            continue
        own = names.get(page.path, ())
        short = (page.title,) if page.path not in names and _is_name(page) else ()
        called = (*own, *short, *asked.get(page.path, ()))
        yield replace(page, search=_search(page, called, known, participants.get(page.path, ()), catalog))


def _is_name(page: Page) -> bool:
    return page.kind != "nyhet" and len(words(page.title)) <= SHORT


def _search(
    page: Page, names: tuple[str, ...], known: Lexicon, participants: tuple[str, ...], catalog: Catalog
) -> Search:
    called = tuple(dict.fromkeys(words(" ".join(names))))
    aliases = known.around(called)
    if page.kind == "tema":
        called, aliases = (*called, *sorted(aliases)), frozenset()
    elif page.kind == "nettverk":
        called, aliases = (), aliases | frozenset(called)
    if page.kind == "eksempel":
        aliases |= frozenset(words(" ".join(name for id in participants for name in names_of(catalog, id))))
    taken = aliases | frozenset(called)
    near = known.around(words(f"{page.title} {page.description}")) - taken
    far = frozenset[str]() if page.kind in LISTS else known.around(words(plain(page.body))) - near - taken
    return Search(
        called,
        tuple(sorted(aliases | {way for word in called for way in spellings(word)})),
        tuple(sorted(near)),
        tuple(sorted(far)),
        WEIGHTS.get(page.kind, 1),
        facets(page, participants, catalog),
    )


def facets(page: Page, participants: Iterable[str], catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """The values of a page, by the name of the filter; those it has none of are left out."""
    places = [catalog.kommuner[id] for id in participants if id in catalog.kommuner]
    found = {
        "slag": (KINDS.get(page.kind, page.kind),),
        "tema": page.themes,
        "fylke": tuple(dict.fromkeys(place.official.fylke for place in places)),
        "pulje": tuple(sorted({str(pulje) for place in places for pulje in place.puljer})),
        "malform": (page.lang,),
    }
    return {name: values for name, values in found.items() if values}


def names_of(catalog: Catalog, kommune: str) -> tuple[str, ...]:
    """What a participant was called, is called today, and is called in other languages."""
    official = catalog.kommuner[kommune].official
    return (catalog.full_name(kommune), official.today_name, *official.also)


def names_by_path(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """What each page about one thing is called, by its address."""
    found: dict[str, tuple[str, ...]] = {}
    for id in catalog.kommuner:
        found[f"kommuner/{id}/"] = names_of(catalog, id)
    for id, name in catalog.names.items():
        found[f"kommuner/{id}/"] = (name.name,)
    found |= {f"nettverk/{id}/": (network.name, "nettverk") for id, network in catalog.networks.items()}
    found |= {f"tema/{id}/": (theme.name.nb, theme.name.nn, "tema") for id, theme in catalog.themes.items()}
    for letter in catalog.newsletters:
        found[letter.address] = (letter.label, f"{letter.number} {letter.year}")
    people = tuple(name for person in catalog.people.values() for name in (person.name, person.roles[0].role))
    return found | {"kontakt/": ("kontakt", *people)} | _led_to(catalog)


def _led_to(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """The names of kommuner, of then and today, that the pages of «Finn din kommune» answer for."""
    found: dict[str, tuple[str, ...]] = {}
    for answer in answers(catalog):
        path = answer.url.removeprefix("/").partition("#")[0]
        if path.startswith(PATH):
            found[path] = (*found.get(path, ()), answer.entry.name, *answer.entry.also)
    return found


def asked_by_path(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """What an editor has said that people call a page, by its address."""
    found: dict[str, tuple[str, ...]] = {}
    for each in catalog.synonyms:
        if each.page:
            path = each.page.removeprefix("/")
            found[path] = (*found.get(path, ()), *each.words)
    return found


def participants_by_path(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """Those each page is about or tells of, by its address."""
    found: dict[str, tuple[str, ...]] = {f"kommuner/{id}/": (id,) for id in catalog.kommuner}
    found |= {f"nettverk/{id}/": catalog.kommuner_in(network) for id, network in catalog.networks.items()}
    for example in catalog.examples:
        found[example.address] = catalog.resolved(each.participant for each in example.participants)
    return found
