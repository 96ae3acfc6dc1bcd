import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { canAskAboutSpare, lastSpareQuestion, spareQuestionMark, type SpareQuestion } from './spare-question'

const days = ['2026-11-19', '2026-11-20', '2026-11-21'].map(parseDay)
const question = fc.record({ day: fc.constantFrom(...days), place: fc.constantFrom('today', 'share') })

test('whatever a person opens in whatever order, no two places ask on one day', () => {
  fc.assert(
    fc.property(fc.array(question), (opened) => {
      let marks: string[] = []
      const asked: SpareQuestion[] = []
      for (const here of opened) {
        const last = lastSpareQuestion(marks)
        if (!canAskAboutSpare(last, here)) continue
        asked.push(here)
        marks = [spareQuestionMark('noor', here)]
      }
      // days only go on, and the mark keeps the last of them
      if (opened.every(({ day }, index) => index === 0 || day >= opened[index - 1]!.day))
        for (const day of days)
          expect(new Set(asked.filter((each) => each.day === day).map(({ place }) => place)).size).toBeLessThanOrEqual(
            1,
          )
    }),
  )
})

test('it is asked again on the next day, and on the same day where it was asked first', () => {
  const [first, second] = days as [SpareQuestion['day'], SpareQuestion['day']]
  const last = { day: first, place: 'share' } as const
  expect(canAskAboutSpare(null, { day: first, place: 'today' })).toBe(true)
  expect(canAskAboutSpare(last, { day: first, place: 'share' })).toBe(true)
  expect(canAskAboutSpare(last, { day: first, place: 'today' })).toBe(false)
  expect(canAskAboutSpare(last, { day: second, place: 'today' })).toBe(true)
})

test('the newest mark is the last question, and one that can’t be read is none', () => {
  const [first, second] = days as [SpareQuestion['day'], SpareQuestion['day']]
  const marks = [first, second].map((day) => spareQuestionMark('noor', { day, place: 'today' }))
  expect(lastSpareQuestion(marks)).toEqual({ day: second, place: 'today' })
  expect(lastSpareQuestion(['spare-asked:2026-13-40:today:noor'])).toBeNull()
})
