import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import type { MonthKept } from './contract'
import { fitKept } from './fit-kept'

const kept = (planId: string, day: string, tookPart: string[], title = 'Soup'): MonthKept =>
  ({ ritualId: null, planId, title, day: parseDay(day), tookPart }) as MonthKept

test('what the viewer took part in is shown, in order, whatever the other kept before it', () => {
  const theirs = Array.from({ length: 1000 }, (_, n) => kept(`theirs ${n}`, '2026-11-01', ['b'], '&'.repeat(120)))
  const mine = [kept('mine', '2026-11-20', ['a']), kept('both', '2026-11-21', ['a', 'b'])]
  const { kept: shown, keptMore } = fitKept([...theirs, ...mine], 'a')
  expect(shown.slice(-2)).toEqual(mine)
  expect(shown.slice(0, -2)).toEqual(theirs.slice(0, shown.length - 2))
  expect(shown.length).toBeGreaterThan(100)
  expect(shown.length + keptMore).toBe(1002)
})

test('what fits is shown whole, in the order of the month', () => {
  const month = [
    kept('1', '2026-11-01', ['b']),
    kept('2', '2026-11-02', ['a', 'b']),
    kept('3', '2026-11-03', ['b']),
    kept('4', '2026-11-04', ['a']),
  ]
  expect(fitKept(month, 'a')).toEqual({ kept: month, keptMore: 0 })
})
