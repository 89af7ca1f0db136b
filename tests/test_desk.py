"""The desk as the secretariat uses it: the real editor and server of files, and a copy of the made-up programme."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from built import ROOT, TINY, copy_project
from playwright.sync_api import Browser, Locator, Page, expect
from samanom.markup import to_html
from samanom.model import CONTENT

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cfc0f01f00050001ff89993d1d0000000049454e44ae426082"
)
"""A PNG of one pixel."""
PATIENCE = 120
"""Seconds until something saved must be told of: a build is in it."""


@dataclass(frozen=True)
class Desk:
    """A desk that is open."""

    root: Path
    address: str

    def told(self) -> dict[str, object]:
        with urllib.request.urlopen(f"{self.address}/admin/kontroll.json") as answer:
            return dict(json.load(answer))

    @contextmanager
    def after_saving(self, state: str) -> Iterator[None]:
        """What is done inside is saved, and the desk has said so."""
        before = int(str(self.told()["number"]))
        yield
        for _ in range(PATIENCE * 5):
            told = self.told()
            if int(str(told["number"])) > before and told["state"] != "bygger":
                assert told["state"] == state, told
                return
            time.sleep(0.2)
        raise AssertionError(f"not told within {PATIENCE} seconds: {self.told()}")

    def text(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    root = copy_project(tmp_path_factory.mktemp("desk") / "project", TINY)
    (root / ".venv").symlink_to(ROOT / ".venv")
    settings = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    settings |= {"SOURCE_DATE_EPOCH": "1400000000"}
    fmt = [sys.executable, "-m", "samanom", "fmt"]
    subprocess.run(fmt, cwd=root, env=settings, check=True, capture_output=True)
    command = [sys.executable, "-m", "samanom", "desk", "--port", "0"]
    with subprocess.Popen(command, cwd=root, env=settings, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield opened(process, root)
        finally:
            process.terminate()
            assert process.wait(30) == 130, "what the desk started was not stopped with it"


def opened(process: subprocess.Popen[str], root: Path) -> Desk:
    """The desk once its first site is built; something is saved before it is."""
    assert process.stdout
    address = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
    assert address
    desk = Desk(root, address[0])
    with urllib.request.urlopen(f"{desk.address}/admin/") as first:
        assert "Nettstedet bygges for første gang" in first.read().decode()
    while not str(desk.told()["text"]).startswith("Ingen feil. Bygger"):
        time.sleep(0.1)
    with desk.after_saving("ok"):
        (root / "data/terms.yaml").write_bytes((root / "data/terms.yaml").read_bytes())
    return desk


@pytest.fixture
def editor(browser: Browser, desk: Desk) -> Iterator[Page]:
    """The editor, entered; nothing it does reaches another host or breaks its policy."""
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    strange: list[str] = []
    page.on("request", lambda request: strange.append(request.url) if is_outside(request.url, desk) else None)
    page.on("console", lambda message: strange.append(message.text) if "Security Policy" in message.text else None)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{desk.address}/admin/")
    page.get_by_role("button", name="Begynn å redigere").click()
    page.get_by_role("heading", name="Nyhetsbrev").wait_for()
    yield page
    page.close()
    assert strange == []


def is_outside(url: str, desk: Desk) -> bool:
    return not url.startswith((f"{desk.address}/", "data:", "blob:"))


def go(page: Page, desk: Desk, where: str) -> None:
    page.goto(f"{desk.address}/admin/#/collections/{where}")


def pick(page: Page, label: str, text: str) -> None:
    page.get_by_label(label, exact=True).fill(text)
    page.get_by_role("option", name=text).first.click()


def save(page: Page) -> None:
    page.get_by_role("button", name="Lagre", exact=True).click()
    page.get_by_role("menuitem", name="Lagre nå").click()


def retype(page: Page, field: Locator, text: str) -> None:
    """As a person does: Decap puts the cursor back where a field was left."""
    field.click()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def write(page: Page, text: str) -> None:
    body = page.locator("[contenteditable=true]").last
    body.click()
    page.keyboard.type(text)


def test_a_phone_number_is_corrected_and_a_mistake_is_told(editor: Page, desk: Desk) -> None:
    before = f"# Alle vi kjenner.\n{desk.text('data/people.yaml')}"
    with desk.after_saving("ok"):
        (desk.root / "data/people.yaml").write_text(before, encoding="utf-8")
    phone = opened_phone(editor, desk)
    phone.fill("00 00 00 0")
    save(editor)
    expect(editor.get_by_text("Telefon: Skriv åtte sifre, f.eks. 22 24 90 90.")).to_be_visible()
    assert desk.text("data/people.yaml") == before

    retype(editor, phone, "00 00 00 07")
    with desk.after_saving("ok"):
        save(editor)
    assert desk.text("data/people.yaml") == before.replace("00 00 00 01", "00 00 00 07")
    expect(editor.locator("#kontroll")).to_contain_text("Alt stemmer")
    contacts = (desk.root / "site/kontakt/index.html").read_text(encoding="utf-8")
    assert "00 00 00 07" in contacts.replace("\u00a0", " ").replace("&nbsp;", " ")


def test_a_newsletter_with_a_picture_is_published(editor: Page, desk: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "Sovande fisk.png"
    picture.write_bytes(PICTURE)
    go(editor, desk, "nyhetsbrev/new")
    editor.get_by_label("Tittel").fill("Månebrevet nr. 2: ein sovande fisk")
    pick(editor, "Målform", "Nynorsk")
    editor.get_by_label("Sammendrag").fill("Om ein fisk som vart teikna medan han sov i lyset frå månen.")
    editor.get_by_label("År", exact=True).fill("2014")
    editor.get_by_label("Nummer").fill("2")
    editor.get_by_label("Dato", exact=True).fill("2014-05-06")
    editor.get_by_label("Nyheter i brevet (kan stå tomt)").fill("Fisken")
    editor.get_by_role("option", name="Fisken er komen").click()
    pick(editor, "Kilder (kan stå tomt)", "Månefisk – et prøvehefte")
    write(editor, "Snorkefisken er teikna.")
    editor.keyboard.press("Enter")
    editor.get_by_role("button", name="Sett inn").click()
    editor.get_by_role("menuitem", name="Bilde").click()
    editor.get_by_role("button", name="Velg et bilde").click()
    editor.locator("input[type=file]").first.set_input_files(picture)
    editor.get_by_text("sovande-fisk.png").first.wait_for()
    editor.get_by_role("button", name="Velg markert").click()
    editor.get_by_label("Hva bildet viser").fill("Ein fisk som søv")
    with desk.after_saving("ok"):
        save(editor)

    text = desk.text("content/nyhetsbrev/2014-2.md")
    assert "![Ein fisk som søv](/bilder/sovande-fisk.png)" in text
    assert (desk.root / "content/bilder/sovande-fisk.png").read_bytes() == PICTURE
    page = (desk.root / "site/nyhetsbrev/2014-2/index.html").read_text(encoding="utf-8")
    assert 'alt="Ein fisk som søv"' in page
    assert "Månebrevet nr. 2" in (desk.root / "site/nyhetsbrev/index.html").read_text(encoding="utf-8")
    editor.goto(f"{desk.address}/sok/?q=snorkefisken")
    expect(editor.locator("#treff a").first).to_have_attribute("href", re.compile(r"nyhetsbrev/2014-2/$"))
    assert fmt_finds_nothing(desk)


def test_a_temadag_is_published(editor: Page, desk: Desk) -> None:
    go(editor, desk, "temadager/new")
    editor.get_by_label("Tittel").fill("Måneskinnsdagen i Fiskevik")
    pick(editor, "Målform", "Bokmål")
    editor.get_by_label("Sammendrag").fill("En dag om lys for alle som ikke får sove om natten.")
    pick(editor, "Kommuner", "Fiskevik")
    editor.get_by_label("Dato", exact=True).fill("2014-03-02")
    pick(editor, "Kilder", "Månefisk – et prøvehefte")
    write(editor, "Dagen ble holdt utendørs.")
    with desk.after_saving("ok"):
        save(editor)
    assert (desk.root / "site/temadager/maneskinnsdagen-i-fiskevik/index.html").exists()
    assert "kommuner: [fiskevik]" in desk.text("content/temadager/maneskinnsdagen-i-fiskevik.md")
    assert fmt_finds_nothing(desk)


def test_an_example_with_an_indicator_is_published_once_its_faults_are_mended(editor: Page, desk: Desk) -> None:
    go(editor, desk, "eksempler/new")
    editor.get_by_label("Tittel").fill("Delemark teller sauer")
    pick(editor, "Målform", "Bokmål")
    editor.get_by_label("Sammendrag").fill("Delemark lot nattevaktene telle sauer og målte hvor mange de rakk.")
    editor.get_by_role("button", name="Ny: deltaker").click()
    pick(editor, "Deltaker", "Delemark")
    pick(editor, "Temaer", "Månesyke")
    pick(editor, "Forhold til programmet", "I programmet")
    pick(editor, "Dokumentasjon", "Resultat fortalt, uten tallpar")
    editor.get_by_role("button", name="Ny: måltall").click()
    editor.get_by_label("Id", exact=True).fill("sauer")
    editor.get_by_label("Navn", exact=True).fill("Sauer")
    editor.get_by_label("Enhet", exact=True).fill("sauer")
    pick(editor, "Hva er bedre?", "At det blir høyere")
    editor.get_by_role("button", name="Ny: målepunkt").click()
    pick(editor, "Rolle", "Etter")
    editor.get_by_label("Verdi", exact=True).fill("12")
    editor.get_by_label("Tid (kan stå tomt)").fill("2013")
    pick(editor, "Kilde", "Månefisk – et prøvehefte")
    editor.get_by_label("Kildens ord", exact=True).fill("Nattevaktene telte elleve sauer i 2013.")
    editor.get_by_role("switch").last.click()
    body = editor.locator("[contenteditable=true]").last
    body.click()
    editor.keyboard.press("Control+A")
    editor.keyboard.type("## Resultat\n\nDe telte.\n")
    pick(editor, "Kilder", "Månefisk – et prøvehefte")
    title = editor.get_by_label("Tittel")
    retype(editor, title, "")
    editor.keyboard.press("Delete")
    editor.get_by_label("Kilder", exact=True).scroll_into_view_if_needed()
    save(editor)
    expect(editor.get_by_text("Tittel må fylles ut.")).to_be_in_viewport()
    retype(editor, title, "Delemark teller sauer")
    with desk.after_saving("feil"):
        save(editor)
    told = editor.locator("#kontroll")
    expect(told).to_contain_text("Eksempel «Delemark teller sauer» › Måltall 1 › Målepunkt 1 › Kildens ord")
    expect(told).to_contain_text("tallet 12 står ikke i «Kildens ord»")
    assert not (desk.root / "site/eksempler/delemark-teller-sauer").exists()

    editor.get_by_role("button", name="Sauer").click()
    editor.get_by_role("button", name="12", exact=True).click()
    retype(editor, editor.get_by_label("Kildens ord", exact=True), "Nattevaktene telte 12 sauer i 2013.")
    with desk.after_saving("ok"):
        save(editor)
    expect(told).to_contain_text("Alt stemmer")
    page = (desk.root / "site/eksempler/delemark-teller-sauer/index.html").read_text(encoding="utf-8")
    assert "Sauer" in page
    assert fmt_finds_nothing(desk)


def test_one_word_more_changes_nothing_else_of_any_kind_of_page(editor: Page, desk: Desk) -> None:
    """In rich text, where Decap writes the Markdown of the whole page anew."""
    paths = [path for kind in CONTENT for path in sorted((desk.root / "content" / kind).glob("*.md"))]
    paths += [desk.root / "content/handbok/kom-i-gang.md", desk.root / "content/om-proven.md"]
    tried = set()
    for path in paths:
        before = path.read_text(encoding="utf-8")
        if not parted(before)[1]:
            continue
        tried.add(path.parent.name)
        editor.goto("about:blank")
        go(editor, desk, f"{collection(path)}/entries/{path.stem}")
        first = editor.locator("[data-slate-editor=true] p").first
        first.click(position={"x": 3, "y": 8})
        editor.keyboard.press("Home")
        editor.keyboard.insert_text("Nymåne ")
        save(editor)
        expect(editor.get_by_text("Endringer lagret")).to_be_visible()
        fields, body = parted(path.read_text(encoding="utf-8"))
        assert fields == parted(before)[0], path
        assert "Nymåne " in body, path
        assert html(body.replace("Nymåne ", "", 1)) == html(parted(before)[1]), path
    assert {*CONTENT, "handbok", "content"} == tried


def parted(text: str) -> tuple[str, str]:
    """The fields of a page, and what is written below them."""
    fields, _, body = text.partition("\n---\n")
    return fields, body.strip()


def html(body: str) -> str:
    return to_html(body, lambda source: source, lambda kind, name, text: f"<p>{kind} {name} {text}</p>")


def collection(path: Path) -> str:
    """What the editor calls the list that a page is in."""
    folder = path.parent.name
    return folder if folder in CONTENT else "sider" if folder == "content" else f"sider-{folder}"


def fmt_finds_nothing(desk: Desk) -> bool:
    """Whether what the editor wrote is in the form of the formatter."""
    command = [sys.executable, "-m", "samanom", "fmt", "--check"]
    return subprocess.run(command, cwd=desk.root, capture_output=True, check=False).returncode == 0


def test_what_someone_else_has_saved_since_is_not_written_over(editor: Page, desk: Desk) -> None:
    phone = opened_phone(editor, desk)
    theirs = f"# Noen andre var her.\n{desk.text('data/people.yaml')}"
    with desk.after_saving("ok"):
        (desk.root / "data/people.yaml").write_text(theirs, encoding="utf-8")
    retype(editor, phone, "00 00 00 17")
    save(editor)
    expect(editor.get_by_text("Noen har lagret den samme filen etter at du åpnet den")).to_be_visible()
    assert desk.text("data/people.yaml") == theirs

    editor.goto("about:blank")
    phone = opened_phone(editor, desk)
    for number in ("00 00 00 18", "00 00 00 19"):
        retype(editor, phone, number)
        with desk.after_saving("ok"):
            save(editor)
        assert number in desk.text("data/people.yaml")


def opened_phone(editor: Page, desk: Desk) -> Locator:
    go(editor, desk, "folk/entries/people")
    editor.get_by_role("button", name="Kari Testesen").click()
    editor.get_by_role("button", name=re.compile("00 00 00 ")).first.click()
    return editor.get_by_label("Telefon (kan stå tomt)")


def test_a_link_that_leads_nowhere_is_told_where_it_stands(desk: Desk) -> None:
    page = desk.root / "content/nyheter/fisken-er-komen.md"
    sound = page.read_text(encoding="utf-8")
    with desk.after_saving("feil"):
        page.write_text(f"{sound}\n[Fisk](/finst-ikkje/)\n", encoding="utf-8")
    [problem] = json.loads(json.dumps(desk.told()["problems"]))
    assert problem["place"].endswith("› Tekst › «[Fisk](/finst-ikkje/)»")
    assert problem["file"].startswith("content/nyheter/fisken-er-komen.md:")
    with desk.after_saving("ok"):
        page.write_text(sound, encoding="utf-8")


def test_a_port_in_use_is_told(desk: Desk) -> None:
    port = desk.address.rpartition(":")[2]
    command = [sys.executable, "-m", "samanom", "desk", "--port", port]
    done = subprocess.run(command, cwd=desk.root, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert f"port {port}" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("host", "kind", "path"),
    [
        ("evil.example", "application/json", "/admin/api/v1"),
        (None, "text/plain", "/admin/api/v1"),
        (None, "application/json", "/api/v1"),
    ],
)
def test_other_sites_cannot_reach_the_files(desk: Desk, host: str | None, kind: str, path: str) -> None:
    request = urllib.request.Request(f"{desk.address}{path}", b'{"action": "info"}', {"Content-Type": kind})
    if host:
        request.add_header("Host", host)
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == 403
    refused.value.close()
