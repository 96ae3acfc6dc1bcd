import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesFrom, mergeChanges } from './merge'

const plan = { what: '', place: 'home', time: '20:00', types: ['emotional'] }

test('the partner’s changes of other fields stay, and mine are added', () => {
  expect(mergeChanges(plan, { what: 'soup' }, { ...plan, time: '21:00' })).toEqual({
    patch: { what: 'soup' },
    collisions: [],
  })
})

test('a field that both set to different values collides, and is not sent', () => {
  expect(mergeChanges(plan, { place: 'yours', what: 'soup' }, { ...plan, place: 'mine' })).toEqual({
    patch: { what: 'soup' },
    collisions: ['place'],
  })
})

test('a field that has the wanted value already needs nothing', () => {
  expect(mergeChanges(plan, { types: ['physical'] }, { ...plan, types: ['physical'] })).toEqual({
    patch: {},
    collisions: [],
  })
})

test('fields are compared by value', () => {
  expect(changesFrom(plan, { ...plan, types: ['emotional'], time: '21:00' })).toEqual({ time: '21:00' })
})

test('no change is lost unseen, for any two edits of one version', () => {
  const fields = fc.record({
    a: fc.integer({ max: 2, min: 0 }),
    b: fc.integer({ max: 2, min: 0 }),
    c: fc.integer({ max: 2, min: 0 }),
  })
  fc.assert(
    fc.property(fields, fields, fields, (before, left, right) => {
      const mine = changesFrom(before, left)
      const theirs = changesFrom(before, right)
      const { patch, collisions } = mergeChanges(before, mine, right)
      const current = { ...right, ...patch }
      for (const key of ['a', 'b', 'c'] as const) {
        // A field has the partner's value, or mine, or collides.
        if (key in theirs && !collisions.includes(key)) expect(current[key]).toBe(right[key])
        if (key in mine && !collisions.includes(key)) expect(current[key]).toBe(left[key])
        if (collisions.includes(key))
          expect([left[key] !== right[key], left[key] !== before[key], right[key] !== before[key]]).toEqual([
            true,
            true,
            true,
          ])
        if (!(key in mine) && !(key in theirs)) expect(current[key]).toBe(before[key])
      }
    }),
  )
})
