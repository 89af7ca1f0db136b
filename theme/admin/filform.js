// The form that files are kept in: what the editor writes is what `samanom fmt` writes, byte for byte.
const { jsyaml } = window
const WIDTH = 120
// Begins with a letter or «, and has no colon before a space, no # after one, and nothing that is not seen.
const PLAIN = /^[A-Za-zÀ-ÖØ-öø-ɏ«](?:[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff:# ]|:(?! )| (?!#)|(?<! )#)*(?<![: ])$/
const WORDS = /^(?:true|false|yes|no|on|off|null|y|n)$/i
const INVISIBLE = /[\x7f-\x9f\u2028\u2029\ufeff]/g

function quoted(text) {
  return JSON.stringify(text).replace(INVISIBLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function scalar(value, field, inList = false) {
  if (typeof value !== 'string') return String(value)
  if (field.date && /^\d{4}$/.test(value)) return value
  const plain = PLAIN.test(value) && !WORDS.test(value) && !(inList && /[,[\]{}]/.test(value))
  return plain ? value : quoted(value)
}

function isEmpty(value) {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && !Object.values(value).some((each) => !isEmpty(each))
}

// What says something: not empty, and not what the field is anyway.
function told(data, fields) {
  return fields
    .map((field) => [field, data[field.name]])
    .filter(([field, value]) => !isEmpty(said(value, field)) && !(!field.required && value === field.default))
}

// A part without what it says nothing of.
function said(value, field) {
  if (!field.fields || value === null || value === undefined) return value
  if (Array.isArray(value)) return value.map((each) => said(each, field))
  return Object.fromEntries(told(value, field.fields).map(([inner, each]) => [inner.name, said(each, inner)]))
}

function lines(data, fields, indent) {
  return told(data, fields).flatMap(([field, value]) => entry(field, value, indent))
}

function entry(field, value, indent) {
  const key = `${indent}${field.name}:`
  if (Array.isArray(value)) return list(key, field, value, indent)
  if (field.fields) return [key, ...lines(value, field.fields, `${indent}  `)]
  return [`${key} ${scalar(value, field)}`]
}

function list(key, field, values, indent) {
  if (field.fields) return [key, ...items(values, field.fields, `${indent}  `).flat()]
  const one = field.field ?? field
  const line = `${key} [${values.map((each) => scalar(each, one, true)).join(', ')}]`
  return line.length <= WIDTH ? [line] : [key, ...values.map((each) => `${indent}  - ${scalar(each, one)}`)]
}

// The lines of each part that says something.
function items(values, fields, indent) {
  return values
    .map((each) => lines(each, fields, `${indent}  `))
    .filter((all) => all.length)
    .map(([first, ...rest]) => [`${indent}- ${first.trimStart()}`, ...rest])
}

// Data as the fields want it: what looks like a number is a text where the field is one.
function typed(data, fields) {
  const found = { ...data }
  for (const field of fields) {
    const value = found[field.name]
    if (value === null || value === undefined) continue
    found[field.name] = Array.isArray(value) ? value.map((each) => worded(each, field.field ?? field)) : worded(value, field)
  }
  return found
}

function worded(value, field) {
  if (field.fields) return typed(value, field.fields)
  return ['string', 'text'].includes(field.widget) && typeof value === 'number' ? String(value) : value
}

// The comments above the first field.
function headOf(text) {
  return text.match(/^(?:[ \t]*(?:#[^\n]*)?(?:\n|$))*/)[0].split('\n').map((line) => line.trim()).filter(Boolean)
}

function joined(all) {
  return all.map((line) => `${line}\n`).join('')
}

// A file of data: its head, and the one list or part in it, a line of air between those of a list.
function dataFile(data, field, head) {
  const value = data[field.name]
  if (!Array.isArray(value)) return joined([...head, `${field.name}:`, ...lines(value, field.fields, '  ')])
  const parted = items(value, field.fields, '  ').flatMap((all, i) => (i ? ['', ...all] : all))
  return joined([...head, parted.length ? `${field.name}:` : `${field.name}: []`, ...parted])
}

// Decap begins the items of a list with a star; the pages here begin them with a dash.
function dashed(text) {
  return text.split(/^(```[\s\S]*?^```)/m).map((part, i) => (i % 2 ? part : part.replace(/^( *)\* (?=\S)/gm, '$1- '))).join('')
}

// A page: its fields between two lines of ---, and what is written below.
function page(data, fields, head) {
  const body = dashed(data.body ?? '').replace(/^(?:[ \t]*\n)+|\s+$/g, '')
  return joined(['---', ...head, ...lines(data, fields, ''), '---', ...(body ? ['', body] : [])])
}

export function read(text) {
  return jsyaml.load(text, { schema: jsyaml.CORE_SCHEMA })
}

// Decap takes a file that it cannot read for an empty one, and would write over it: what is read like that is never written.
// The comments above the first field come along as «#», which every file that was read has.
function guarded({ fromFile, toFile, mayBeNew }) {
  return {
    fromFile(text) {
      try {
        return fromFile(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
      } catch (error) {
        return { '#feil': error.message }
      }
    },
    toFile(data) {
      if ('#feil' in data || !(mayBeNew || '#' in data)) throw new Error('Filen kan ikke leses, og blir ikke rørt. Kontrollen sier hva som er galt i den.')
      return toFile(data)
    },
  }
}

// The lists of a group lie in a file each, told apart by the one key in it.
export function forLists(files) {
  const fields = files.map((file) => file.fields[0])
  return guarded({
    fromFile: (text) => ({ '#': headOf(text), ...typed(read(text) ?? {}, fields) }),
    toFile: (data) => dataFile(data, fields.find((field) => field.name in data), data['#']),
  })
}

export function forPages(all) {
  const fields = all.filter((field) => field.name !== 'body')
  return guarded({
    mayBeNew: true,
    fromFile(text) {
      const [, head, body] = text.match(/^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$(?![\s\S]))([\s\S]*)/m)
      return { '#': headOf(head), ...typed(read(head) ?? {}, fields), body: body.trim() }
    },
    toFile: (data) => page(data, fields, data['#'] ?? []),
  })
}
