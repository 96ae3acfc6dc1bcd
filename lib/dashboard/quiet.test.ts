// How often a steady couple is wrongly called quiet, and how soon a type that truly stops is named.
import { describe, expect, test } from 'vitest'
import { countDaysFed, daysToRead, type Feeding } from '@/lib/dashboard/days-fed'
import { leadingSentence } from '@/lib/dashboard/leading-sentence'
import { chanceOfGap, quietWeeks } from '@/lib/dashboard/quiet'
import { rowPhrase } from '@/lib/dashboard/row-phrase'
import { INTIMACY_TYPES } from '@/lib/intimacy/intimacy-type'
import { ELIAS, NOOR } from '@/lib/testing/arbitrary-feedings'
import { addDays, parseDay } from '@/lib/time/day'

/** A seeded source of numbers from 0 to 1 (mulberry32), so that every run simulates the same couples. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** On which days of a couple's weeks it fed a type: one function a type, asked once for each day in order. */
type SteadyType = (week: number, weekday: number) => boolean

/** Feeds on any day alike, so many times a week on average. */
const atRate =
  (random: () => number, perWeek: number): SteadyType =>
  () =>
    random() < 1 - Math.exp(-perWeek / 7)

/** Keeps a ritual on one weekday of every so many weeks, four times of five. */
const asRitual =
  (random: () => number, everyWeeks: number): SteadyType =>
  (week, weekday) =>
    weekday === 3 && week % everyWeeks === 0 && random() < 0.8

const kinds: Readonly<Record<string, (random: () => number) => SteadyType[]>> = {
  'each type at its own rate, from once in ten weeks to four times a week': (random) =>
    INTIMACY_TYPES.map(() => atRate(random, 0.1 * 40 ** random())),
  'each type in most weeks': (random) => INTIMACY_TYPES.map(() => atRate(random, 2)),
  'each type once a week on average': (random) => INTIMACY_TYPES.map(() => atRate(random, 1)),
  'each type every second week on average': (random) => INTIMACY_TYPES.map(() => atRate(random, 0.5)),
  'each type once a month on average': (random) => INTIMACY_TYPES.map(() => atRate(random, 0.25)),
  'rituals every week, every second and every fourth': (random) =>
    [1, 1, 2, 2, 4].map((everyWeeks) => asRitual(random, everyWeeks)),
  'busy and light weeks, by chance': (random) => {
    const pace = Array.from({ length: 200 }, () => (random() < 0.3 ? 0.3 : 1.3))
    return INTIMACY_TYPES.map(() => {
      const rate = 0.1 * 40 ** random()
      return (week: number) => random() < 1 - Math.exp((-rate * (pace[week] ?? 1)) / 7)
    })
  },
}

const WEEKS = 78

/** The share of looks, one at the end of each day of a year and a half, at which some type is quiet. */
function shareOfQuietLooks(steady: (random: () => number) => SteadyType[], couples: number): number {
  const random = randomOf(20_261_128)
  let [looks, named] = [0, 0]
  for (let couple = 0; couple < couples; couple += 1) {
    const types = steady(random).map((feeds) => ({ feeds, weeks: [] as boolean[] }))
    for (let week = 0; week < WEEKS; week += 1) {
      const isFed = types.map(() => false)
      const isQuiet = types.map(({ weeks }) => quietWeeks(weeks) > 0)
      for (let weekday = 0; weekday < 7; weekday += 1) {
        for (const [index, { feeds }] of types.entries()) if (feeds(week, weekday)) isFed[index] = true
        looks += 1
        if (isQuiet.some((quiet, index) => quiet && !isFed[index])) named += 1
      }
      for (const [index, { weeks }] of types.entries()) weeks.push(isFed[index] === true)
    }
  }
  return named / looks
}

