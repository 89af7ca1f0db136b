// The menu button of narrow windows, and what prints a page. Where no scripts run, the style sheet shows the menu and hides the button.
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
