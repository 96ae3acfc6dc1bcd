import { expect, test } from 'vitest'
import { cityOf } from './city'
import { parseZone } from './zone'

test.each([
  ['Europe/Lisbon', 'Lisbon'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ['America/Port-au-Prince', 'Port-au-Prince'],
  ['UTC', 'UTC'],
])('the city of %s is %s', (zone, city) => {
  expect(cityOf(parseZone(zone))).toBe(city)
})
