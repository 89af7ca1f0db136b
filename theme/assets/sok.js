// The search page: what Pagefind finds for what the field holds, in the list #treff; the address holds the query.
import { allowed, folded, slips } from './ord.js'

const SHOWN = 10
const FEW = 2
const WEIGHTS = { title: 4, navn: 10, kallenavn: 6, sokeord: 2.5, omord: 0.4, lang: 0 }
const SMALL_WORDS = new Set(('alle at av da de dei den det en ei eit er et for fra frå få ha har hva hvem hvor i ikke ikkje ' +
  'ja kan kor korleis kva kven man med men mot nå når og også om on or over på som so seg si sin så til the under ut ved vi vår å').split(' '))

const place = document.querySelector('[data-sok]')
const words = place.dataset
const input = document.getElementById('sok')
const list = document.getElementById('treff')
const status = place.querySelector('[role=status]')
const advice = place.querySelector('.sok__rad')
const more = place.querySelector('button')
const root = new URL('../', input.form.action)

const once = make => {
  let made
  return () => made ??= make().catch(error => { made = undefined; throw error })
}
const pagefind = once(async () => {
  const engine = await import(new URL('pagefind/pagefind.js', root))
  await engine.options({ baseUrl: root.pathname, ranking: { metaWeights: WEIGHTS } })
  await engine.init()
  return engine
})
// The words of the site, the most used first.
const vocabulary = once(async () => {
  const known = (await (await fetch(new URL('assets/ord.json', root))).json()).split(' ')
  return known.map(word => ({ word, plain: folded(word) }))
})

const split = text => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

// The word of the site that a word not on it stands for: spelled without æøå, or with slips; undefined where none is near.
const mended = (known, word) => {
  const plain = folded(word)
  if (known.some(each => each.word === word)) return word
  const spelled = known.find(each => each.plain === plain)
  if (spelled) return spelled.word
  if (known.some(each => each.word.startsWith(word))) return word
  return known.find(each => each.plain.startsWith(plain))?.word ?? nearest(known, word)
}
const nearest = (known, word) => {
  const plain = folded(word)
  let best
  let least = allowed(word) + 1
  for (const each of known) {
    if (Math.abs(each.plain.length - plain.length) >= least || each.plain === plain) continue
    const count = slips(plain, each.plain, true)
    if (count < least) [best, least] = [each.word, count]
  }
  return best
}

// What is asked for: its words, the small ones only where there are no others, and those that were read as others.
const read = (known, query) => {
  const all = split(query)
  const telling = all.filter(word => !SMALL_WORDS.has(word))
  const asked = telling.length ? telling : all
  const terms = asked.map(word => mended(known, word) ?? word)
  const slipped = terms.some((term, i) => folded(term) !== folded(asked[i]) && !folded(term).startsWith(folded(asked[i])))
  return { terms, slipped }
}

// What has a word as its name before what tells of it.
const named = results => {
  const isName = found => Number(found.matchedMetaFields?.includes('navn') ?? false)
  return [...results].sort((a, b) => isName(b) - isName(a))
}

// Pages with all of the words; where there are none, those with most of them.
const find = async terms => {
  const engine = await pagefind()
  const { results } = await engine.search(terms.join(' '))
  if (terms.length < 2) return named(results)
  if (results.length) return results
  const merged = new Map()
  for (const term of terms) {
    for (const found of (await engine.search(term)).results) {
      const held = merged.get(found.id) ?? { ...found, score: 0, terms: 0 }
      merged.set(found.id, { ...held, score: held.score + found.score, terms: held.terms + 1 })
    }
  }
  return [...merged.values()].sort((a, b) => b.terms - a.terms || b.score - a.score)
}

const element = (name, text = '', attributes = {}) => {
  const made = document.createElement(name)
  made.textContent = text
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

const shownAs = found => {
  const item = element('li')
  const excerpt = element('p')
  excerpt.innerHTML = found.excerpt // Pagefind escapes the text; only its own <mark> is HTML
  item.append(element('a', found.meta.title, { href: found.url }), excerpt)
  if (found.meta.lang) item.lang = found.meta.lang
  return item
}

let asked = 0
let rest = []
const show = async (mine, terms) => {
  const next = await Promise.all(rest.slice(0, SHOWN).map(each => each.data()))
  if (mine !== asked) return
  if (terms) {
    const name = terms.join(' ')
    const called = ({ meta: { title } }) =>
      split(title).join(' ') === name ? 2 : Number(split(title.replace(/^\p{L}+: /u, '')).join(' ') === name)
    next.sort((a, b) => called(b) - called(a)) // a page that is called what is asked for comes before those that tell of it
  }
  rest = rest.slice(SHOWN)
  list.append(...next.map(shownAs))
  more.hidden = !rest.length
}

const way = (query, exactly) => `?q=${encodeURIComponent(query)}${exactly ? '&akkurat' : ''}`

// Says that other words were looked for, with a way back; or which other word may have been meant.
const advise = (query, terms, slipped, count, known) => {
  advice.replaceChildren()
  if (slipped) {
    advice.append(words.slipped.replace('{q}', terms.join(' ')), ' ',
      element('a', words.exactly.replace('{q}', query), { href: way(query, true) }))
  } else if (count <= FEW && terms.length === 1) {
    const meant = nearest(known, terms[0])
    if (meant) advice.append(words.meant, ' ', element('a', meant, { href: way(meant) }), '?')
  }
  advice.hidden = !advice.hasChildNodes()
}

const search = async (query, exactly) => {
  const mine = ++asked
  list.setAttribute('aria-busy', 'true')
  try {
    const known = query ? await vocabulary() : []
    const { terms, slipped } = exactly ? { terms: split(query), slipped: false } : read(known, query)
    const results = terms.length ? await find(terms) : []
    if (mine !== asked) return
    rest = results
    list.replaceChildren()
    const word = results.length === 0 ? words.none : results.length === 1 ? words.one : words.many
    status.textContent = query ? word.replace('{n}', results.length).replace('{q}', query) : ''
    if (query) advise(query, terms, slipped, results.length, known)
    else advice.hidden = true
    await show(mine, terms)
  } catch {
    if (mine === asked) status.textContent = words.failed
  }
  if (mine === asked) list.setAttribute('aria-busy', 'false')
}

const query = () => new URLSearchParams(location.search)
const asks = () => query().get('q')?.trim() ?? ''
const typed = () => {
  const text = input.value.trim()
  if (text !== asks()) history.replaceState(null, '', text ? way(text) : location.pathname)
  search(text, query().has('akkurat'))
}

let waiting
input.addEventListener('focus', () => Promise.all([pagefind(), vocabulary()]).catch(() => {}), { once: true })
input.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(typed, 150)
})
input.form.addEventListener('submit', event => {
  event.preventDefault()
  clearTimeout(waiting)
  typed()
})
more.addEventListener('click', () => show(asked))
const fromAddress = () => {
  input.value = asks()
  search(asks(), query().has('akkurat'))
}
addEventListener('popstate', fromAddress)
if (asks()) fromAddress()
