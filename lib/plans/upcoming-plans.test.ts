import { expect, test } from 'vitest'
import { addDays, parseDay, type Day } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { comingUp, upcomingPlans, plansOfToday } from './upcoming-plans'
import type { Plan } from './contract'
import { untouchedPlan, type SavedPlan } from './week-plans'

const lisbon = parseZone('Europe/Lisbon')
const toronto = parseZone('America/Toronto')
const ritual = (name: string, weekday: 4 | 6, time: string) => {
  const id = name === 'soup' ? '2f6f2d5e-0b0e-4b0a-9f4c-1d2e3f405060' : '2f6f2d5e-0b0e-4b0a-9f4c-1d2e3f405061'
  const terms = {
    id,
    version: 1,
    proposerId: id,
    agreed: true,
    title: name,
    types: ['physical' as const],
    weekdays: [weekday],
    startsOn: parseDay('2026-10-01'),
    everyWeeks: 1 as const,
    time: parseWallTime(time),
    minutes: 60,
    zone: lisbon,
    weekStart: 1 as const,
    from: parseDay('2026-10-01'),
    agreedAt: '2026-09-30T12:00:00.000Z',
  }
  return { id, held: [terms], pauses: [], endedAt: null }
}
const rituals = [ritual('soup', 4, '22:30'), ritual('walk', 6, '09:00')]
const [soup] = rituals
const touched = (day: string, change: Partial<Plan> = {}): SavedPlan => {
  const terms = soup?.held[0]
  if (!soup || !terms) throw new Error('No ritual.')
  return {
    ...untouchedPlan(soup.id, terms, parseDay(day)),
    version: 1,
    timeChosen: false,
    minutesChosen: false,
    ...change,
  }
}
const oneOff = (title: string, day: string, time: string | null): SavedPlan =>
  touched(day, {
    id: crypto.randomUUID(),
    ritualId: null,
    title,
    plannedOn: parseDay(day),
    time: time === null ? null : parseWallTime(time),
  })
const thursday = new Date('2026-11-19T21:42:00Z')
const next = (rows: readonly SavedPlan[], instant = thursday, count = 3) =>
  upcomingPlans(rituals, rows, { now: instant, zone: lisbon, count }).map(
    ({ title, plannedOn }) => `${title} ${plannedOn}`,
  )

test('dates of all rituals are in one order, and one that has begun is first', () => {
  expect(next([])).toEqual(['soup 2026-11-19', 'walk 2026-11-21', 'soup 2026-11-26'])
  expect(next([], new Date('2026-11-19T23:00:00Z'), 1)).toEqual(['soup 2026-11-19'])
  expect(next([], new Date('2026-11-19T23:30:00Z'), 1)).toEqual(['walk 2026-11-21'])
})

test('a skipped date is left out, and a moved one is on its new day', () => {
  expect(next([touched('2026-11-19', { skipped: true })], thursday, 2)).toEqual(['walk 2026-11-21', 'soup 2026-11-26'])
  expect(next([touched('2026-11-26', { plannedOn: parseDay('2026-11-20') })], thursday, 2)).toEqual([
    'soup 2026-11-19',
    'soup 2026-11-20',
  ])
  expect(next([touched('2026-11-19', { plannedOn: parseDay('2027-03-01') })], thursday, 2)).toEqual([
    'walk 2026-11-21',
    'soup 2026-11-26',
  ])
})

test('however many dates in a row are skipped, the one after them is next', () => {
  const skipped = Array.from({ length: 20 }, (_, week) =>
    touched(addDays(parseDay('2026-11-19'), 7 * week), { skipped: true }),
  )
  expect(
    upcomingPlans(rituals.slice(0, 1), skipped, { now: thursday, zone: lisbon, count: 1 }).map(
      ({ plannedOn }) => plannedOn,
    ),
  ).toEqual(['2027-04-08'])
})

test('a one-off months ahead can be next, and a plan without a time is the last of its day', () => {
  const train = oneOff('train', '2027-02-12', '22:10')
  expect(upcomingPlans([], [train], { now: thursday, zone: lisbon, count: 1 }).map(({ title }) => title)).toEqual([
    'train',
  ])
  expect(next([oneOff('errand', '2026-11-19', null)], thursday, 2)).toEqual(['soup 2026-11-19', 'errand 2026-11-19'])
})

