import type { Pair } from '@/lib/couples/people'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countDaysFed, type DaysFedQuery } from '@/lib/dashboard/days-fed'
import { leadingSentence } from '@/lib/dashboard/leading-sentence'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { arbitraryHistory } from '@/lib/testing/arbitrary-feedings'
import { eightWeeks, feedingsOf, twelveWeeks } from '@/lib/testing/strips'
import { daysBetween, parseDay } from '@/lib/time/day'

const sentenceOf = (strips: Partial<Record<IntimacyType, Pair<string>>>, query: DaysFedQuery = eightWeeks) =>
  leadingSentence(countDaysFed(feedingsOf(strips, query), [], query))

const young = { ...eightWeeks, startedOn: parseDay('2026-11-02') }

const invented: Partial<Record<IntimacyType, Pair<string>>> = {
  emotional: ['11.11.211211', '11.1.1112121'],
  physical: ['1.1111.1.11.', '121121121121'],
  intellectual: ['11112111....', '1.1111.1....'],
  experiential: ['11.1.11.1121', '1.1.1.111.11'],
  spiritual: ['.11111.11211', '11....1...1.'],
}

test('types that both fed come first, then one that is quiet', () => {
  expect(sentenceOf(invented, twelveWeeks)).toEqual({
    fed: { key: 'both', types: ['emotional', 'experiential'] },
    quiet: { type: 'intellectual', weeks: 3, since: '2026-10-26' },
  })
})

test('of several quiet types the sentence names none', () => {
  const lively = { emotional: ['111111111111', '111111111111'] } as const
  const withPhysical = sentenceOf({ ...lively, physical: ['11111111....', '............'] }, twelveWeeks)
  expect(withPhysical.quiet?.type).toBe('physical')
  const withTwo = sentenceOf(
    { ...lively, physical: ['11111111....', '............'], spiritual: ['1111111.....', '............'] },
    twelveWeeks,
  )
  expect(withTwo).toEqual({ fed: withPhysical.fed, quiet: null })
})

test('a type that was never fed is not quiet: it has no rhythm of its own', () => {
  expect(sentenceOf({ emotional: ['111111111111', '111111111111'] }, twelveWeeks).quiet).toBeNull()
})

test('with under four whole weeks the sentence says on how many days anything was fed, and what both fed', () => {
  expect(sentenceOf({ emotional: ['.......1', '........'] }, young)).toEqual({
    fed: { key: 'soFar', days: 1, types: [] },
    quiet: null,
  })
  expect(sentenceOf({ emotional: ['.......3', '......1.'], physical: ['.....2..', '........'] }, young)).toEqual({
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
  const before = [{ day: parseDay('2026-09-01'), type: 'physical' }] as const
  const old = { ...eightWeeks, startedOn: parseDay('2026-01-01') }
  expect(leadingSentence(countDaysFed([], before, old))).toEqual({ fed: { key: 'quietLately' }, quiet: null })
  expect(sentenceOf({ emotional: ['1111....', '1111....'] })).toEqual({ fed: { key: 'quietLately' }, quiet: null })
})

test('no type is named both fed and quiet', () => {
  // On a Monday the last 28 days reach back behind three quiet weeks, so a quiet type can have a full petal.
  const monday = { ...twelveWeeks, today: parseDay('2026-11-16') }
  const lastDays = feedingsOf(
    { emotional: ['11111117....', '11111117....'], physical: ['111111111111', '111111111111'] },
    monday,
  )
  expect(leadingSentence(countDaysFed(lastDays, [], monday))).toEqual({
    fed: { key: 'both', types: ['physical'] },
    quiet: { type: 'emotional', weeks: 3, since: '2026-10-26' },
  })
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, query }) => {
      const { fed, quiet } = leadingSentence(countDaysFed(feedings, [], { ...query, weekCount: 8 }))
      if ('types' in fed && quiet) expect(fed.types).not.toContain(quiet.type)
    }),
  )
})

test('the sentence is the same with the two people exchanged, and names neither', () => {
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, query }) => {
      const [noor, elias] = query.people
      const sentence = leadingSentence(countDaysFed(feedings, [], query))
      expect(leadingSentence(countDaysFed(feedings, [], { ...query, people: [elias, noor] }))).toEqual(sentence)
      expect(JSON.stringify(sentence)).not.toMatch(/noor|elias/)
    }),
  )
})

test('a type named as fed by both was fed by both in the last 28 days', () => {
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, query }) => {
      const { fed } = leadingSentence(countDaysFed(feedings, [], query))
      const often = daysBetween(query.startedOn, query.today) < 27 ? 2 : 3
      if (!('types' in fed) || fed.key === 'oneOrBoth') return
      for (const type of fed.types) {
        for (const personId of query.people) {
          const days = new Set(
            feedings.filter((row) => row.personId === personId && row.type === type).map(({ day }) => day),
          )
          expect(days.size).toBeGreaterThanOrEqual(fed.key === 'both' ? often : 1)
        }
      }
    }),
  )
})
