// «Finn din kommune»: makes every <form data-finn> a combobox over the kommuner in data/finn.json.
// A form with data-velg leads nowhere: it tells of the kommune by the event «kommune».
// ARIA Authoring Practices, «Editable Combobox With List Autocomplete»: nothing is chosen until someone chooses it.
import { allowed, folded, slips } from './ord.js'

const MOST = 8

// «Bø (Telemark)», «Bø i Telemark» and «bø kommune telemark» become the same.
const fold = text => folded(text).replace(/[^a-z0-9]+/g, ' ')
  .replace(/ (i|kom\w*|herad)(?= |$)/g, '').trim()

// How well a kommune answers: 0 is its whole name, 1 the start of it, 2 the start of a word in it.
const rank = (kommune, query) => Math.min(...kommune.names.map(name => {
  if (name === query || kommune.bare === query) return 0
  if (name.startsWith(query)) return 1
  return ` ${name}`.includes(` ${query}`) ? 2 : 3
}))

// Those whose value is no higher than allowed, the lowest first, otherwise as they stood.
const best = (kommuner, value, allowed) => kommuner.map(kommune => [value(kommune), kommune])
  .filter(([its]) => its <= allowed).sort(([a], [b]) => a - b).map(([, kommune]) => kommune)

const search = (kommuner, text) => {
  const query = fold(text)
  if (!query) return { hits: [], exact: [], slipped: false }
  const hits = best(kommuner, kommune => rank(kommune, query), 2)
  if (hits.length) return { hits, exact: hits.filter(kommune => rank(kommune, query) === 0), slipped: false }
  const near = best(kommuner, kommune => Math.min(...kommune.names.map(name => slips(query, name))), allowed(query))
  return { hits: near, exact: [], slipped: true }
}

const known = root => row => ({
  ...row,
  address: new URL(row.url.slice(1), root).href,
  note: document.documentElement.lang.startsWith('nn') ? row.nn : row.nb,
  bare: fold(row.name.replace(/ \(.*/, '')),
  names: [row.name, ...row.also ?? []].map(fold),
})

let loading
export const load = root => loading ??= fetch(new URL('data/finn.json', root))
  .then(answer => answer.json())
  .then(rows => rows.map(known(root)))
  .catch(error => { loading = undefined; throw error })

const set = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

const element = (name, text, attributes = {}) => {
  const made = document.createElement(name)
  made.textContent = text
  return set(made, attributes)
}

const enhance = form => {
  const input = form.querySelector('input')
  const root = new URL('../../', form.action)
  const words = form.dataset
  const id = `${input.id}-forslag`
  const list = element('ul', '', { id, class: 'finn__forslag', role: 'listbox', 'aria-label': words.list })
  const status = element('p', '', { class: 'finn__status', role: 'status' })
  list.hidden = true
  input.parentElement.append(list)
  form.append(status)
  set(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id })

  let shown = []
  let at = -1
  let kommuner
  const mark = i => {
    at = i
    ;[...list.children].forEach((option, n) => option.setAttribute('aria-selected', String(n === at)))
    if (at < 0) return input.removeAttribute('aria-activedescendant')
    input.setAttribute('aria-activedescendant', list.children[at].id)
    list.children[at].scrollIntoView({ block: 'nearest' })
  }
  const close = () => {
    mark(-1)
    list.hidden = true
    status.classList.remove('finn__status--synlig')
    input.setAttribute('aria-expanded', 'false')
  }
  const go = kommune => {
    input.value = kommune.name
    close()
    if ('velg' in words) form.dispatchEvent(new CustomEvent('kommune', { detail: kommune }))
    else location.assign(kommune.address)
  }
  const option = (kommune, i) => {
    const made = element('li', '', { id: `${list.id}-${i}`, role: 'option', 'aria-selected': 'false' })
    made.append(element('b', kommune.name), ' ', element('span', kommune.note))
    made.addEventListener('click', () => go(kommune))
    return made
  }
  const say = (count, slipped) => {
    const word = count === 0 ? words.none : slipped ? words.slips : count === 1 ? words.one : words.many
    status.textContent = word.replace('{n}', count)
    status.classList.toggle('finn__status--synlig', count === 0)
  }
  const open = async () => {
    try {
      kommuner = await load(root)
    } catch {
      status.textContent = words.failed
      status.classList.add('finn__status--synlig')
      return
    }
    if (document.activeElement !== input) return
    const { hits, slipped } = search(kommuner, input.value)
    shown = hits.slice(0, MOST)
    list.replaceChildren(...shown.map(option))
    list.hidden = !shown.length
    input.setAttribute('aria-expanded', String(!!shown.length))
    mark(-1)
    if (fold(input.value)) say(shown.length, slipped)
    else {
      status.textContent = ''
      close()
    }
  }
  const step = async by => {
    if (list.hidden) await open()
    if (!shown.length || list.hidden) return
    const first = by > 0 ? 0 : shown.length - 1
    mark(at < 0 ? first : (at + by + shown.length) % shown.length)
  }
  const keys = {
    ArrowDown: event => event.altKey ? open() : step(1),
    ArrowUp: event => event.altKey ? close() : step(-1),
    Escape: () => {
      if (list.hidden) input.value = ''
      status.textContent = ''
      close()
    },
  }
  input.addEventListener('keydown', event => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape' && list.hidden && !input.value) return
    if (keys[event.key]) {
      event.preventDefault()
      keys[event.key](event)
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault()
      go(shown[at])
    } else if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) mark(-1)
  })
  list.addEventListener('mousedown', event => event.preventDefault())
  input.addEventListener('focus', () => load(root).then(rows => { kommuner = rows }, () => {}), { once: true })
  input.addEventListener('input', open)
  input.addEventListener('blur', close)
  form.addEventListener('submit', event => {
    const { hits, exact } = search(kommuner ?? [], input.value)
    const found = exact.length ? exact : hits
    if ('velg' in words) event.preventDefault()
    if (found.length !== 1 || (!exact.length && !('velg' in words))) return
    event.preventDefault()
    go(found[0])
  })
  return { input, root, words }
}

// The answer to /kommuner/finn/?navn=…
const answer = async (place, { input, root, words }) => {
  const text = new URLSearchParams(location.search).get('navn')?.trim()
  if (!text) return
  input.value = text
  const heading = element('h2', place.dataset.ord.replace('{n}', text))
  const { hits, exact, slipped } = search(await load(root), text)
  const found = (exact.length ? exact : hits).slice(0, 2 * MOST)
  const list = element('ul', '')
  for (const kommune of found) {
    const line = element('li', '')
    line.append(element('a', kommune.name, { href: kommune.address }), ` ${kommune.note}`)
    list.append(line)
  }
  const none = found.length ? words.slips.replace('{n}', found.length) : words.none
  place.append(heading, ...(slipped ? [element('p', none)] : []), ...(found.length ? [list] : []))
  place.hidden = false
}

const forms = [...document.querySelectorAll('form[data-finn]')].map(enhance)
const place = document.querySelector('[data-finn-svar]')
if (place && forms.length) answer(place, forms.find(({ input }) => !input.closest('header')) ?? forms[0])
