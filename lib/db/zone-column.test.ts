import { expect, test } from 'vitest'
import { zoneOfColumn } from './zone-column'

test.each([
  ['Europe/Lisbon', 'Europe/Lisbon'],
  ['Asia/Katmandu', 'Asia/Katmandu'],
  ['Mars/Olympus', 'UTC'],
  ['', 'UTC'],
  ['+05:30', 'UTC'],
])('a stored zone %j is read as %s', (stored, read) => {
  expect(zoneOfColumn(stored)).toBe(read)
})
