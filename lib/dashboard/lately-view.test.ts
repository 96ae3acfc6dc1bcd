import { expect, test } from 'vitest'
import { latelyView } from './lately-view'

const marks = { mine: {}, partner: {} }
const blind = { mine: {}, partner: null }
const none = { mine: null, partner: null }

test('with nothing fed, hopes lead once both have marked, and are asked for until I have', () => {
  const nothing = { days: 0, knownWeeks: 0 }
  expect(latelyView(nothing, none)).toEqual({ leads: 'nothing', weeks: false, hopes: 'ask' })
  expect(latelyView(nothing, blind)).toEqual({ leads: 'nothing', weeks: false, hopes: 'mine' })
  expect(latelyView(nothing, marks)).toEqual({ leads: 'hopes', weeks: false, hopes: 'both' })
})

test('what was fed leads while the marks are blind, and over hopes from the third day on', () => {
  expect(latelyView({ days: 1, knownWeeks: 1 }, none)).toEqual({ leads: 'fed', weeks: true, hopes: 'ask' })
  expect(latelyView({ days: 1, knownWeeks: 1 }, blind)).toEqual({ leads: 'fed', weeks: true, hopes: 'mine' })
  expect(latelyView({ days: 2, knownWeeks: 1 }, marks)).toEqual({ leads: 'hopes', weeks: true, hopes: 'both' })
  expect(latelyView({ days: 3, knownWeeks: 1 }, marks)).toEqual({ leads: 'fed', weeks: true, hopes: 'both' })
})

test('a long-standing couple with a quiet month does not see its first picture again', () => {
  expect(latelyView({ days: 1, knownWeeks: 8 }, marks).leads).toBe('fed')
  expect(latelyView({ days: 0, knownWeeks: 8 }, none)).toEqual({ leads: 'fed', weeks: true, hopes: 'askQuietly' })
})
