import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countDaysFed } from '@/lib/dashboard/days-fed'
import { quietWeeks, rowPhrase, type RowPhrase } from '@/lib/dashboard/row-phrase'
import { arbitraryHistory } from '@/lib/testing/arbitrary-feedings'
import { eightWeeks, feedingsOf } from '@/lib/testing/strips'
import { addDays, parseDay } from '@/lib/time/day'

const since = (day: string): RowPhrase => ({ key: 'quietSince', day: parseDay(day) })

test.each<[string, string, RowPhrase]>([
  ['1.211211', '.1112121', { key: 'bothNearlyEveryWeek' }],
  ['11111111', '11111111', { key: 'bothEveryWeek' }],
  ['.11.1121', '1.111.11', { key: 'bothMostWeeks' }],
  ['11.1.11.', '21121121', { key: 'mostWeeks' }],
  ['11.1121.', '..1...1.', { key: 'mostWeeks' }],
  ['11..1...', '........', { key: 'someWeeks' }],
  ['1....1..', '........', { key: 'nowAndThen' }],
  ['2111....', '11.1....', since('2026-10-26')],
  ['1111....', '........', since('2026-10-26')],
  // Two full weeks without a feeding are not yet quiet.
  ['11111...', '1.......', { key: 'mostWeeks' }],
  // A day in the present week ends the quiet.
  ['1111...1', '........', { key: 'someWeeks' }],
])('%s and %s', (noor, elias, phrase) => {
  const phraseOf = (first: string, second: string) => {
    const fed = countDaysFed(feedingsOf({ physical: [first, second], spiritual: ['1.......', '........'] }), eightWeeks)
    return fed.types.filter(({ type }) => type === 'physical').map((type) => rowPhrase(fed, type))
  }
  expect(phraseOf(noor, elias)).toEqual([phrase])
  expect(phraseOf(elias, noor)).toEqual([phrase])
})

test('a type that was never fed is quiet for all known full weeks', () => {
  const fed = countDaysFed(feedingsOf({ emotional: ['11111111', '........'] }), eightWeeks)
  expect(fed.types.slice(1).map((type) => rowPhrase(fed, type))).toEqual(Array(4).fill({ key: 'quietFor', weeks: 7 }))
})

test('with little data there is no rhythm and no quiet type', () => {
  const fed = countDaysFed(feedingsOf({ emotional: ['......11', '.....11.'] }), eightWeeks)
  expect(fed.types.map((type) => rowPhrase(fed, type))).toEqual([
    { key: 'weeksSoFar', weeks: 3 },
    ...Array(4).fill({ key: 'nothingYet' }),
  ])
  const six = countDaysFed(
    feedingsOf({ emotional: ['..111111', '........'], physical: ['..1.....', '........'] }),
    eightWeeks,
  )
  expect(six.knownWeeks).toBe(6)
  expect(six.types.map((type) => quietWeeks(six, type))).toEqual([0, 0, 0, 0, 0])
})

test('an empty present week does not break a rhythm', () => {
  const fed = countDaysFed(feedingsOf({ emotional: ['1111111.', '1111111.'] }), eightWeeks)
  expect(fed.types.slice(0, 1).map((type) => rowPhrase(fed, type))).toEqual([{ key: 'bothEveryWeek' }])
})

test('the phrase is the same with the two people exchanged', () => {
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, query }) => {
      const [noor, elias] = query.people
      const fed = countDaysFed(feedings, query)
      const turned = countDaysFed(feedings, { ...query, people: [elias, noor] })
      expect(turned.types.map((type) => rowPhrase(turned, type))).toEqual(fed.types.map((type) => rowPhrase(fed, type)))
    }),
  )
})

test('a type is quiet after three full weeks without a feeding, given six of data, and never otherwise', () => {
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, query }) => {
      const fed = countDaysFed(feedings, query)
      const [oldest, present] = [fed.weeks[0], fed.weeks.at(-1)]
      if (!oldest || !present) return
      // Walks back a day at a time from the present week's first day, without the counts.
      const ours = feedings.filter(
        ({ personId, day }) => query.people.includes(personId) && day >= oldest.first && day <= present.last,
      )
      const known = query.fedBefore ? oldest.first : ours.map(({ day }) => day).sort()[0]
      for (const type of fed.types) {
        const fedOn = new Set(ours.filter((row) => row.type === type.type).map(({ day }) => day))
        let daysWithout = 0
        for (let day = addDays(present.first, -1); day >= oldest.first && !fedOn.has(day); day = addDays(day, -1))
          daysWithout += 1
        let daysKnown = 0
        // The first known week counts as a whole.
        for (
          let day = addDays(present.first, -1);
          known !== undefined && addDays(day, 6) >= known && day >= oldest.first;
          day = addDays(day, -1)
        )
          daysKnown += 1
        const untouched = ![...fedOn].some((day) => day >= present.first)
        const may = untouched && daysWithout >= 21 && Math.floor(daysKnown / 7) >= 6
        expect(quietWeeks(fed, type) > 0).toBe(may)
        expect(rowPhrase(fed, type).key.startsWith('quiet')).toBe(may)
        if (may) expect(quietWeeks(fed, type)).toBe(Math.floor(Math.min(daysWithout, daysKnown) / 7))
      }
    }),
    { numRuns: 150 },
  )
})
