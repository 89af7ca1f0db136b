// The search fields of the header and the home page: the best pages while one types. The search is fetched when someone
// first goes to a field.
import { combobox } from './kombo.js'
import { element, shield } from './lag.js'

const MOST = 6
const PAUSE = 120
const LOOK = { list: 'options', status: 'vh', loud: 'options--ord' }
const engine = () => import('./sokemotor.js')

const line = page => {
  const made = element('li')
  const what = [page.kind, ...page.themes.map(({ name }) => name)].filter(Boolean).join(' · ')
  const shields = element('span', '', { class: 'shields' })
  shields.append(...page.themes.map(shield))
  made.append(element('b', page.title, { lang: page.lang }), ' ', element('span', what || page.excerpt), shields)
  return made
}

const enhance = form => {
  const input = form.querySelector('input')
  const words = form.dataset
  const answer = async query => {
    const { SHOWN, pages, search } = await engine()
    const { terms, slipped, found, place } = await search(query)
    if (!found.length && !place) return { items: [], said: words.none.replace('{q}', query), loud: true }
    const best = [...place ? [place] : [], ...await pages(found.slice(0, SHOWN), terms)].slice(0, MOST)
    const mended = slipped ? `${words.slipped.replace('{q}', terms.join(' '))} ` : ''
    const count = (best.length === 1 ? words.one : words.many).replace('{n}', best.length)
    return { items: [...best, { rest: words.rest.replace('{q}', query) }], said: mended + count, loud: false }
  }
  combobox(input, {
    name: words.list,
    look: LOOK,
    wait: PAUSE,
    suggest: async text => {
      const query = text.trim()
      if (!query) return { items: [], said: '', loud: false }
      return answer(query).catch(() => ({ items: [], said: words.failed, loud: true }))
    },
    option: item => item.rest ? element('li', item.rest, { class: 'options__alle' }) : line(item),
    go: item => item.rest ? form.requestSubmit() : location.assign(item.url),
  })
  input.addEventListener('focus', () => engine().then(({ warm }) => warm()).catch(() => {}), { once: true })
}

document.querySelectorAll('form[data-forslag]').forEach(enhance)
