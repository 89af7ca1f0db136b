"""New pages, events and people: from options, from questions, and by people who change their minds."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from built import catalog
from samanom import read
from samanom.__main__ import main
from samanom.desk.choices import choices, meant, nearly
from samanom.desk.guidance import guided
from samanom.model import Example, Newsletter, Temadag

Answering = Callable[..., int]

PAGE = ("--title", "Ein ny dag", "--lang", "nn", "--summary", "Ein oppdikta dag om fisk og måne i Fiskevik.")
GIVEN = {
    "nyhetsbrev": (
        *PAGE,
        *("--year", "2015", "--number", "1", "--date", "2015-03", "--articles", "ny-mane", "--sources", "maneposten"),
    ),
    "eksempel": (
        *(*PAGE, "--participant", "Fiskevik, ovre-provedal", "--themes", "månesyke", "--project", "fiskevik-1"),
        *("--relation", "during", "--documentation", "underveis", "--sources", "maneposten"),
    ),
    "temadag": (*PAGE, "--kommuner", "Fiskevik", "--date", "ukjent", "--sources", "maneposten,proveheftet"),
    "hendelse": (
        *("--title", "Møte: om fisk", "--kind", "møte", "--start", "2015", "--networks", "Månesyke Nord"),
        *("--sources", "Månefisk – et prøvehefte"),
    ),
    "person": (
        *("--name", "Åse Oppdiktet", "--role", "Leder", "--body", "maneradet", "--source", "maneposten"),
        *("--phone", "00 00 00 03"),
    ),
}
WRITTEN = {
    "nyhetsbrev": "content/nyhetsbrev/2015-1.md",
    "eksempel": "content/eksempler/fiskevik-manesyke.md",
    "temadag": "content/temadager/ein-ny-dag.md",
    "hendelse": "data/events.yaml",
    "person": "data/people.yaml",
}


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Answering:
    """Runs the command for someone at a terminal with these answers; an exception is what they do instead."""

    def run(root: Path, *command: str, answers: Iterator[str | type[BaseException]]) -> int:
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
        monkeypatch.setattr("builtins.input", lambda prompt: said(prompt, next(answers)))
        return main(["--rot", str(root), "new", *command])

    return run


def said(prompt: str, answer: str | type[BaseException]) -> str:
    print(prompt, end="")
    if not isinstance(answer, str):
        raise answer
    return answer


@pytest.mark.parametrize("word", GIVEN)
def test_from_options(word: str, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = len(read(tiny).content)
    assert new(tiny, word) == 0
    out = capsys.readouterr().out
    assert f"Skrevet: {WRITTEN[word]}\n" in out and "samanom check" in out and "make site" in out
    assert main(["--rot", str(tiny), "check"]) == 0
    assert main(["--rot", str(tiny), "fmt", "--check", str(tiny / WRITTEN[word])]) == 0
    assert len(read(tiny).content) == pages


def test_what_is_written(tiny: Path) -> None:
    for word in GIVEN:
        assert new(tiny, word) == 0
    found = read(tiny)
    [event] = [each for each in found.events if each.id == "mote-om-fisk"]
    assert (event.title, event.networks, event.sources) == ("Møte: om fisk", ("manesyke-nord",), ("proveheftet",))
    person = found.people["ase-oppdiktet"]
    assert (person.roles[0].body, person.contacts[0].tel, person.contacts[0].source) == (
        *("maneradet", "tel:+4700000003"),
        "maneposten",
    )
    text = (tiny / WRITTEN["eksempel"]).read_text(encoding="utf-8")
    assert text.startswith(
        "---\ntitle: Ein ny dag\nlang: nn\nsummary: Ein oppdikta dag om fisk og måne i Fiskevik.\n"
        "participants:\n  - participant: fiskevik\n  - participant: ovre-provedal\nproject: fiskevik-1\n"
        "themes: [manesyke]\nrelation: during\ndocumentation: underveis\nsources: [maneposten]\ndraft: true\n---\n\n"
        "## Behov\n\n<!-- Rettleiing: "
    )


@pytest.mark.parametrize("model", [Example, Newsletter, Temadag])
def test_each_heading_has_a_line_of_guidance(model: type[Example]) -> None:
    for lang, mark in (("nb", "<!-- Veiledning: "), ("nn", "<!-- Rettleiing: ")):
        blocks = [block for block in guided(model, lang).split("\n\n") if not block.startswith("## ")]
        assert all(block.startswith(mark) and "\n" not in block.strip() for block in blocks)
        headings = [line[3:] for line in guided(model, lang).splitlines() if line.startswith("## ")]
        assert len(blocks) == max(1, len(headings))
        assert not model.headings or headings == [heading[lang] for heading in model.headings.values()]


def test_nothing_is_overwritten(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for word in GIVEN:
        assert new(tiny, word) == 0
    before = everything(tiny)
    for word, option, told in (
        ("nyhetsbrev", (), "--number: filen finnes fra før."),
        ("temadag", ("--id", "ein-ny-dag"), "--id: filen finnes fra før."),
        ("hendelse", ("--id", "mote-om-fisk"), "--id: id-en «mote-om-fisk» er i bruk."),
        ("person", ("--id", "ase-oppdiktet"), "--id: id-en «ase-oppdiktet» er i bruk."),
    ):
        capsys.readouterr()
        assert new(tiny, word, *option) == 2
        assert told in capsys.readouterr().err
    assert everything(tiny) == before
    assert new(tiny, "person") == 0
    assert "ase-oppdiktet-2" in read(tiny).people


def test_what_is_missing_is_listed(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(tiny)
    assert main(["--rot", str(tiny), "new", "person", "--name", "A", "--phone", "123"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "--role mangler: Rolle. Tittel eller oppgave, f.eks. Nettverksleder.",
        "--source mangler: Kilde. Hvor det står.",
        "--phone: «123» er ikke et telefonnummer. Skriv åtte sifre, f.eks. 22 24 90 90.",
    ]
    assert everything(tiny) == before


def test_what_does_not_fit_together_is_told(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ("--title", "A", "--kind", "møte", "--sources", "maneposten")
    assert main(["--rot", str(tiny), "new", "hendelse", *given, "--start", "2015", "--end", "2014"]) == 2
    expected = "--end: fra 2015 til 2014 er ingen hendelse. Skriv end lik eller senere enn start.\n"
    assert capsys.readouterr().err == expected


def test_from_questions(tiny: Path, answering: Answering, capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong answers are asked anew, with the record's own words; numbers stand for what was listed."""
    answers = iter(
        [
            *("", "Fiskevik sov 40 prosent betre", "nynorsk", "2", "Korleis Fiskevik sov betre."),
            *("fiskvik", "1", "tøv", "", "1", "x", "during", "rapportert", "?", "3, 1", "Ikkje ein id", ""),
            "Fiskevik sov betre",
        ]
    )
    assert answering(tiny, "eksempel", answers=answers) == 0
    out = capsys.readouterr().out
    for told in (
        "  Dette må være med.\n",
        "    2  nn  Nynorsk\n",
        "  «fiskvik» finnes ikke her. Mente du en av disse?\n    1  fiskevik  Fiskevik\n",
        "  → Fiskevik\n",
        "  «tøv» finnes ikke her. ",
        "  «Ikkje ein id» kan ikke være en id. Bruk små bokstaver",
        "> [fiskevik-manesyke] ",
        "tallet «40 prosent» står ikke på siden ellers. ",
    ):
        assert told in out
    text = (tiny / "content/eksempler/fiskevik-manesyke.md").read_text(encoding="utf-8")
    assert "title: Fiskevik sov betre\nlang: nn\n" in text and "sources: [maneposten, proveheftet]\n" in text
    assert main(["--rot", str(tiny), "check"]) == 0


