// The editor: reads what can be edited, and lets Decap CMS edit it, here or where the files lie.
import { forLists, forPages, read } from './filform.js'
import { insertions } from './innsatt.js'
import { foldingList } from './lister.js'
import { merged, WORDS } from './ord.js'
import { tellWhatWasOpened } from './samtidig.js'

// The desk on one's own machine tells what becomes of what is saved; other hosts do not.
const TOLD = 'kontroll.json'

function fetched(name) {
  return fetch(name, { cache: 'no-store' }).then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(name))))
}

function preview({ entry, widgetFor }) {
  const { h } = window
  const head = h('div', { className: 'wrap' }, h('h1', {}, entry.getIn(['data', 'title'])), h('p', { className: 'ingress' }, entry.getIn(['data', 'summary'])))
  const body = h('div', { className: 'wrap artikkel' }, h('div', { className: 'prose' }, widgetFor('body')))
  return h('main', {}, h('article', {}, h('header', { className: 'page-head page-head--plain' }, head), body))
}

// Where the files are: here when the desk is open, whatever the site says of others.
function reached(backend, isDesk) {
  const local = isDesk ? { name: 'proxy', proxy_url: 'api/v1', branch: 'main' } : backend
  return local.proxy_url ? { ...local, proxy_url: new URL(local.proxy_url, location.href).href } : local
}

function started(config, backend) {
  const { CMS } = window
  for (const collection of config.collections) {
    const { files, format, fields } = collection
    CMS.registerCustomFormat(format, files ? 'yaml' : 'md', files ? forLists(files) : forPages(fields))
    if (!files) CMS.registerPreviewTemplate(collection.name, preview)
  }
  const { control, preview: shown, schema } = CMS.getWidget('list')
  CMS.registerWidget('list', foldingList(control, window.h), shown, schema)
  insertions(window.h).forEach(each => CMS.registerEditorComponent(each))
  CMS.registerLocale(config.locale, merged(CMS.getLocale(config.locale), WORDS))
  for (const name of ['nettsted.css', 'tema.css']) CMS.registerPreviewStyle(new URL(`../assets/${name}`, location.href).href)
  const site_url = new URL('../', location.href).href
  const logo_url = new URL('../assets/merke.svg', location.href).href
  CMS.init({ config: { ...config, backend, site_url, display_url: site_url, logo_url, load_config_file: false } })
}

// What is wrong may stand far from the button that saves, and Decap says nothing of it there.
const ASIDE = 400
document.addEventListener('click', ({ target }) => {
  const wrong = () => document.querySelector('[class*="ControlErrorsList"]')?.scrollIntoView({ block: 'center' })
  if (target.closest('[role="menuitem"]')) setTimeout(wrong, ASIDE)
})

function loaded(source) {
  return new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement('script'), { src: source, onload: done, onerror: failed }))
  })
}

const PATIENCE = 3
const GONE = { state: 'feil', text: 'Redigeringen er stoppet. Start make desk igjen før du lagrer.', problems: [] }
async function follow(place, first) {
  let before = ''
  let missed = 0
  for (let told = first; ; told = await fetched(TOLD).catch(() => '')) {
    missed = told ? 0 : missed + 1
    if (missed === PATIENCE) show(place, GONE)
    if (told && told !== before) show(place, JSON.parse(told))
    before = missed < PATIENCE ? told || before : ''
    await new Promise(later => setTimeout(later, 1500))
  }
}

function show(place, { state, text, problems }) {
  place.hidden = false
  place.dataset.state = state
  const items = problems.map(({ place: where, file, message, help }) => {
    const item = Object.assign(document.createElement('li'), { title: file })
    item.append(Object.assign(document.createElement('b'), { textContent: where }), ` ${message}. ${help}`)
    return item
  })
  const list = document.createElement('ul')
  list.append(...items)
  place.replaceChildren(Object.assign(document.createElement('p'), { textContent: text }), ...(items.length ? [list] : []))
}

const told = ['127.0.0.1', 'localhost'].includes(location.hostname) && (await fetched(TOLD).catch(() => ''))
const config = read(await fetched('config.yml'))
if (told || config.backend.name !== 'proxy') {
  document.getElementById('uten').remove()
  window.CMS_MANUAL_INIT = true
  await loaded('decap-cms.js')
  const backend = reached(config.backend, Boolean(told))
  if (backend.proxy_url) tellWhatWasOpened(backend.proxy_url)
  started(config, backend)
}
if (told) follow(document.getElementById('kontroll'), told)
