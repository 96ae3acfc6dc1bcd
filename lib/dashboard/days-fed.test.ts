import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BLOOM_STEPS,
  bloomStep,
  daysToRead,
  countDaysFed,
  type DaysFedQuery,
  type EarlierFeeding,
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
  startedOn: parseDay('2026-01-01'),
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
        const { weeks, types } = countDaysFed(feedings, [], query)
        for (const [who, personId] of query.people.entries()) {
          for (const { type, perWeek, lastDays, steps } of types) {
            const marked = new Set(
              feedings
                .filter((row) => row.personId === personId && row.type === type && row.day >= query.startedOn)
                .map(({ day }) => day),
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
            const daysThatWere = Math.min(28, daysBetween(query.startedOn, query.today) + 1)
            expect(steps[who]).toBe(bloomStep(lastDays[who] ?? 0, daysThatWere))
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
    const { weeks, types } = countDaysFed(rows, [], {
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
        const { types, weeks, wholeWeeks } = countDaysFed([...feedings, ...feedings], [], query)
        expect(types.map(({ type }) => type)).toEqual(INTIMACY_TYPES)
        expect(weeks).toHaveLength(query.weekCount)
        expect(wholeWeeks < query.weekCount).toBe(true)
        expect(
          types.flatMap(({ perWeek }) => perWeek.flat()).filter((days) => ![0, 1, 2, 3, 4, 5, 6, 7].includes(days)),
        ).toEqual([])
        expect(countDaysFed([...feedings, ...feedings], [], query)).toEqual(countDaysFed(feedings, [], query))
      }),
    )
  })

  test('exchanging the two people exchanges their counts and nothing else', () => {
    fc.assert(
      fc.property(arbitraryHistory, ({ feedings, query }) => {
        const [noor, elias] = query.people
        const turned = countDaysFed(feedings, [], { ...query, people: [elias, noor] })
        expect(turned.types.map(({ perWeek: [first, second] }) => [second, first])).toEqual(
          countDaysFed(feedings, [], query).types.map(({ perWeek }) => perWeek),
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
    const { types, days } = countDaysFed(rows, [], query)
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
      countDaysFed(sunday, [], { ...query, weekStart }).types[0]?.perWeek[1].slice(-2)
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
    const [emotional] = countDaysFed(rows, [], query).types
    expect(emotional?.perWeek).toEqual([
      [0, 0, 0, 0, 0, 0, 0, 1],
      [0, 0, 0, 0, 0, 0, 0, 0],
    ])
    expect(emotional?.lastDays).toEqual([1, 0])
  })

  test('what was fed before they paired is no data', () => {
    const rows = [fed(NOOR, '2026-11-09'), fed(NOOR, '2026-11-10'), fed(NOOR, '2026-11-17')]
    const count = (startedOn: string) => countDaysFed(rows, [], { ...query, startedOn: parseDay(startedOn) })
    expect(count('2026-11-10').types[0]?.perWeek[0]).toEqual([0, 0, 0, 0, 0, 0, 1, 1])
    expect([count('2026-11-09').days, count('2026-11-11').days, count('2026-11-18').days]).toEqual([3, 1, 0])
    expect(count('2026-11-18').begun).toBe('never')
  })

  test('whole weeks are those before the present one in which they were a couple from the first day on', () => {
    const whole = (startedOn: string) => {
      return countDaysFed([], [], { ...query, startedOn: parseDay(startedOn) }).wholeWeeks
    }
    // The weeks begin on Monday 28 September; the present one on 16 November.
    expect(
      ['2026-09-01', '2026-09-28', '2026-09-29', '2026-11-09', '2026-11-10', '2026-11-16', '2026-11-19'].map(whole),
    ).toEqual([7, 7, 6, 1, 0, 0, 0])
  })

  test('a couple has begun never, in the last four weeks, or earlier', () => {
    const begun = (rows: Feeding[], earlier: EarlierFeeding[] = []) => countDaysFed(rows, earlier, query).begun
    expect(begun([])).toBe('never')
    expect(begun([fed(NOOR, '2026-10-26')])).toBe('lately')
    expect(begun([fed(NOOR, '2026-10-25'), fed(ELIAS, '2026-11-16')])).toBe('earlier')
    expect(begun([], [{ day: parseDay('2026-03-01'), type: 'physical' }])).toBe('earlier')
    // A day before they paired begins nothing.
    expect(begun([], [{ day: parseDay('2025-12-31'), type: 'physical' }])).toBe('never')
  })

  test('a petal counts 28 days, even if fewer weeks are shown', () => {
    expect(daysToRead(query)).toEqual({ first: '2026-09-28', last: '2026-11-22' })
    const short = { ...query, weekCount: 2 }
    expect(daysToRead(short)).toEqual({ first: '2026-10-23', last: '2026-11-22' })
    expect(daysBetween(daysToRead(short).first, query.today)).toBe(27)
    expect(countDaysFed([fed(NOOR, '2026-10-23')], [], short).types[0]?.lastDays).toEqual([1, 0])
    expect(countDaysFed([fed(NOOR, '2026-10-22')], [], short).types[0]?.lastDays).toEqual([0, 0])
  })

  test('the bloom has four steps', () => {
    expect([0, 1, 2, 3, 5, 6, 28].map((days) => bloomStep(days, 28))).toEqual([
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

  test.each([
    // The third day: one is a little, whatever the share; all three are a lot.
    [3, ['quiet', 'aLittle', 'often', 'aLot']],
    [7, ['quiet', 'aLittle', 'often', 'aLot', 'aLot']],
    [14, ['quiet', 'aLittle', 'often', 'aLot', 'aLot']],
    [21, ['quiet', 'aLittle', 'aLittle', 'often', 'often', 'aLot']],
    [31, ['quiet', 'aLittle', 'aLittle', 'aLittle', 'often', 'often', 'often', 'aLot']],
    [1, ['quiet', 'aLittle']],
  ] as const)('in %i days the words are as for as large a share of 28', (daysThatWere, steps) =>
    expect(steps.map((_, days) => bloomStep(days, daysThatWere))).toEqual(steps),
  )

  test('more days never make a smaller step, and more days that were never a larger one', () => {
    const place = (days: number, daysThatWere: number) => BLOOM_STEPS.indexOf(bloomStep(days, daysThatWere))
    for (let daysThatWere = 1; daysThatWere <= 31; daysThatWere += 1) {
      for (let days = 0; days < daysThatWere; days += 1) {
        expect(place(days + 1, daysThatWere) - place(days, daysThatWere)).toBeGreaterThanOrEqual(0)
        expect(place(days, daysThatWere) - place(days, daysThatWere + 1)).toBeGreaterThanOrEqual(0)
        expect(place(days, daysThatWere) === 0).toBe(days === 0)
      }
    }
  })

  test('a new couple’s petals go by the days since they paired', () => {
    const rows = ['2026-11-16', '2026-11-18', '2026-11-19'].map((day) => fed(NOOR, day))
    const steps = (startedOn: string) =>
      countDaysFed(rows, [], { ...query, startedOn: parseDay(startedOn) }).types[0]?.steps
    expect([steps('2026-11-16'), steps('2026-10-01')]).toEqual([
      ['aLot', 'quiet'],
      ['often', 'quiet'],
    ])
  })

  test('the present week is the one that holds today', () => {
    fc.assert(
      fc.property(arbitraryHistory, ({ query }) => {
        expect(countDaysFed([], [], query).weeks.at(-1)).toEqual(weekOf(query.today, query.weekStart))
      }),
    )
  })
})
