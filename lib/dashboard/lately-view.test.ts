import { expect, test } from 'vitest'
import { latelyView } from './lately-view'

const marks = { mine: {}, partner: {} }
const blind = { mine: {}, partner: null }
const none = { mine: null, partner: null }

test('with nothing fed, hopes lead once both have marked, and are asked for until I have', () => {
  const nothing = { days: 0, begun: 'never' } as const
  expect(latelyView(nothing, none)).toEqual({ leads: 'nothing', weeks: false, hopes: 'ask' })
  expect(latelyView(nothing, blind)).toEqual({ leads: 'nothing', weeks: false, hopes: 'mine' })
  expect(latelyView(nothing, marks)).toEqual({ leads: 'hopes', weeks: false, hopes: 'both' })
})

test('what was fed leads while the marks are blind, and over hopes from the third day on', () => {
  expect(latelyView({ days: 1, begun: 'lately' }, none)).toEqual({ leads: 'fed', weeks: true, hopes: 'ask' })
  expect(latelyView({ days: 1, begun: 'lately' }, blind)).toEqual({ leads: 'fed', weeks: true, hopes: 'mine' })
  expect(latelyView({ days: 2, begun: 'lately' }, marks)).toEqual({ leads: 'hopes', weeks: true, hopes: 'both' })
  expect(latelyView({ days: 3, begun: 'lately' }, marks)).toEqual({ leads: 'fed', weeks: true, hopes: 'both' })
})

test('a long-standing couple with a quiet month does not see its first picture again', () => {
  expect(latelyView({ days: 1, begun: 'earlier' }, marks).leads).toBe('fed')
  expect(latelyView({ days: 0, begun: 'earlier' }, none)).toEqual({ leads: 'fed', weeks: true, hopes: 'askQuietly' })
})
