// The facets of the search page: what is chosen, what that leaves, how many pages each choice has, and buttons that undo it.
import { element } from './lag.js'

// `changed` is called when someone chooses, or undoes a choice.
export const facets = (place, changed) => {
  const words = place.dataset
  const panel = place.querySelector('.fasetter')
  const opener = place.querySelector('.fasettknapp')
  const row = place.querySelector('.valgte')
  const heading = place.querySelector('h2')
  const boxes = [...panel.querySelectorAll('input')]
  const label = box => box.closest('.valg')
  const chosen = () => boxes.filter(box => box.checked)

  const undo = (text, those) => {
    const button = element('button', '', { type: 'button', class: 'valgt' })
    if (those.length === 1) button.append(element('span', `${words.remove} `, { class: 'vh' }))
    button.append(text)
    button.addEventListener('click', () => {
      those.forEach(box => { box.checked = false })
      changed()
      ;(row.querySelector('button') ?? heading).focus()
    })
    return button
  }
  const show = () => {
    const those = chosen()
    const all = those.length > 1 ? [undo(words.clear, those)] : []
    row.replaceChildren(...those.map(box => undo(label(box).querySelector('.valg__ord').textContent.trim(), [box])), ...all)
    row.hidden = !those.length
    opener.textContent = those.length ? words.narrowed.replace('{n}', those.length) : words.narrow
  }

  // Those that have a chosen value in every facet where one is chosen, but for the facet `free`.
  const left = (found, having, free) => {
    const names = new Set(chosen().map(({ name }) => name).filter(name => name !== free))
    return [...names].reduce((those, name) => {
      const sets = chosen().filter(box => box.name === name).map(({ value }) => having[name]?.[value])
      return those.filter(({ id }) => sets.some(ids => ids?.has(id)))
    }, found)
  }
  const countOne = (box, found, those, having) => {
    const ids = having[box.name]?.[box.value] ?? new Set()
    const count = those.filter(({ id }) => ids.has(id)).length
    label(box).querySelector('[data-antall]').textContent = count
    label(box).classList.toggle('valg--tomt', !count)
    label(box).hidden = !box.checked && !found.some(({ id }) => ids.has(id))
    box.disabled = !box.checked && !count
  }
  const count = (found, having) => {
    for (const field of panel.querySelectorAll('fieldset')) {
      const those = left(found, having, field.dataset.fasett)
      const own = boxes.filter(box => field.contains(box))
      own.forEach(box => countOne(box, found, those, having))
      field.hidden = own.every(box => label(box).hidden)
    }
  }

  // Where nothing is asked for, every choice stands there, without a count.
  const forget = () => {
    panel.querySelectorAll('[hidden]').forEach(each => { each.hidden = false })
    boxes.forEach(box => {
      box.disabled = false
      label(box).classList.remove('valg--tomt')
      label(box).querySelector('[data-antall]').textContent = ''
    })
  }

  panel.addEventListener('change', () => changed())
  opener.addEventListener('click', () => {
    opener.setAttribute('aria-expanded', String(panel.classList.toggle('is-open')))
  })
  return {
    chosen: () => chosen().map(({ name, value }) => [name, value]),
    choose: query => boxes.forEach(box => { box.checked = query.getAll(box.name).includes(box.value) }),
    count, forget, left, show,
  }
}
