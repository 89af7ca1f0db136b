// The menu button: without JavaScript it is hidden and the menu is simply there.
for (const button of document.querySelectorAll('button[aria-controls][hidden]')) {
  const menu = document.getElementById(button.getAttribute('aria-controls'))
  const show = open => {
    button.setAttribute('aria-expanded', String(open))
    menu.classList.toggle('is-closed', !open)
  }
  button.hidden = false
  show(false)
  button.addEventListener('click', () => show(button.getAttribute('aria-expanded') === 'false'))
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !button.offsetParent) return
    show(false)
    button.focus()
  })
}
