// The facets beside a list: what is chosen, what that leaves, how many pages each choice has, and buttons that undo it.
import { element } from './lag.js'

// The button of narrow windows that opens the facets beside a list, and the one below them that leads to the list.
const opens = (opener, panel, heading) => {
  const show = open => {
    panel.classList.toggle('is-open', open)
    opener.setAttribute('aria-expanded', String(open))
  }
  opener.addEventListener('click', () => show(!panel.classList.contains('is-open')))
  panel.querySelector('.fasetter__ferdig').addEventListener('click', () => {
    show(false)
    heading.focus()
    heading.nextElementSibling.scrollIntoView()
  })
}

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

  // `left` and `all` are numbers of pages by facet and value: with what is chosen in the other facets, and without.
  const countOne = (box, left, all) => {
    label(box).querySelector('[data-antall]').textContent = left
    label(box).classList.toggle('valg--tomt', !left)
    label(box).hidden = !box.checked && !all
    box.disabled = !box.checked && !left
  }
  const count = (left, all) => {
    for (const box of boxes) countOne(box, left[box.name]?.[box.value] ?? 0, all[box.name]?.[box.value] ?? 0)
    for (const field of panel.querySelectorAll('fieldset')) {
      field.hidden = boxes.filter(box => field.contains(box)).every(box => label(box).hidden)
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
  opens(opener, panel, heading)
  return {
    chosen: () => chosen().reduce((found, { name, value }) => ({ ...found, [name]: [...found[name] ?? [], value] }), {}),
    choose: query => boxes.forEach(box => { box.checked = query.getAll(box.name).includes(box.value) }),
    count, forget, show,
  }
}