describe('a steady couple', () => {
  test.each(Object.entries(kinds))('that feeds %s is called quiet in at most a tenth of looks', (_, steady) => {
    expect(shareOfQuietLooks(steady, 150)).toBeLessThanOrEqual(0.1)
  })

  test('sees at most that much on the screen, in the rows and in the sentence', () => {
    const random = randomOf(17)
    const startedOn = parseDay('2025-01-06')
    let [looks, named] = [0, 0]
    for (let couple = 0; couple < 12; couple += 1) {
      const feedings: Feeding[] = []
      const rates = INTIMACY_TYPES.map((type) => ({ type, rate: 0.1 * 40 ** random() }))
      for (let day = 0; day < 60 * 7; day += 1) {
        const today = addDays(startedOn, day)
        for (const { type, rate } of rates) {
          const personId = random() < 0.5 ? NOOR : ELIAS
          if (random() < 1 - Math.exp(-rate / 7))
            feedings.push({ personId, day: today, type, source: 'moment', sourceId: String(day) })
        }
        if (day % 5 > 0) continue
        const query = { people: [NOOR, ELIAS], today, weekStart: 1, weekCount: 8, startedOn } as const
        const { first } = daysToRead(query)
        const earlier = feedings.filter((feeding) => feeding.day < first && feeding.day > addDays(today, -200))
        const fed = countDaysFed(feedings.slice(-400), earlier, query)
        const quietRows = fed.types.filter((type) => rowPhrase(fed, type).key === 'quietSince').length
        const quietType = leadingSentence(fed).quiet
        looks += 1
        if (quietRows > 0 || quietType !== null) named += 1
        expect(quietRows).toBeLessThanOrEqual(1)
      }
    }
    expect(named / looks).toBeLessThanOrEqual(0.1)
    expect(named).toBeGreaterThan(0)
  })

  test('the chance of a gap is that of all orders of the weeks', () => {
    // Counted by writing down every order.
    for (let weeks = 1; weeks <= 10; weeks += 1) {
      for (let fed = 0; fed <= weeks; fed += 1) {
        for (let quiet = 0; quiet <= weeks; quiet += 1) {
          let [orders, withGap] = [0, 0]
          for (let order = 0; order < 2 ** weeks; order += 1) {
            const bits = [...order.toString(2).padStart(weeks, '0')]
            if (bits.filter((bit) => bit === '1').length !== fed) continue
            orders += 1
            if (!bits.slice(weeks - quiet).includes('1')) withGap += 1
          }
          expect(chanceOfGap({ weeks, fed, quiet })).toBeCloseTo(withGap / orders, 10)
        }
      }
    }
  })
})

/** After how many weeks without is a type named that was fed in such a share of so many weeks, evenly? 40 if never. */
function weeksUntilNamed(share: number, weeksBefore: number): number {
  const weeks: boolean[] = []
  let sum = 0
  while (weeks.length < weeksBefore) {
    sum += share
    weeks.push(sum >= 1 - 1e-9)
    if (weeks.at(-1)) sum -= 1
  }
  weeks.push(true)
  for (let without = 1; without < 40; without += 1) {
    weeks.push(false)
    if (quietWeeks(weeks) > 0) return without
  }
  return 40
}

test.each([
  ['every week', 1, 3],
  ['three weeks of four', 3 / 4, 5],
  ['two weeks of three', 2 / 3, 6],
  ['every second week', 1 / 2, 9],
] as const)('a type that was fed %s for ten weeks or more, and stops, is named in time', (_, share, most) => {
  const weeksBefore = Array.from({ length: 51 }, (_, more) => 10 + more)
  expect(Math.max(...weeksBefore.map((weeks) => weeksUntilNamed(share, weeks)))).toBe(most)
})

describe('a type is not called quiet', () => {
  const quiet = (weeks: string) => quietWeeks([...weeks].map((week) => week === '1'))

  test('before there is a rhythm: not in the first seven weeks of a couple, whatever they did', () => {
    for (let length = 0; length <= 7; length += 1) {
      for (let order = 0; order < 2 ** length; order += 1)
        expect(quiet(order.toString(2).padStart(length, '0').slice(-length))).toBe(0)
    }
    expect(quiet('11111000')).toBe(3)
  })

  test('after two weeks without, nor if it was never fed, nor once fourteen weeks are over', () => {
    expect([quiet('1'.repeat(14) + '00'), quiet('1'.repeat(13) + '000')]).toEqual([0, 3])
    expect(quiet('0'.repeat(16))).toBe(0)
    expect([14, 15, 16].map((weeks) => quiet('1'.repeat(16) + '0'.repeat(weeks)))).toEqual([14, 0, 0])
  })

  test('if it has long gaps of its own: fed every third week, it never is', () => {
    for (let weeks = 0; weeks <= 16; weeks += 1) expect(quiet('001'.repeat(10) + '0'.repeat(weeks))).toBe(0)
  })
})
