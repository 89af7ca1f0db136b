"""The outside judges of `make audit`, without Node and Java: what is read out of what the tools themselves once said.

`audit/told/` holds their words about a page with faults made on purpose, cut down to what is read.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from http.client import HTTPResponse
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from audit import drawings, htmlvalidate, lighthouse, nu, pa11y
from audit.outside import address, addresses, ask, kinds
from audit.server import serve
from built import ROOT
from playwright.sync_api import Browser

SITE = Path("/maane/site")
TOLD = Path(__file__).parent / "audit/told"
URL = "http://127.0.0.1:8000"


def told(name: str) -> str:
    return (TOLD / name).read_text(encoding="utf-8")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of two pages and a font."""
    pages = {"index.html": "hjem", "side/index.html": "side", "side/lang/index.html": "side", "404.html": "borte"}
    for name, kind in pages.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        html = f'<!doctype html><meta name="kind" content="{kind}"><p>{name}</p>'
        (tmp_path / name).write_text(html, encoding="utf-8")
    (tmp_path / "a.woff2").write_bytes(b"font")
    places = "".join(f"<loc>https://maane.example/om/{each}</loc>" for each in ("side/", "", "side/lang/"))
    (tmp_path / "sitemap.xml").write_text(f"<urlset>{places}</urlset>", encoding="utf-8")
    return tmp_path


def test_nu_finds_errors_and_warnings() -> None:
    verdict = nu.read(told("nu.json"), SITE)
    assert [fault.split(". ")[0] for fault in verdict.faults] == [
        "/, linje 12: An “img” element must have an “alt” attribute, except under certain conditions",
        "/om/data/, linje 762: Duplicate “dt” name “Lenger i eget liv” in “dl” element",
    ]
    assert verdict.faults[0].endswith('(ånen</h1> <img src="maane.svg"> <p st)')
    assert [each.split(" (")[0] for each in verdict.advice] == [
        "/om/data/, linje 760: The first occurrence of “dt” name “Lenger i eget liv” was here."
    ]
    assert nu.read('{"messages": []}', SITE).faults == ()


def test_a_document_that_nu_cannot_read_is_a_fault() -> None:
    broken = {"messages": [{"type": "non-document-error", "subType": "io", "message": "Not found."}]}
    assert nu.read(json.dumps(broken), SITE).faults == ("siden er ikke oppgitt, linje ?: Not found. ()",)


def test_html_validate_finds_faults() -> None:
    verdict = htmlvalidate.read(told("htmlvalidate.json"), SITE)
    assert verdict.faults == ('/, linje 12: <img> is missing required "alt" attribute (wcag/h37)',)


def test_pa11y_finds_faults_of_both_engines_but_not_what_axe_leaves_open_in_drawings() -> None:
    verdict = pa11y.read(told("pa11y.json"), URL, ("/", "/side/"))
    assert [fault.split(" (")[0] for fault in verdict.faults] == [
        "/: Elements must meet minimum color contrast ratio thresholds",
        "/: Img element missing an alt attribute. Use the alt attribute to specify a short text alternative.",
    ]
    assert [fault.rpartition(") ")[2] for fault in verdict.faults] == [
        "html > body > main > p",
        "html > body > main > img",
    ]
    assert ["axe" in verdict.faults[0], "htmlcs" in verdict.faults[1]] == [True, True]


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({"context": "<h1>Månen</h1>"}, 1),
        ({"code": "image-alt"}, 1),
        ({"runnerExtras": {}}, 1),
        ({"context": '<tspan class="om">høyst </tspan>'}, 0),
        ({}, 0),
    ],
)
def test_what_axe_leaves_open_elsewhere_is_a_fault(change: Mapping[str, Any], faults: int) -> None:
    results = json.loads(told("pa11y.json"))["results"]
    finding = results[f"{URL}/side/"][0] | change
    assert len(pa11y.read(json.dumps({"results": {f"{URL}/": [finding]}}), URL, ("/",)).faults) == faults


def test_a_page_that_pa11y_did_not_see_is_a_fault() -> None:
    results = {f"{URL}/": [{"message": "Navigation timeout"}]}
    assert pa11y.read(json.dumps({"results": results}), URL, ("/", "/side/")).faults == (
        "/: Navigation timeout (pa11y, ) ",
        "/side/: pa11y så ikke på siden.",
    )


def test_lighthouse_tells_points_and_reasons() -> None:
    report = json.loads(told("lighthouse.json"))
    assert list(lighthouse.read("/", [report] * 3)) == [
        "/: accessibility 65, minst 100 (65, 65, 65). Background and foreground colors do not have a sufficient "
        "contrast ratio. body > main > p; Image elements do not have `[alt]` attributes body > main > img",
        "/: best-practices 96, minst 100 (96, 96, 96). Browser errors were logged to the console",
        "/: seo 82, minst 100 (82, 82, 82). Document does not have a meta description; Image elements do not have "
        "`[alt]` attributes body > main > img",
    ]


