import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { parseZone } from '@/lib/time/zone'
import { dayOfPage, sortByDay, type ListedPage } from './listed-page'
import { emptyReflection } from './page'

const lisbon = parseZone('Europe/Lisbon')

const own = (id: string, addedAt: string, day: string | null): ListedPage => ({
  id,
  rev: 1,
  sealed: '',
  addedAt,
  audience: 'me',
  waiting: false,
  tabOnly: false,
  opened: day
    ? { is: 'text', text: { writing: emptyReflection, types: [], day: parseDay(day) } }
    : { is: 'failed', code: 'cannot-decrypt' },
})

test('pages are listed by the days they are about, also where one was written later; those of a day keep their order', () => {
  const pages = [
    own('backdated', '2026-11-24T12:00:00.000Z', '2026-10-10'),
    own('evening', '2026-11-23T20:00:00.000Z', '2026-11-23'),
    own('morning', '2026-11-23T08:00:00.000Z', '2026-11-23'),
    own('unread', '2026-10-11T23:30:00.000Z', null), // past midnight in Lisbon's summer
    own('october', '2026-10-11T08:00:00.000Z', '2026-10-11'),
  ]
  expect(sortByDay(pages, lisbon).map(({ id }) => id)).toEqual(['evening', 'morning', 'unread', 'october', 'backdated'])
  expect(pages.map((page) => dayOfPage(page, lisbon))).toContain('2026-10-12')
})
