"""The content security policy: on every page, the same from the server, and nothing on any page breaks it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
import samanom
from browsing import served
from built import pages, site, tiny_site
from playwright.sync_api import Browser, Page, Route

SITES = pytest.mark.parametrize("built", [site, tiny_site], ids=["samanom", "tiny"])
LISTEN = """addEventListener('securitypolicyviolation', event =>
  console.error(`broken: ${event.effectiveDirective} ${event.blockedURI} ${event.disposition}`))"""


def policies(html: str) -> list[str]:
    return [unescape(each) for each in re.findall(r'<meta http-equiv="Content-Security-Policy" content="(.*?)">', html)]


@SITES
def test_every_page_carries_its_policy_before_all_it_loads(built: Callable[[], Path]) -> None:
    for address, html in pages(built()):
        [*inline] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        assert len(inline) <= 1, address
        assert policies(html) == [samanom.policy(search='id="sok"' in html, inline="".join(inline))], address
        assert html.index("Content-Security-Policy") < min(html.index(each) for each in ("<title", "<link", "<body"))


def directives(*, search: bool) -> dict[str, str]:
    return {
        name: allowed
        for each in samanom.policy(search=search).split("; ")
        for name, _, allowed in [each.partition(" ")]
    }


def test_a_policy_allows_only_what_is_the_sites_own() -> None:
    plain = directives(search=False)
    assert plain["default-src"] == plain["base-uri"] == "'none'"
    assert set(plain.values()) == {"'none'", "'self'"}


def test_only_the_search_may_run_webassembly() -> None:
    search, plain = directives(search=True), directives(search=False)
    assert search.pop("script-src") == f"{plain.pop('script-src')} 'wasm-unsafe-eval'"
    assert search == plain


def test_structured_data_has_its_hash() -> None:
    """That of «{}», by an own reckoning: `printf '{}' | openssl dgst -sha256 -binary | base64`."""
    assert "'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='" in samanom.policy(search=False, inline="{}")


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A window, and what breaks the policy of the pages it shows."""
    page, broken = browser.new_page(), list[str]()
    page.add_init_script(LISTEN)
    page.on("console", lambda message: broken.append(message.text) if "broken: " in message.text else None)
    yield page, broken
    page.close()


def one_of_each_kind(folder: Path) -> dict[str, str]:
    """By address, the HTML of a page of each kind and of each that has none."""
    found = dict[str, tuple[str, str]]()
    for address, html in pages(folder):
        kind = re.search(r'<meta name="kind" content="(.*?)"', html)
        found[kind[1] if kind else address] = address, html
    return dict(sorted(found.values()))


@SITES
def test_no_page_breaks_its_policy(built: Callable[[], Path], watched: tuple[Page, list[str]]) -> None:
    page, broken = watched
    with served(built()) as url:
        for address, html in one_of_each_kind(built()).items():
            answer = page.goto(url + address)
            assert answer
            if 'http-equiv="refresh"' in html:
                page.wait_for_url(lambda now, here=url + address: now != here)  # type: ignore[misc]  # a default
            assert answer.headers["content-security-policy"].endswith("; frame-ancestors 'none'"), address
            if page.locator("[data-finn] input:visible").count():
                with page.expect_response("**/data/finn.json") as found:
                    page.locator("[data-finn] input:visible").first.fill("a")
                assert found.value.ok, address
            assert broken == [], address


@pytest.mark.parametrize("fault", ["<script>window.planted = 1</script>", '<p style="color: red">', "<style></style>"])
def test_what_is_planted_in_a_page_is_stopped_and_found(fault: str, url: str, watched: tuple[Page, list[str]]) -> None:
    page, broken = watched

    def plant(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", f"{fault}</main>"))

    page.route(f"{url}/kalender/", plant)
    page.goto(f"{url}/kalender/")
    assert page.evaluate("window.planted") is None
    assert broken
