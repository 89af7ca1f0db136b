"""The headings of a new page, each with a line that says what to write below it, in the page's form of Norwegian."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Content, Example, Newsletter, Temadag

Words = Mapping[str, str]
"""The same in both forms of Norwegian."""
MARK: Words = {"nb": "Veiledning", "nn": "Rettleiing"}
"""How a line of guidance begins, after <!--. `prose.py` tells of those that are left on a finished page."""

EXAMPLE: Mapping[str, Words] = {
    "behov": {
        "nb": "Hva var problemet, og hvordan visste dere det? Hvert tall skal ha lenke til kilden.",
        "nn": "Kva var problemet, og korleis visste de det? Kvart tal skal ha lenkje til kjelda.",
    },
    "mal": {
        "nb": "Hva skulle bli annerledes, hvor mye og når? Et mål er ikke et resultat.",
        "nn": "Kva skulle bli annleis, kor mykje og når? Eit mål er ikkje eit resultat.",
    },
    "tiltak": {
        "nb": "Hva gjorde dere, steg for steg? Så mye at en annen kommune kan gjøre det samme.",
        "nn": "Kva gjorde de, steg for steg? Så mykje at ein annan kommune kan gjere det same.",
    },
    "resultat": {
        "nb": "Hva ble annerledes? Samme måltall før og etter, med kilde og tid. Tallene føres også i indicators.",
        "nn": "Kva vart annleis? Same måltal før og etter, med kjelde og tid. Tala skal òg inn i indicators.",
    },
    "forankring": {
        "nb": "Hvem var med, og hvordan: folkevalgte, ledelse og tillitsvalgte?",
        "nn": "Kven var med, og korleis: folkevalde, leiing og tillitsvalde?",
    },
    "ikke": {
        "nb": "Hva virket ikke, og hva tror dere det kom av? Dette har andre mest nytte av.",
        "nn": "Kva verka ikkje, og kva trur de det kom av? Dette har andre mest nytte av.",
    },
    "rad": {
        "nb": "Hva ville dere gjort annerledes, og hva bør andre begynne med?",
        "nn": "Kva ville de ha gjort annleis, og kva bør andre byrje med?",
    },
}
"""By the name of the section in the model."""

TEMADAG: tuple[tuple[Words, Words], ...] = (
    (
        {"nb": "Hvem dagen var for", "nn": "Kven dagen var for"},
        {
            "nb": "Hvem var invitert, og hvem kom? Folkevalgte, ledere, tillitsvalgte og ansatte er verdt å nevne.",
            "nn": "Kven var inviterte, og kven kom? Folkevalde, leiarar, tillitsvalde og tilsette er verde å nemne.",
        },
    ),
    (
        {"nb": "Slik var dagen bygd opp", "nn": "Slik var dagen bygd opp"},
        {
            "nb": "Hva skjedde, og hva gjorde deltakerne selv? Programmet post for post føres i programme.",
            "nn": "Kva hende, og kva gjorde deltakarane sjølve? Programmet post for post skal inn i programme.",
        },
    ),
    (
        {"nb": "Hva andre kan ta med seg", "nn": "Kva andre kan ta med seg"},
        {
            "nb": "To eller tre punkter som en annen kommune kan gjøre likt.",
            "nn": "To eller tre punkt som ein annan kommune kan gjere likt.",
        },
    ),
)
"""Headings that the pages of temadager mostly have; the model does not fix them."""

LETTER: Words = {
    "nb": "En kort hilsen, eller det som er nytt. Nyhetene i articles vises under, med lenker.",
    "nn": "Ei kort helsing, eller det som er nytt. Nyhenda i articles blir viste under, med lenkjer.",
}


def guided(model: type[Content], lang: str) -> str:
    """The Markdown of a new page."""
    if model is Example:
        pairs = [(heading[lang], EXAMPLE[name][lang]) for name, heading in model.headings.items()]
    elif model is Temadag:
        pairs = [(heading[lang], words[lang]) for heading, words in TEMADAG]
    else:
        assert model is Newsletter
        return _line(LETTER[lang], lang)
    return "\n".join(f"## {heading}\n\n{_line(words, lang)}" for heading, words in pairs)


def _line(words: str, lang: str) -> str:
    return f"<!-- {MARK[lang]}: {words} -->\n"
