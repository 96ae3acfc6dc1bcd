import type { Pair } from '@/lib/couples/people'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countDaysFed } from '@/lib/dashboard/days-fed'
import { leadingSentence } from '@/lib/dashboard/leading-sentence'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { arbitraryHistory } from '@/lib/testing/arbitrary-feedings'
import { eightWeeks, feedingsOf } from '@/lib/testing/strips'
import { parseDay } from '@/lib/time/day'

const sentenceOf = (strips: Partial<Record<IntimacyType, Pair<string>>>, fedBefore = false) =>
  leadingSentence(countDaysFed(feedingsOf(strips), { ...eightWeeks, fedBefore }))

const invented: Partial<Record<IntimacyType, Pair<string>>> = {
  emotional: ['1.211211', '.1112121'],
  physical: ['11.1.11.', '21121121'],
  intellectual: ['2111....', '11.1....'],
  experiential: ['.11.1121', '1.111.11'],
  spiritual: ['11.11211', '..1...1.'],
}

test('types that both fed come first, then one that is quiet', () => {
  expect(sentenceOf(invented)).toEqual({
    fed: { key: 'both', types: ['emotional', 'experiential'] },
    quiet: { type: 'intellectual', weeks: 3 },
  })
})

test('of several quiet types the one quiet for longest is named, and of equals the first', () => {
  expect(sentenceOf({ emotional: ['11111111', '11111111'], spiritual: ['1.......', '........'] }).quiet).toEqual({
    type: 'physical',
    weeks: 7,
  })
  const rest = { intellectual: ['11111111', '11111111'], experiential: ['11111111', '11111111'] } as const
  expect(
    sentenceOf({
      ...rest,
      emotional: ['111.....', '........'],
      physical: ['11......', '........'],
      spiritual: ['1.......', '11......'],
    }).quiet,
  ).toEqual({
    type: 'physical',
    weeks: 5,
  })
})

test('under four weeks the sentence says how many days there are, and what both fed', () => {
  expect(sentenceOf({ emotional: ['.......1', '........'] })).toEqual({
    fed: { key: 'soFar', days: 1, types: [] },
    quiet: null,
  })
  expect(sentenceOf({ emotional: ['.......3', '......1.'], physical: ['.....2..', '........'] })).toEqual({
    fed: { key: 'soFar', days: 6, types: ['emotional'] },
    quiet: null,
  })
})

test('where nothing was fed by both often, it says a little, and where nothing was fed by both at all, one or both', () => {
  expect(sentenceOf({ emotional: ['1.1..1.7', '11.....1'] }).fed).toEqual({ key: 'bothALittle', types: ['emotional'] })
  expect(sentenceOf({ emotional: ['11111177', '........'], physical: ['........', '.......1'] }).fed).toEqual({
    key: 'oneOrBoth',
    types: ['emotional', 'physical'],
  })
})

test('nothing yet is another thing than quiet lately, and where all is quiet no type is singled out', () => {
  expect(sentenceOf({})).toEqual({ fed: { key: 'nothingYet' }, quiet: null })
  expect(sentenceOf({}, true)).toEqual({ fed: { key: 'quietLately' }, quiet: null })
  expect(sentenceOf({ emotional: ['1111....', '1111....'] })).toEqual({ fed: { key: 'quietLately' }, quiet: null })
})

test('a type is never said to be fed and quiet at once', () => {
  // What fills a petal may lie just before three quiet weeks: on a Monday the last 28 days reach back into a fourth.
  const monday = { ...eightWeeks, today: parseDay('2026-11-16') }
  const lastDays = feedingsOf({ emotional: ['1..7....', '1..7....'], physical: ['11111111', '11111111'] }, monday)
  expect(leadingSentence(countDaysFed(lastDays, monday))).toEqual({
    fed: { key: 'both', types: ['physical'] },
    quiet: { type: 'intellectual', weeks: 7 },
  })
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, asked }) => {
      const { fed, quiet } = leadingSentence(countDaysFed(feedings, { ...asked, weekCount: 8 }))
      if ('types' in fed && quiet) expect(fed.types).not.toContain(quiet.type)
    }),
  )
})

test('no history makes the sentence speak of one of the two: exchanged, they are told the same', () => {
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, asked }) => {
      const [noor, elias] = asked.people
      const sentence = leadingSentence(countDaysFed(feedings, asked))
      expect(leadingSentence(countDaysFed(feedings, { ...asked, people: [elias, noor] }))).toEqual(sentence)
      expect(JSON.stringify(sentence)).not.toMatch(/noor|elias/)
    }),
  )
})

test('what is said to be fed by both was fed by both in the last 28 days', () => {
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, asked }) => {
      const { fed } = leadingSentence(countDaysFed(feedings, asked))
      if (!('types' in fed) || fed.key === 'oneOrBoth') return
      for (const type of fed.types) {
        for (const personId of asked.people) {
          const days = new Set(
            feedings.filter((row) => row.personId === personId && row.type === type).map(({ day }) => day),
          )
          expect(days.size).toBeGreaterThanOrEqual(fed.key === 'both' ? 3 : 1)
        }
      }
    }),
  )
})
