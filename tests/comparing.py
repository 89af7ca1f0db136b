"""The same questions to other search engines over the same pages: Pagefind unfed, and Material's own search."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import quote

import samanom
from browsing import served
from built import ROOT, pages, run_mkdocs, site
from playwright.sync_api import Browser, Page, Worker
from samanom.clock import build_date
from samanom.export import export
from samanom.search.index import write_index
from searching import FOUND, SHOWN, Answer, Query, ask_all, score

Engine = Callable[[Browser, Sequence[Query]], tuple[Answer, ...]]
FEED = re.compile(r'<meta[^>]* data-pagefind-[^>]*>\n?| data-pagefind-weight="[^"]*"')
"""All that our pages tell the search engine, but for where the text of the page stands."""
MATERIAL = """
site_name: Material
theme: {name: material, language: nb, font: false}
plugins: [{search: {lang: "no"}}]
nav: [index.md]
not_in_nav: '*'
"""
ASK_PAGEFIND = """async ({ texts, most }) => {
  const engine = await import('/pagefind/pagefind.js')
  const found = []
  for (const text of texts) {
    const { results } = await engine.search(text)
    const shown = await Promise.all(results.slice(0, most).map(each => each.data()))
    found.push(shown.map(each => each.url))
  }
  return found
}"""
ASK_MATERIAL = """async texts => {
  const answers = []
  const post = self.postMessage
  self.postMessage = answer => answers.push(answer)
  for (const data of texts) self.dispatchEvent(new MessageEvent('message', { data: { type: 2, data } }))
  while (answers.length < texts.length) await new Promise(next => setTimeout(next))
  self.postMessage = post
  return answers.map(({ data }) => data.items.map(([first]) => `/${first.location.split('#')[0]}`))
}"""
"""Sends the worker of the page its own messages: a question, and what is found as sections by page."""


@cache
def unfed_site() -> Path:
    """The finished pages as they would be if nobody had thought of the search, and a page to search from."""
    folder = Path(tempfile.mkdtemp(prefix="unfed-"))
    for address, html in pages(site()):
        path = folder / address[1:] / ("index.html" if address.endswith("/") else "")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FEED.sub("", html), encoding="utf-8")
    write_index(folder)
    (folder / "search.html").write_text("<!doctype html><title>Pagefind</title>")
    return folder


@cache
def material_site() -> Path:
    """What Material for MkDocs makes of the exported pages, with the search that comes with it."""
    project = Path(tempfile.mkdtemp(prefix="material-"))
    export(samanom.build(ROOT, build_date(ROOT)), ROOT / "content", project / "docs")
    (project / "mkdocs.yml").write_text(MATERIAL)
    run_mkdocs(project, project / "site")
    return project / "site"


def ours(browser: Browser, asked: Sequence[Query]) -> tuple[Answer, ...]:
    """What the site's own search page answers."""
    page = browser.new_page()
    with served(site()) as url:
        answers = ask_all(page, url, asked)
    page.close()
    return answers


def pagefind(browser: Browser, asked: Sequence[Query]) -> tuple[Answer, ...]:
    """What Pagefind answers with its own ranking, over pages that tell it nothing."""
    page = browser.new_page()
    with served(unfed_site()) as url:
        page.goto(f"{url}/search.html")
        found = page.evaluate(ASK_PAGEFIND, {"texts": [query.text for query in asked], "most": SHOWN})
    page.close()
    return _answers(asked, found)


def material(browser: Browser, asked: Sequence[Query]) -> tuple[Answer, ...]:
    """What Material's search answers, set to Norwegian."""
    page = browser.new_page()
    with served(material_site()) as url:
        found = material_worker(page, url).evaluate(ASK_MATERIAL, [query.text for query in asked])
    page.close()
    return _answers(asked, found)


def material_worker(page: Page, url: str) -> Worker:
    """The worker that Material's page starts and gives its index, once it has answered a question."""
    ask_material(page, url, "kommune")
    [worker] = page.workers
    return worker


def ask_material(page: Page, url: str, text: str) -> tuple[str, ...]:
    """The pages that Material itself shows for a question; of some it shows a section too."""
    page.goto(f"{url}/?q={quote(text)}")
    links = page.locator(".md-search-result__item > a")
    links.first.wait_for()
    return tuple(dict.fromkeys(links.evaluate_all(FOUND)))


def _answers(asked: Sequence[Query], found: Sequence[Sequence[str]]) -> tuple[Answer, ...]:
    return tuple(Answer(query, tuple(each[:SHOWN])) for query, each in zip(asked, found, strict=True))


ENGINES: Mapping[str, Engine] = {"this site": ours, "Material": material, "Pagefind unfed": pagefind}
Answered = Mapping[str, tuple[Answer, ...]]
"""The answers of each engine, to the same queries in the same order."""


def classes(answered: Answered) -> tuple[str, ...]:
    """The classes of query, in the order of the file."""
    return tuple(dict.fromkeys(answer.query.kind for answers in answered.values() for answer in answers))


def of_class(answers: Sequence[Answer], kind: str) -> list[Answer]:
    return [answer for answer in answers if answer.query.kind == kind]


def table(answered: Answered) -> str:
    """For each class and all: how many, the shares first and among three, and the mean reciprocal rank."""
    rows = [(kind, [of_class(answers, kind) for answers in answered.values()]) for kind in classes(answered)]
    rows.append(("all", [list(answers) for answers in answered.values()]))
    head = f"{'class':14}" + "".join(f" | {name:28}" for name in answered)
    columns = f"{'':14}" + " |    n   first   three     mrr  " * len(answered)
    lines = (f"{kind:14}" + "".join(f" | {score(each)!s:28}" for each in group) for kind, group in rows)
    return "\n".join((head, columns, *lines))
