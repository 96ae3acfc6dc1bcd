// What a saved date of a ritual is now: what nobody chose follows the terms, until it begins.
import { expect, test } from 'vitest'
import type { Ritual } from '@/lib/rituals/contract'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { planNow, plansBetween, untouchedPlan, type DatedRitual, type SavedPlan } from './week-plans'
import { markablePlans, plansOfToday, upcomingPlans } from './upcoming-plans'

const id = '2f6f2d5e-0b0e-4b0a-9f4c-1d2e3f405060'
const [a, b] = ['2f6f2d5e-0b0e-4b0a-9f4c-1d2e3f4050aa', '2f6f2d5e-0b0e-4b0a-9f4c-1d2e3f4050bb']
const lisbon = parseZone('Europe/Lisbon')
const toronto = parseZone('America/Toronto')
const startedOn = parseDay('2026-01-01')

type Held = Ritual['held'][number]
const version = (change: Partial<Held> = {}): Held => ({
  id,
  version: 1,
  proposerId: id,
  title: 'Soup',
  types: ['experiential'],
  weekdays: [4],
  startsOn: parseDay('2026-10-01'),
  everyWeeks: 1,
  time: parseWallTime('21:00'),
  minutes: 60,
  zone: lisbon,
  weekStart: 1,
  agreed: true,
  from: parseDay('2026-10-01'),
  agreedAt: '2026-09-30T12:00:00.000Z',
  ...change,
})
const first = version()
/** Agreed to on Wednesday 25 November at nine; it holds from that day on. */
const other = version({
  version: 2,
  title: 'Stew',
  types: ['physical', 'spiritual'],
  time: parseWallTime('19:00'),
  minutes: 90,
  zone: toronto,
  from: parseDay('2026-11-25'),
  agreedAt: '2026-11-25T09:00:00.000Z',
})
const ritual = (change: Partial<DatedRitual> = {}): DatedRitual => ({
  id,
  held: [first],
  pauses: [],
  endedAt: null,
  ...change,
})
const touched = (change: Partial<SavedPlan> = {}, day = '2026-11-26'): SavedPlan => ({
  ...untouchedPlan(id, first, parseDay(day)),
  version: 1,
  timeChosen: false,
  minutesChosen: false,
  ...change,
})
const seen = (plan: ReturnType<typeof planNow>) =>
  plan && `${plan.title} ${plan.types.join('+')} ${plan.plannedOn} ${plan.time} ${plan.zone} ${plan.minutes}`

test('what nobody chose of a touched date follows the terms that hold on its day', () => {
  const changed = ritual({ held: [first, other] })
  expect(seen(planNow([ritual()], touched({ what: 'Lentils' })))).toBe(
    'Soup experiential 2026-11-26 21:00 Europe/Lisbon 60',
  )
  expect(seen(planNow([changed], touched({ what: 'Lentils' })))).toBe(
    'Stew physical+spiritual 2026-11-26 19:00 America/Toronto 90',
  )
})

test('a chosen time stays, with its zone, and so do a chosen length and a chosen day', () => {
  const changed = [ritual({ held: [first, other] })]
  const chosen = { time: parseWallTime('20:15'), timeChosen: true }
  expect(seen(planNow(changed, touched(chosen)))).toBe('Stew physical+spiritual 2026-11-26 20:15 Europe/Lisbon 90')
  expect(seen(planNow(changed, touched({ minutes: 30, minutesChosen: true })))).toBe(
    'Stew physical+spiritual 2026-11-26 19:00 America/Toronto 30',
  )
  expect(seen(planNow(changed, touched({ plannedOn: parseDay('2026-11-28') })))).toBe(
    'Stew physical+spiritual 2026-11-28 19:00 America/Toronto 90',
  )
})

test('a date that has begun keeps the title, the types, the time and the length it had', () => {
  const tuesday = touched({ plannedOn: parseDay('2026-11-24') })
  expect(seen(planNow([ritual({ held: [first, other] })], tuesday))).toBe(
    'Soup experiential 2026-11-24 21:00 Europe/Lisbon 60',
  )
  // On Wednesday at nine a date of that morning at eight had begun, one at ten had not.
  const wednesday = (time: string) =>
    touched({ plannedOn: parseDay('2026-11-25'), time: parseWallTime(time), timeChosen: true })
  expect(seen(planNow([ritual({ held: [first, other] })], wednesday('08:00')))).toMatch(/^Soup experiential/)
  expect(seen(planNow([ritual({ held: [first, other] })], wednesday('10:00')))).toMatch(/^Stew physical/)
})

test('a date that somebody took part in is as its row has it, whatever becomes of the ritual', () => {
  const kept = touched({ tookPart: [a] })
  for (const rituals of [[], [ritual({ held: [first, other] })], [ritual({ endedAt: '2026-11-01T09:00:00.000Z' })]])
    expect(seen(planNow(rituals, kept))).toBe('Soup experiential 2026-11-26 21:00 Europe/Lisbon 60')
})

const wednesdays = '2026-11-25T09:00:00.000Z'
const rest = { personId: a, saidAt: wednesdays, from: parseDay('2026-11-25'), to: null }

