import { expect, test } from 'vitest'
import { cutPage, decodePageKey } from './page-key'
import { Problem } from './problem'

const id = '0d9f3a52-6c1e-4b7a-9a7e-2f4f5b8c1d10'
const keyText = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

test('a key is read as it was made', () => {
  const addedAt = new Date('2026-02-28T23:59:59.999Z')
  const { next } = cutPage(
    [
      { addedAt, id },
      { addedAt, id },
    ],
    1,
  )
  expect(decodePageKey(next ?? undefined)).toEqual({ addedAt: '2026-02-28T23:59:59.999Z', id })
})

test('no text is no key', () => {
  expect(decodePageKey(undefined)).toBeNull()
})

test.each([
  ['no JSON', 'nonsense'],
  ['an invalid day', keyText('2026-02-30T00:00:00.000Z', id)],
  ['29 February of a year without it', keyText('2026-02-29T00:00:00.000Z', id)],
  ['the year 0', keyText('0000-01-01T00:00:00.000Z', id)],
  ['the year before the first', keyText('1899-12-31T23:59:59.999Z', id)],
  ['the year after the last', keyText('2200-01-01T00:00:00.000Z', id)],
  ['a year of five digits', keyText('+010000-01-01T00:00:00.000Z', id)],
  ['the hour 24', keyText('2026-02-28T24:00:00.000Z', id)],
  ['the minute 60', keyText('2026-02-28T10:60:00.000Z', id)],
  ['another form of an instant', keyText('2026-02-28T10:00:00Z', id)],
  ['a number for the instant', keyText(0, id)],
  ['no id', keyText('2026-02-28T10:00:00.000Z')],
  ['a third part', keyText('2026-02-28T10:00:00.000Z', id, 1)],
  ['a third part that is nothing', keyText('2026-02-28T10:00:00.000Z', id, null)],
  ['another JSON text of a key', Buffer.from(`[ "2026-02-28T10:00:00.000Z","${id}"]`).toString('base64url')],
  ['a key in base64 with padding', Buffer.from(`["2026-02-28T10:00:00.000Z","${id}"]`).toString('base64') + '='],
  ['a key with a text behind it', `${keyText('2026-02-28T10:00:00.000Z', id)}.x`],
])('%s is refused', (_, text) => {
  expect(() => decodePageKey(text)).toThrow(new Problem('wrong-shape', { fields: ['query.after'] }))
})
