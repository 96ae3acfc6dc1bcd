import { expect, test } from 'vitest'
import { languageOf, localeFor, plainTag } from '@/lib/messages/locale'
import { parseDay } from '@/lib/time/day'
import { formatDaysBetween, formatFullDay, formatMonth, formatTime, formatTimeWithWeekday } from '@/lib/time/format'
import { parseZone } from '@/lib/time/zone'

const day = parseDay('2027-03-05')
const time = new Date('2027-03-05T15:04:00Z')
const utc = parseZone('UTC')

const britishDay = 'Friday 5 March 2027'
const americanDay = 'Friday, March 5, 2027'

test.each([
  ['de-DE', britishDay, '15:04'],
  ['de', britishDay, '15:04'],
  ['fa-IR', britishDay, '15:04'],
  ['th-TH', britishDay, '15:04'],
  ['ar-EG', britishDay, '3:04 pm'],
  ['he-IL', britishDay, '15:04'],
  ['pt-BR', britishDay, '15:04'],
  ['ja-JP', americanDay, '15:04'],
  ['ko-KR', americanDay, '3:04 PM'],
  ['en-GB', britishDay, '15:04'],
  ['en-AU', britishDay, '3:04 pm'],
  ['en-US', americanDay, '3:04 PM'],
  ['en', americanDay, '3:04 PM'],
  ['en-TH', britishDay, '15:04'],
  ['en-IR', britishDay, '15:04'],
  ['en-US@posix', americanDay, '3:04 PM'],
  ['en_US.UTF-8', americanDay, '3:04 PM'],
  ['c', britishDay, '15:04'],
  ['', britishDay, '15:04'],
])('%s: English words, the order and the clock of its region', (tag, written, clock) => {
  const locale = localeFor(tag)
  expect(languageOf(locale)).toBe('en')
  expect(formatFullDay(day, locale)).toBe(written)
  expect(formatMonth(day, locale)).toBe('March 2027')
  expect(formatTime(time, locale, utc)).toBe(clock)
  expect(formatTimeWithWeekday(time, locale, utc)).toBe(`Fri ${clock}`)
  const span = formatDaysBetween(day, parseDay('2027-03-11'), locale, day)
  expect(span).toEqual(written === britishDay ? { from: '5', to: '11 March' } : { from: 'March 5', to: '11' })
})

test('a language that the catalogue does not have becomes one of four locales, which every browser writes alike', () => {
  const tags = [
    'de-AT',
    'fr-CA',
    'es-MX',
    'hi-IN',
    'zh-CN',
    'hu-HU',
    'sv-SE',
    'ckb-IQ',
    'fa-AF',
    'ar-SA',
    'tlh',
    'lt-LT',
  ]
  for (const tag of tags) expect(localeFor(tag)).toMatch(/^(en-GB|en-GB-u-hc-h12|en-US|en-US-u-hc-h23)$/)
})

test.each(['de-DE', 'fa-IR', 'ar-EG', 'ja-JP', 'en-CA', 'en', 'c', 'th-TH-u-ca-buddhist-nu-thai'])(
  'the locale made for %s is made of itself again',
  (tag) => {
    const locale = localeFor(tag)
    // The extension is the result's own and no browser sends it, so it is left out.
    expect(localeFor(locale.replace(/-u-.*/, ''))).toBe(locale.replace(/-u-.*/, ''))
  },
)

test('a calendar or digits that a tag asks for do not reach an English page', () => {
  for (const tag of ['th-TH-u-ca-buddhist-nu-thai', 'fa-IR-u-ca-persian', 'en-GB-u-ca-hebrew', 'ar-EG-u-nu-arab'])
    expect(formatFullDay(day, localeFor(tag))).toBe(britishDay)
})

test('what a browser names is a tag that an account can keep, and none is English', () => {
  expect(['de-DE', 'en_GB.UTF-8', 'pt-BR', 'zh-Hant-TW', 'ar-EG-u-nu-arab'].map(plainTag)).toEqual([
    ...['de-DE', 'en-GB', 'pt-BR', 'zh-Hant-TW', 'ar-EG'],
  ])
  const none = [undefined, '', ' ', 'c', 'C', 'C.UTF-8', 'POSIX', 'en-US@posix', 'en-US-u-va-posix', '?', '-', 'a-b-c']
  for (const tag of none) expect([tag, plainTag(tag)]).toEqual([tag, 'en'])
})
