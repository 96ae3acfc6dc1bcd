import { expect, test } from 'vitest'
import { placeIn, placesBeside, stepsOf, type MonthPlace } from './places'

const open = { closed: false, asks: false }

test.each([
  [null, open, 'felt'],
  [null, { closed: false, asks: true }, 'helped'],
  [null, { closed: true, asks: true }, 'whole'],
  ['notes', { closed: true, asks: false }, 'notes'],
  ['whole', open, 'whole'],
  ['helped', open, 'felt'],
  ['helped', { closed: true, asks: true }, 'helped'],
  ['other', open, 'felt'],
] as const)('?step=%s of %o opens %s', (requested, shape, place) => {
  expect(placeIn(requested, shape)).toBe(place)
})

test.each([true, false])('one walks from the beginning to the whole and back again; asks: %s', (asks) => {
  const walked: MonthPlace[] = []
  let place = placeIn(null, { closed: false, asks })
  while (place !== 'whole') {
    walked.push(place)
    const { after } = placesBeside(place, asks)
    if (after !== 'whole') expect(placesBeside(after, asks).before).toBe(place)
    place = after
  }
  expect(walked).toEqual([...(asks ? ['helped'] : []), 'felt', 'fed', 'kept', 'notes', 'take'])
  expect(stepsOf(asks)).toEqual(walked)
})
