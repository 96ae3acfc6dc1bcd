import { expect, test } from 'vitest'
import { sortByKey } from './sort-by-key'

test('rows are sorted by their keys, equal ones as they came, and each key is made once', () => {
  const made: string[] = []
  const rows = Array.from({ length: 500 }, (_, index) => `${(index * 7919) % 250}-${index}`)
  const sorted = sortByKey(
    rows,
    (row) => {
      made.push(row)
      return parseInt(row)
    },
    (a, b) => a - b,
  )
  expect(made).toEqual(rows)
  expect(sorted).toEqual(rows.toSorted((a, b) => parseInt(a) - parseInt(b)))
})
