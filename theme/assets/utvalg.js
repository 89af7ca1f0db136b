// Choosing among examples: `data` is what stands in eksempler.json; examples are their places in it.

// Those that have what is chosen, and how many each choice would leave, were it chosen.
// A choice counts those that fail in no other facet than its own. `chosen` are the values of each facet where some are.
export const select = ({ ids, facets }, chosen) => {
  const all = Object.entries(facets).map(([name, { values, of }]) => ({
    name, values, of,
    wanted: chosen[name] && values.map(value => chosen[name].includes(value)),
    counts: values.map(() => 0),
  }))
  const narrowed = all.filter(each => each.wanted)
  const found = []
  for (let i = 0; i < ids.length; i++) {
    const lacks = narrowed.filter(({ of, wanted }) => !of[i].some(value => wanted[value]))
    if (lacks.length > 1) continue
    if (!lacks.length) found.push(i)
    for (const { of, counts } of lacks.length ? lacks : all) for (const value of of[i]) counts[value]++
  }
  const byValue = ({ values, counts }) => Object.fromEntries(values.map((value, v) => [value, counts[v]]))
  return { found, counts: Object.fromEntries(all.map(each => [each.name, byValue(each)])) }
}

const distance = (populations, people) => Math.min(...populations.map(each => Math.abs(Math.log2(each / people))))
const orders = {
  nyest: ({ newest }) => i => -(newest[i] ?? -Infinity),
  forbedring: ({ improvement }) => i => -(improvement[i] ?? -Infinity),
  folketall: ({ population }, people) => i => people ? distance(population[i], people) : 0,
}
export const ordered = (data, found, by, people) => {
  if (!orders[by]) return found
  const value = orders[by](data, people)
  const values = new Map(found.map(i => [i, value(i)]))
  return [...found].sort((a, b) => values.get(a) - values.get(b) || a - b)
}

// Everything in a row that has a name in data-kolonne, under that name: its bare value where it has one, or its text.
// Spreadsheets set to Norwegian part by semicolon.
const value = each => each.getAttribute('value') ?? each.textContent.trim()
const safe = text => `"${text.replace(/^[=+@\-\t]/, "'$&").replaceAll('"', '""')}"`
export const csv = rows => {
  const cells = row => [...row.querySelectorAll('[data-kolonne]')]
  const names = [...new Set(rows.flatMap(row => cells(row).map(each => each.dataset.kolonne)))]
  const line = row => [
    ...names.map(name => cells(row).filter(each => each.dataset.kolonne === name).map(value).join(', ')),
    row.querySelector('a').href,
  ]
  return `\uFEFF${[[...names, 'Adresse'], ...rows.map(line)].map(each => each.map(safe).join(';')).join('\r\n')}\r\n`
}
