"""Every kind of page for every reader: by keyboard, in large letters, in forced colours, without motion or scripts.

How large what is pressed is, axe judges (test_accessibility.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from browsing import CHROMIUM, QUIET, SCHEMES, Scheme, Window, kinds, shorten, visit
from built import site
from playwright.sync_api import Browser, BrowserContext, Page

ROLLING = 12
"""Stops that are no link or field: what rolls, and the page itself."""
NARROW = Window(320, "light")
"""1280 pixels, enlarged to 400 %."""

CUT = """() => {
  const edge = document.documentElement.clientWidth
  const shown = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const apart = '.vh, .skip, .kort thead, .rulle:has(table), svg' // tables may roll, and figures are told beside them
  const found = document.documentElement.scrollWidth > edge ? [`wider than ${edge}`] : []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const [text, element] = [texts.currentNode, texts.currentNode.parentElement]
    if (!text.data.trim() || !shown(element) || element.closest(apart)) continue
    const letters = document.createRange()
    letters.selectNode(text)
    const box = letters.getBoundingClientRect()
    const clipped = getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
    if (box.left < -1 || box.right > edge + 1 || clipped) found.push(`cut off: ${text.data.trim().slice(0, 40)}`)
  }
  return found
}"""
"""Text that lies outside the window, or that its own element cuts."""
MOVING = """() => [...document.querySelectorAll('*')].filter(each => {
  const style = getComputedStyle(each)
  return /[1-9]/.test(style.transitionDuration + style.animationDuration) || style.scrollBehavior === 'smooth'
}).map(each => `moves: ${each.tagName} ${each.className}`)"""
UNSEEN = """() => {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const linear = part => part <= 10.31 ? part / 3294.6 : ((part / 255 + .055) / 1.055) ** 2.4
  const light = colour => {
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    const [r, g, b] = pen.getImageData(0, 0, 1, 1).data
    return .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b)
  }
  const paper = light(getComputedStyle(document.body).backgroundColor)
  const contrast = colour => {
    const its = colour === 'none' ? paper : light(colour)
    return (Math.max(its, paper) + .05) / (Math.min(its, paper) + .05)
  }
  const shown = selector => [...document.querySelectorAll(selector)]
    .filter(each => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  const parts = drawn => [drawn, ...drawn.querySelectorAll('*')]
    .flatMap(each => each.matches('use') ? [each, ...parts(document.querySelector(each.getAttribute('href')))] : [each])
  const painted = part => part.matches('use, path, rect, circle, line, polygon, polyline, text')
    && ['fill', 'stroke'].some(each => contrast(getComputedStyle(part)[each]) >= 3)
  const edged = field => getComputedStyle(field).borderStyle !== 'none'
  const told = what => element => `not seen: ${what} ${element.outerHTML.slice(0, 90)}`
  return [
    ...shown('svg:not(.sprite)').filter(each => !parts(each).some(painted)).map(told('picture')),
    ...shown('svg text').filter(each => contrast(getComputedStyle(each).fill) < 4.5).map(told('text')),
    ...shown('.control > *, .button, select').filter(each => !edged(each)).map(told('edge of')),
  ]
}"""
"""In forced colours: pictures and texts in them that are lost in the background, buttons and fields without an edge."""
WORDS = """() => {
  const whole = new CSSStyleSheet() // what is far below the window has no text in innerText
  whole.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets = [whole]
  const needScripts = 'p:has(select), [data-skriv-ut], .listefilter, .krever-skript'
  document.querySelectorAll(needScripts).forEach(each => { each.hidden = true })
  return document.querySelector('main').innerText
}"""
STOPS = """() => {
  const stops = new Set([...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter(each => each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true })
      && (each.type !== 'radio' || each.checked)))
  const faults = new Set()
  const told = (fault, element) => faults.add(`${fault}: ${element.outerHTML.slice(0, 90)}`)
  const judge = at => {
    const around = [at, at.parentElement, at.closest('.card, li')].filter(each => each) // a card has its link's outline
    const styles = [getComputedStyle(at, '::after'), ...around.map(each => getComputedStyle(each))]
    const outlined = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    const uncovered = box => at.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2))
    if (!styles.some(outlined)) told('no focus to see', at)
    if (![...at.getClientRects()].some(uncovered)) told('covered or outside the window', at)
  }
  addEventListener('keydown', () => {
    const at = document.activeElement
    if (stops.delete(at)) judge(at)
  }, true)
  globalThis.walked = () => {
    stops.forEach(each => told('not reached', each))
    return [...faults]
  }
  return stops.size
}"""
"""Looks at where focus stands whenever a key is about to move it."""


def each_kind(context: BrowserContext, url: str) -> Iterator[tuple[str, Page]]:
    """Each kind's page, visited; all in one tab."""
    page = context.new_page()
    for address in kinds(site()).values():
        visit(page, url + address)
        yield address, page
    context.close()


def found(context: BrowserContext, url: str, *looks: str) -> list[tuple[str, str]]:
    return [
        (address, fault) for address, page in each_kind(context, url) for look in looks for fault in page.evaluate(look)
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_enlarged_without_motion_and_in_forced_colours(browser: Browser, url: str, scheme: Scheme) -> None:
    settings: dict[str, Any] = {"forced_colors": "active", "reduced_motion": "reduce"}
    assert found(Window(320, scheme).context(browser, **settings), url, CUT, MOVING, UNSEEN) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_letters_twice_as_large(browser: Browser, url: str, width: int) -> None:
    large = browser.browser_type.launch(executable_path=CHROMIUM, args=[*QUIET, "--blink-settings=defaultFontSize=32"])
    assert found(Window(width, "light").context(large), url, CUT) == []
    large.close()


def walk(page: Page) -> list[str]:
    """From the top of the page, by the tab key: what is not reached, and where focus is not seen."""
    shorten(page)
    for _ in range(page.evaluate(STOPS) + ROLLING):
        page.keyboard.down("Tab")
    page.keyboard.up("Tab")
    faults: list[str] = page.evaluate("walked()")
    return faults


def test_the_tab_key_reaches_everything_and_focus_is_seen(browser: Browser, url: str) -> None:
    context = Window(1440, "light").context(browser)
    assert [(address, fault) for address, page in each_kind(context, url) for fault in walk(page)] == []


def test_what_focus_must_not_meet_is_seen(phone: Page, url: str) -> None:
    visit(phone, f"{url}/404.html")
    phone.evaluate("""() => {
      const [lead, hidden, bare] = [...document.querySelectorAll('main a')]
      hidden.addEventListener('focus', () => hidden.blur())
      bare.style.outline = 'none'
      const bar = document.body.appendChild(document.createElement('div'))
      Object.assign(bar.style, { position: 'fixed', inset: '0 0 auto', height: '100px', background: '#ccc' })
    }""")
    kinds_of_fault = {fault.split(":")[0] for fault in walk(phone)}
    assert kinds_of_fault == {"covered or outside the window", "no focus to see", "not reached"}


def test_without_scripts_nothing_is_left_unsaid(browser: Browser, url: str) -> None:
    with_, without = (
        {
            (address, word)
            for address, page in each_kind(NARROW.context(browser, java_script_enabled=scripts), url)
            for word in re.findall(r"\w+", page.evaluate(WORDS))
        }
        for scripts in (True, False)
    )
    assert with_ - without == set()
    assert len(without) > len(kinds(site()))
