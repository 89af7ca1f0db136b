"""Gives each page the names it is to be found first by, the words around its own, and what it is filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..catalog import Catalog
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
KINDS = dict.fromkeys(LISTS - {"kommunenavn"} | {"kontakt", "nettstedskart"}, "oversikt")
"""What the kinds of pages are called as a facet, where it is not as themselves; `labels` has the words."""
WEIGHTS = dict.fromkeys(LISTS, 0.2) | {"nyhet": 0.7, "temadag": 0.8}
"""How much the text of a kind of page weighs; 1 where nothing is said."""
SHORT = 3
"""Words in a title that is a name."""


def with_search(pages: Iterable[Page], catalog: Catalog) -> Iterator[Page]:
    """The pages, each that is to be found with what the search engine is told of it."""
    known = lexicon(catalog.reference.word_pairs, (each.words for each in catalog.synonyms))
    names, participants = names_by_path(catalog), participants_by_path(catalog)
    for page in pages:
        if page.kind in UNSOUGHT:
            yield page
            continue
        own = names.get(page.path, ())
        short = (page.title,) if len(words(page.title)) <= SHORT and page.path not in names else ()
        yield replace(page, search=_search(page, (*own, *short), known, participants.get(page.path, ()), catalog))


def _search(
    page: Page, names: tuple[str, ...], known: Lexicon, participants: tuple[str, ...], catalog: Catalog
) -> Search:
    called = tuple(dict.fromkeys(words(" ".join(names))))
    aliases = known.around(called)
    if page.kind == "tema":
        called, aliases = (*called, *sorted(aliases)), frozenset()
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


def names_by_path(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """What each page about one thing is called, by its address."""
    found: dict[str, tuple[str, ...]] = {}
    for id, place in catalog.kommuner.items():
        found[f"kommuner/{id}/"] = (catalog.full_name(id), place.official.today_name, *place.official.also)
    for id, name in catalog.names.items():
        found[f"kommuner/{id}/"] = (name.name,)
    found |= {f"nettverk/{id}/": (network.name, "nettverk") for id, network in catalog.networks.items()}
    found |= {f"tema/{id}/": (theme.name.nb, theme.name.nn, "tema") for id, theme in catalog.themes.items()}
    for letter in catalog.newsletters:
        found[letter.address] = (letter.label, f"{letter.number} {letter.year}")
    people = tuple(name for person in catalog.people.values() for name in (person.name, person.roles[0].role))
    return found | {"kontakt/": ("kontakt", *people)}


def participants_by_path(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """Those each page is about or tells of, by its address."""
    found: dict[str, tuple[str, ...]] = {f"kommuner/{id}/": (id,) for id in catalog.kommuner}
    found |= {f"nettverk/{id}/": catalog.kommuner_in(network) for id, network in catalog.networks.items()}
    for example in catalog.examples:
        found[example.address] = catalog.resolved(each.participant for each in example.participants)
    return found
