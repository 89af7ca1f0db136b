// The search: reads what is asked for, mends slips, asks Pagefind, and puts the pages in order. Knows nothing of what is shown.
import { once, read, root } from './hent.js'
import { allowed, folded, slips } from './ord.js'

export const SHOWN = 10
const FEW = 2
const WEIGHTS = { title: 4, navn: 10, kallenavn: 6, sokeord: 2.5, omord: 0.4, omtale: 0, lang: 0 }
const SMALL_WORDS = new Set(('alle at av da de dei den det en ei eit er et for fra frå få ha har hva hvem hvor i ikke ikkje ' +
  'ja kan kor korleis kva kven man med men mot nå når og også om on or over på som so seg si sin så til the under ut ved vi vår å').split(' '))

// Pagefind counts by all filters it has fetched, each time it is asked: what answers is therefore another than what counts.
// What counts works beside the page. What answers does not: there and back every page found is copied, and told of one by
// one when it is forgotten, which takes longer than to find them when they are thousands.
const engine = where => once(async failed => {
  // Some browsers remember that a module could not be fetched.
  const { createInstance } = await import(new URL(`pagefind/pagefind.js${failed ? `?${failed}` : ''}`, root))
  const made = createInstance(where)
  await made.options({ baseUrl: root.pathname, ranking: { metaWeights: WEIGHTS } })
  return made
})
const answering = engine({ noWorker: true })
const counting = engine({})
const labels = read('assets/slag.json')
const words = read('assets/ord.json')
// The words of the site, those on most pages first. Each is told as how many letters it has from the one before, and the rest.
const vocabulary = once(async () => {
  let word = ''
  return [...(await words()).matchAll(/(\d)(\D*)/g)].map(([, kept, rest]) => {
    word = word.slice(0, kept) + rest
    return { word, plain: folded(word) }
  })
})

export const warm = () => Promise.all([answering(), vocabulary(), labels()])

const split = text => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

// The word of the site that a word not on it stands for: spelled without æøå, or with slips; undefined where none is near.
// A number stands for itself.
const mended = (known, word) => {
  const plain = folded(word)
  if (/\d/.test(word) || known.some(each => each.word === word)) return word
  const spelled = known.find(each => each.plain === plain)
  if (spelled) return spelled.word
  if (known.some(each => each.word.startsWith(word))) return word
  return known.find(each => each.plain.startsWith(plain))?.word ?? nearest(known, word)
}
const nearest = (known, word) => {
  const plain = folded(word)
  if (/\d/.test(word)) return undefined
  let best
  let least = allowed(word) + 1
  for (const each of known) {
    if (Math.abs(each.plain.length - plain.length) >= least || each.plain === plain) continue
    const count = slips(plain, each.plain, true)
    if (count < least) [best, least] = [each.word, count]
  }
  return best
}

// What is asked for: its words, the small ones only where there are no others, and whether some were read as others.
const understood = (known, text) => {
  const all = split(text)
  const telling = all.filter(word => !SMALL_WORDS.has(word))
  const asked = telling.length ? telling : all
  const terms = asked.map(word => mended(known, word) ?? word)
  const slipped = terms.some((term, i) => folded(term) !== folded(asked[i]) && !folded(term).startsWith(folded(asked[i])))
  return { terms, slipped }
}

// What has a word as its name before what tells of it.
const named = found => {
  const isName = each => Number(each.matchedMetaFields?.includes('navn') ?? false)
  return [...found].sort((a, b) => isName(b) - isName(a))
}

// `chosen` are the values of each facet where some are; a page must have one of them in each.
const ask = async (text, chosen, asked = answering) => {
  const filters = Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, { any: values }]))
  return (await asked()).search(text, { filters })
}

// Pages with most of the words.
const findApart = async (terms, chosen, asked) => {
  const merged = new Map()
  for (const term of terms) {
    for (const found of (await ask(term, chosen, asked)).results) {
      const held = merged.get(found.id) ?? { ...found, score: 0, terms: 0 }
      merged.set(found.id, { ...held, score: held.score + found.score, terms: held.terms + 1 })
    }
  }
  return [...merged.values()].sort((a, b) => b.terms - a.terms || b.score - a.score)
}

// A kommune that is told of without a page of its own, by its whole name.
const bare = text => split(folded(text)).join(' ')
const place = ({ places, no_part }, text) => {
  const wanted = bare(text)
  const name = Object.keys(places).find(each => bare(each) === wanted)
  const { lang } = document.documentElement
  return name && { url: new URL(places[name].slice(1), root).href, title: name, kind: '', themes: [], lang, excerpt: no_part[lang] ?? no_part.nb }
}

