// The search page: the list #treff holds what is found for the field and the facets, and the address what was asked for.
import { element, shield } from './lag.js'
import { SHOWN, counts, pages, search, warm } from './sokemotor.js'
import { facets } from './fasetter.js'

const PAUSE = 150
const place = document.querySelector('[data-sok]')
const words = place.dataset
const input = document.getElementById('sok')
const list = document.getElementById('treff')
const status = place.querySelector('[role=status]')
const advice = place.querySelector('.sok__rad')
const more = place.querySelector('.sok__flere')
const here = () => new URLSearchParams(location.search)
const asks = () => here().get('q')?.trim() ?? ''
const facet = facets(place, () => ask(true))

const address = (query, exactly) => {
  const chosen = Object.entries(facet.chosen()).flatMap(([name, values]) => values.map(each => `${name}=${encodeURIComponent(each)}`))
  const parts = [...query ? [`q=${encodeURIComponent(query)}`] : [], ...exactly ? ['akkurat'] : [], ...chosen]
  return parts.length ? `?${parts.join('&')}` : location.pathname
}

const theme = ({ id, icon, name }) => {
  const made = element('span', '', { class: 'treff__tema' })
  made.append(shield({ id, icon }), name)
  return made
}
const shownAs = page => {
  const item = element('li', '', page.lang ? { lang: page.lang } : {})
  const what = element('p', page.kind, { class: 'treff__slag', lang: document.documentElement.lang })
  what.append(...page.themes.flatMap(each => [' ', theme(each)]))
  const excerpt = element('p')
  excerpt.innerHTML = page.excerpt
  item.append(element('a', page.title, { href: page.url }), what, excerpt)
  return item
}

let asked = 0
let rest = []
const show = async (mine, terms) => {
  const next = await pages(rest.slice(0, SHOWN), terms)
  if (mine !== asked) return []
  const items = next.map(shownAs)
  rest = rest.slice(SHOWN)
  list.append(...items)
  more.hidden = !rest.length
  return items
}

// Says that other words were looked for, with a way back; or which other word may have been meant.
const advise = (query, { terms, slipped, meant }) => {
  advice.replaceChildren()
  if (slipped) {
    advice.append(words.slipped.replace('{q}', terms.join(' ')), ' ',
      element('a', words.exactly.replace('{q}', query), { href: address(query, true) }))
  } else if (meant) advice.append(words.meant, ' ', element('a', meant, { href: address(meant) }), '?')
  advice.hidden = !advice.hasChildNodes()
}

const say = (query, count, before) => {
  const none = !before ? words.none : query ? words.noneChosen : words.noneTogether
  const word = count === 0 ? none : count === 1 ? words.one : words.many
  status.textContent = word.replace('{n}', count || before).replace('{q}', query)
}

const answer = async (mine, query, exactly) => {
  const chosen = facet.chosen()
  const any = Object.keys(chosen).length > 0
  if (!query && !any) {
    rest = []
    list.replaceChildren()
    more.hidden = advice.hidden = true
    status.textContent = words.hint
    list.setAttribute('aria-busy', 'false')
    facet.forget()
    return
  }
  const result = await search(query, exactly, chosen)
  const before = result.found.length || !any ? result.found.length : (await search(query, exactly)).found.length
  if (mine !== asked) return
  rest = result.found
  list.replaceChildren(...result.place && !any ? [shownAs(result.place)] : [])
  advise(query, result)
  await show(mine, result.terms)
  if (mine !== asked) return
  say(query, result.found.length + Number(!!result.place && !any), before)
  list.setAttribute('aria-busy', 'false')
  // To count keeps the next answer waiting: what is typed meanwhile comes first.
  const still = (pause = 0) => new Promise(told => setTimeout(() => told(mine === asked), pause))
  if (!await still(PAUSE)) return
  const left = await counts(result, chosen, still)
  const all = any ? await counts(result, {}, still) : left
  if (await still()) facet.count(left, all)
}

const fail = () => {
  rest = []
  list.replaceChildren()
  more.hidden = advice.hidden = true
  status.textContent = words.failed
  list.setAttribute('aria-busy', 'false')
}
const run = (query, exactly) => {
  const mine = ++asked
  list.setAttribute('aria-busy', 'true')
  facet.show()
  return answer(mine, query, exactly).catch(() => { if (mine === asked) fail() })
}

// Asks for what the field and the facets hold. A choice is a step in the history; letters are not.
const ask = step => {
  clearTimeout(waiting)
  const text = input.value.trim()
  const exactly = text === asks() && here().has('akkurat')
  const next = address(text, exactly)
  if (step) history.pushState(null, '', next)
  else history.replaceState(null, '', next)
  run(text, exactly)
}
const fromAddress = () => {
  input.value = asks()
  facet.choose(here())
  run(asks(), here().has('akkurat'))
}

// Arrows lead from the field into the list, through it, and back.
const move = event => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!by || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const stops = [input, ...list.querySelectorAll('a')]
  const next = stops[stops.indexOf(document.activeElement) + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}

let waiting
input.addEventListener('focus', () => warm().catch(() => {}), { once: true })
input.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(ask, PAUSE)
})
input.form.addEventListener('submit', event => {
  event.preventDefault()
  ask()
})
input.addEventListener('keydown', move)
list.addEventListener('keydown', move)
more.addEventListener('click', async () => {
  const [first] = await show(asked).catch(() => [])
  first?.querySelector('a').focus()
})
addEventListener('popstate', fromAddress)
fromAddress()
