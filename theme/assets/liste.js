// The filter above a list (pages/_liste.html): rows that lack a word of what is typed are hidden; the address holds it.
import { folded } from './ord.js'

const place = document.querySelector('[data-liste]')
const told = place.dataset
const input = place.querySelector('input')
const [clear] = place.getElementsByTagName('button')
const status = place.parentElement.querySelector('[role=status]')

const split = text => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
const plain = text => ['', ...split(text)].join(' ')
// Short words only begin others: «Os» is not in «Moskenes».
const has = (text, word) => text.includes(word.length < 3 ? ` ${word}` : word)

// Each row with its text, and names that it is found by though it does not show them; made when someone first filters.
let rows
const all = () => rows ??= [...document.querySelectorAll(told.liste)].map(row => {
  const names = new Set((row.dataset.filter ?? '').split(';').map(name => name.trim()).filter(name => name))
  const line = document.createElement('p')
  line.className = 'forbehold'
  return { row, line, text: plain(row.textContent), names: [...names].map(name => ({ name, text: plain(name) })) }
})
const groups = [...document.querySelectorAll('[data-gruppe]')]

// The names that a row is found by, its text left aside; null when it lacks a word.
const found = ({ text, names }, asked) => {
  const missing = asked.filter(word => !has(text, word))
  const hits = names.filter(each => missing.some(word => has(each.text, word)))
  return missing.every(word => hits.some(each => has(each.text, word))) ? hits : null
}

const show = () => {
  const asked = split(input.value)
  for (const each of all()) {
    const hits = found(each, asked)
    each.row.hidden = !hits
    each.line.textContent = hits?.length ? `${told.treff} ${hits.map(({ name }) => name).join(', ')}` : ''
    if (each.line.textContent) (each.row.cells?.[0] ?? each.row).append(each.line)
    else each.line.remove()
  }
  for (const group of groups) group.hidden = asked.length > 0 && rows.every(({ row }) => row.hidden || !group.contains(row))
  const count = rows.filter(({ row }) => !row.hidden).length
  const line = asked.length === 0 ? told.alle : count ? told.noen : told.ingen
  status.textContent = line.replace('{n}', count).replace('{q}', () => input.value.trim())
  clear.hidden = !input.value
}

const remember = (hash = '') => {
  const query = new URLSearchParams(location.search)
  if (split(input.value).length) query.set('filter', input.value.trim())
  else query.delete('filter')
  history.replaceState(history.state, '', `${location.pathname}?${query}`.replace(/\?$/, '') + hash)
}

let waiting
const typed = () => {
  clearTimeout(waiting)
  show()
  remember()
}
const empty = () => {
  input.value = ''
  typed()
  input.focus()
}

// A place that the address points at is shown, whatever the filter says.
const reveal = () => {
  const { hash } = location
  const place = document.getElementById(hash.slice(1))
  if (!place?.closest('[hidden]')) return
  input.value = ''
  show()
  remember(hash)
  place.scrollIntoView()
}
const fromAddress = () => {
  input.value = new URLSearchParams(location.search).get('filter') ?? ''
  if (input.value || rows) show()
}

input.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(typed, 100)
})
input.addEventListener('keydown', event => {
  if (event.key === 'Enter') typed()
  if (event.key !== 'Escape' || !input.value) return
  event.preventDefault()
  empty()
})
clear.addEventListener('click', empty)
addEventListener('popstate', fromAddress)
addEventListener('hashchange', reveal)
fromAddress()
reveal()
