import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Closeness, Step } from '@/lib/check-ins/contract'
import { STEPS } from '@/lib/check-ins/steps'
import { arbitraryDay, arbitraryWeekStart } from '@/lib/testing/arbitrary-time'
import { addDays, parseDay } from '@/lib/time/day'
import { weekOf } from '@/lib/time/week'
import { monthCloseness, weekState, type ClosenessWeek } from './closeness'
import { chartLabel, closenessSentence } from './in-words'

const none = { emotional: null, physical: null, intellectual: null, experiential: null, spiritual: null }
const closenessOf = (now: Step, wish: Step = now, types: Partial<Closeness['types']> = {}): Closeness => ({
  now,
  wish,
  types: { ...none, ...types },
})

/** Weeks from 2 November on: two numbers for a week that both answered, else its state. */
const weeksOf = (...weeks: readonly (readonly [Step, Step] | 'skipped' | 'open')[]): ClosenessWeek[] =>
  weeks.map((week, index) => ({
    first: addDays(parseDay('2026-11-02'), 7 * index),
    is: typeof week === 'string' ? week : 'both',
    both: typeof week === 'string' ? null : [closenessOf(week[0]), closenessOf(week[1])],
  }))

describe('the sentence about closeness', () => {
  test.each([
    [[], 0, [], 'Nothing to show yet. A week appears here once you have both answered it.'],
    [['skipped', 'open'], 0, [], 'Nothing to show yet. A week appears here once you have both answered it.'],
    [['skipped'], 0, [], 'No week is in the picture.'],
    [[[4, 5]], 1, [], 'One week that you both answered.'],
    [
      [
        [4, 5],
        [4, 4],
        [3, 7],
      ],
      3,
      [],
      'Three weeks that you both answered.',
    ],
    [
      [
        [4, 5],
        [4, 4],
        [3, 5],
        [2, 2],
      ],
      4,
      [[0, 1, 2, 3]],
      'Four weeks that you both answered. Twice you chose the same.',
    ],
    [
      [
        [4, 4],
        [5, 5],
        [6, 6],
        [7, 7],
      ],
      4,
      [[0, 1, 2, 3]],
      'Four weeks that you both answered. Each time you chose the same.',
    ],
    [[[4, 5], [4, 3], 'skipped', [3, 3], [2, 1]], 4, [], 'Four weeks that you both answered. Once you chose the same.'],
    [
      [
        [1, 7],
        [1, 7],
        [1, 7],
        [1, 7],
        [1, 7],
      ],
      5,
      [[0, 1, 2, 3, 4]],
      'Five weeks that you both answered.',
    ],
  ] as const)('%j: %i answers, lines %j: %s', (weeks, n, runs, words) => {
    const closeness = monthCloseness(weeksOf(...weeks))
    expect([closeness.answeredWeeks, closeness.runs]).toEqual([n, runs])
    expect(closenessSentence(closeness, 'en-GB')).toBe(words)
  })

  test('names no step up or down and no person', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.constantFrom(...STEPS)), { maxLength: 5 }),
        (weeks) => {
          const words = closenessSentence(monthCloseness(weeksOf(...weeks)), 'en-GB')
          expect(words).not.toMatch(
            /closer|further|rise|rose|fell|fall|drop|up\b|down|better|worse|average|Noor|Elias/i,
          )
          // The same with the two people exchanged.
          expect(
            closenessSentence(
              monthCloseness(weeksOf(...weeks.map(([first, second]) => [second, first] as const))),
              'en-GB',
            ),
          ).toBe(words)
        },
      ),
    )
  })
})

const arbitraryWeek = fc.oneof(
  fc.tuple(fc.constantFrom(...STEPS), fc.constantFrom(...STEPS)),
  fc.constantFrom('skipped' as const, 'open' as const),
)

test('lines join four or more answered weeks in a row; fewer, and those across a gap, are dots', () => {
  fc.assert(
    fc.property(fc.array(arbitraryWeek, { maxLength: 6 }), (weeks) => {
      const { answeredWeeks: n, runs, same } = monthCloseness(weeksOf(...weeks))
      // The expected runs: a text of answers and breaks, split at the breaks.
      const text = weeks.map((week, index) => (typeof week === 'string' ? '|' : String(index))).join('')
      const count = text.replaceAll('|', '').length
      expect(n).toBe(count)
      expect(runs).toEqual(
        text
          .split('|')
          .filter(({ length }) => length >= 4)
          .map((run) => [...run].map(Number)),
      )
      expect(same).toBe(weeks.filter((week) => typeof week !== 'string' && week[0] === week[1]).length)
    }),
  )
})

test('a week is skipped once nobody on Earth can answer it any more, and stays so', () => {
  fc.assert(
    fc.property(arbitraryDay, arbitraryWeekStart, (day, weekStart) => {
      const week = weekOf(day, weekStart)
      expect([
        weekState(week, false, week.first),
        weekState(week, false, addDays(week.last, 2)),
        weekState(week, false, addDays(week.last, 3)),
      ]).toEqual(['open', 'open', 'skipped'])
      expect(weekState(week, true, addDays(week.last, 300))).toBe('both')
    }),
  )
})

test('a type is shown where both answered it in one week, in product order', () => {
  const answer = { now: 3 as const, wish: null }
  const weeks: ClosenessWeek[] = [
    {
      first: parseDay('2026-11-02'),
      is: 'both',
      both: [
        closenessOf(4, 4, { spiritual: answer, physical: answer, intellectual: answer }),
        closenessOf(4, 4, { spiritual: answer, physical: answer }),
      ],
    },
    {
      first: parseDay('2026-11-09'),
      is: 'both',
      both: [closenessOf(4), closenessOf(4, 4, { intellectual: answer, experiential: answer })],
    },
  ]
  expect(monthCloseness(weeks).types).toEqual(['physical', 'spiritual'])
})

test('the label of a chart names every week', () => {
  const closeness = monthCloseness(weeksOf([4, 5], 'skipped', 'open'))
  expect(chartLabel(closeness, 'now', ['Noor', 'Elias'], 'en-GB')).toBe(
    'How close it felt, from 1, apart, to 7, almost one. 2 Nov: Noor 4, Elias 5; 9 Nov: quiet; 16 Nov: open.',
  )
})
