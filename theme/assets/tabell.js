// Narrow windows show the tables «kort» and «sorterbar» as cards. Safari then takes them for no tables (WebKit bug 257458),
// unless roles say so; in the page's HTML such roles are not allowed.
const roles = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TR: 'row', TD: 'cell' }
const role = part => roles[part.tagName] ?? (part.scope === 'col' ? 'columnheader' : 'rowheader')

for (const table of document.querySelectorAll('table.kort, table.sorterbar')) {
  for (const part of [table, ...table.querySelectorAll('thead, tbody, tr, th, td')]) part.setAttribute('role', role(part))
}

// Tables of the class «sorterbar»: a button in each column heading sorts by data-sort, or else by the cell's text.
// Headings with data-usortert have none.
const value = (row, i) => row.cells[i].dataset.sort ?? row.cells[i].textContent.trim()
const empty = text => text === '' || text === '–'
const order = new Intl.Collator('nb', { numeric: true })
const words = text => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
const compare = (a, b) => (isNaN(a) || isNaN(b) ? order.compare(words(a), words(b)) : a - b)

for (const table of document.querySelectorAll('table.sorterbar')) {
  const [body] = table.tBodies
  const headings = [...table.tHead.rows[0].cells]
  headings.forEach((heading, i) => {
    if ('usortert' in heading.dataset) return
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...heading.childNodes)
    heading.append(button)
    button.addEventListener('click', () => {
      const down = heading.getAttribute('aria-sort') === 'ascending'
      headings.forEach(each => each.removeAttribute('aria-sort'))
      heading.setAttribute('aria-sort', down ? 'descending' : 'ascending')
      const rows = [...body.rows].sort((a, b) => {
        const [left, right] = [value(a, i), value(b, i)]
        if (empty(left) || empty(right)) return empty(left) - empty(right)
        return down ? compare(right, left) : compare(left, right)
      })
      body.append(...rows)
    })
  })
}
