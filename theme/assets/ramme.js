// The menu buttons of narrow windows, the key of the search field, and what prints a page. Where no scripts run, the style sheet shows the menu and hides the button.
for (const button of document.querySelectorAll('.header-button[aria-controls]')) {
  const menu = document.getElementById(button.getAttribute('aria-controls'))
  const show = open => {
    button.setAttribute('aria-expanded', String(open))
    menu.classList.toggle('is-open', open)
  }
  button.addEventListener('click', () => show(button.getAttribute('aria-expanded') === 'false'))
  menu.parentElement.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.classList.contains('is-open')) return
    show(false)
    button.focus()
  })
}

for (const button of document.querySelectorAll('[data-skriv-ut]')) button.addEventListener('click', () => print())

// «/» leads to the search field, but where one writes, where a dialog is open, and for those who have turned it off,
// which is the only thing the site keeps in a browser.
const OFF = 'uten-hurtigtast'
const isOff = () => {
  try {
    return OFF in localStorage
  } catch {
    return false
  }
}
for (const box of document.querySelectorAll('[data-hurtigtast]')) {
  box.checked = !isOff()
  box.addEventListener('change', () => box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, ''))
}
const field = document.getElementById('sok')
const WRITING = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])'
addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isOff()) return
  if (event.target.closest(WRITING) || document.querySelector('dialog[open], [aria-modal=true]')) return
  event.preventDefault()
  if (!field.checkVisibility()) document.querySelector('[aria-controls=verktoy]').click()
  field.focus()
})