test.each([
  ['ends', ritual({ endedAt: wednesdays })],
  ['rests', ritual({ pauses: [rest] })],
  ['gets other terms without that day', ritual({ held: [first, { ...other, weekdays: [1] }] })],
])('a date moved from Thursday to Tuesday stays everywhere, when the ritual %s on Wednesday', (_, changed) => {
  const moved = touched({ plannedOn: parseDay('2026-11-24') })
  const friday = new Date('2026-11-27T12:00:00Z')
  for (const zone of [lisbon, toronto]) {
    const week = plansBetween([changed], [moved], parseDay('2026-11-23'), parseDay('2026-11-29'))
    expect(week.plans.map(({ onDate, plannedOn }) => `${onDate} ${plannedOn}`)).toContain('2026-11-26 2026-11-24')
    expect(markablePlans(changed, [moved], { zone, now: friday, startedOn }).map(({ plannedOn }) => plannedOn)).toEqual(
      ['2026-11-24', '2026-11-19', '2026-11-12', '2026-11-05', '2026-10-29'],
    )
    const today = plansOfToday([changed], [moved], { now: friday, zone, weekStart: 1 })
    expect(today.week.plans.map(({ on }) => on)).toContain('2026-11-24')
  }
})

test('the dates to mark are as they were planned: moved ones on their new day, without skipped ones, and begun', () => {
  const thursday = new Date('2026-11-26T20:59:00Z')
  const rows = [
    touched({ plannedOn: parseDay('2026-11-24') }),
    touched({ skipped: true }, '2026-11-19'),
    touched({ plannedOn: parseDay('2026-12-08') }, '2026-11-12'),
    touched({ plannedOn: parseDay('2026-11-03') }, '2026-12-03'),
    touched({ plannedOn: parseDay('2026-10-25') }, '2026-10-29'), // 32 days back for both
  ]
  const listed = (zone: typeof lisbon, now = thursday) =>
    markablePlans(ritual(), rows, { zone, now, startedOn }).map(({ plannedOn }) => plannedOn)
  for (const zone of [lisbon, toronto]) expect(listed(zone)).toEqual(['2026-11-24', '2026-11-05', '2026-11-03'])
})

test('no date is both among the last and among the next ones, at any minute', () => {
  const daily = ritual({ held: [version({ weekdays: [1, 2, 3, 4, 5, 6, 7], minutes: 1440 })] })
  const rows = [
    touched({ plannedOn: parseDay('2026-11-25') }, '2026-11-27'),
    touched({ time: null, timeChosen: true }, '2026-11-24'),
  ]
  for (let minute = 0; minute < 2 * 1440; minute += 37)
    for (const zone of [lisbon, toronto]) {
      const now = new Date(Date.parse('2026-11-24T00:00:00Z') + minute * 60_000)
      const last = markablePlans(daily, rows, { zone, now, startedOn }).map(({ id }) => id)
      const next = upcomingPlans([daily], rows, { now, zone, count: 4, begun: false })
      expect(next).toHaveLength(4)
      expect(next.filter(({ id }) => last.includes(id))).toEqual([])
    }
})

test('past weeks are as they were after a ritual has ended', () => {
  const rows = [touched({ what: 'Lentils' }, '2026-11-12'), touched({ tookPart: [b] }, '2026-11-05')]
  for (const [from, to] of [
    ['2026-11-02', '2026-11-08'],
    ['2026-11-09', '2026-11-15'],
    ['2026-11-16', '2026-11-22'],
  ] as const) {
    const week = (change: DatedRitual) => plansBetween([change], rows, parseDay(from), parseDay(to))
    expect(week(ritual({ endedAt: wednesdays }))).toEqual(week(ritual()))
    expect(week(ritual()).plans).toHaveLength(1)
  }
})

test('the next plan is found however many were skipped, and Today reaches two days beyond its week', () => {
  const daily = ritual({ held: [version({ weekdays: [1, 2, 3, 4, 5, 6, 7] })] })
  const now = new Date('2026-11-24T12:00:00Z')
  for (const skipped of [1, 16, 28, 100, 600]) {
    const rows = Array.from({ length: skipped }, (_, n) =>
      touched({ skipped: true }, new Date(now.getTime() + n * 86_400_000).toISOString().slice(0, 10)),
    )
    const after = new Date(now.getTime() + skipped * 86_400_000).toISOString().slice(0, 10)
    expect(plansOfToday([daily], rows, { now, zone: lisbon, weekStart: 1 }).next?.plannedOn).toBe(after)
  }
  // 23:30 on Saturday in Pago Pago is half past midnight on Monday in Kiritimati.
  const late = touched({
    ritualId: null,
    plannedOn: parseDay('2026-11-21'),
    time: parseWallTime('23:30'),
    zone: parseZone('Pacific/Pago_Pago'),
  })
  const week = plansOfToday([], [late], { now, zone: parseZone('Pacific/Kiritimati'), weekStart: 1 }).week
  expect(week.plans.map(({ on }) => on)).toEqual(['2026-11-23'])
})
