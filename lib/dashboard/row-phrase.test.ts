import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countDaysFed, type DaysFedQuery } from '@/lib/dashboard/days-fed'
import { rowPhrase, type RowPhrase } from '@/lib/dashboard/row-phrase'
import { arbitraryHistory } from '@/lib/testing/arbitrary-feedings'
import { eightWeeks, feedingsOf, twelveWeeks } from '@/lib/testing/strips'
import { parseDay } from '@/lib/time/day'

const phraseOf = (first: string, second: string, query: DaysFedQuery = eightWeeks) => {
  const fed = countDaysFed(
    feedingsOf({ physical: [first, second], spiritual: ['1.......', '........'] }, query),
    [],
    query,
  )
  const [phrase] = fed.types.filter(({ type }) => type === 'physical').map((type) => rowPhrase(fed, type))
  return phrase
}

// Seven whole weeks, and the present one.
test.each<[string, string, RowPhrase['key']]>([
  ['11111111', '11111111', 'bothEveryWeek'],
  ['1111111.', '2222222.', 'bothEveryWeek'],
  ['.111111.', '1111111.', 'bothNearlyEveryWeek'],
  ['1.211211', '.1112121', 'bothMostWeeks'],
  ['11.1.11.', '21121121', 'bothMostWeeks'],
  // Each in most weeks, but in different ones: in three of seven both.
  ['.11.1121', '1.111.11', 'mostWeeks'],
  ['1.1.1.1.', '.1.1.1.1', 'mostWeeks'],
  ['11.1121.', '..1...1.', 'mostWeeks'],
  ['11..1...', '........', 'someWeeks'],
  ['2111....', '11.1....', 'someWeeks'],
  ['1....1..', '........', 'nowAndThen'],
  // The present week is not over, so it makes no rhythm and breaks none.
  ['1..1...1', '.......1', 'nowAndThen'],
  ['1111111.', '1111111.', 'bothEveryWeek'],
  ['.......1', '.......2', 'thisWeek'],
  ['........', '........', 'nothingYet'],
])('%s and %s: %s', (noor, elias, key) => {
  expect(phraseOf(noor, elias)).toEqual({ key })
  expect(phraseOf(elias, noor)).toEqual({ key })
})

test('a type that was fed long and then not is quiet since its first week without', () => {
  expect(phraseOf('11111111....', '............', twelveWeeks)).toEqual({
    key: 'quietSince',
    day: parseDay('2026-10-26'),
  })
  // A day in the present week ends the quiet; two weeks without are none.
  expect(phraseOf('11111111...1', '............', twelveWeeks)).toEqual({ key: 'mostWeeks' })
  expect(phraseOf('111111111...', '............', twelveWeeks)).toEqual({ key: 'mostWeeks' })
  // Fed in every third week, three weeks without are its rhythm.
  expect(phraseOf('..1..1..1...', '............', twelveWeeks)).toEqual({ key: 'nowAndThen' })
})

test('of a couple that paired before these weeks nobody claims that nothing ever was', () => {
  const long = { ...eightWeeks, startedOn: parseDay('2026-01-01') }
  expect(phraseOf('........', '........', long)).toEqual({ key: 'noneLately' })
})

test('with under four whole weeks there is no rhythm', () => {
  const couple = (startedOn: string) => ({ ...eightWeeks, startedOn: parseDay(startedOn) })
  // Three whole weeks, then four. The first of four was their first day.
  expect(phraseOf('....1111', '....1111', couple('2026-10-20'))).toEqual({ key: 'weeksSoFar', weeks: 4 })
  expect(phraseOf('....1111', '....1111', couple('2026-10-26'))).toEqual({ key: 'weeksSoFar', weeks: 4 })
  expect(phraseOf('...11111', '...11111', couple('2026-10-19'))).toEqual({ key: 'bothEveryWeek' })
  // The week in which they paired was not whole, so it does not count against them.
  expect(phraseOf('...11111', '...11111', couple('2026-10-18'))).toEqual({ key: 'bothEveryWeek' })
  expect(phraseOf('.......1', '........', couple('2026-11-16'))).toEqual({ key: 'weeksSoFar', weeks: 1 })
  // Fed in the week in which they paired, and in none since.
  expect(phraseOf('..1.....', '........', { ...eightWeeks, startedOn: parseDay('2026-10-12') })).toEqual({
    key: 'nowAndThen',
  })
  expect(phraseOf('..2.....', '........', { ...eightWeeks, startedOn: parseDay('2026-10-13') })).toEqual({
    key: 'nowAndThen',
  })
})

test('the phrase is the same with the two people exchanged', () => {
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, query }) => {
      const [noor, elias] = query.people
      const fed = countDaysFed(feedings, [], query)
      const turned = countDaysFed(feedings, [], { ...query, people: [elias, noor] })
      expect(turned.types.map((type) => rowPhrase(turned, type))).toEqual(fed.types.map((type) => rowPhrase(fed, type)))
    }),
  )
})

test('"both" is said only of whole weeks in which both fed the type, and at least four of them', () => {
  const least: Partial<Record<RowPhrase['key'], number>> = {
    bothEveryWeek: 1,
    bothNearlyEveryWeek: 5 / 6,
    bothMostWeeks: 2 / 3,
  }
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, query }) => {
      const fed = countDaysFed(feedings, [], query)
      for (const type of fed.types) {
        const share = least[rowPhrase(fed, type).key]
        if (share === undefined) continue
        // Counted from the feedings alone.
        const whole = fed.weeks.slice(0, -1).filter(({ first }) => first >= query.startedOn)
        const both = whole.filter(({ first, last }) =>
          query.people.every((person) =>
            feedings.some(
              (row) => row.personId === person && row.type === type.type && row.day >= first && row.day <= last,
            ),
          ),
        )
        expect(whole.length).toBeGreaterThanOrEqual(4)
        expect(both.length).toBeGreaterThanOrEqual(share * whole.length)
      }
    }),
  )
})
