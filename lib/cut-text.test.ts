import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutText } from './cut-text'

test.each([
  ['Soup', 4, 'Soup'],
  ['Soup', 3, 'Sou'],
  ['cafe\u0301', 4, 'caf'],
  ['so 👩‍👩‍👧‍👦!', 8, 'so '],
  ['so 👩‍👩‍👧‍👦!', 14, 'so 👩‍👩‍👧‍👦'],
  ['a🇵🇹🇨🇦', 4, 'a'],
  ['a🇵🇹🇨🇦', 5, 'a🇵🇹'],
  ['👍🏽', 3, ''],
  ['नमस्ते', 4, 'नम'],
])('%j cut to %i is %j', (text, most, cut) => {
  expect(cutText(text, most)).toBe(cut)
})

test('a cut is at most as long as asked, is a start of the text, and splits no grapheme', () => {
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(40), (text, most) => {
      const cut = cutText(text, most)
      expect(cut.length).toBeLessThanOrEqual(most)
      expect(text.startsWith(cut)).toBe(true)
      const starts = [...graphemes.segment(text)].map(({ index }) => index)
      expect([...starts, text.length]).toContain(cut.length)
    }),
  )
})
