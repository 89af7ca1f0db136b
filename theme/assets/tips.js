// «Tips oss om et eksempel»: makes an e-mail of what is filled in. Nothing is kept or sent from here. What is too long
// for an address, or meets no e-mail program, is there to be copied. A form that leads to `mailto:` by itself would do without
// a script, but Chromium garbles æ, ø and å on the way.
const MOST = 1900 // signs of an address; some programs cut longer ones
const form = document.querySelector('[data-tips]')
const words = form.dataset
const find = query => form.querySelector(query)
const ready = find('.tips__ferdig')
const text = find('#teksten')
const copied = find('[data-kopiert]')

const answers = () => {
  const found = new Map()
  for (const [name, value] of new FormData(form)) {
    if (value.trim()) found.set(name, [...found.get(name) ?? [], value.trim()])
  }
  return [...found].map(([name, values]) => [name, values.join(', ')])
}
const asText = () => answers().map(([name, value]) => `${name.toUpperCase()}\n${value}\n`).join('\n')
const address = body => {
  const fields = { subject: [words.title, find('#kommune').value.trim()].filter(Boolean).join(': '), body }
  const told = Object.entries(fields).filter(([, value]) => value)
  return `mailto:${words.to}?` + told.map(([name, value]) => `${name}=${encodeURIComponent(value.replaceAll('\n', '\r\n'))}`).join('&')
}

const lacks = field => {
  const empty = !field.value.trim()
  if (empty) field.setAttribute('aria-invalid', 'true')
  else field.removeAttribute('aria-invalid')
  find(`#${field.id}-feil`).hidden = !empty
  return empty
}
const required = [...form.querySelectorAll('[required]')]
for (const field of required) field.addEventListener('input', () => field.hasAttribute('aria-invalid') && lacks(field))

form.addEventListener('submit', event => {
  event.preventDefault()
  const [first] = required.filter(lacks)
  if (first) {
    first.focus()
    return
  }
  text.value = asText().replaceAll('\r\n', '\n')
  const whole = address(text.value)
  const long = whole.length > MOST
  const link = find('[data-epost]')
  link.href = long ? address('') : whole
  find('[data-svar]').textContent = long ? words.long : words.opened
  copied.textContent = ''
  ready.hidden = false
  ready.focus()
  if (!long) link.click()
})

find('[data-kopier]').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(text.value)
    copied.textContent = words.copied
  } catch { // the browser lets nobody copy, as on pages without HTTPS
    text.select()
    copied.textContent = words.uncopied
  }
})
