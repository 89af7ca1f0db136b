"""Contrast of text as it is painted: the colour of the letters against the pixels that they cover.

For text on shapes and pictures, where no style sheet tells the background.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

MARK = """selectors => {
  const meet = (a, b) => a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom
  const told = []
  const lists = [...document.querySelectorAll('[role=listbox]:not([hidden])')].map(list => list.getBoundingClientRect())
  for (const selector of selectors) {
    const text = document.querySelector(selector)
    if (!text.checkVisibility({ visibilityProperty: true })) continue
    const letters = document.createRange()
    letters.selectNodeContents(text)
    const picture = text.closest('svg') ?? text
    const [inner, outer, frame] = [letters, text, picture].map(each => each.getBoundingClientRect())
    const box = inner.width ? inner : outer // a field has no letters of its own
    if (lists.some(list => meet(list, box))) continue
    const style = getComputedStyle(text)
    text.dataset.measured = ''
    const size = parseFloat(style.fontSize)
    told.push({
      selector, picture: [...document.querySelectorAll('*')].indexOf(picture),
      colour: text.ownerSVGElement ? style.fill : style.color,
      least: size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5,
      box: [box.x - frame.x, box.y - frame.y, box.width, box.height],
    })
  }
  return told
}"""
HIDE = """() => {
  globalThis.unpainted = new CSSStyleSheet()
  unpainted.replaceSync('[data-measured], [data-measured] * { color: #0000 !important; fill: #0000 !important }')
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, unpainted]
}"""
SHOW = """() => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== unpainted)
  for (const text of document.querySelectorAll('[data-measured]')) delete text.dataset.measured
}"""
COMPARE = """async ({ painted, bare, texts }) => {
  const pixels = async source => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob())
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')
    pen.drawImage(image, 0, 0)
    return pen.getImageData(0, 0, image.width, image.height)
  }
  const rgb = colour => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d')
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    return pen.getImageData(0, 0, 1, 1).data
  }
  const linear = part => part <= 10.31 ? part / 3294.6 : ((part / 255 + .055) / 1.055) ** 2.4
  const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b)
  const contrast = (a, b) => (Math.max(a, b) + .05) / (Math.min(a, b) + .05)
  const [over, under] = [await pixels(painted), await pixels(bare)]
  return texts.map(({ colour, box: [x, y, width, height] }) => {
    const [ink, found] = [light(rgb(colour)), []]
    for (let row = Math.max(0, Math.floor(y)); row < Math.min(over.height, y + height); row++) {
      for (let column = Math.max(0, Math.floor(x)); column < Math.min(over.width, x + width); column++) {
        const at = 4 * (row * over.width + column)
        const [above, below] = [over, under].map(each => each.data.slice(at, at + 3))
        if (above.some((part, i) => Math.abs(part - below[i]) > 8)) found.push(contrast(ink, light(below)))
      }
    }
    return found.sort((a, b) => a - b)[Math.floor(found.length / 10)] ?? 0
  })
}"""
"""For each text, the contrast that nine of ten of its pixels have; 0 where it is not painted at all."""


def too_low(page: Page, selectors: list[str]) -> Iterator[str]:
    """Those of these texts that are hard to read. Texts that are not shown, or lie under an open list, are left out."""
    texts: list[dict[str, Any]] = page.evaluate(MARK, selectors)
    if not texts:
        return
    pictures = sorted({text["picture"] for text in texts})
    painted = _shots(page, pictures)
    page.evaluate(HIDE)
    bare = _shots(page, pictures)
    page.evaluate(SHOW)
    desk = page.context.browser.new_page() if page.context.browser else page
    for picture in pictures:
        inside = [text for text in texts if text["picture"] == picture]
        about = {"painted": painted[picture], "bare": bare[picture], "texts": inside}
        for text, ratio in zip(inside, desk.evaluate(COMPARE, about), strict=True):
            if ratio < text["least"]:
                yield f"{text['selector']}: {ratio:.2f} of {text['least']}, measured"
    desk.close()


def _shots(page: Page, pictures: list[int]) -> dict[int, str]:
    """Each element as a picture, by its place in the document; base64."""
    elements = page.locator("*")
    return {i: base64.b64encode(elements.nth(i).screenshot()).decode() for i in pictures}
