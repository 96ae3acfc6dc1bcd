// The language of a person's pages, and how dates and times are written in it.

import { memoize } from '@/lib/memoize'

/** The languages of the catalogue. The first is the fallback. */
const LANGUAGES = ['en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The messages of one room in every language, all in the same shape. */
export type InEveryLanguage<Messages> = Readonly<Record<Language, Messages>>

/** The locale of a page without a person, and of a tag that can't be parsed. */
export const DEFAULT_LOCALE = 'en-GB'

/** The catalogue's language for a locale. */
export const languageOf = (locale: string): Language =>
  LANGUAGES.find((language) => locale === language || locale.startsWith(`${language}-`)) ?? LANGUAGES[0]

/**
 * The locale that a person's pages are written in: the catalogue's language, with the order and the clock (12 or 24 hours) that the
 * person's own language and region have. `tag` is the language that their browser sent: 'de-DE' becomes 'en-GB' (5 March, 17:30),
 * 'ar-EG' 'en-GB-u-hc-h12' (5 March, 5:30 pm). Only the server decides it: browsers have other versions of the locale data, and
 * the four possible results look the same in all of them. A language of the catalogue is kept, with its region. Worked out once for
 * each tag: it makes formatters, which cost more than a statement does.
 */
export const localeFor = memoize(500, readLocale)

function readLocale(tag: string): string {
  const own = parseTag(tag)
  if (!own) return DEFAULT_LOCALE
  const read = LANGUAGES.some((language) => language === own.language)
  if (read) {
    const plain = own.region ? `${own.language}-${own.region}` : own.language
    if (new Intl.DateTimeFormat(plain).resolvedOptions().locale === plain) return plain
  }
  // The locale data has no English for some regions ('en-TH'): those get the order of the region's main language.
  const { dayFirst, hours24 } = habitsOf(read ? new Intl.Locale(`und-${own.region}`).maximize() : own)
  if (dayFirst) return hours24 ? 'en-GB' : 'en-GB-u-hc-h12'
  return hours24 ? 'en-US-u-hc-h23' : 'en-US'
}

/**
 * What a browser calls its language, as a plain tag: 'de_DE.UTF-8' is 'de-DE'. A browser that names none, or the
 * system's "no language" ('c', 'posix', 'en-US@posix'), is 'en'.
 */
export const plainTag = (tag: string | undefined): string => {
  const isNone = tag === undefined || /^(c|posix)([.@]|$)|[@-]posix$/i.test(tag)
  return (isNone ? null : parseTag(tag)?.baseName) ?? LANGUAGES[0]
}

function parseTag(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag.replace(/[@.].*$/, '').replaceAll('_', '-'))
  } catch {
    return null
  }
}

function habitsOf(locale: Intl.Locale): { dayFirst: boolean; hours24: boolean } {
  const order = new Intl.DateTimeFormat(locale.baseName, { calendar: 'gregory', day: 'numeric', month: 'long' })
    .formatToParts(0)
    .map(({ type }) => type)
  const { hourCycle } = new Intl.DateTimeFormat(locale.baseName, { hour: 'numeric' }).resolvedOptions()
  return {
    dayFirst: order.indexOf('day') < order.indexOf('month'),
    hours24: hourCycle === 'h23' || hourCycle === 'h24',
  }
}
