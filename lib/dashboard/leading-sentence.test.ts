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

test('of several quiet types the sentence names the longest quiet one, and of equals the first', () => {
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

test('with under four weeks the sentence says on how many days anything was fed, and what both fed', () => {
  expect(sentenceOf({ emotional: ['.......1', '........'] })).toEqual({
    fed: { key: 'soFar', days: 1, types: [] },
    quiet: null,
  })
  expect(sentenceOf({ emotional: ['.......3', '......1.'], physical: ['.....2..', '........'] })).toEqual({
    fed: { key: 'soFar', days: 6, types: ['emotional'] },
    quiet: null,
  })
})

test('without a type that both fed often it names those both fed a little, else those one or both fed', () => {
  expect(sentenceOf({ emotional: ['1.1..1.7', '11.....1'] }).fed).toEqual({ key: 'bothALittle', types: ['emotional'] })
  expect(sentenceOf({ emotional: ['11111177', '........'], physical: ['........', '.......1'] }).fed).toEqual({
    key: 'oneOrBoth',
    types: ['emotional', 'physical'],
  })
})

test('nothing yet differs from quiet lately, and when everything is quiet no type is singled out', () => {
  expect(sentenceOf({})).toEqual({ fed: { key: 'nothingYet' }, quiet: null })
  expect(sentenceOf({}, true)).toEqual({ fed: { key: 'quietLately' }, quiet: null })
  expect(sentenceOf({ emotional: ['1111....', '1111....'] })).toEqual({ fed: { key: 'quietLately' }, quiet: null })
})

test('no type is named both fed and quiet', () => {
  // On a Monday the last 28 days reach back behind three quiet weeks, so a quiet type can have a full petal.
  const monday = { ...eightWeeks, today: parseDay('2026-11-16') }
  const lastDays = feedingsOf({ emotional: ['1..7....', '1..7....'], physical: ['11111111', '11111111'] }, monday)
  expect(leadingSentence(countDaysFed(lastDays, monday))).toEqual({
    fed: { key: 'both', types: ['physical'] },
    quiet: { type: 'intellectual', weeks: 7 },
  })
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, query }) => {
      const { fed, quiet } = leadingSentence(countDaysFed(feedings, { ...query, weekCount: 8 }))
      if ('types' in fed && quiet) expect(fed.types).not.toContain(quiet.type)
    }),
  )
})

test('the sentence is the same with the two people exchanged, and names neither', () => {
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, query }) => {
      const [noor, elias] = query.people
      const sentence = leadingSentence(countDaysFed(feedings, query))
      expect(leadingSentence(countDaysFed(feedings, { ...query, people: [elias, noor] }))).toEqual(sentence)
      expect(JSON.stringify(sentence)).not.toMatch(/noor|elias/)
    }),
  )
})

test('a type named as fed by both was fed by both in the last 28 days', () => {
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, query }) => {
      const { fed } = leadingSentence(countDaysFed(feedings, query))
      if (!('types' in fed) || fed.key === 'oneOrBoth') return
      for (const type of fed.types) {
        for (const personId of query.people) {
          const days = new Set(
            feedings.filter((row) => row.personId === personId && row.type === type).map(({ day }) => day),
          )
          expect(days.size).toBeGreaterThanOrEqual(fed.key === 'both' ? 3 : 1)
        }
      }
    }),
  )
})
