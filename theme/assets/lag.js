// Makes elements of a page.
const SVG = 'http://www.w3.org/2000/svg'

export const set = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

export const element = (name, text = '', attributes = {}) => {
  const made = document.createElement(name)
  made.textContent = text
  return set(made, attributes)
}

export const shield = ({ id, icon }) => {
  const made = set(document.createElementNS(SVG, 'svg'), { class: 'shield', 'data-tema': id, 'aria-hidden': 'true' })
  made.append(set(document.createElementNS(SVG, 'use'), { href: `#${icon}` }))
  return made
}
