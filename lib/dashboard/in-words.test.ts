import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countDaysFed, type DaysFedQuery } from './days-fed'
import { firstPicture } from './hopes'
import { bloomLabel, hopesSentence, hopesLabel, leadingText, phraseText, stripLabel } from './in-words'
import { leadingSentence } from './leading-sentence'
import { rowPhrase } from './row-phrase'
import { arbitraryHistory } from '@/lib/testing/arbitrary-feedings'
import { eightWeeks, feedingsOf, twelveWeeks } from '@/lib/testing/strips'
import { parseDay } from '@/lib/time/day'

const invented = countDaysFed(
  feedingsOf({
    emotional: ['1.211211', '.1112121'],
    physical: ['11.1.11.', '21121121'],
    intellectual: ['2111....', '11.1....'],
    experiential: ['.11.1121', '1.111.11'],
    spiritual: ['11.11211', '..1...1.'],
  }),
  [],
  eightWeeks,
)
const sentenceOf = (strips: Parameters<typeof feedingsOf>[0], query: DaysFedQuery = eightWeeks) =>
  leadingText(leadingSentence(countDaysFed(feedingsOf(strips, query), [], query)), 'en-GB')
const often = ['11111111', '11111111'] as const
const paired = { ...eightWeeks, startedOn: parseDay('2026-11-02') }

test('the sentence above the picture', () => {
  expect(leadingText(leadingSentence(invented), 'en-GB')).toBe(
    'You have both been feeding the emotional and the experiential.',
  )
  expect(
    sentenceOf({ emotional: often, physical: often, intellectual: often, experiential: often, spiritual: often }),
  ).toBe('You have both been feeding all five.')
  expect(
    sentenceOf(
      { emotional: ['111111111177', '............'], physical: ['1111111.....', '............'] },
      twelveWeeks,
    ),
  ).toBe('Lately, the emotional was fed by one or both of you. Physical has been quiet for four weeks.')
  expect(sentenceOf({ emotional: ['1111....', '1111....'] })).toBe('It has been quiet lately.')
})

test('with little data the sentence says how little', () => {
  expect(sentenceOf({}, paired)).toBe('Nothing here yet. It fills with what you each do and share.')
  expect(sentenceOf({ emotional: ['.......1', '........'] }, paired)).toBe('One day so far.')
  expect(sentenceOf({ emotional: ['.......3', '......1.'] }, paired)).toBe(
    '4 days so far. You have both fed the emotional.',
  )
})

test('the phrase beside a row', () => {
  expect(invented.types.map((type) => phraseText(rowPhrase(invented, type), 'en-GB'))).toEqual([
    'both, most weeks',
    'both, most weeks',
    'some weeks, from one or both',
    'most weeks, from one or both',
    'most weeks, from one or both',
  ])
  expect(phraseText({ key: 'quietSince', day: parseDay('2026-10-26') }, 'en-US')).toBe('quiet since Oct 26')
  expect(phraseText({ key: 'weeksSoFar', weeks: 1 }, 'en-GB')).toBe('one week so far')
  expect(phraseText({ key: 'noneLately' }, 'en-GB')).toBe('not in these weeks')
  expect(phraseText({ key: 'thisWeek' }, 'en-GB')).toBe('this week')
})

test('the labels for screen readers name every value', () => {
  expect(bloomLabel(invented, ['Noor', 'Elias'], 'en-GB')).toBe(
    'What each of you has been feeding in the last four weeks. Emotional: Noor often, Elias a lot; Physical: Noor a little, Elias often; Intellectual: Noor quiet, Elias quiet; Experiential: Noor often, Elias often; Spiritual: Noor often, Elias a little.',
  )
  expect(
    invented.types.slice(0, 1).map((type) => stripLabel(invented.weeks, type, ['Noor', 'Elias'], 'en-GB')),
  ).toEqual([
    'Emotional, weeks of 28 Sept to 16 Nov, days in each. Noor: 1, 0, 2, 1, 1, 2, 1, 1. Elias: 0, 1, 1, 1, 2, 1, 2, 1.',
  ])
})

test('no sentence names, ranks or scolds a person', () => {
  fc.assert(
    fc.property(arbitraryHistory, ({ feedings, query }) => {
      const fed = countDaysFed(feedings, [], query)
      const words = [
        leadingText(leadingSentence(fed), 'en-GB'),
        ...fed.types.map((type) => phraseText(rowPhrase(fed, type), 'en-GB')),
      ]
      for (const sentence of words) {
        expect(sentence).not.toMatch(
          /noor|elias|neglect|miss|streak|score|%|only|more than|less than|\bfirst\b|\bsecond\b/i,
        )
        expect(sentence).not.toMatch(/[{}]|undefined|dashboard\./)
      }
    }),
  )
})

test('the sentence above both people’s hopes', () => {
  const none = { fed: [], more: [] } as const
  const noor = { fed: ['emotional', 'experiential'], more: ['physical', 'spiritual'] } as const
  const elias = { fed: ['emotional', 'spiritual'], more: ['physical', 'intellectual'] } as const
  expect(hopesSentence(firstPicture([noor, elias]), 'en-GB')).toBe(
    'You would both love more of the physical, and the emotional feels fed to both of you.',
  )
  expect(hopesSentence(firstPicture([{ ...noor, fed: [] }, elias]), 'en-GB')).toBe(
    'You would both love more of the physical.',
  )
  expect(hopesSentence(firstPicture([{ ...noor, more: [] }, elias]), 'en-GB')).toBe(
    'The emotional feels fed to both of you.',
  )
  expect(hopesSentence(firstPicture([noor, none]), 'en-GB')).toBe('You marked different things: a place to begin.')
  expect(hopesSentence(firstPicture([none, none]), 'en-GB')).toBe('Neither of you marked anything.')
  expect(hopesLabel(firstPicture([noor, elias]), ['Noor', 'Elias'], 'en-GB')).toBe(
    'What you each hope for. Emotional: Noor feels fed, Elias feels fed; Physical: Noor would love more, Elias would love more; Intellectual: Noor not marked, Elias would love more; Experiential: Noor feels fed, Elias not marked; Spiritual: Noor would love more, Elias feels fed.',
  )
})
