import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryCourse, arbitraryRhythm } from '@/lib/testing/arbitrary-rituals'
import { arbitraryDay } from '@/lib/testing/arbitrary-time'
import { onMachinesElsewhere } from '@/lib/testing/machine-zones'
import { addDays, dayIn, daysFrom, parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { effectivePauses } from './discussion'
import { heldOf, type AgreedTerms } from './held-terms'
import { occurrenceOn, datesBetween, occursOn, type Rhythm } from './recurrence'
import {
  upcomingOccurrences,
  firstFreeDay,
  heldOn,
  inForce,
  occurrencesBetween,
  restsOn,
  termsOn,
  type RitualDates,
} from './ritual-dates'

const HOUR_MS = 3_600_000
const runs = { numRuns: 25 }

onMachinesElsewhere(() => {
  test('exactly one version holds on every day, and none before its first day', () => {
    fc.assert(
      fc.property(arbitraryCourse, ({ day, agreed, ritual }) => {
        const held = inForce(ritual.held)
        const froms = held.map(({ from }) => from)
        expect(froms).toEqual([...new Set(froms)].sort())
        expect(held.at(-1)).toMatchObject(agreed.at(-1)?.terms ?? {})
        for (const { from, startsOn } of held) expect(from >= startsOn).toBe(true)
        // The simple way: the last version whose first day has come.
        const [first = day] = froms
        for (const day of daysFrom(first, addDays(first, 200))) {
          expect(heldOn(ritual.held, day)).toBe(held[froms.filter((from) => from <= day).length - 1])
        }
      }),
      runs,
    )
  })

  test('a date that had begun when other terms were agreed keeps its terms', () => {
    fc.assert(
      fc.property(arbitraryCourse, ({ day, agreed }) => {
        const plain = (held: RitualDates['held']) =>
          occurrencesBetween({ held, pauses: [], endedAt: null }, addDays(day, -60), addDays(day, 400))
        for (const [n, { agreedAt }] of agreed.entries()) {
          if (n === 0) continue
          const begun = (held: RitualDates['held']) =>
            plain(held)
              .filter(({ start }) => start <= agreedAt)
              .map(({ onDate, start }) => `${onDate} ${start.toISOString()}`)
          const before = heldOf(agreed.slice(0, n))
          expect(begun(heldOf(agreed.slice(0, n + 1)))).toEqual(begun(before))
        }
      }),
      runs,
    )
  })

  test('the dates are those of the version of each day, without rests, in every function', () => {
    fc.assert(
      fc.property(arbitraryCourse, fc.integer({ min: -30, max: 120 }), ({ day, ritual }, after) => {
        const { held, pauses } = ritual
        const [from, to] = [addDays(day, after), addDays(day, after + 70)]
        const pencilled = daysFrom(from, to).filter((day) => {
          const terms = held.findLast((version) => version.from <= day)
          const lastRest = [...pauses].reverse().find((pause) => pause.from <= day)
          return (
            terms !== undefined && occursOn(terms, day) && !(lastRest && (lastRest.to === null || day < lastRest.to))
          )
        })
        const found = occurrencesBetween(ritual, from, to)
        expect(found.map(({ onDate }) => onDate)).toEqual(pencilled)
        expect(daysFrom(from, to).filter((day) => termsOn(ritual, day))).toEqual(pencilled)
        for (const { terms, onDate, start, end } of found) {
          expect(termsOn(ritual, onDate)).toBe(terms)
          expect(occurrenceOn(terms, onDate)).toEqual({ onDate, start, end })
        }
      }),
      runs,
    )
  })

  test('the upcoming dates are not over, in order, and as many as there are', () => {
    fc.assert(
      fc.property(
        arbitraryCourse,
        fc.integer({ min: -30, max: 120 }),
        fc.integer({ min: 1, max: 5 }),
        ({ day, ritual }, after, count) => {
          const instant = new Date(Date.parse(`${day}T00:00:00Z`) + after * 24 * HOUR_MS)
          const coming = upcomingOccurrences(ritual, instant, count)
          const expected = occurrencesBetween(
            ritual,
            addDays(dayIn(instant, parseZone('UTC')), -5),
            addDays(day, 900),
          ).filter(({ end }) => end > instant)
          const restsAtLast = ritual.pauses.at(-1)?.to === null
          expect(coming.length).toBe(restsAtLast ? Math.min(count, expected.length) : count)
          expect(coming.every(({ end }) => end > instant)).toBe(true)
          const starts = coming.map(({ start }) => start.getTime())
          expect(starts).toEqual([...starts].sort((a, b) => a - b))
          for (const date of coming) expect(expected).toContainEqual(date)
        },
      ),
      runs,
    )
  })

  test('pauses that had no effect change no day', () => {
    fc.assert(
      fc.property(arbitraryCourse, ({ day, ritual: { pauses } }) => {
        for (const date of daysFrom(addDays(day, -30), addDays(day, 230)))
          expect(restsOn(effectivePauses(pauses), date)).toBe(restsOn(pauses, date))
      }),
      runs,
    )
  })
})

const lisbon = parseZone('Europe/Lisbon')
const thursdays: Rhythm = {
  weekdays: [4],
  startsOn: parseDay('2026-11-05'),
  everyWeeks: 1,
  time: parseWallTime('20:00'),
  minutes: 60,
  zone: lisbon,
  weekStart: 1,
}
const fridays: Rhythm = { ...thursdays, weekdays: [5], startsOn: parseDay('2026-12-04'), time: parseWallTime('19:30') }
const long = new Date('2026-11-01T12:00:00Z')
const agreedOn = (terms: Rhythm, time: string): AgreedTerms<Rhythm> => ({ terms, agreedAt: new Date(time) })
const datesOf = (held: RitualDates['held'], pauses: RitualDates['pauses'] = [], endedAt: string | null = null) =>
  occurrencesBetween({ held, pauses, endedAt }, parseDay('2026-11-01'), parseDay('2026-12-15')).map(({ onDate }) =>
    onDate.slice(5),
  )

test('other terms hold from their first day, the earlier ones until then', () => {
  const held = heldOf([{ terms: thursdays, agreedAt: long }, agreedOn(fridays, '2026-11-24T12:00:00Z')])
  expect(datesOf(held)).toEqual(['11-05', '11-12', '11-19', '11-26', '12-03', '12-04', '12-11'])
})

test('terms that were agreed after their first day hold from the first day on which no date had begun', () => {
  const from = (time: string) =>
    heldOf([
      { terms: thursdays, agreedAt: long },
      agreedOn({ ...fridays, startsOn: parseDay('2026-11-20'), weekdays: [4, 5] }, time),
    ])[1]?.from
  expect(from('2026-11-26T12:00:00Z')).toBe('2026-11-26') // no date had begun on that Thursday
  expect(from('2026-11-26T19:45:00Z')).toBe('2026-11-27') // by the new terms one had, so this evening is still at eight
  expect(from('2026-11-26T20:30:00Z')).toBe('2026-11-27')
})

test('the first terms hold from their first day, however late both agreed', () => {
  expect(heldOf([agreedOn(thursdays, '2026-12-01T12:00:00Z')]).map(({ from }) => from)).toEqual(['2026-11-05'])
})

test('a version that is replaced before its first day never holds', () => {
  const later = agreedOn({ ...fridays, startsOn: parseDay('2027-01-01') }, '2026-11-20T12:00:00Z')
  const held = heldOf([{ terms: thursdays, agreedAt: long }, later, agreedOn(fridays, '2026-11-24T12:00:00Z')])
  expect(inForce(held).map(({ from }) => from)).toEqual(['2026-11-05', '2026-12-04'])
})

test('a rest has no dates, and has no effect if the ritual is taken up on the same day', () => {
  const held = heldOf([{ terms: thursdays, agreedAt: long }])
  const rest = (from: string, to: string | null) => ({
    from: parseDay(from),
    to: to === null ? null : parseDay(to),
    saidAt: `${from}T00:00:00.000Z`,
  })
  expect(datesOf(held, [rest('2026-11-13', '2026-12-03')])).toEqual(['11-05', '11-12', '12-03', '12-10'])
  expect(datesOf(held, [rest('2026-11-13', null)])).toEqual(['11-05', '11-12'])
  expect(datesOf(held, [rest('2026-11-13', null), rest('2026-11-13', '2026-11-13')])).toEqual(datesOf(held))
  expect(datesOf(held, [rest('2026-11-13', null), rest('2026-11-25', '2026-11-25')])).toEqual([
    '11-05',
    '11-12',
    '11-26',
    '12-03',
    '12-10',
  ])
  expect(
    upcomingOccurrences(
      { held, pauses: [rest('2026-11-13', null)], endedAt: null },
      new Date('2026-11-24T12:00:00Z'),
      3,
    ),
  ).toEqual([])
})

test('the day of a date that has begun is not free, even in a rest; the next day is', () => {
  const held = heldOf([{ terms: thursdays, agreedAt: long }])
  const free = (time: string) => firstFreeDay({ held, endedAt: null }, lisbon, new Date(time))
  expect([free('2026-11-26T19:59:00Z'), free('2026-11-26T20:00:00Z'), free('2026-11-27T08:00:00Z')]).toEqual([
    '2026-11-26',
    '2026-11-27',
    '2026-11-27',
  ])
})

test('an ended ritual has no later dates, and a proposal has none', () => {
  const held = heldOf([{ terms: thursdays, agreedAt: long }])
  expect(datesOf(held, [], '2026-11-19T20:00:00.000Z')).toEqual(['11-05', '11-12', '11-19'])
  expect(
    upcomingOccurrences({ held, pauses: [], endedAt: '2026-11-19T20:00:00.000Z' }, new Date('2026-11-24T12:00:00Z'), 3),
  ).toEqual([])
  expect(upcomingOccurrences({ held: [], pauses: [], endedAt: null }, long, 3)).toEqual([])
})

test('a single version has the dates of its rhythm', () => {
  fc.assert(
    fc.property(arbitraryDay.chain(arbitraryRhythm), (rhythm) => {
      const held = heldOf([{ terms: rhythm, agreedAt: long }])
      const [from, to] = [addDays(rhythm.startsOn, -20), addDays(rhythm.startsOn, 100)]
      expect(occurrencesBetween({ held, pauses: [], endedAt: null }, from, to).map(({ onDate }) => onDate)).toEqual(
        datesBetween(rhythm, from, to),
      )
    }),
    runs,
  )
})
