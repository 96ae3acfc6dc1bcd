import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameParts } from '@/lib/testing/name-parts'
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
  '\u{13441}',
  '\u{13442}',
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

/** What is kept of a text. */
const kept = (text: string) => plainText(1000).parse(text)

test('what shows nothing and no script needs is taken out of a name', () => {
  for (const unseen of [
    ...['\u200b', '\u2060', '\u2064', '\ufeff', '\u00ad', '\u3164', '\uffa0', '\ufffc', '\u206a'],
    ...['\u{1d173}', '\u{e0001}', '\u{e0041}', '\u{e007f}'],
  ])
    for (const text of [`${unseen}Noor`, `No${unseen}or`, `Noor${unseen}`, `No${unseen}${unseen}or`])
      expect([escape(text), kept(text)]).toEqual([escape(text), 'Noor'])
  // tags with nothing that they are tags of
  expect(kept('🏴\u{e0041}\u{e007f}')).toBe('🏴')
  expect(kept('🏴\u{e0067}\u{e0062}')).toBe('🏴')
  // what is left is trimmed, and may be too little
  expect(kept('\u200b Noor \ufeff')).toBe('Noor')
  expect(accepts('\u2060\u200b')).toBe(false)
})

const needed = [
  'می‌خواهم', // a non-joiner in Persian
  'क्‍ष', // a joiner in Devanagari
  '👩‍❤️‍👨',
  '1️⃣',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  '葛󠄀城', // an ideographic variation selector
  'ᠨᠢᠭᠡ ᠊ᠠ᠋',
  '⠝⠕⠕⠗',
  'בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים', // with points and cantillation
  'יְרוּשָׁלַ͏ִ֗ם', // a grapheme joiner between two points
  'ཧྐྵྨླྺྼྻྂ', // the largest stack of Tibetan
  'བསྒྲུབས་ཏེ་ཧཱུྃ',
  'ที่รัก เก่งน้ำ',
  'Nguyễn Thị Hồng Ngọc',
  'ကျွန်ုပ် မြွှေးသို့',
  'ក្រុម',
]

test('what scripts and emoji need stays, composed or not', () => {
  for (const text of needed)
    for (const form of ['NFC', 'NFD'] as const) expect(kept(text.normalize(form))).toBe(text.normalize(form))
})

test('a tower of marks ends with the eighth, whichever marks it is made of', () => {
  const marks = fc.constantFrom(
    '\u0301',
    '\u0489',
    '\u05b8',
    '\u064b',
    '\u0e49',
    '\u0fb5',
    '\u20dd',
    '\ufe20',
    '\u200d',
    '\u1dc4',
  )
  fc.assert(
    fc.property(fc.array(marks, { minLength: 9, maxLength: 60 }), (tower) => {
      expect(kept(`No${tower.join('')}or`)).toBe(`No${tower.slice(0, 8).join('')}or`)
    }),
  )
  expect(kept(`Zo${'\u0308'.repeat(8)}`)).toBe(`Zo${'\u0308'.repeat(8)}`)
})

test('what is kept is kept again as it is', () => {
  fc.assert(
    fc.property(nameParts, (parts) => {
      const once = kept(parts.join(''))
      expect(kept(once)).toBe(once)
    }),
  )
})

test('a text that may be empty is trimmed and bounded', () => {
  expect(plainText(3).parse('  ')).toBe('')
  expect(plainText(3).parse(' abc ')).toBe('abc')
  expect(plainText(3).safeParse('abcd').success).toBe(false)
})
