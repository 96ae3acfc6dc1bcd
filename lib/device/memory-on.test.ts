import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, parseDay, type Day } from '@/lib/time/day'
import { memoryDays, memoryOn } from './memory-on'
import type { IndexedRow } from './opened-index'

const today = parseDay('2026-11-24')
const [monthAgo, yearAgo] = [parseDay('2026-10-24'), parseDay('2025-11-24')]
const [me, elias] = ['me', 'elias']

const row = (id: string, day: Day, more: Partial<IndexedRow> = {}): IndexedRow => ({
  ...{ kind: 'page', id, rev: 1, author: me, couple: null, day, types: [], words: `Words of ${id}` },
  ...{ isVoice: false, about: null, ...more },
})
const shared = (id: string, day: Day, more: Partial<IndexedRow> = {}) =>
  row(id, day, { kind: 'shared', author: elias, couple: 'now', ...more })

const rules = { today, couple: 'now', shownYesterday: null, isHidden: () => false }
const idOn = (rows: readonly IndexedRow[], more: Partial<Parameters<typeof memoryOn>[1]> = {}) =>
  memoryOn(rows, { ...rules, ...more })?.row.id ?? null

test('a page of the same day a month or some years ago comes back, a year before a month and the nearest year first', () => {
  const rows = [row('month', monthAgo), row('year', yearAgo), row('three', parseDay('2023-11-24'))]
  expect(memoryOn(rows, rules)).toMatchObject({ row: { id: 'year' }, ago: { unit: 'year', count: 1 } })
  expect(memoryOn([rows[0]!, rows[2]!], rules)).toMatchObject({ row: { id: 'three' }, ago: { unit: 'year', count: 3 } })
  expect(memoryOn([rows[0]!], rules)).toMatchObject({ row: { id: 'month' }, ago: { unit: 'month', count: 1 } })
  for (const day of ['2026-10-23', '2026-10-25', '2026-09-24', '2025-10-24', '2026-11-24'])
    expect(idOn([row('other', parseDay(day))])).toBeNull()
})

test('a month or a year without such a day has no memory', () => {
  const days = (text: string) => memoryDays(parseDay(text), parseDay('2023-01-01')).map(({ day }) => day)
  expect(days('2026-10-31')).toEqual(['2025-10-31', '2024-10-31', '2023-10-31'])
  expect(days('2026-03-30')).toEqual(['2025-03-30', '2024-03-30', '2023-03-30'])
  expect(days('2028-02-29')).toEqual(['2024-02-29', '2028-01-29'])
  expect(days('2027-01-31')).toEqual(['2026-01-31', '2025-01-31', '2024-01-31', '2023-01-31', '2026-12-31'])
})

test('of one day, what is about both comes first', () => {
  const line = shared('line', yearAgo, { kind: 'line', author: me, about: 'plan' })
  const rows = [row('page', yearAgo), shared('shared', yearAgo), line]
  expect(idOn(rows)).toBe('line')
  expect(idOn(rows.slice(0, 2))).toBe('shared')
  expect(idOn([row('b', yearAgo), row('a', yearAgo)])).toBe('a')
})

test('a reply, a moment, and a page without words don’t come back', () => {
  const rows = [
    shared('reply', yearAgo, { kind: 'reply', about: 'page' }),
    shared('moment', yearAgo, { kind: 'moment' }),
    row('voice', yearAgo, { isVoice: true, words: '' }),
  ]
  expect(idOn(rows)).toBeNull()
  expect(idOn([row('voice', yearAgo, { isVoice: true })])).toBe('voice')
})

test('nothing of a former couple comes back, nor a private page of its time', () => {
  const before = [shared('first', parseDay('2025-03-01')), shared('last', parseDay('2026-01-10'))]
  const former = before.map((each) => ({ ...each, author: me, couple: 'before' }))
  const rows = [...former, shared('own', yearAgo, { author: me, couple: 'before' }), row('private', yearAgo)]
  for (const couple of ['now', null]) expect(idOn(rows, { couple })).toBeNull()
  expect(idOn([...rows, row('later', monthAgo)])).toBe('later')
  expect(idOn([shared('theirs', yearAgo)], { couple: null })).toBeNull()
})

test('what was put away stays away, and what was shown yesterday waits', () => {
  const rows = [row('a', yearAgo), row('b', monthAgo)]
  expect(idOn(rows, { isHidden: (id) => id === 'a' })).toBe('b')
  expect(idOn(rows, { shownYesterday: 'a' })).toBe('b')
  expect(idOn(rows.slice(0, 1), { shownYesterday: 'a' })).toBeNull()
})

test('no memory comes twice in two days running, whatever was written when', () => {
  const anyRows = fc.array(
    fc.integer({ min: 0, max: 900 }).map((days) => row(`page-${days}`, addDays(today, -days))),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(anyRows, fc.integer({ min: 0, max: 500 }), (rows, from) => {
      let shownYesterday: string | null = null
      for (let days = from; days < from + 40; days++) {
        const shown = idOn(rows, { today: addDays(today, days), shownYesterday })
        if (shown !== null) expect(shown).not.toBe(shownYesterday)
        shownYesterday = shown
      }
    }),
    { numRuns: 50 },
  )
})
