import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BLOOM_STEPS,
  bloomStep,
  daysToRead,
  countDaysFed,
  type DaysFedQuery,
  type Feeding,
} from '@/lib/dashboard/days-fed'
import { INTIMACY_TYPES } from '@/lib/intimacy/intimacy-type'
import { arbitraryHistory, ELIAS, NOOR } from '@/lib/testing/arbitrary-feedings'
import { onMachinesElsewhere } from '@/lib/testing/machine-zones'
import { addDays, dayIn, daysBetween, latestDayOf, parseDay, weekday } from '@/lib/time/day'
import { weekOf } from '@/lib/time/week'
import { parseZone } from '@/lib/time/zone'

const query: DaysFedQuery = {
  people: [NOOR, ELIAS],
  today: parseDay('2026-11-19'),
  weekStart: 1,
  weekCount: 8,
  fedBefore: false,
}
const fed = (personId: string, day: string, more: Partial<Feeding> = {}): Feeding => ({
  personId,
  day: parseDay(day),
  type: 'emotional',
  source: 'moment',
  sourceId: `${personId} ${day}`,
  ...more,
})

onMachinesElsewhere(() => {
  test('the counts equal those of crossing off days on a paper calendar', () => {
    fc.assert(
      fc.property(arbitraryHistory, ({ feedings, query }) => {
        const { weeks, types } = countDaysFed(feedings, query)
        for (const [who, personId] of query.people.entries()) {
          for (const { type, perWeek, lastDays, steps } of types) {
            const marked = new Set(
              feedings.filter((row) => row.personId === personId && row.type === type).map(({ day }) => day),
            )
            const crossed = (from: number, to: number) => {
              let days = 0
              for (let offset = from; offset <= to; offset += 1) {
                if (marked.has(addDays(query.today, offset))) days += 1
              }
              return days
            }
            // How many days ago the present week began; the week before began seven days earlier, and so on.
            const sinceFirst = (weekday(query.today) - query.weekStart + 7) % 7
            const expected = weeks.map((_, index) => {
              const began = -sinceFirst - 7 * (weeks.length - 1 - index)
              return crossed(began, began + 6)
            })
            expect(perWeek[who]).toEqual(expected)
            expect(lastDays[who]).toBe(crossed(-27, 6 - sinceFirst))
            expect(steps[who]).toBe(bloomStep(lastDays[who] ?? 0))
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  test('a feeding counts on the local day of each person', () => {
    const late = new Date('2026-11-22T23:30:00Z')
    const [lisbon, kathmandu] = [parseZone('Europe/Lisbon'), parseZone('Asia/Kathmandu')]
    const rows = [fed(NOOR, dayIn(late, lisbon)), fed(ELIAS, dayIn(late, kathmandu))]
    const { weeks, types } = countDaysFed(rows, {
      ...query,
      today: latestDayOf(late, [lisbon, kathmandu]),
      weekCount: 2,
    })
    expect(weeks.map(({ id }) => id)).toEqual(['2026-W47', '2026-W48'])
    expect(types[0]?.perWeek).toEqual([
      [1, 0],
      [0, 1],
    ])
  })
})

describe('days fed', () => {
  test('a week counts 0 to 7 days, whatever fed it and however often', () => {
    fc.assert(
      fc.property(arbitraryHistory, ({ feedings, query }) => {
        const { types, weeks, knownWeeks } = countDaysFed([...feedings, ...feedings], query)
        expect(types.map(({ type }) => type)).toEqual(INTIMACY_TYPES)
        expect(weeks).toHaveLength(query.weekCount)
        expect(knownWeeks <= query.weekCount).toBe(true)
        expect(
          types.flatMap(({ perWeek }) => perWeek.flat()).filter((days) => ![0, 1, 2, 3, 4, 5, 6, 7].includes(days)),
        ).toEqual([])
        expect(countDaysFed([...feedings, ...feedings], query)).toEqual(countDaysFed(feedings, query))
      }),
    )
  })

  test('exchanging the two people exchanges their counts and nothing else', () => {
    fc.assert(
      fc.property(arbitraryHistory, ({ feedings, query }) => {
        const [noor, elias] = query.people
        const turned = countDaysFed(feedings, { ...query, people: [elias, noor] })
        expect(turned.types.map(({ perWeek: [first, second] }) => [second, first])).toEqual(
          countDaysFed(feedings, query).types.map(({ perWeek }) => perWeek),
        )
      }),
    )
  })

  test('two feedings on one day count as one day, and a source with two types feeds both', () => {
    const rows = [
      fed(NOOR, '2026-11-17'),
      fed(NOOR, '2026-11-17', { source: 'reply', sourceId: 'a' }),
      fed(NOOR, '2026-11-17', { type: 'physical' }),
    ]
    const { types, days } = countDaysFed(rows, query)
    expect(types.map(({ lastDays }) => lastDays)).toEqual([
      [1, 0],
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ])
    expect(days).toBe(1)
  })

  test('the week start decides in which week a Sunday counts', () => {
    const sunday = [fed(ELIAS, '2026-11-15')]
    const lastTwo = (weekStart: 1 | 6 | 7) =>
      countDaysFed(sunday, { ...query, weekStart }).types[0]?.perWeek[1].slice(-2)
    expect([lastTwo(1), lastTwo(7), lastTwo(6)]).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
    ])
  })

  test('a day after today, from a person ahead in time, counts in this week; later days and other people do not', () => {
    const rows = [
      fed(NOOR, '2026-11-20'),
      fed(NOOR, '2026-11-23'),
      fed(NOOR, '2026-09-27'),
      fed('a stranger', '2026-11-18'),
    ]
    const [emotional] = countDaysFed(rows, query).types
    expect(emotional?.perWeek).toEqual([
      [0, 0, 0, 0, 0, 0, 0, 1],
      [0, 0, 0, 0, 0, 0, 0, 0],
    ])
    expect(emotional?.lastDays).toEqual([1, 0])
  })

  test('the known weeks begin with the first feeding, or before the picture', () => {
    const known = (rows: Feeding[], fedBefore = false) => countDaysFed(rows, { ...query, fedBefore }).knownWeeks
    expect(known([])).toBe(0)
    expect(known([fed(NOOR, '2026-11-16')])).toBe(1)
    expect(known([fed(NOOR, '2026-11-15'), fed(ELIAS, '2026-11-16')])).toBe(2)
    expect(known([], true)).toBe(8)
  })

  test('a petal counts 28 days, even if fewer weeks are shown', () => {
    expect(daysToRead(query)).toEqual({ first: '2026-09-28', last: '2026-11-22' })
    const short = { ...query, weekCount: 2 }
    expect(daysToRead(short)).toEqual({ first: '2026-10-23', last: '2026-11-22' })
    expect(daysBetween(daysToRead(short).first, query.today)).toBe(27)
    expect(countDaysFed([fed(NOOR, '2026-10-23')], short).types[0]?.lastDays).toEqual([1, 0])
    expect(countDaysFed([fed(NOOR, '2026-10-22')], short).types[0]?.lastDays).toEqual([0, 0])
  })

  test('the bloom has four steps', () => {
    expect([0, 1, 2, 3, 5, 6, 28].map(bloomStep)).toEqual([
      'quiet',
      'aLittle',
      'aLittle',
      'often',
      'often',
      'aLot',
      'aLot',
    ])
    expect(BLOOM_STEPS).toEqual(['quiet', 'aLittle', 'often', 'aLot'])
  })

  test('the present week is the one that holds today', () => {
    fc.assert(
      fc.property(arbitraryHistory, ({ query }) => {
        expect(countDaysFed([], query).weeks.at(-1)).toEqual(weekOf(query.today, query.weekStart))
      }),
    )
  })
})