@pytest.mark.parametrize(
    ("category", "scores", "said"),
    [
        ("performance", (0.94, 0.95, 1), []),
        ("performance", (0.94, 0.94, 1), ["/: performance 94, minst 95 (94, 94, 100). "]),
        ("seo", (1, 0.99, 1), ["/: seo 99, minst 100 (100, 99, 100). "]),
        ("seo", (1, None, 1), ["/: seo 0, minst 100 (100, 0, 100). "]),
    ],
)
def test_the_median_of_performance_and_the_least_of_all_else_count(
    category: str, scores: tuple[float | None, ...], said: list[str]
) -> None:
    def report(score: float | None) -> dict[str, Any]:
        perfect = {name: {"score": 1, "auditRefs": []} for name in lighthouse.LEAST}
        return {"categories": perfect | {category: {"score": score, "auditRefs": []}}, "audits": {}}

    assert list(lighthouse.read("/", [report(score) for score in scores])) == said


@pytest.mark.parametrize(("index", "slower"), [(2400.5, 4), (1000, 4), (500, 2), (333, 1.3), (90, 1)])
def test_a_slow_machine_is_slowed_less(index: float, slower: float) -> None:
    assert lighthouse.slowdown({"environment": {"benchmarkIndex": index}}) == slower


def test_lighthouse_looks_at_kinds_that_there_are() -> None:
    assert all((ROOT / f"theme/pages/{kind}.html").exists() for kind in lighthouse.KINDS)


def test_contrast_in_drawings_is_reckoned_from_what_lies_behind(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(
        """<div style="background: #000"><svg width="300" height="90" style="font-size: 16px">
        <text x="9" y="20" fill="#777">grått på svart</text>
        <rect y="30" width="300" height="30" fill="#fff"/><rect x="280" y="60" width="20" height="30" fill="#fff"/>
        <text x="9" y="50" fill="#777">grått på hvitt</text>
        <text x="9" y="80" fill="#777" opacity="0">vises siden</text>
        <text x="9" y="50" style="fill: #777; stroke: #000; paint-order: stroke">grått med svart kant</text>
        <text x="9" y="50" style="fill: #777; font-size: 24px">stort</text>
        <text x="9" y="20" fill="#fff">hvitt <tspan fill="#777">og grått</tspan></text>
        <text x="9" y="50" style="display: none">skjult</text></svg></div>"""
    )
    texts = page.evaluate(drawings.SCRIPT)
    page.close()
    assert [(each["text"], round(each["contrast"], 2), each["least"]) for each in texts] == [
        ("grått på svart", 4.69, 4.5),
        ("grått på hvitt", 4.48, 4.5),
        ("vises siden", 4.69, 4.5),
        ("grått med svart kant", 4.69, 4.5),
        ("stort", 4.48, 3),
        ("hvitt og grått", 21.0, 4.5),
        ("og grått", 4.69, 4.5),
    ]
    assert list(drawings.faults(texts, "/")) == ["/: «grått på hvitt» har kontrast 4.48, minst 4.5."]


def test_pages_are_those_of_the_sitemap_by_kind_the_largest_first(small: Path) -> None:
    assert addresses(small) == ("/side/", "/", "/side/lang/")
    assert kinds(small) == {"hjem": ("/",), "side": ("/side/lang/", "/side/")}
    assert address(f"file:{small}/%C3%A5/index.html", small) == "/å/"
    (small / "sitemap.xml").write_text("<urlset></urlset>", encoding="utf-8")
    with pytest.raises(ValueError, match="ingen sider"):
        addresses(small)


def test_a_tool_that_gives_up_is_told() -> None:
    assert ask("sh", "-c", "echo funnet; exit 1", ends=(0, 1)) == "funnet\n"
    with pytest.raises(ValueError, match=r"sh ga opp \(3\): brast"):
        ask("sh", "-c", "echo brast >&2; exit 3")


def answer(url: str, **headers: str) -> HTTPResponse | HTTPError:
    try:
        response = urlopen(Request(url, headers=headers))
        assert isinstance(response, HTTPResponse)
        return response
    except HTTPError as error:
        return error


def test_the_server_compresses_and_says_how_long_a_copy_keeps(small: Path) -> None:
    with serve(small) as url:
        page = answer(f"{url}/side/", **{"Accept-Encoding": "gzip"})
        assert b"side/index.html" in gzip.decompress(page.read())
        assert page.headers["Content-Encoding"] == "gzip"
        assert page.headers["Cache-Control"] == "no-cache"
        assert page.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer(f"{url}/a.woff2").headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer(f"{url}/side").url == f"{url}/side/"
        assert answer(f"{url}/", **{"If-None-Match": answer(f"{url}/").headers["ETag"]}).status == 304
        gone = answer(f"{url}/borte/")
        assert gone.status == 404
        assert b"404.html" in gone.read()
