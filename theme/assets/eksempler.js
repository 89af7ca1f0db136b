// The list of examples: facets with counts that follow the selection, order, cards or table, CSV. The address holds it all.
// Which examples there are, and their values, stand in eksempler.json; their cards and rows on the pages of the list.
import { load } from './finn.js'
import { once, read, root } from './hent.js'
import { facets } from './fasetter.js'
import { csv, ordered, select } from './utvalg.js'

const SHOWN = 24
const place = document.querySelector('[data-eksempler]')
const words = place.dataset
const find = query => place.querySelector(query)
const facet = facets(place, () => act())
const order = find('select[name=sorter]')
const nearest = find('.nermest')
const list = find('.cards')
const table = find('.eksempeltabell')
const more = find('[data-flere]')
const status = find('[data-status]')
const slim = read('assets/eksempler.json')
const everywhere = once(async () => select(await slim(), {}).counts)

// What stands in the address.
const asked = () => new URLSearchParams(location.search)

const toAddress = (kommune = asked().get('nermest')) => {
  const query = new URLSearchParams(Object.entries(facet.chosen()).flatMap(([name, values]) => values.map(value => [name, value])))
  if (order.value) query.set('sorter', order.value)
  if (order.value === 'folketall' && kommune) query.set('nermest', kommune)
  if (!table.hidden) query.set('vis', 'tabell')
  history.replaceState(null, '', query.size ? `?${query}` : location.pathname)
}
const fromAddress = () => {
  const query = asked()
  facet.choose(query)
  facet.show()
  order.value = query.get('sorter') ?? ''
  if (order.selectedIndex < 0) order.value = ''
  view(query.get('vis') === 'tabell')
}

// The card and the row of each example that has been on a page, by id.
const shapes = new Map()
const keep = from => {
  for (const each of from.querySelectorAll('.cards > [data-eksempel], .eksempeltabell tbody > [data-eksempel]')) {
    const id = each.dataset.eksempel
    shapes.set(id, { ...shapes.get(id), [each.tagName]: each })
  }
}
keep(document)
const fetchPage = async number => {
  const answer = await fetch(new URL(number > 1 ? `eksempler/side/${number}/` : 'eksempler/', root))
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const link of page.querySelectorAll('.cards a, .eksempeltabell a')) {
    link.href = new URL(link.getAttribute('href'), answer.url)
  }
  keep(page)
}
// The pages of the list that must be fetched to show these.
const lacking = ({ ids, page_size }, found) =>
  [...new Set(found.filter(i => !shapes.has(ids[i])).map(i => Math.floor(i / page_size) + 1))]
const shapesOf = async (data, found) => {
  await Promise.all(lacking(data, found).map(fetchPage))
  return found.map(i => shapes.get(data.ids[i]))
}

const tell = (found, total) => {
  status.textContent = !found.length ? words.ingen
    : found.length === total ? words.alle : words.vist.replace('{n}', found.length)
  find('[data-tomt]').hidden = found.length > 0
  find('[data-last-ned]').hidden = !found.length
}

const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)))
let latest = 0
let left = []
// What is shown stays until the next is there, so that the page does not jump.
const show = async (mine, data, next, instead) => {
  const made = await shapesOf(data, next)
  if (mine !== latest) return
  const [cards, rows] = ['LI', 'TR'].map(kind => made.map(each => document.adoptNode(each[kind])))
  const put = instead ? 'replaceChildren' : 'append'
  list[put](...cards)
  table.tBodies[0][put](...rows)
  more.hidden = !left.length
}

const changed = async () => {
  const mine = ++latest
  try {
    const data = await slim()
    const all = await everywhere()
    const kommune = await home()
    if (mine !== latest) return
    const { found, counts } = select(data, facet.chosen())
    const inOrder = ordered(data, found, order.value, kommune?.population)
    facet.count(counts, all)
    tell(found, data.ids.length)
    left = inOrder.slice(SHOWN)
    find('.sider')?.remove()
    if (lacking(data, inOrder.slice(0, SHOWN)).length) await painted() // the counts first: to fetch pages takes longer
    if (mine !== latest) return
    await show(mine, data, inOrder.slice(0, SHOWN), true)
  } catch {
    if (mine === latest) status.textContent = words.feil
  }
}

// The kommune to be near in population, when that is the order.
const home = async () => {
  const by = order.value
  nearest.hidden = by !== 'folketall'
  for (const note of place.querySelectorAll('[data-om-rekkefolgen]')) note.hidden = note.dataset.omRekkefolgen !== by
  const id = asked().get('nermest')
  if (by !== 'folketall' || !id) return undefined
  const kommune = (await load()).find(each => each.id === id)
  const number = kommune?.population.toLocaleString('nb-NO')
  find('[data-nermest-svar]').textContent = kommune ? words.nermest.replace('{navn}', kommune.name).replace('{n}', number) : ''
  return kommune
}

const view = asTable => {
  table.hidden = !asTable
  list.hidden = asTable
  for (const each of place.querySelectorAll('[data-vis]')) {
    each.setAttribute('aria-pressed', String((each.dataset.vis === 'tabell') === asTable))
  }
}

const download = async ({ dataset }) => {
  const data = await slim()
  const { found } = select(data, facet.chosen())
  const all = ordered(data, found, order.value, (await home())?.population)
  const rows = (await shapesOf(data, all)).map(each => each.TR)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([csv(rows)], { type: 'text/csv;charset=utf-8' }))
  link.download = dataset.filnavn
  link.click()
  URL.revokeObjectURL(link.href)
}

const act = kommune => {
  toAddress(kommune)
  facet.show()
  return changed()
}
order.addEventListener('change', () => act())
nearest.querySelector('form').addEventListener('kommune', ({ detail }) => act(detail.id))
for (const each of place.querySelectorAll('[data-vis]')) {
  each.addEventListener('click', () => {
    view(each.dataset.vis === 'tabell')
    toAddress()
  })
}
more.addEventListener('click', async () => {
  const next = left.slice(0, SHOWN)
  left = left.slice(SHOWN)
  const first = list.children.length
  await show(latest, await slim(), next, false)
  const shown = table.hidden ? list.children : table.tBodies[0].rows
  shown[first]?.querySelector('a').focus()
})
find('[data-last-ned]').addEventListener('click', ({ currentTarget }) => download(currentTarget).catch(() => { status.textContent = words.feil }))
addEventListener('popstate', () => { fromAddress(); changed() })
fromAddress()
if (asked().size) changed()
