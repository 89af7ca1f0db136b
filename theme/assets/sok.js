// The search page: results of Pagefind for what the field holds, in the list #treff; the address holds the query.
const SHOWN = 10

const place = document.querySelector('[data-sok]')
const words = place.dataset
const input = document.getElementById('sok')
const list = document.getElementById('treff')
const status = place.querySelector('[role=status]')
const more = place.querySelector('button')
const root = new URL('../', input.form.action)

let loading
const pagefind = () => loading ??= import(new URL('pagefind/pagefind.js', root)).then(async engine => {
  await engine.options({ baseUrl: root.pathname })
  return engine
}).catch(error => { loading = undefined; throw error })

const shownAs = found => {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = found.url
  link.textContent = found.meta.title
  const excerpt = document.createElement('p')
  excerpt.innerHTML = found.excerpt // Pagefind escapes the text; only its own <mark> is HTML
  item.append(link, excerpt)
  if (found.meta.lang) item.lang = found.meta.lang
  return item
}

let asked = 0
let rest = []
const show = async mine => {
  const next = await Promise.all(rest.slice(0, SHOWN).map(each => each.data()))
  if (mine !== asked) return
  rest = rest.slice(SHOWN)
  list.append(...next.map(shownAs))
  more.hidden = !rest.length
}

const search = async query => {
  const mine = ++asked
  list.setAttribute('aria-busy', 'true')
  try {
    const { results } = query ? await (await pagefind()).search(query) : { results: [] }
    if (mine !== asked) return
    rest = results
    list.replaceChildren()
    const word = results.length === 0 ? words.none : results.length === 1 ? words.one : words.many
    status.textContent = query ? word.replace('{n}', results.length).replace('{q}', query) : ''
    await show(mine)
  } catch {
    if (mine === asked) status.textContent = words.failed
  }
  if (mine === asked) list.setAttribute('aria-busy', 'false')
}

const asks = () => new URLSearchParams(location.search).get('q')?.trim() ?? ''
const typed = () => {
  const query = input.value.trim()
  if (query !== asks()) history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname)
  search(query)
}

let waiting
input.addEventListener('focus', pagefind, { once: true })
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
addEventListener('popstate', () => { input.value = asks(); search(asks()) })

input.value = asks()
if (asks()) search(asks())
