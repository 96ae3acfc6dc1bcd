import { describe, expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { parseMonth } from '@/lib/time/month'
import { parseWeek, type WeekId } from '@/lib/time/week'
import { weekIdSchema } from '@/lib/time/schemas'
import { chooseAskedToday } from './asked-today'
import type { WeekLine } from './week-open'

const line = (id: string, is: WeekLine['is']): WeekLine => ({
  week: parseWeek(weekIdSchema.parse(id) as WeekId, 1),
  is,
  until: parseDay('2026-12-02'),
})
const asked = (given: Partial<Parameters<typeof chooseAskedToday>[0]> = {}) =>
  chooseAskedToday({
    weeks: [],
    month: parseMonth('2026-11'),
    hopesMarked: false,
    startedOn: parseDay('2026-09-01'),
    today: parseDay('2026-11-28'),
    ...given,
  })

describe('Today asks little', () => {
  test.each([
    [['ask', 'kept'], '2026-W47', null],
    [['kept', 'ask'], '2026-W48', null],
    [['shown', 'ask'], '2026-W48', '2026-W47'],
    [['ask', 'shown'], '2026-W47', '2026-W48'],
    [['shown', 'kept'], '2026-W47', null],
    [['shown', 'shown'], '2026-W48', null],
    [['kept', 'kept'], '2026-W48', null],
  ] as const)('weeks that are %s: one of them, and what can be read', ([first, second], id, read) => {
    const { week, revealed } = asked({ weeks: [line('2026-W47', first), line('2026-W48', second)] })
    expect([week?.week.id ?? null, revealed?.week.id ?? null]).toEqual([id, read])
  })

  test('and nothing about a week where none is open', () => {
    expect(asked().week).toBeNull()
  })

  test('it looks back at a month with those who have had a week, or answers to look at', () => {
    const startedOn = parseDay('2026-11-28')
    expect(asked({ startedOn }).month).toBeNull()
    expect(asked({ startedOn, today: parseDay('2026-12-04') }).month).toBeNull()
    expect(asked({ startedOn, today: parseDay('2026-12-05') }).month).toBe('2026-11')
    expect(asked({ startedOn, weeks: [line('2026-W48', 'kept')] }).month).toBeNull()
    expect(asked({ startedOn, weeks: [line('2026-W48', 'shown')] }).month).toBe('2026-11')
    expect(asked({ month: null }).month).toBeNull()
  })

  test('it asks which kinds feel fed in the first three weeks alone', () => {
    const startedOn = parseDay('2026-11-07')
    expect(asked({ startedOn, today: parseDay('2026-11-27') }).hopes).toBe(true)
    expect(asked({ startedOn, today: parseDay('2026-11-27'), hopesMarked: true }).hopes).toBe(false)
    expect(asked({ startedOn }).hopes).toBe(false)
  })
})
