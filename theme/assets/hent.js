// Files of the site, fetched when someone first wants them.
export const root = new URL('../', import.meta.url)

// What `make` promises, made once; what failed is made anew, and told how many times it has.
export const once = make => {
  let made
  let failed = 0
  return () => made ??= make(failed).catch(error => {
    made = undefined
    failed++
    throw error
  })
}
export const read = name => once(async () => {
  const answer = await fetch(new URL(name, root))
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
  return answer.json()
})
