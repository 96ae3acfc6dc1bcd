import { expect, test } from 'vitest'
import type { Feeding } from '@/lib/dashboard/days-fed'
import { groupBySource } from '@/lib/dashboard/what-fed'
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

test('each source of a type is listed once, newest first, with whom it counts for and on which local day', () => {
  const rows = [
    row('elias', '2026-11-10', 'plan', 'walk'),
    row('noor', '2026-11-17', 'moment', 'a'),
    row('noor', '2026-11-09', 'plan', 'walk'),
    row('elias', '2026-11-17', 'reply', 'a'),
    row('noor', '2026-11-18', 'moment', 'b', 'emotional'),
    row('a stranger', '2026-11-18', 'moment', 'c'),
  ]
  const expected = [
    { source: 'reply', sourceId: 'a', day: '2026-11-17', fedBy: [{ personId: 'elias', day: '2026-11-17' }] },
    { source: 'moment', sourceId: 'a', day: '2026-11-17', fedBy: [{ personId: 'noor', day: '2026-11-17' }] },
    {
      source: 'plan',
      sourceId: 'walk',
      day: '2026-11-10',
      fedBy: [
        { personId: 'noor', day: '2026-11-09' },
        { personId: 'elias', day: '2026-11-10' },
      ],
    },
  ]
  expect(groupBySource(rows, 'physical', ['noor', 'elias'])).toEqual(expected)
  expect(groupBySource(rows.toReversed(), 'physical', ['noor', 'elias'])).toEqual(expected)
})

test('no feedings make an empty list', () => {
  expect(groupBySource([], 'physical', ['noor', 'elias'])).toEqual([])
})
