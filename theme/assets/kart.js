// The large map: zoom to a fylke or a landsdel, and the name of what the list points at. Without it, all are shown.
const calm = matchMedia('(prefers-reduced-motion: reduce)')
const margin = 45
const least = 170 // units across the closest view

for (const map of document.querySelectorAll('.kart')) {
  const svg = map.querySelector('.kart__bilde')
  const select = map.querySelector('select')
  const marks = [...svg.querySelectorAll('.kart__sted')]
  const groups = [...map.querySelectorAll('.kart__liste > div')]
  const { x, y, width, height } = svg.viewBox.baseVal
  const whole = [x, y, width, height]
  svg.style.aspectRatio = `${width} / ${height}`
  let now = whole
  let turn = 0

  const sides = new Map(marks.map(mark => [mark, Math.sign(mark.querySelector('.kart__navn').getAttribute('x'))]))

  // A name to the right (1) or the left (-1), outside its mark as large as that is now.
  const put = (mark, side) => {
    const name = mark.querySelector('.kart__navn')
    const size = Number(getComputedStyle(mark).getPropertyValue('--kart-storrelse')) || 1
    name.setAttribute('x', Math.round(side * (35 + 115 * size) * (now[2] / width) ** 0.6) / 10)
    name.setAttribute('text-anchor', side < 0 ? 'end' : 'start')
  }

  const show = view => {
    now = view
    svg.setAttribute('viewBox', view.map(value => Math.round(value * 10) / 10).join(' '))
    const scale = (view[2] / width) ** 0.6 // marks grow when they have room, letters keep their size
    svg.style.setProperty('--kart-maal', scale)
    svg.style.setProperty('--kart-skrift', view[2] / width)
    for (const mark of marks) put(mark, sides.get(mark))
  }

  const move = to => {
    const from = now
    const start = performance.now()
    const mine = ++turn
    return new Promise(done => {
      const step = time => {
        if (mine !== turn) return
        const share = calm.matches ? 1 : Math.min(1, Math.max(0, time - start) / 400)
        const eased = 1 - (1 - share) ** 3
        show(share < 1 ? from.map((value, i) => value + (to[i] - value) * eased) : to)
        if (share < 1) requestAnimationFrame(step)
        else done()
      }
      step(start)
    })
  }

  // The marks with a margin, in the shape of the whole map, so that the picture keeps its size, and never beyond it.
  const around = chosen => {
    const spots = chosen.map(mark => mark.transform.baseVal.getItem(0).matrix)
    const [xs, ys] = [spots.map(spot => spot.e), spots.map(spot => spot.f)]
    const across = Math.max(...xs) - Math.min(...xs) + 2 * margin
    const down = Math.max(...ys) - Math.min(...ys) + 2 * margin
    const wide = Math.min(width, Math.max(across, (down * width) / height, least))
    const high = (wide * height) / width
    const within = (first, last, size, start, all) =>
      Math.min(Math.max((first + last - size) / 2, start), start + all - size)
    const left = within(Math.min(...xs), Math.max(...xs), wide, x, width)
    return [left, within(Math.min(...ys), Math.max(...ys), high, y, height), wide, high]
  }

  // Names that have room: none over another, nor over a mark, chosen or not.
  const name = chosen => {
    const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
    const taken = marks.map(mark => [mark, mark.querySelector('.kart__skjold').getBoundingClientRect()])
    const edge = svg.getBoundingClientRect()
    for (const mark of marks) mark.classList.remove('har-plass')
    const free = (mark, box) =>
      box.left >= edge.left && box.right <= edge.right && taken.every(([other, area]) => other === mark || !overlap(box, area))
    for (const mark of chosen) {
      const side = sides.get(mark)
      const label = mark.querySelector('.kart__navn')
      const found = [side, -side].find(each => (put(mark, each), free(mark, label.getBoundingClientRect())))
      if (!found) {
        put(mark, side)
        continue
      }
      mark.classList.add('har-plass')
      taken.push([null, label.getBoundingClientRect()])
    }
  }

  const belongs = element => {
    const [part, id] = select.value.split(':')
    return !part || element.dataset[part] === id
  }
  const chosenMarks = () => (select.value ? marks.filter(belongs) : [])

  const zoom = async () => {
    const chosen = chosenMarks()
    for (const mark of marks) mark.classList.remove('har-plass')
    for (const group of groups) group.hidden = !belongs(group)
    map.classList.toggle('kart--naer', chosen.length > 0)
    const mine = turn + 1
    await move(chosen.length ? around(chosen) : whole)
    if (mine === turn) name(chosen)
  }

  const point = id => {
    for (const each of map.querySelectorAll('[data-sted]')) each.classList.toggle('er-valgt', each.dataset.sted === id)
    const mark = marks.find(each => each.dataset.sted === id)
    if (!svg.contains(document.activeElement)) svg.append(...marks, ...(mark ? [mark] : [])) // its name over the others
  }
  const here = event => point(event.target.closest('[data-sted]')?.dataset.sted)
  const listed = event => event.target.closest('.kart__liste') && here(event)
  map.addEventListener('pointerover', listed)
  map.addEventListener('focusin', listed)
  const gone = event => event.target.closest('.kart__liste') && point()
  map.addEventListener('pointerout', gone)
  map.addEventListener('focusout', gone)

  select.closest('[hidden]').hidden = false
  select.addEventListener('change', zoom)
  map.querySelector('[name="kart-storrelse"]').addEventListener('change', () => {
    show(now) // a larger mark has its name further off
    name(chosenMarks())
  })
  if (select.value) zoom()
}