// What was found, the best first: pages with all of the words, or, `apart`, with most of them. `terms` are the words as they
// were read, `slipped` whether some of them were slips; `meant` another word that may have been meant, where little was found.
// With `exactly` only what has just these words. Without words, all that has what is chosen.
export const search = async (text, exactly = false, chosen = {}) => {
  const known = await vocabulary()
  const { terms, slipped } = exactly ? { terms: split(text), slipped: false } : understood(known, text)
  const whole = terms.length ? exactly ? `"${terms.join(' ')}"` : terms.join(' ') : null
  const { results } = terms.length || !text ? await ask(whole, chosen) : { results: [] }
  const apart = !results.length && !exactly && terms.length > 1
  const found = apart ? await findApart(terms, chosen) : terms.length === 1 ? named(results) : results
  const meant = !slipped && found.length <= FEW && terms.length === 1 ? nearest(known, terms[0]) : undefined
  return { terms, whole, slipped, apart, found, meant, place: place(await labels(), text) }
}

const without = (chosen, facet) => Object.fromEntries(Object.entries(chosen).filter(([name]) => name !== facet))
// Pagefind does not count what has most of the words: each choice is asked for.
const countApart = async (terms, facet, values, others, still) => {
  const counts = {}
  for (const value of values) {
    if (!await still()) break
    counts[value] = (await findApart(terms, { ...others, [facet]: [value] }, counting)).length
  }
  return counts
}
// By facet and value: how many pages a search finds with this choice, beside what is chosen in the other facets. `still`
// tells in time whether anyone still wants to know.
export const counts = async ({ terms, whole, apart }, chosen, still) => {
  const facets = Object.entries(await (await counting()).filters())
  const together = apart ? undefined : (await ask(whole, chosen, counting)).filters
  const found = {}
  for (const [facet, values] of facets) {
    if (!await still()) break
    const others = without(chosen, facet)
    found[facet] = apart ? await countApart(terms, facet, Object.keys(values), others, still)
      : facet in chosen ? (await ask(whole, others, counting)).filters[facet] : together[facet]
  }
  return found
}

// An excerpt without a name, or the end of it, that it begins with: at the top of a page stand its title and themes.
const below = (excerpt, name) => {
  const heading = split(name)
  const pieces = excerpt.match(/\S+\s*/g) ?? []
  const first = pieces.map(piece => split(piece.replace(/<[^>]+>/g, '')))
  for (let skipped = 0; skipped < heading.length; skipped++) {
    const wanted = heading.slice(skipped).join(' ')
    const long = first.findIndex((_, i) => first.slice(0, i + 1).flat().join(' ') === wanted)
    if (long >= 0) return pieces.slice(long + 1).join('')
  }
  return excerpt
}
// Pagefind marks words that begin as asked; where there are none, those that have what is asked for inside them.
const marked = (excerpt, terms) => {
  if (excerpt.includes('<mark>')) return excerpt
  const long = terms.filter(term => term.length > 3).map(folded)
  const has = word => long.some(term => folded(word).includes(term))
  return excerpt.replace(/[\p{L}\p{N}]+/gu, word => has(word) ? `<mark>${word}</mark>` : word)
}
const ended = excerpt => /[.!?](<\/mark>)?$/.test(excerpt) ? excerpt : `${excerpt.replace(/[\s,:;–-]+$/, '')} …`

// Where nothing of what was asked for stands in the excerpt, the page's own description says more.
const escaped = text => text.replace(/[&<>]/g, sign => `&#${sign.charCodeAt(0)};`)
const shownOf = (excerpt, description) => !excerpt.includes('<mark>') && description ? description : ended(excerpt.trim())

const told = (known, terms, { url, meta, excerpt, filters }) => {
  const lang = document.documentElement.lang
  const named = names => names[lang] ?? names.nb
  const themes = (filters.tema ?? []).map(id => ({ id, name: named(known.themes[id]), ...known.themes[id] }))
  const names = themes.flatMap(({ nb, nn }) => [nb, nn])
  const text = [...names, meta.title, ...names].reduce(below, excerpt)
  return {
    url, themes,
    title: meta.title,
    lang: meta.lang,
    kind: named(known.kinds)[filters.slag?.[0]] ?? '',
    excerpt: shownOf(marked(text, terms), marked(escaped(meta.omtale ?? ''), terms)),
  }
}

// What there is to show of some of what was found. A page that is called what is asked for comes before those that tell
// of it. `excerpt` is HTML: Pagefind escapes the text and puts its own <mark> in it.
export const pages = async (found, terms = []) => {
  const [known, ...data] = await Promise.all([labels(), ...found.map(each => each.data())])
  const name = terms.join(' ')
  const after = title => split(title.replace(/^\p{L}+: /u, '')).join(' ')
  const isTheme = ({ meta, filters }) => filters.slag?.includes('tema') && split(meta.navn ?? '').includes(name)
  const called = page => split(page.meta.title).join(' ') === name || isTheme(page) ? 2 : Number(after(page.meta.title) === name)
  if (name) data.sort((a, b) => called(b) - called(a))
  return data.map(each => told(known, terms, each))
}
