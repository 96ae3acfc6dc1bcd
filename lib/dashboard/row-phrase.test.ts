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
  // Two full weeks without are not yet quiet.
  ['11111...', '1.......', { key: 'mostWeeks' }],
  // One day in the present week, and it is not quiet any more.
  ['1111...1', '........', { key: 'someWeeks' }],
])('%s and %s', (noor, elias, phrase) => {
  const phraseOf = (first: string, second: string) => {
    const fed = countDaysFed(feedingsOf({ physical: [first, second], spiritual: ['1.......', '........'] }), eightWeeks)
    return fed.types.filter(({ type }) => type === 'physical').map((type) => rowPhrase(fed, type))
  }
  expect(phraseOf(noor, elias)).toEqual([phrase])
  expect(phraseOf(elias, noor)).toEqual([phrase])
})

test('a type that has been quiet all along says for how long there was anything to see', () => {
  const fed = countDaysFed(feedingsOf({ emotional: ['11111111', '........'] }), eightWeeks)
  expect(fed.types.slice(1).map((type) => rowPhrase(fed, type))).toEqual(Array(4).fill({ key: 'quietFor', weeks: 7 }))
})

test('with little to go by nothing is a rhythm, and nothing is quiet', () => {
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

test('the week that has just begun does not count against what is nearly every week', () => {
  const fed = countDaysFed(feedingsOf({ emotional: ['1111111.', '1111111.'] }), eightWeeks)
  expect(fed.types.slice(0, 1).map((type) => rowPhrase(fed, type))).toEqual([{ key: 'bothEveryWeek' }])
})

test('whatever happened, the words are the same with the two exchanged', () => {
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, asked }) => {
      const [noor, elias] = asked.people
      const fed = countDaysFed(feedings, asked)
      const turned = countDaysFed(feedings, { ...asked, people: [elias, noor] })
      expect(turned.types.map((type) => rowPhrase(turned, type))).toEqual(fed.types.map((type) => rowPhrase(fed, type)))
    }),
  )
})

test('quiet is said after three full weeks without, in six of data, and never else', () => {
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, asked }) => {
      const fed = countDaysFed(feedings, asked)
      const [oldest, present] = [fed.weeks[0], fed.weeks.at(-1)]
      if (!oldest || !present) return
      // Walked back a day at a time from the present week's first day, with no help from the counts.
      const ours = feedings.filter(
        ({ personId, day }) => asked.people.includes(personId) && day >= oldest.first && day <= present.last,
      )
      const known = asked.fedBefore ? oldest.first : ours.map(({ day }) => day).sort()[0]
      for (const type of fed.types) {
        const fedOn = new Set(ours.filter((row) => row.type === type.type).map(({ day }) => day))
        let daysWithout = 0
        for (let day = addDays(present.first, -1); day >= oldest.first && !fedOn.has(day); day = addDays(day, -1))
          daysWithout += 1
        let daysKnown = 0
        // The first week known counts whole.
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
