import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDay, addDays, type Day } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { weekOf } from '@/lib/time/week'
import { parseZone } from '@/lib/time/zone'
import { arbitraryDay, arbitraryWeekStart } from '@/lib/testing/arbitrary-time'
import type { Terms } from '@/lib/rituals/terms'
import { plansBetween, untouchedPlan } from './week-plans'

const id = '2f6f2d5e-0b0e-4b0a-9f4c-1d2e3f405060'
const terms: Terms = {
  id,
  version: 1,
  proposerId: id,
  title: 'Soup',
  types: ['experiential'],
  weekdays: [4, 7],
  startsOn: parseDay('2026-10-01'),
  everyWeeks: 1,
  time: parseWallTime('21:00'),
  minutes: 60,
  zone: parseZone('Europe/Lisbon'),
  weekStart: 1,
  agreed: true,
}
const dated = (types: Terms) => ({
  id,
  held: [{ ...types, from: types.startsOn, agreedAt: '2026-09-30T12:00:00.000Z' }],
  pauses: [],
  endedAt: null,
})
const soup = dated(terms)
const [first, last] = [parseDay('2026-11-23'), parseDay('2026-11-29')]
const within = (touched: Parameters<typeof plansBetween>[1], rituals = [soup]) => {
  const { plans, moved } = plansBetween(rituals, touched, first, last)
  return {
    plans: plans.map(({ title, onDate, plannedOn }) => `${title} ${onDate} ${plannedOn}`),
    moved: moved.map(({ onDate, plannedOn }) => `${onDate} ${plannedOn}`),
  }
}
const touched = (day: string, change: object = {}) => ({
  ...untouchedPlan(id, terms, parseDay(day)),
  version: 1,
  timeChosen: false,
  minutesChosen: false,
  ...change,
})

test('an untouched date has the values of its terms, and a saved plan replaces it', () => {
  expect(within([]).plans).toEqual(['Soup 2026-11-26 2026-11-26', 'Soup 2026-11-29 2026-11-29'])
  expect(within([touched('2026-11-26', { what: 'Lentils' })]).plans).toHaveLength(2)
})

test('a moved date is on its new day, and is listed as moved on the old one', () => {
  expect(within([touched('2026-11-26', { plannedOn: parseDay('2026-11-24') })])).toEqual({
    plans: ['Soup 2026-11-26 2026-11-24', 'Soup 2026-11-29 2026-11-29'],
    moved: [],
  })
  expect(within([touched('2026-11-26', { plannedOn: parseDay('2026-12-01') })])).toEqual({
    plans: ['Soup 2026-11-29 2026-11-29'],
    moved: ['2026-11-26 2026-12-01'],
  })
  expect(within([touched('2026-11-19', { plannedOn: parseDay('2026-11-23') })]).plans).toEqual([
    'Soup 2026-11-19 2026-11-23',
    'Soup 2026-11-26 2026-11-26',
    'Soup 2026-11-29 2026-11-29',
  ])
})

test('a saved date that its ritual no longer has is left out, unless somebody took part', () => {
  expect(within([touched('2026-11-26')], []).plans).toEqual([])
  expect(within([touched('2026-11-26', { tookPart: [id] })], []).plans).toEqual(['Soup 2026-11-26 2026-11-26'])
  expect(within([touched('2026-11-25')]).plans).toEqual(['Soup 2026-11-26 2026-11-26', 'Soup 2026-11-29 2026-11-29'])
})

test('a day has the plans without a time first, then the others by the clock', () => {
  const oneOff = (title: string, time: string | null, zone = 'Europe/Lisbon') => ({
    ...touched('2026-11-26', {
      id: crypto.randomUUID(),
      ritualId: null,
      title,
      time: time && parseWallTime(time),
      zone: parseZone(zone),
      plannedOn: parseDay('2026-11-24'),
    }),
  })
  expect(
    within([oneOff('B', '20:00'), oneOff('A', '16:00', 'America/Toronto'), oneOff('C', null)], []).plans.map((row) =>
      row.slice(0, 1),
    ),
  ).toEqual(['C', 'B', 'A'])
})

test('over any weeks each date is in exactly one, wherever it was moved', () => {
  fc.assert(
    fc.property(
      arbitraryDay,
      arbitraryWeekStart,
      fc.array(fc.tuple(fc.nat(40), fc.integer({ min: -20, max: 20 })), { maxLength: 8 }),
      (day, weekStart, moves) => {
        const rhythm = dated({ ...terms, startsOn: day, weekStart })
        const start = weekOf(day, weekStart).first
        const dates = plansBetween([rhythm], [], start, addDays(start, 7 * 6 - 1)).plans
        const moved = new Map<string, Day>()
        for (const [index, by] of moves) {
          const plan = dates[index % Math.max(dates.length, 1)]
          if (plan) moved.set(plan.id, addDays(plan.onDate, by))
        }
        const rows = dates.flatMap((plan) => {
          const to = moved.get(plan.id)
          return to ? [{ ...plan, version: 1, plannedOn: to, timeChosen: false, minutesChosen: false }] : []
        })
        const seen = new Map<string, number>()
        for (let week = -4; week < 10; week++) {
          const from = addDays(start, 7 * week)
          const inWeek = rows.filter(({ onDate, plannedOn }) =>
            [onDate, plannedOn].some((on) => from <= on && on <= addDays(from, 6)),
          )
          for (const plan of plansBetween([rhythm], inWeek, from, addDays(from, 6)).plans)
            seen.set(plan.id, (seen.get(plan.id) ?? 0) + 1)
        }
        for (const plan of dates) expect(seen.get(plan.id)).toBe(1)
      },
    ),
    { numRuns: 60 },
  )
})
