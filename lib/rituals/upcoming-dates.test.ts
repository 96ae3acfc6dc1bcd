// The next dates are computed: they are those that stepping from day to day finds, and the days between cost nothing.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryCourse } from '@/lib/testing/arbitrary-rituals'
import { onMachinesElsewhere } from '@/lib/testing/machine-zones'
import { addDays, daysBetween, parseDay, weekday, type Day } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { occurrenceOn, type Rhythm } from './recurrence'
import { occurrencesBetween, termsOn, upcomingOccurrences, type HeldRhythm, type RitualDates } from './ritual-dates'

/** The first day of the week that holds a day, found by stepping back. */
function weekOfDay(day: Day, weekStart: number): Day {
  let first = day
  while (weekday(first) !== weekStart) first = addDays(first, -1)
  return first
}

/** Every date of a ritual from one day to another, found by looking at each day. */
function stepFrom({ held, pauses, endedAt }: RitualDates, from: Day, to: Day) {
  const found: { onDate: Day; start: Date; end: Date; terms: HeldRhythm }[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const terms = [...held].reverse().find((version) => version.from <= day)
    const rest = [...pauses].reverse().find((pause) => pause.from <= day)
    if (!terms || day < terms.startsOn || !terms.weekdays.includes(weekday(day))) continue
    if (rest && (rest.to === null || day < rest.to)) continue
    const weeks = daysBetween(weekOfDay(terms.startsOn, terms.weekStart), weekOfDay(day, terms.weekStart)) / 7
    const date = { ...occurrenceOn(terms, day), terms }
    if (weeks % terms.everyWeeks === 0 && (endedAt === null || date.start <= new Date(endedAt))) found.push(date)
  }
  return found
}

onMachinesElsewhere(() => {
  test('the next dates are those that stepping from day to day finds, over long rests and an end, wanted or not', () => {
    fc.assert(
      fc.property(
        arbitraryCourse,
        fc.record({
          after: fc.integer({ min: -30, max: 200 }),
          count: fc.integer({ min: 1, max: 6 }),
          longer: fc.constantFrom(0, 7, 300, 700),
          ends: fc.option(fc.integer({ min: -20, max: 400 })),
          every: fc.integer({ min: 1, max: 4 }),
        }),
        ({ day, ritual }, { after, count, longer, ends, every }) => {
          const dates: RitualDates = {
            held: ritual.held,
            pauses: ritual.pauses.map((pause) => ({ ...pause, to: pause.to && addDays(pause.to, longer) })),
            endedAt: ends === null ? null : `${addDays(day, ends)}T12:30:00.000Z`,
          }
          const today = addDays(day, after)
          const instant = new Date(`${today}T11:00:00.000Z`)
          const isWanted = ({ onDate }: { onDate: Day }) => daysBetween(day, onDate) % every === 0
          const stepped = stepFrom(dates, addDays(today, -5), addDays(today, 1300))
            .filter((date) => date.end > instant && isWanted(date))
            .sort((a, b) => a.start.getTime() - b.start.getTime())
          const found = upcomingOccurrences(dates, instant, count, isWanted)
          // Within the days that were stepped over, both find the same.
          const first = stepped.slice(0, count)
          expect(found.slice(0, first.length)).toEqual(first)
          if (first.length < count)
            for (const date of found.slice(first.length)) expect(date.onDate > addDays(today, 1290)).toBe(true)
        },
      ),
      { numRuns: 25 },
    )
  })
})

const thursdays: Rhythm = {
  weekdays: [4],
  startsOn: parseDay('2026-11-05'),
  everyWeeks: 1,
  time: parseWallTime('20:00'),
  minutes: 60,
  zone: parseZone('Europe/Lisbon'),
  weekStart: 1,
}
const noon = new Date('2026-11-24T12:00:00.000Z')

