import { expect, test } from 'vitest'
import { localeFor } from '@/lib/messages/locale'
import { locale } from './contract'

test.each(['en', 'en-GB', 'de-AT', 'zh-Hant-TW', 'pt-BR', 'sr-Latn-RS', 'en-u-hc-h23', 'ar-EG'])(
  'the language %s is taken',
  (tag) => {
    expect(locale.parse(tag)).toBe(tag)
    expect(() => new Intl.DateTimeFormat(localeFor(tag))).not.toThrow()
  },
)

test.each([
  '',
  'c',
  'en-',
  'en-a',
  'i-klingon',
  'en_GB',
  'en-US@posix',
  '-en',
  'en--GB',
  'x',
  '1',
  'en-GB-GB',
  'a'.repeat(40),
  'ü',
])('the language %j is refused', (tag) => {
  expect(locale.safeParse(tag).success).toBe(false)
  // an account may have one of before: its pages are written in a language all the same
  expect(() => new Intl.DateTimeFormat(localeFor(tag))).not.toThrow()
})
