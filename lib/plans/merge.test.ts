import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesFrom, mergeChanges } from './merge'

const plan = { what: '', place: 'home', time: '20:00', types: ['emotional'] }

test('other fields of the other’s stay, and mine go on top of them', () => {
  expect(mergeChanges(plan, { what: 'soup' }, { ...plan, time: '21:00' })).toEqual({
    patch: { what: 'soup' },
    collisions: [],
  })
})

test('the same field changed to something else collides, and is in nothing that is sent', () => {
  expect(mergeChanges(plan, { place: 'yours', what: 'soup' }, { ...plan, place: 'mine' })).toEqual({
    patch: { what: 'soup' },
    collisions: ['place'],
  })
})

test('what both want alike needs nothing', () => {
  expect(mergeChanges(plan, { types: ['physical'] }, { ...plan, types: ['physical'] })).toEqual({
    patch: {},
    collisions: [],
  })
})

test('what was changed is told apart by what it holds, not by where it lies', () => {
  expect(changesFrom(plan, { ...plan, types: ['emotional'], time: '21:00' })).toEqual({ time: '21:00' })
})

test('for any two edits of one version: nothing of either is lost unseen', () => {
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
        // It is as the other left it, as I want it, or put before me.
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
