import { expect, test } from 'vitest'
import { INTIMACY_TYPES } from '@/lib/intimacy/intimacy-type'
import { parseMonth } from '@/lib/time/month'
import type { MonthKept } from './contract'
import type { TypeInMonth } from './fed'
import { fedTitle, keptTitle } from './in-words'

const fed = (days: Readonly<Record<string, readonly [number, number]>>): TypeInMonth[] =>
  INTIMACY_TYPES.map((type) => ({ type, days: days[type] ?? [0, 0], steps: ['quiet', 'quiet'] }))

test('a month is headed by what both fed, or else by what was fed, and never by one of the two', () => {
  expect(fedTitle(fed({}), 'en-GB')).toBe('What you fed')
  expect(fedTitle(fed({ emotional: [1, 0], physical: [0, 2] }), 'en-GB')).toBe(
    'One or both of you fed the emotional and the physical',
  )
  expect(fedTitle(fed({ emotional: [1, 3], physical: [0, 2] }), 'en-GB')).toBe('You both fed the emotional')
  expect(fedTitle(fed(Object.fromEntries(INTIMACY_TYPES.map((type) => [type, [1, 1]]))), 'en-GB')).toBe(
    'You both fed all five',
  )
})

const kept = (...titles: string[]) => titles.map((title) => ({ ritualId: null, planId: title, title }) as MonthKept)

test('a month is headed by what was kept first, each once', () => {
  const title = (names: string[], keptMore = 0) =>
    keptTitle({ kept: kept(...names), keptMore }, parseMonth('2026-11'), 'en-GB')
  expect(title([])).toBe('What you remember of November')
  expect(title(['Soup', 'Soup'])).toBe('You kept “Soup”')
  expect(title(['Soup', 'A walk'])).toBe('You kept “Soup” and “A walk”')
  expect(title(['Soup', 'A walk', 'A film'])).toBe('You kept “Soup”, “A walk” and more')
  expect(title(['Soup'], 2)).toBe('You kept “Soup” and more')
  expect(title(['S'.repeat(120)])).toBe('What you kept and remember')
})
