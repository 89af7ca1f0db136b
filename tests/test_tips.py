"""«Tips oss om et eksempel»: one form in both forms of Norwegian, that makes an e-mail and loses nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import samanom
from accessibility import faults
from browsing import SCHEMES, Scheme, Window, served
from built import catalog, parse, site, tiny_site
from playwright.sync_api import Browser, Page, expect
from samanom.model import Example
from samanom.render import Writer
from samanom.render.tips import groups

DAY = dt.date(2014, 5, 13)
NB, NN = "eksempler/tips/", "eksempler/tips/nynorsk/"
SAME = ("type", "id", "required", "autocomplete", "rows", "readonly")
"""What two forms of the same questions have alike; words differ."""


class Form(HTMLParser):
    """The questions of a page's own form."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields: list[tuple[str, dict[str, str]]] = []
        self.labels: list[tuple[str, str]] = []
        """What each is for, and its words."""
        self._within = False
        self.feed(html[html.index("data-tips") - 400 : html.rindex("</form>")])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in attrs}
        if tag in ("input", "textarea", "select", "fieldset", "button"):
            self.fields.append((tag, about))
        if tag in ("label", "legend"):
            self.labels.append((about.get("for", ""), ""))
            self._within = True

    def handle_endtag(self, tag: str) -> None:
        self._within = self._within and tag not in ("label", "legend")

    def handle_data(self, data: str) -> None:
        if self._within:
            about, words = self.labels[-1]
            self.labels[-1] = about, f"{words} {data}".strip()

    @property
    def shape(self) -> list[tuple[str, ...]]:
        return [(tag, *(about.get(name, "-") for name in SAME)) for tag, about in self.fields]

    @property
    def named(self) -> dict[str, dict[str, str]]:
        """The fields that one writes in, by id."""
        return {about["id"]: about for tag, about in self.fields if tag in ("input", "textarea") and "id" in about}


def built(root: Path) -> dict[str, str]:
    """The body of the form in both forms of Norwegian, by address."""
    return {page.path: page.body for page in samanom.build(root, DAY).pages if page.kind == "tips"}


def change(root: Path, old: str, new: str) -> None:
    programme = root / "data/programme.yaml"
    text = programme.read_text(encoding="utf-8")
    assert old in text
    programme.write_text(text.replace(old, new, 1), encoding="utf-8")


def doors(html: str) -> list[str]:
    """The e-mails that a page leads to."""
    return [link for link in parse(html).links if link.startswith("mailto:")]


def receivers(html: str) -> set[str]:
    """Whom they are to."""
    return {urlsplit(link).path for link in doors(html)}


@pytest.fixture
def bodies(tiny: Path) -> dict[str, str]:
    return built(tiny)


def test_both_forms_of_norwegian_ask_the_same(bodies: dict[str, str]) -> None:
    bokmal, nynorsk = Form(bodies[NB]), Form(bodies[NN])
    assert set(bodies) == {NB, NN}
    assert len(bokmal.shape) > 20
    assert bokmal.shape == nynorsk.shape
    assert [about for about, _ in bokmal.labels] == [about for about, _ in nynorsk.labels]
    assert ("ikke", "Hva gikk ikke") in bokmal.labels
    assert any(words.startswith("Kva gjekk ikkje") for _, words in nynorsk.labels)
    without = re.sub(r'<textarea rows="4" id="rad"[^>]*></textarea>', "", bodies[NN])
    assert Form(without).shape != bokmal.shape


def test_the_questions_are_the_headings_of_an_example(bodies: dict[str, str]) -> None:
    asked = set(Form(bodies[NB]).named) | {about.get("id", "") for _, about in Form(bodies[NB]).fields}
    assert {*Example.headings, *Example.parts} <= asked
    for path, lang in ((NB, "nb"), (NN, "nn")):
        told = dict(Form(bodies[path]).labels)
        for id, names in (*Example.headings.items(), *Example.parts.items()):
            assert id == "forankring" or told[id].startswith(names[lang])


def test_every_heading_has_a_line_of_guidance_in_both_forms(tiny: Path) -> None:
    writer = Writer(samanom.read(tiny), tiny / "theme", DAY)
    hints = {lang: {f.id: f.hint for g in groups(writer.words(lang), lang) for f in g.fields} for lang in ("nb", "nn")}
    for id in Example.headings:
        assert hints["nb"][id], id
        assert hints["nn"][id], id
        assert hints["nb"][id] != hints["nn"][id], id


