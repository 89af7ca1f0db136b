// For each text of the drawings on the page: what it says, how it stands out from what lies behind it, and how much it should.
() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const light = value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

  // Colours from below and up, each with its opacity: the luminance of what is seen.
  const luminance = layers => {
    canvas.clearRect(0, 0, 1, 1)
    for (const [colour, opacity] of layers) {
      canvas.globalAlpha = opacity
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
    }
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map(each => light(each / 255))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const ancestors = element => (element ? [...ancestors(element.parentElement), element] : [])
  const opacity = element => ancestors(element).reduce((product, each) => product * getComputedStyle(each).opacity, 1)
  // What shows only under the pointer is judged as it looks then.
  const fill = element => {
    const style = getComputedStyle(element)
    return [style.fill, style.fillOpacity * (opacity(element) || 1)]
  }
  const covers = (shape, x, y) => {
    if (!shape.checkVisibility({ visibilityProperty: true }) || getComputedStyle(shape).fill === 'none') return false
    return shape.isPointInFill(new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse()))
  }
  const behind = (text, x, y) => {
    const svg = text.ownerSVGElement
    const shapes = [...svg.querySelectorAll('rect, circle, ellipse, path, polygon')]
    const below = shapes.filter(each => each.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)
    const grounds = ancestors(svg).map(each => [getComputedStyle(each).backgroundColor, 1])
    return [['white', 1], ...grounds, ...below.filter(each => covers(each, x, y)).map(fill)]
  }
  const contrast = (text, x, y) => {
    const layers = behind(text, x, y)
    const style = getComputedStyle(text)
    if (style.paintOrder.startsWith('stroke') && style.stroke !== 'none') layers.push([style.stroke, style.strokeOpacity])
    const [dark, bright] = [luminance(layers), luminance([...layers, fill(text)])].sort((a, b) => a - b)
    return (bright + 0.05) / (dark + 0.05)
  }
  const judged = text => {
    const { left, right, top, height } = text.getBoundingClientRect()
    const { fontSize, fontWeight } = getComputedStyle(text)
    const size = parseFloat(fontSize) * (text.getScreenCTM()?.d ?? 1)
    const least = size >= 24 || (size >= 18.66 && fontWeight >= 700) ? 3 : 4.5
    const worst = Math.min(...[0.1, 0.5, 0.9].map(part => contrast(text, left + part * (right - left), top + height / 2)))
    return { text: text.textContent.trim(), contrast: worst, least }
  }
  return [...document.querySelectorAll('svg :is(text, tspan)')].filter(each => each.checkVisibility({ visibilityProperty: true })).map(judged)
}
