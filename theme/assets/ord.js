// Words as people type them: without æ, ø and å, and with slips.

// «Vågå», «vaga» and «Vaagaa» become the same.
export const folded = text => text.toLowerCase().replaceAll('æ', 'a').replaceAll('ø', 'o').replaceAll('đ', 'd')
  .replaceAll('ŋ', 'n').replaceAll('ŧ', 't').normalize('NFKD').replace(/\p{M}/gu, '')
  .replace(/ae|aa/g, 'a').replaceAll('oe', 'o')

// The fewest letters to change, add, leave out or swap before `query` is `name`, or is the start of it.
export const slips = (query, name, whole = false) => {
  let older, last, row = Array.from({ length: name.length + 1 }, (_, j) => j)
  for (let i = 1; i <= query.length; i++) {
    [older, last, row] = [last, row, [i]]
    for (let j = 1; j <= name.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (query[i - 1] !== name[j - 1]))
      const swapped = i > 1 && j > 1 && query[i - 1] === name[j - 2] && query[i - 2] === name[j - 1]
      if (swapped) row[j] = Math.min(row[j], older[j - 2] + 1)
    }
  }
  return whole ? row[name.length] : Math.min(...row)
}

// How many slips are let pass in a word.
export const allowed = word => word.length < 3 ? 0 : word.length < 6 ? 1 : 2
