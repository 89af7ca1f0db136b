// The button of narrow windows that opens the facets beside a list, and the one below them that leads to the list.
export const opens = (opener, panel, heading) => {
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