def test_each_field_has_a_label_and_says_when_it_must_be_filled_in(bodies: dict[str, str]) -> None:
    for html in bodies.values():
        form = Form(html)
        told = {about: words for about, words in form.labels if about}
        assert set(told) == set(form.named)
        for id, about in form.named.items():
            assert ("required" in about) == bool(re.search(r"må fyll(es|ast) ut", told[id])), id
            described = about.get("aria-describedby", "").split()
            assert all(f'id="{each}"' in html for each in described), id
            assert (f"{id}-feil" in described) == ("required" in about), id
        assert {id: about["autocomplete"] for id, about in form.named.items() if "autocomplete" in about} == {
            "navn": "name",
            "epost": "email",
            "telefon": "tel",
        }


def test_each_leads_to_the_other(bodies: dict[str, str]) -> None:
    assert "nynorsk/" in parse(bodies[NB]).links
    assert "../" in parse(bodies[NN]).links


def test_the_email_goes_to_the_secretariat_while_the_programme_lasts(bodies: dict[str, str]) -> None:
    for html in bodies.values():
        assert receivers(html) == {"sekretariatet@maanefisk.example"}
        assert 'data-to="sekretariatet@maanefisk.example"' in html
        assert "avslutt" not in html


def test_after_the_programme_nobody_is_promised_an_answer(tiny: Path) -> None:
    change(tiny, "status: ongoing", "status: ended")
    for html in built(tiny).values():
        assert receivers(html) == {""}
        assert 'data-to=""' in html
        assert re.search(r"sekretariatet@maanefisk\.example \(oppgitt i .*kontrollert april 2014\)", html)
        assert "avslutt" in html


def test_without_an_address_the_sender_says_whom_it_is_for(tiny: Path) -> None:
    change(tiny, "      email: sekretariatet@maanefisk.example\n", "")
    for html in built(tiny).values():
        assert receivers(html) == {""}
        assert 'data-to=""' in html


def test_the_programme_itself_says_that_its_address_is_old() -> None:
    assert catalog().programme.ended
    for path in (NB, NN):
        main = (site() / path / "index.html").read_text(encoding="utf-8").split("<main")[1].split("</main>")[0]
        assert receivers(main) == {""}
        assert 'data-to=""' in main
        assert re.search(r"sekretariatet@samanom\.no \(oppgitt i .*(ikke|ikkje) kontrollert (siden|sidan)\)", main)


def test_the_form_as_text_asks_all_of_it(tiny: Path) -> None:
    files = {asset.path: asset.content for asset in samanom.build(tiny, DAY).assets}
    for path, html in built(tiny).items():
        lines = files[f"{path}mal.txt"].splitlines()
        for name in {about["name"] for about in Form(html).named.values() if "name" in about}:
            assert any(line.removesuffix(" (må fylles ut)").removesuffix(" (må fyllast ut)") == name for line in lines)


def test_the_form_is_found(bodies: dict[str, str]) -> None:
    for folder in (site(), tiny_site()):
        html = (folder / "eksempler/index.html").read_text(encoding="utf-8")
        assert html.split("<main")[1].split("</main>")[0].count('href="tips/"') == 1
        assert html.split("<footer")[1].count('href="tips/"') == 1


def test_the_email_with_the_questions_asks_all_of_them(bodies: dict[str, str]) -> None:
    for html in bodies.values():
        asked = parse_qs(urlsplit(doors(html)[0]).query)["body"][0].split("\r\n\r\n\r\n")
        assert asked == list(dict.fromkeys(about["name"] for _, about in Form(html).fields if "name" in about))
        assert len(doors(html)[0]) < 1900


@pytest.fixture(scope="module")
def tiny_url() -> Iterator[str]:
    with served(tiny_site()) as address:
        yield address


ANSWERS = {
    "tittel": "Vi sov & fisket",
    "kommune": "Fiskevik",
    "tiltak": "Først søvn.\nSå fisk: «æøå» 🐟",
    "rad": "Sov.",
}


def fill(page: Page, **answers: str) -> None:
    for id, answer in (ANSWERS | answers).items():
        page.locator(f"#{id}").fill(answer)


def make(page: Page) -> None:
    """Presses the button; the e-mail that it would open is not opened."""
    page.evaluate("document.querySelector('[data-epost]').addEventListener('click', event => event.preventDefault())")
    page.locator("form.tips [type=submit]").click()


def written(page: Page) -> tuple[str, dict[str, str]]:
    """Whom the e-mail is to, and its fields."""
    parts = urlsplit(page.locator("[data-epost]").get_attribute("href") or "")
    return parts.path, {name: value for name, [value] in parse_qs(parts.query).items()}


