import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText, shownText } from './shown-text'

const accepts = (text: string) => shownText(80).safeParse(text).success

test.each(['Noor', 'نور', 'José', 'Zoë & Max', '李', '🌻', '👩‍👩‍👧', 'می‌خواهم', '!', '0', 'क्षि', 'D’Arcy'])(
  '%s is a name',
  (text) => {
    expect(accepts(text)).toBe(true)
    expect(accepts(`  ${text}\n`)).toBe(true)
  },
)

const invisible = [
  '',
  ' ',
  '\u00a0',
  '\u200b',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u3164',
  '\u115f',
  '\u2800',
  '\ufffc',
  '\u{1d159}',
  '\u0301',
  '\ufe0f',
  '\u200d',
]

test('nothing visible is no name', () => {
  for (const text of invisible) expect([escape(text), accepts(text)]).toEqual([escape(text), false])
  fc.assert(fc.property(fc.array(fc.constantFrom(...invisible)), (parts) => !accepts(parts.join(''))))
})

const controls = [
  ...['\u0001', '\t', '\n', '\r', '\u001b', '\u007f', '\u0085', '\u009f', '\u2028', '\u2029'],
  ...[
    '\u061c',
    '\u200e',
    '\u200f',
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
  ],
]

test('a control or an override within a text is refused, wherever it is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...controls), fc.string(), fc.string(), (control, before, after) => {
      const text = `N${before}${control}${after}r`
      return !shownText(1000).safeParse(text).success && !plainText(1000).safeParse(text).success
    }),
  )
})

test('a text that may be empty is trimmed and bounded', () => {
  expect(plainText(3).parse('  ')).toBe('')
  expect(plainText(3).parse(' abc ')).toBe('abc')
  expect(plainText(3).safeParse('abcd').success).toBe(false)
})
