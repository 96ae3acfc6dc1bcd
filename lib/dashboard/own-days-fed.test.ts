import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { INTIMACY_TYPES } from '@/lib/intimacy/intimacy-type'
import { addDays, daysBetween, parseDay, type Day } from '@/lib/time/day'
import { WEEK_STARTS, weeksUpTo } from '@/lib/time/week'
import { firstDayNeeded, ownDaysFed, ownSentence, type OwnDaysFed } from './own-days-fed'

const today = parseDay('2026-11-24')
const weeks = weeksUpTo(today, 1, 8)
const window = { weeks, today, firstDay: null, wholeFrom: weeks[0]?.first ?? today }

const page = (daysAgo: number, ...types: (typeof INTIMACY_TYPES)[number][]) => ({
  day: addDays(today, -daysAgo),
  types,
})
const ofType = (fed: OwnDaysFed, type: string) => fed.types.find((each) => each.type === type)

describe('the private layer', () => {
  test('counts days with pages of a type, not pages', () => {
    const fed = ownDaysFed([page(0, 'emotional'), page(0, 'emotional', 'physical'), page(1, 'emotional')], window)
    expect(ofType(fed, 'emotional')).toMatchObject({ perWeek: [0, 0, 0, 0, 0, 0, 0, 2], lastDays: 2, step: 'aLittle' })
    expect(ofType(fed, 'physical')).toMatchObject({ perWeek: [0, 0, 0, 0, 0, 0, 0, 1], lastDays: 1, step: 'aLittle' })
    expect(ofType(fed, 'spiritual')).toMatchObject({ lastDays: 0, step: 'quiet' })
  })

  test('says a lot of few days in a journal that began a few days ago', () => {
    const pages = [page(0, 'emotional'), page(1, 'emotional'), page(2, 'emotional')]
    expect(ofType(ownDaysFed(pages, window), 'emotional')?.step).toBe('often')
    expect(ofType(ownDaysFed(pages, { ...window, firstDay: addDays(today, -2) }), 'emotional')?.step).toBe('aLot')
  })

  test('claims a quiet week only where all its pages are known', () => {
    const from = (firstDay: Day | null, wholeFrom: Day | null) =>
      ownDaysFed([], { ...window, firstDay, wholeFrom }).quietFrom
    const [earlier, later] = [addDays(today, -30), addDays(today, -10)]
    expect(from(null, earlier)).toBe(earlier)
    expect(from(later, earlier)).toBe(later)
    expect(from(earlier, later)).toBe(later)
    expect(from(later, null)).toBeNull()
  })

  const anyPage = fc.record({
    day: fc.integer({ min: -3, max: 90 }).map((days) => addDays(today, -days)),
    types: fc.subarray([...INTIMACY_TYPES]),
  })
  const anyWindow = fc
    .record({
      start: fc.constantFrom(...WEEK_STARTS),
      count: fc.integer({ min: 1, max: 12 }),
      firstDay: fc.option(fc.integer({ min: 0, max: 90 }).map((days) => addDays(today, -days))),
    })
    .map(({ start, count, firstDay }) => {
      const ofWindow = weeksUpTo(today, start, count)
      return { weeks: ofWindow, today, firstDay, wholeFrom: ofWindow[0]?.first ?? today }
    })

  test('is the same whatever the order of the pages, and whoever saw one twice', () => {
    fc.assert(
      fc.property(fc.array(anyPage), anyWindow, (pages, ofWindow) => {
        const fed = ownDaysFed(pages, ofWindow)
        expect(ownDaysFed([...pages].reverse(), ofWindow)).toEqual(fed)
        expect(ownDaysFed([...pages, ...pages], ofWindow)).toEqual(fed)
      }),
    )
  })

  test('has in each week the days that a plain count finds, and no day from outside its window', () => {
    fc.assert(
      fc.property(fc.array(anyPage), anyWindow, (pages, ofWindow) => {
        const fed = ownDaysFed(pages, ofWindow)
        for (const { type, perWeek, lastDays } of fed.types) {
          const isFed = (day: Day) => pages.some((each) => each.day === day && each.types.includes(type))
          const plain = ofWindow.weeks.map(
            ({ first }) => [0, 1, 2, 3, 4, 5, 6].filter((after) => isFed(addDays(first, after))).length,
          )
          expect(perWeek).toEqual(plain)
          const ahead = daysBetween(today, ofWindow.weeks.at(-1)?.last ?? today)
          const bloom = Array.from({ length: 28 + ahead }, (_, after) => addDays(today, after - 27))
          expect(lastDays).toBe(bloom.filter(isFed).length)
        }
        const needed = firstDayNeeded(ofWindow)
        expect(
          ownDaysFed(
            pages.filter(({ day }) => day >= needed),
            ofWindow,
          ),
        ).toEqual(fed)
      }),
    )
  })
})

describe('the sentence', () => {
  test('says nothing of what is not there unless all pages are known', () => {
    const partly = { ...window, wholeFrom: addDays(today, -10) }
    expect(ownSentence(ownDaysFed([], partly))).toBeNull()
    expect(ownSentence(ownDaysFed([page(40, 'physical')], { ...window, wholeFrom: null }))).toBeNull()
    expect(ownSentence(ownDaysFed([page(3, 'physical')], partly))).toEqual({ key: 'about', types: ['physical'] })
  })

  const sentence = (...pages: Parameters<typeof ownDaysFed>[0]) => ownSentence(ownDaysFed(pages, window))
  test.each([
    [[], { key: 'nothingYet' }],
    [[page(3)], { key: 'noTypes' }],
    [[page(40, 'physical')], { key: 'quietLately' }],
    [
      [page(3, 'spiritual'), page(4, 'physical'), page(40, 'emotional')],
      { key: 'about', types: ['physical', 'spiritual'] },
    ],
  ] as const)('of %j', (pages, words) => expect(sentence(...pages)).toEqual(words))
})
