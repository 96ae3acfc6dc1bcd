import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundLetters } from './bound-letters'

const CHINESE = '周四晚上七点半我们一起在厨房里煮汤'

/** Letters without end: each is one for a browser, which breaks no line within it. */
const endless: Record<string, string> = {
  'initial jamo': 'ᄀ'.repeat(100),
  'medial jamo': `가${'ᅡ'.repeat(100)}`,
  'final jamo': `가${'ᆨ'.repeat(100)}`,
  'joined emoji': '👨\u200d'.repeat(100),
  'emoji of two units, joined': '☺\u200d'.repeat(100),
  'skins on one hand': `👋${'🏽'.repeat(100)}`,
  'spacing marks': `क${'\u0903'.repeat(100)}`,
  'vowels after one consonant': `ก${'\u0e33'.repeat(100)}`,
  'spacing marks, with others between': `क${'\u0903\u0301\u0301'.repeat(100)}`,
}

test.each(Object.entries(endless))('%s end, wherever they begin', (_, text) => {
  for (const before of ['', 'A', CHINESE, CHINESE.repeat(3), '👨‍👩‍👧‍👦'.repeat(20)]) {
    const bounded = boundLetters(`${before}${text}${CHINESE}`)
    expect(bounded.startsWith(before.slice(0, -1))).toBe(true)
    expect(bounded.endsWith(CHINESE.slice(1))).toBe(true)
    for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(bounded))
      expect([...segment].length).toBeLessThanOrEqual(17)
    expect(bounded.isWellFormed()).toBe(true)
  }
})

test('letters that people use stay, wherever they are', () => {
  const used = [
    '👨🏽‍👩🏽‍👧🏽‍👦🏽',
    '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
    '👩🏽‍❤️‍💋‍👨🏿',
    'कार्त्स्न्यम्',
    'བསྒྲུབས་',
    'á́́́',
    '가각힣',
    '各位',
    'أهلا',
    'H',
    ' ',
    '1️⃣',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...used), { maxLength: 80 }), (parts) => {
      const text = parts.join('')
      expect(boundLetters(text)).toBe(text)
    }),
  )
})

test('what is bounded is bounded again as it is', () => {
  const parts = [
    'ᄀ',
    'ᅡ',
    'ᆨ',
    '👨\u200d',
    '☺\u200d',
    '🏽',
    '\u0903',
    '\u0301',
    '\u0489',
    'क',
    '्',
    '\u0600',
    'x',
    CHINESE,
    '\ufffd',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...parts), fc.integer({ min: 1, max: 40 })), { maxLength: 12 }),
      (runs) => {
        const once = boundLetters(runs.map(([part, times]) => part.repeat(times)).join(''))
        expect(boundLetters(once)).toBe(once)
      },
    ),
    { numRuns: 500 },
  )
})

test('the longest text takes as long as it is long', () => {
  expect(boundLetters('ᄀ'.repeat(60_000)).length).toBeLessThan(6000)
  expect(boundLetters(CHINESE.repeat(3000))).toBe(CHINESE.repeat(3000))
})
