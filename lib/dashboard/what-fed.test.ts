import { expect, test } from 'vitest'
import type { Feeding } from '@/lib/dashboard/days-fed'
import { groupByDay, groupBySource } from '@/lib/dashboard/what-fed'
import { parseDay } from '@/lib/time/day'

const row = (
  personId: string,
  day: string,
  source: Feeding['source'],
  sourceId: string,
  type: Feeding['type'] = 'physical',
): Feeding => ({
  personId,
  day: parseDay(day),
  source,
  sourceId,
  type,
})

test('each source is listed once, with every type that it fed, newest first, with whom it counts for and on which local day', () => {
  const rows = [
    row('elias', '2026-11-10', 'plan', 'walk'),
    row('noor', '2026-11-17', 'moment', 'a'),
    row('noor', '2026-11-09', 'plan', 'walk'),
    row('elias', '2026-11-17', 'reply', 'a'),
    row('noor', '2026-11-17', 'moment', 'a', 'emotional'),
    row('a stranger', '2026-11-18', 'moment', 'c'),
  ]
  const expected = [
    {
      source: 'reply',
      sourceId: 'a',
      day: '2026-11-17',
      types: ['physical'],
      fedBy: [{ personId: 'elias', day: '2026-11-17' }],
    },
    {
      source: 'moment',
      sourceId: 'a',
      day: '2026-11-17',
      types: ['emotional', 'physical'],
      fedBy: [{ personId: 'noor', day: '2026-11-17' }],
    },
    {
      source: 'plan',
      sourceId: 'walk',
      day: '2026-11-10',
      types: ['physical'],
      fedBy: [
        { personId: 'noor', day: '2026-11-09' },
        { personId: 'elias', day: '2026-11-10' },
      ],
    },
  ]
  expect(groupBySource(rows, ['noor', 'elias'])).toEqual(expected)
  expect(groupBySource(rows.toReversed(), ['noor', 'elias'])).toEqual(expected)
})

test('no feedings make an empty list', () => {
  expect(groupBySource([], ['noor', 'elias'])).toEqual([])
})

test('days are listed once, with their sources in the order in which they came', () => {
  const sources = ['2026-11-17', '2026-11-17', '2026-11-10'].map((day, index) => ({ day: parseDay(day), index }))
  expect(groupByDay(sources)).toEqual([
    { day: '2026-11-17', sources: [sources[0], sources[1]] },
    { day: '2026-11-10', sources: [sources[2]] },
  ])
})