/** A ritual whose every read of a field is counted: the versions, the rests, and what these hold. */
function counted(ritual: RitualDates): { ritual: RitualDates; reads: () => number } {
  let reads = 0
  const watch = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: (object, key, receiver) => {
        reads++
        const value: unknown = Reflect.get(object, key, receiver)
        return typeof value === 'object' && value !== null ? watch(value) : value
      },
    })
  return { ritual: watch(ritual), reads: () => reads }
}

const version = (from: string, change: Partial<Rhythm> = {}): HeldRhythm => ({
  ...thursdays,
  ...change,
  from: parseDay(from),
  agreedAt: '2026-11-01T12:00:00.000Z',
})
const rest = (from: string, to: string | null) => ({
  from: parseDay(from),
  to: to === null ? null : parseDay(to),
  saidAt: `${from}T00:00:00.000Z`,
})
const readsOf = (ritual: RitualDates, work: (ritual: RitualDates) => unknown): number => {
  const watched = counted(ritual)
  work(watched.ritual)
  return watched.reads()
}

test('a rest until 2199 costs no more than one until next week', () => {
  const until = (to: string) => ({ held: [version('2026-11-05')], pauses: [rest('2026-11-13', to)], endedAt: null })
  const next = (ritual: RitualDates) => upcomingOccurrences(ritual, noon, 1)
  expect(next(until('2199-12-01')).map(({ onDate }) => onDate)).toEqual(['2199-12-05'])
  expect(readsOf(until('2199-12-01'), next)).toBeLessThanOrEqual(readsOf(until('2026-12-01'), next) + 20)
  expect(readsOf(until('2199-12-01'), next)).toBeLessThan(300)
})

test('a ritual that begins in 2190, one that rests beyond the last day, and one that ended cost no more', () => {
  const next = (ritual: RitualDates) => upcomingOccurrences(ritual, noon, 4)
  const late = version('2190-01-07', { startsOn: parseDay('2190-01-07') })
  for (const ritual of [
    { held: [late], pauses: [], endedAt: null },
    { held: [version('2026-11-05')], pauses: [rest('2026-11-13', '2199-12-31')], endedAt: null },
    { held: [version('2026-11-05')], pauses: [rest('2026-11-13', null)], endedAt: null },
    { held: [version('2026-11-05')], pauses: [], endedAt: '2026-11-12T12:00:00.000Z' },
  ])
    expect(readsOf(ritual, next)).toBeLessThan(500)
  expect(upcomingOccurrences({ held: [late], pauses: [], endedAt: null }, noon, 1)).toHaveLength(1)
})

test('the work grows with the versions and the rests, each counted once, and not with their product', () => {
  const many = (count: number): RitualDates => ({
    held: Array.from({ length: count }, (_, n) => version(addDays(parseDay('2026-11-05'), 3 * n))),
    pauses: Array.from({ length: count }, (_, n) => {
      const from = addDays(parseDay('2026-11-06'), 3 * n)
      return rest(from, addDays(from, 2))
    }),
    endedAt: null,
  })
  const next = (ritual: RitualDates) => upcomingOccurrences(ritual, noon, 1000)
  expect(readsOf(many(400), next)).toBeLessThan(2.5 * readsOf(many(200), next))
})

test('a week costs the same however far away it is', () => {
  const ritual = { held: [version('2026-11-05')], pauses: [rest('2026-11-13', '2150-01-01')], endedAt: null }
  const week = (first: string) => (dates: RitualDates) =>
    occurrencesBetween(dates, parseDay(first), addDays(parseDay(first), 6))
  expect(readsOf(ritual, week('2199-06-03'))).toBeLessThanOrEqual(readsOf(ritual, week('2026-11-05')) + 20)
})

test('skipping every date for years costs a step for each, and the one after them is found', () => {
  const ritual = { held: [version('2026-11-05', { weekdays: [1, 2, 3, 4, 5, 6, 7] })], pauses: [], endedAt: null }
  const after = (skipped: number) => (dates: RitualDates) =>
    upcomingOccurrences(dates, noon, 1, ({ onDate }) => onDate > addDays(parseDay('2026-11-24'), skipped))
  expect(after(2000)(ritual).map(({ onDate }) => onDate)).toEqual([addDays(parseDay('2026-11-24'), 2001)])
  expect(readsOf(ritual, after(2000))).toBeLessThan(2.2 * readsOf(ritual, after(1000)))
})

