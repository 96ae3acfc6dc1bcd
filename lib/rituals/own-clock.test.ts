import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  arbitraryDay,
  arbitraryWallTime,
  arbitraryWeekday,
  arbitraryWeekStart,
  arbitraryZone,
} from '@/lib/testing/arbitrary-time'
import { onMachinesElsewhere } from '@/lib/testing/machine-zones'
import { parseDay } from '@/lib/time/day'
import { instantOf, parseWallTime, wallTimeIn } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { byClockOf, firstDateOf } from './own-clock'
import { EVERY_WEEKS, type Rhythm } from './recurrence'

const [lisbon, montreal, apia] = ['Europe/Lisbon', 'America/Montreal', 'Pacific/Apia'].map(parseZone) as [
  Rhythm['zone'],
  Rhythm['zone'],
  Rhythm['zone'],
]
const rhythm = (change: Partial<Rhythm> = {}): Rhythm => ({
  weekdays: [4],
  startsOn: parseDay('2026-11-24'),
  everyWeeks: 1,
  time: parseWallTime('17:30'),
  minutes: 60,
  zone: montreal,
  weekStart: 1,
  ...change,
})
const startOf = (given: Rhythm): number | null => {
  const first = firstDateOf(given)
  return first && instantOf(first, given.time, given.zone).getTime()
}

onMachinesElsewhere(() => {
  test('half past five in Montréal is half past ten in Lisbon, and half past nine between the two clock changes', () => {
    expect(byClockOf(rhythm(), lisbon)).toMatchObject({ time: '22:30', weekdays: [4], startsOn: '2026-11-24' })
    // Lisbon's clocks go back on 25 October, those of Montréal on 1 November.
    for (const [startsOn, time] of [
      ['2026-10-22', '22:30'],
      ['2026-10-29', '21:30'],
      ['2026-11-05', '22:30'],
    ] as const)
      expect(byClockOf(rhythm({ startsOn: parseDay(startsOn) }), lisbon)).toMatchObject({ time, zone: lisbon })
  })

  test('where the first date is on another day, the weekdays and the first day move with it', () => {
    const late = rhythm({ time: parseWallTime('21:00'), weekdays: [4, 7] })
    expect(byClockOf(late, lisbon)).toMatchObject({ time: '02:00', weekdays: [1, 5], startsOn: '2026-11-25' })
    expect(byClockOf(rhythm({ time: parseWallTime('08:00'), zone: apia }), montreal)).toMatchObject({
      time: '14:00',
      weekdays: [3],
      startsOn: '2026-11-23',
    })
  })

  test('of every second week, the weeks stay those of the first date, over a week’s end too', () => {
    const sundays = rhythm({
      weekdays: [7],
      everyWeeks: 2,
      time: parseWallTime('21:00'),
      startsOn: parseDay('2026-11-23'),
    })
    const moved = byClockOf(sundays, lisbon)
    expect(moved).toMatchObject({ weekdays: [1], startsOn: '2026-11-30' })
    expect(startOf(moved)).toBe(startOf(sundays))
  })

  test('a rhythm without weekdays yet, or in the same zone by another name, stays as it is', () => {
    expect(byClockOf(rhythm({ weekdays: [] }), lisbon)).toMatchObject({ time: '17:30', startsOn: '2026-11-24' })
    expect(byClockOf(rhythm(), parseZone('America/Toronto'))).toMatchObject({ time: '17:30', weekdays: [4] })
  })

  test('there and back on the first date gives the typed time, on the typed weekdays, at the same instant', () => {
    fc.assert(
      fc.property(
        fc.record({
          weekdays: fc.uniqueArray(arbitraryWeekday, { minLength: 1 }).map((days) => days.sort((a, b) => a - b)),
          startsOn: arbitraryDay,
          everyWeeks: fc.constantFrom(...EVERY_WEEKS),
          time: arbitraryWallTime,
          minutes: fc.constant(60),
          zone: arbitraryZone,
          weekStart: arbitraryWeekStart,
        }),
        arbitraryZone,
        (typed, zone) => {
          const first = firstDateOf(typed)
          fc.pre(first !== null)
          const start = instantOf(first, typed.time, typed.zone)
          fc.pre(wallTimeIn(start, typed.zone) === typed.time) // clocks may skip it on that very day
          const moved = byClockOf(typed, zone)
          expect(startOf(moved)).toBe(start.getTime())
          const back = byClockOf(moved, typed.zone)
          expect(back).toMatchObject({ time: typed.time, weekdays: typed.weekdays, zone: typed.zone })
          expect(startOf(back)).toBe(start.getTime())
          if (typed.everyWeeks === 1) expect(back.startsOn).toBe(typed.startsOn)
        },
      ),
    )
  })
})
