// «Finn din kommune»: makes every <form data-finn> a combobox over the kommuner in data/finn.json.
// A form with data-velg leads nowhere: it tells of the kommune by the event «kommune».
import { once, read, root } from './hent.js'
import { combobox } from './kombo.js'
import { element } from './lag.js'
import { allowed, folded, slips } from './ord.js'

const MOST = 8
const LOOK = { list: 'finn__forslag', status: 'finn__status', loud: 'finn__status--synlig' }

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

const known = row => ({
  ...row,
  address: new URL(row.url.slice(1), root).href,
  note: document.documentElement.lang.startsWith('nn') ? row.nn : row.nb,
  bare: fold(row.name.replace(/ \(.*/, '')),
  names: [row.name, ...row.also ?? []].map(fold),
})

const rows = read('data/finn.json')
export const load = once(async () => (await rows()).map(known))

const enhance = form => {
  const input = form.querySelector('input')
  const words = form.dataset
  let kommuner = []
  const ready = () => load().then(rows => { kommuner = rows })
  const go = kommune => {
    input.value = kommune.name
    close()
    if ('velg' in words) form.dispatchEvent(new CustomEvent('kommune', { detail: kommune }))
    else location.assign(kommune.address)
  }
  const answer = text => {
    if (!fold(text)) return { items: [], said: '', loud: false }
    const { hits, slipped } = search(kommuner, text)
    const items = hits.slice(0, MOST)
    const word = !items.length ? words.none : slipped ? words.slips : items.length === 1 ? words.one : words.many
    return { items, said: word.replace('{n}', items.length), loud: !items.length }
  }
  const close = combobox(input, {
    name: words.list,
    look: LOOK,
    suggest: text => ready().then(() => answer(text), () => ({ items: [], said: words.failed, loud: true })),
    option: kommune => {
      const made = element('li')
      made.append(element('b', kommune.name), ' ', element('span', kommune.note))
      return made
    },
    go,
  })
  input.addEventListener('focus', () => ready().catch(() => {}), { once: true })
  form.addEventListener('submit', event => {
    const { hits, exact } = search(kommuner, input.value)
    const found = exact.length ? exact : hits
    if ('velg' in words) event.preventDefault()
    if (found.length !== 1 || (!exact.length && !('velg' in words))) return
    event.preventDefault()
    go(found[0])
  })
  return { input, words }
}

// The answer to /kommuner/finn/?navn=…
const answer = async (place, { input, words }) => {
  const text = new URLSearchParams(location.search).get('navn')?.trim()
  if (!text) return
  input.value = text
  const heading = element('h2', place.dataset.ord.replace('{n}', text))
  const { hits, exact, slipped } = search(await load(), text)
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