def test_the_next_number_is_suggested(tiny: Path, answering: Answering) -> None:
    answers = iter(["Brev", "nb", "Et oppdiktet brev.", "", "", "2014-03", "", "maneposten"])
    assert answering(tiny, "nyhetsbrev", answers=answers) == 0
    assert (tiny / "content/nyhetsbrev/2014-2.md").exists()
    answers = iter(["Brev", "nb", "Et oppdiktet brev til.", "", "", "2014-04", "", "maneposten"])
    assert answering(tiny, "nyhetsbrev", answers=answers) == 0
    assert (tiny / "content/nyhetsbrev/2014-3.md").exists()


def test_options_are_not_asked_for(tiny: Path, answering: Answering) -> None:
    assert answering(tiny, "person", *GIVEN["person"], answers=iter(["", "", "ase"])) == 0
    assert "ase" in read(tiny).people


@pytest.mark.parametrize("stop", [KeyboardInterrupt, EOFError])
def test_who_stops_writes_nothing(
    stop: type[BaseException], tiny: Path, answering: Answering, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(tiny)
    assert answering(tiny, "hendelse", answers=iter(["Møte", "møte", stop])) == 130
    assert capsys.readouterr().err.endswith("Avbrutt. Ingenting er skrevet.\n")
    assert everything(tiny) == before


def test_a_list_that_is_not_there_yet(tiny: Path) -> None:
    (tiny / "data/events.yaml").unlink()
    assert new(tiny, "hendelse") == 0
    assert (tiny / "data/events.yaml").read_text(encoding="utf-8").startswith("events:\n  - id: mote-om-fisk\n")


def test_kommuner_go_by_every_name() -> None:
    """Those of then and of today, parts of them, and slips."""
    known = choices(catalog(), ("kommuner",))

    def ids(text: str) -> set[str]:
        return {choice.id for choice in meant(text, known)}

    assert ids("stavanger") == {"stavanger"} == ids("Stavanger")
    assert ids("Åfjord") == {"afjord"} == ids("afjord")
    assert ids("Indre Fosen") == {"rissa"}
    assert ids("Bø") == {"bo-telemark", "bo-nordland"}
    assert ids("porsgr") == {"porsgrunn"}
    assert ids("Porsgrun") == {"porsgrunn"}
    assert ids("Porskrunn") == set()
    assert nearly("Porskrunn", known)[0].id == "porsgrunn"


def new(root: Path, word: str, *more: str) -> int:
    """From options alone: the tests have no terminal."""
    return main(["--rot", str(root), "new", word, *GIVEN[word], *more])


def everything(root: Path) -> dict[Path, bytes]:
    return {
        path: path.read_bytes() for top in ("data", "content") for path in (root / top).rglob("*") if path.is_file()
    }