test('what comes next names each ritual once, with the dates after it, and one-offs between them', () => {
  const rows = [
    touched('2026-11-26', { skipped: true }),
    touched('2026-12-03', { plannedOn: parseDay('2026-12-04') }),
    touched('2027-03-04', { skipped: true }),
    oneOff('train', '2026-11-20', '22:10'),
    oneOff('later', '2026-11-25', null),
  ]
  const groups = (given: readonly SavedPlan[], oneOffs = 6) =>
    comingUp(rituals, given, { now: thursday, zone: lisbon, dates: 3, oneOffs }).map(
      ({ next: first, then, skipped }) => [
        `${first.title} ${first.plannedOn}`,
        then.map(({ plannedOn }) => plannedOn.slice(5)).join(' '),
        skipped.map(({ plannedOn }) => plannedOn.slice(5)).join(' '),
      ],
    )
  expect(groups(rows)).toEqual([
    ['soup 2026-11-19', '12-04 12-10', '11-26'],
    ['train 2026-11-20', '', ''],
    ['walk 2026-11-21', '11-28 12-05', ''],
    ['later 2026-11-25', '', ''],
  ])
  expect(groups(rows, 1).map(([first]) => first)).toEqual(['soup 2026-11-19', 'train 2026-11-20', 'walk 2026-11-21'])
  // A ritual whose next date was moved far ahead goes on with the one after it.
  expect(groups([touched('2026-11-19', { plannedOn: parseDay('2027-03-01') })])[0]).toEqual([
    'walk 2026-11-21',
    '11-28 12-05',
    '',
  ])
})

test('what comes next has the same dates as the list of all plans', () => {
  const all = upcomingPlans(rituals, [], { now: thursday, zone: lisbon, count: 6 })
  const grouped = comingUp(rituals, [], { now: thursday, zone: lisbon, dates: 3, oneOffs: 6 })
  expect(new Set(grouped.flatMap(({ next: first, then }) => [first, ...then]).map(({ id }) => id))).toEqual(
    new Set(all.map(({ id }) => id)),
  )
})

test('a day has the plans of the person’s own day: the next one, and all others, over or not', () => {
  const rows = [
    oneOff('early', '2026-11-19', '02:00'),
    oneOff('errand', '2026-11-19', null),
    touched('2026-11-12', { skipped: true }),
  ]
  const today = (zone: typeof lisbon, now = thursday) => {
    const { next: first, also, week } = plansOfToday(rituals, rows, { now, zone, weekStart: 1 })
    return {
      next: first?.title,
      also: also.map(({ title }) => title),
      week: week.plans.map(({ on, plan }) => `${plan.title} ${Number(on.slice(8))}`),
    }
  }
  expect(today(lisbon)).toEqual({
    next: 'soup',
    also: ['early', 'errand'],
    week: ['early 19', 'soup 19', 'errand 19', 'walk 21'],
  })
  // Two at night in Lisbon is the evening before in Toronto.
  expect(today(toronto)).toEqual({
    next: 'soup',
    also: ['errand'],
    week: ['early 18', 'soup 19', 'errand 19', 'walk 21'],
  })
  expect(today(lisbon, new Date('2026-11-19T23:40:00Z'))).toMatchObject({ next: 'errand', also: ['early', 'soup'] })
})

test('a plan without a time is the last of the person’s own day, in whatever zone it was made', () => {
  const [london, adelaide] = [parseZone('Europe/London'), parseZone('Australia/Adelaide')]
  const rows = [
    { ...oneOff('any time on Saturday', '2026-11-21', null), zone: london },
    { ...oneOff('Sunday at eight', '2026-11-22', '08:00'), zone: adelaide },
    { ...oneOff('Saturday at eight', '2026-11-21', '20:00'), zone: adelaide },
  ]
  const seen = (now: string, zone: typeof lisbon) => {
    const { next: first, week } = plansOfToday([], rows, { now: new Date(now), zone, weekStart: 1 })
    return [first?.title, week.plans.map(({ plan }) => plan.title)]
  }
  const inAdelaide = ['Saturday at eight', 'any time on Saturday', 'Sunday at eight']
  expect(seen('2026-11-21T00:00:00Z', adelaide)).toEqual(['Saturday at eight', inAdelaide])
  expect(seen('2026-11-21T12:00:00Z', adelaide)).toEqual(['any time on Saturday', inAdelaide])
  // Eight on Sunday in Adelaide is the evening of Saturday in London.
  expect(seen('2026-11-21T12:00:00Z', london)).toEqual([
    'Sunday at eight',
    ['Saturday at eight', 'Sunday at eight', 'any time on Saturday'],
  ])
})

test('a week has the plans of its days by the person’s own clock, also those planned for a day before or after', () => {
  const sunday: Day = parseDay('2026-11-22')
  const late = oneOff('film', '2026-11-22', '23:30')
  const row = { ...late, zone: toronto }
  const { week } = plansOfToday([], [row], { now: new Date('2026-11-23T12:00:00Z'), zone: lisbon, weekStart: 1 })
  expect(week.plans.map(({ on }) => on)).toEqual(['2026-11-23'])
  expect(
    plansOfToday([], [row], { now: new Date('2026-11-22T12:00:00Z'), zone: toronto, weekStart: 1 }).week.plans.map(
      ({ on }) => on,
    ),
  ).toEqual([sunday])
})
