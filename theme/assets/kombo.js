// A field with suggestions: ARIA Authoring Practices, «Editable Combobox With List Autocomplete». Nothing is chosen until someone chooses it.
import { element, set } from './lag.js'

// `suggest(text)` promises { items, said, loud }: the suggestions, what is said of them, and whether all must see that.
// `option(item)` makes a line of the list; `go(item)` takes it. `wait` is how long a pause in typing is, in
// milliseconds. Gives what closes the list.
export const combobox = (input, { name, look, wait = 0, suggest, option, go }) => {
  const list = element('ul', '', { id: `${input.id}-forslag`, class: look.list, role: 'listbox', 'aria-label': name })
  const status = element('p', '', { class: look.status, role: 'status' })
  list.hidden = true
  input.parentElement.append(list)
  input.form.append(status)
  set(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })

  let items = []
  let at = -1
  let asked = 0
  let shown = ''
  let waiting
  const mark = i => {
    at = i
    ;[...list.children].forEach((line, n) => line.setAttribute('aria-selected', String(n === at)))
    if (at < 0) return input.removeAttribute('aria-activedescendant')
    input.setAttribute('aria-activedescendant', list.children[at].id)
    list.children[at].scrollIntoView({ block: 'nearest' })
  }
  const say = (text, loud) => {
    status.textContent = text
    status.classList.toggle(look.loud, loud)
  }
  const show = found => {
    items = found
    list.replaceChildren(...items.map(line))
    list.hidden = !items.length
    input.setAttribute('aria-expanded', String(!list.hidden))
    mark(-1)
  }
  const close = () => {
    asked++
    clearTimeout(waiting)
    show([])
    status.classList.remove(look.loud)
  }
  const take = item => {
    close()
    go(item)
  }
  const line = (item, i) => {
    const made = set(option(item), { id: `${list.id}-${i}`, role: 'option', 'aria-selected': 'false' })
    made.addEventListener('click', () => take(item))
    return made
  }
  const open = async () => {
    const mine = ++asked
    const text = input.value
    clearTimeout(waiting)
    const { items, said, loud } = await suggest(text)
    if (mine !== asked || document.activeElement !== input) return
    shown = text
    show(items)
    say(said, loud)
  }
  const step = async by => {
    if (list.hidden || shown !== input.value) await open()
    if (list.hidden) return
    const first = by > 0 ? 0 : items.length - 1
    mark(at < 0 ? first : (at + by + items.length) % items.length)
  }
  const keys = {
    ArrowDown: event => event.altKey ? open() : step(1),
    ArrowUp: event => event.altKey ? close() : step(-1),
    Escape: () => {
      if (list.hidden) input.value = ''
      close()
      say('', false)
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
      take(items[at])
    } else if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) mark(-1)
  })
  list.addEventListener('mousedown', event => event.preventDefault())
  input.addEventListener('input', () => {
    mark(-1)
    clearTimeout(waiting)
    waiting = setTimeout(open, wait)
  })
  input.addEventListener('blur', close)
  return close
}
