"""The judges of `make audit`, without Hunspell: what they read on a page, and what they find fault with."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from audit import norwegian
from audit.spelling import Lists, Vocabulary, cannot_judge, findings, read_lists, superfluous, vocabulary, words_in
from audit.text import Text, texts

PAGE = """<html lang="nb"><head><title>Måne – Nettsted</title><meta name="description" content="Om månen.">
<style>em {}</style></head><body><nav>Faner</nav><main>
<h1>Må<em>ne</em></h1><p>Kilden heter <a lang="nn" href="/">Ei <em>månesjuk</em> kjelde</a>, skrev <b>avisen</b>.<br>Mer
</p><pre>kode</pre><p>Bruk <code>today_name</code> her.</p><img alt="Et kart"><svg><title>Før</title><circle/></svg>
</main><footer>Bunn</footer></body></html>"""

DICTIONARY = {"nb": {"månen", "skinner", "en", "fra"}, "nn": {"månen", "skin", "ein", "frå"}, "en": {"moon"}}


def unknown(words: Iterable[str], lang: str) -> frozenset[str]:
    """A speller with a few words."""
    return frozenset(word for word in words if word.lower() not in DICTIONARY[lang])


def found(pages: dict[str, list[Text]], lists: Lists | None = None, names: Iterable[str] = ()) -> list[str]:
    lists = lists or Lists()
    return [str(each) for each in findings(vocabulary(pages, {*names, *lists.names}), lists, unknown)]


def test_a_page_is_read_by_language() -> None:
    assert texts(PAGE) == (
        Text("nb", "Måne – Nettsted"),
        Text("nb", "Om månen."),
        Text("nb", "Måne"),
        Text("nb", "Kilden heter"),
        Text("nn", "Ei månesjuk kjelde"),
        Text("nb", ", skrev avisen."),
        Text("nb", "Mer"),
        Text("nb", "Bruk"),
        Text("nb", "her."),
        Text("nb", "Et kart"),
        Text("nb", "Før"),
    )


def test_addresses_and_numbers_are_no_words() -> None:
    text = (
        "Skriv til ola@maane.example, se maane.example/om, https://maane.example/x?y=z eller ring 22 24 90 90 (R8922)."
    )
    assert list(vocabulary({"/": [Text("nb", text)]}, ()).words["nb"]) == ["Skriv", "til", "se", "eller", "ring"]
    assert list(words_in("helse- og e-post")) == ["helse", "og", "post"]


def test_a_word_of_the_other_form_is_found_where_it_stands() -> None:
    pages = {"/a/": [Text("nb", "Månen skinner. Månen skin."), Text("nn", "Månen skin")], "/b/": [Text("nb", "skin")]}
    assert found(pages) == ["/a/, /b/: «skin» står ikke i ordboken for bokmål."]


def test_listed_words_and_names_pass() -> None:
    lists = Lists({"nb": frozenset(["maneskinn"])}, frozenset(["Frå Manen"]))
    pages = {"/": [Text("nb", "Maneskinn fra Frå Manens Lom, ikke manen.")]}
    assert found(pages, lists, ["Lom"]) == [
        "/: «ikke» står ikke i ordboken for bokmål.",
        "/: «manen» står ikke i ordboken for bokmål.",
    ]


def test_a_form_that_is_not_used_is_found_though_the_dictionary_has_it() -> None:
    lists = Lists(forms={"nb": {"fra": "ifra"}})
    pages = {f"/{n}/": [Text("nb", "Fra månen")] for n in range(3)}
    assert found(pages, lists) == ["/0/, /1/ og 1 til: «Fra» brukes ikke på bokmål her. Skriv «ifra»."]


def test_lists_do_not_rot() -> None:
    lists = Lists({"nb": frozenset(["gammelt", "månen", "nytt"])}, frozenset(["Borte", "En", "Lom", "Ny Måne"]))
    derived = frozenset(["Lom"])
    pages = {"/": [Text("nb", "Månen skinner, nytt fra Lom. En Ny Måne")]}
    words = vocabulary(pages, derived | lists.names)
    assert list(superfluous(words, lists, unknown, derived)) == [
        "ord-nb.txt: «gammelt» står ikke på noen side.",
        "ord-nb.txt: «månen» står i ordboken.",
        "navn.txt: «Borte» står ikke på noen side.",
        "navn.txt: «En» ville gått gjennom uten.",
        "navn.txt: «Lom» står i dataene.",
    ]


def test_a_dictionary_that_takes_both_forms_is_told() -> None:
    told = list(
        cannot_judge(Vocabulary({"sv": {"månen": ("/",)}}, {}), lambda words, lang: frozenset(words) - {"ikkje"})
    )
    assert told == ["/: språket «sv» har ingen ordbok.", "Ordboken for bokmål godtar «ikkje», så den kan ikke brukes."]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("ord-nb.txt", "b\na\n", "ord-nb.txt: «a» skal stå i alfabetisk rekkefølge"),
        ("navn.txt", "a\na\n", "navn.txt: «a» skal stå"),
        ("former-nb.txt", "frå\n", "«frå» skal være formen, kolon"),
    ],
)
def test_a_faulty_list_is_told(tmp_path: Path, name: str, text: str, says: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=says):
        read_lists(tmp_path)


def test_the_projects_lists_can_be_read() -> None:
    lists = read_lists(norwegian.LISTS)
    assert lists.words["nb"]
    assert lists.words["nn"]
    for forms in lists.forms.values():
        assert not forms.keys() & forms.values()