test('what has begun stays: a date moved ahead keeps its terms, whatever comes between its start and its day', () => {
  const thursday = parseDay('2026-11-26')
  const moved = () => new Date('2026-11-24T20:00:00.000Z') // its Thursday was moved to Tuesday
  const before = version('2026-11-05')
  const wednesday = '2026-11-25T09:00:00.000Z'
  const later = { ...version('2026-11-25', { weekdays: [5] }), agreedAt: wednesday }
  const rested = { ...rest('2026-11-25', null), saidAt: wednesday }
  const plain: RitualDates = { held: [before], pauses: [], endedAt: null }
  for (const ritual of [
    { ...plain, endedAt: wednesday },
    { ...plain, pauses: [rested] },
    { ...plain, held: [before, later] },
    { held: [before, later, { ...later, from: parseDay('2026-11-25') }], pauses: [rested], endedAt: wednesday },
  ]) {
    expect(termsOn(ritual, thursday, moved)).toBe(before)
    expect(termsOn(ritual, thursday)).toBeNull()
  }
  // After the same on the Monday before, the date is gone.
  for (const ritual of [
    { ...plain, endedAt: '2026-11-23T09:00:00.000Z' },
    { ...plain, pauses: [{ ...rest('2026-11-23', null), saidAt: '2026-11-23T09:00:00.000Z' }] },
    { ...plain, held: [before, { ...later, agreedAt: '2026-11-23T09:00:00.000Z' }] },
  ])
    expect(termsOn(ritual, thursday, moved)).toBeNull()
})

test('a date moved to after the end of its ritual had not begun, so it is gone', () => {
  const ritual: RitualDates = { held: [version('2026-11-05')], pauses: [], endedAt: '2026-11-27T09:00:00.000Z' }
  const thursday = parseDay('2026-11-26')
  expect(termsOn(ritual, thursday)).not.toBeNull()
  expect(termsOn(ritual, thursday, () => new Date('2026-11-28T20:00:00.000Z'))).toBeNull()
})

test('a version that was replaced before its first day holds for a date that began under it', () => {
  const replaced = { ...version('2026-11-25', { minutes: 30 }), agreedAt: '2026-11-23T09:00:00.000Z' }
  const newest = { ...version('2026-11-25', { minutes: 90 }), agreedAt: '2026-11-25T09:00:00.000Z' }
  const ritual: RitualDates = { held: [version('2026-11-05'), replaced, newest], pauses: [], endedAt: null }
  const thursday = parseDay('2026-11-26')
  expect(termsOn(ritual, thursday, () => new Date('2026-11-24T20:00:00.000Z'))).toBe(replaced)
  expect(termsOn(ritual, thursday)).toBe(newest)
})

test('a date that was moved to before the end of a rest was said stays when another rest is said', () => {
  const thursday = parseDay('2026-11-26')
  const pauses = [
    { ...rest('2026-11-01', null), saidAt: '2026-11-01T09:00:00.000Z' },
    { ...rest('2026-11-26', '2026-11-26'), saidAt: '2026-11-25T09:00:00.000Z' }, // it goes on again on that day
    { ...rest('2026-11-26', null), saidAt: '2026-11-25T10:00:00.000Z' },
  ]
  const held = [version('2026-10-01')]
  const moved = () => new Date('2026-11-25T08:00:00.000Z')
  expect(termsOn({ held, pauses, endedAt: null }, thursday, moved)).toBe(held[0])
  expect(termsOn({ held, pauses: pauses.slice(0, 1), endedAt: null }, thursday, moved)).toBeNull()
  expect(termsOn({ held, pauses, endedAt: null }, thursday)).toBeNull()
})