def test_the_answers_become_an_email(phone: Page, tiny_url: str) -> None:
    phone.goto(f"{tiny_url}/{NN}")
    fill(phone)
    phone.get_by_label("Månesjuke").check()
    phone.get_by_label("Fiskelukke").check()
    make(phone)
    expect(phone.get_by_role("heading", name="Teksten er klar")).to_be_visible()
    text = phone.locator("#teksten").input_value()
    assert text == (
        "KVA EKSEMPELET HANDLAR OM\nVi sov & fisket\n\nKOMMUNE\nFiskevik\n\nTEMA\nMånesjuke, Fiskelukke\n\n"
        "TILTAK\nFørst søvn.\nSå fisk: «æøå» 🐟\n\nRÅD TIL ANDRE\nSov.\n"
    )
    whom, fields = written(phone)
    assert whom == "sekretariatet@maanefisk.example"
    assert fields["subject"] == "Tips oss om eit eksempel: Fiskevik"
    assert fields["body"] == text.replace("\n", "\r\n").removesuffix("\r\n") or fields["body"] == text.replace(
        "\n", "\r\n"
    )


def test_a_long_text_is_copied_and_nothing_is_lost(browser: Browser, tiny_url: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=tiny_url)
    page = context.new_page()
    page.goto(f"{tiny_url}/{NB}")
    long = "Vi fisket æ. " * 200
    fill(page, resultat=long)
    make(page)
    expect(page.locator("[data-svar]")).to_contain_text("Kopier teksten")
    assert "body" not in written(page)[1]
    page.get_by_role("button", name="Kopier teksten").click()
    expect(page.locator("[data-kopiert]")).to_have_text("Teksten er kopiert.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#teksten").input_value()
    assert long.strip() in copied
    assert page.locator("#resultat").input_value() == long
    context.close()


def test_where_nothing_may_be_copied_the_text_is_marked(phone: Page, tiny_url: str) -> None:
    phone.goto(f"{tiny_url}/{NB}")
    phone.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    fill(phone)
    make(phone)
    phone.get_by_role("button", name="Kopier teksten").click()
    expect(phone.locator("[data-kopiert]")).to_contain_text("trykk Ctrl og C")
    assert phone.evaluate("getSelection().toString() || document.activeElement.value").startswith("HVA EKSEMPELET")


def test_what_is_missing_is_told_at_its_place(phone: Page, tiny_url: str) -> None:
    phone.goto(f"{tiny_url}/{NN}")
    fill(phone, kommune=" ")
    make(phone)
    field = phone.locator("#kommune")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(phone.locator("#kommune-feil")).to_have_text("Skriv noko under «Kommune».")
    expect(phone.locator("#tiltak-feil")).to_be_hidden()
    expect(phone.locator("#ferdig")).to_be_hidden()
    assert phone.locator("#rad").input_value() == "Sov."
    field.fill("Fiskevik")
    expect(phone.locator("#kommune-feil")).to_be_hidden()
    assert field.get_attribute("aria-invalid") is None


def missing(page: Page) -> None:
    page.locator("form.tips [type=submit]").click()


def ready(page: Page) -> None:
    fill(page)
    make(page)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("state", [missing, ready])
@pytest.mark.parametrize("path", [NB, NN])
def test_axe_finds_nothing_in_any_state(
    browser: Browser, url: str, path: str, state: Callable[[Page], None], scheme: Scheme
) -> None:
    page = Window(390, scheme).context(browser).new_page()
    page.goto(f"{url}/{path}")
    state(page)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.context.close()


def test_a_form_whose_script_fails_sends_nothing_and_loses_nothing(phone: Page, tiny_url: str) -> None:
    phone.route("**/tips.js", lambda route: route.abort())
    phone.goto(f"{tiny_url}/{NB}")
    fill(phone)
    asked = list[str]()
    phone.on("request", lambda request: asked.append(request.url))
    phone.locator("form.tips [type=submit]").click()
    expect(phone.locator("#rad")).to_have_value("Sov.")
    assert phone.url == f"{tiny_url}/{NB}"
    assert asked == []
    phone.evaluate("() => document.querySelector('form.tips').setAttribute('method', 'get')")
    with phone.expect_request("**/tips/?*"):
        phone.locator("form.tips [type=submit]").click()


def test_without_scripts_there_is_an_email_and_no_form(browser: Browser, tiny_url: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{tiny_url}/{NN}")
    expect(page.locator("form.tips")).to_be_hidden()
    expect(page.locator("main noscript p")).to_be_visible()
    expect(page.get_by_role("link", name="Opne ein e-post med spørsmåla")).to_be_visible()
    page.close()
