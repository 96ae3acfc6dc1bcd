// The picture in words: what stands above it, beside a row, and in the ears of someone who hears the page.
import type { Pair } from '@/lib/couples/people'
import type { BloomStep, DaysFed, TypeDays } from '@/lib/dashboard/days-fed'
import type { FirstPicture, Hope } from '@/lib/dashboard/hopes'
import type { LeadingSentence } from '@/lib/dashboard/leading-sentence'
import type { RowPhrase } from '@/lib/dashboard/row-phrase'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { translate } from '@/lib/messages/translate'
import { formatList, formatShortDay } from '@/lib/time/format'
import type { Week } from '@/lib/time/week'

const named = (types: readonly IntimacyType[], locale: string): string =>
  formatList(
    types.map((type) => translate(locale, dashboardMessages)(`the.${type}`)),
    locale,
  )

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function fedInWords(fed: LeadingSentence['fed'], locale: string): string {
  const t = translate(locale, dashboardMessages)
  switch (fed.key) {
    case 'nothingYet':
    case 'quietLately':
      return t(`sentence.${fed.key}`)
    case 'soFar':
      return fed.types.length
        ? t('sentence.soFarBoth', { days: fed.days, types: named(fed.types, locale) })
        : t('sentence.soFar', { days: fed.days })
    case 'both':
      return fed.types.length === 5 ? t('sentence.bothAll') : t('sentence.both', { types: named(fed.types, locale) })
    case 'bothALittle':
      return t('sentence.bothALittle', { types: named(fed.types, locale) })
    case 'oneOrBoth':
      return t('sentence.oneOrBoth', { types: named(fed.types, locale), count: fed.types.length })
  }
}

/** 'You have both been feeding the emotional and the experiential. Intellectual has been quiet for four weeks.' */
export function leadingWords({ fed, quiet }: LeadingSentence, locale: string): string {
  const first = fedInWords(fed, locale)
  if (!quiet) return first
  const type = translate(locale, intimacyMessages)(quiet.type)
  return `${first} ${translate(locale, dashboardMessages)('sentence.quiet', { type, weeks: quiet.weeks })}`
}

/** 'both, nearly every week', 'quiet since 26 Oct'. */
export function phraseWords(phrase: RowPhrase, locale: string): string {
  const t = translate(locale, dashboardMessages)
  switch (phrase.key) {
    case 'quietSince':
      return t('phrase.quietSince', { day: formatShortDay(phrase.day, locale) })
    case 'quietFor':
    case 'weeksSoFar':
      return t(`phrase.${phrase.key}`, { weeks: phrase.weeks })
    default:
      return t(`phrase.${phrase.key}`)
  }
}

export const stepWords = (step: BloomStep, locale: string): string =>
  translate(locale, dashboardMessages)(`step.${step}`)

export const hopeWords = (hope: Hope, locale: string): string =>
  translate(locale, dashboardMessages)(hope === 'nothing' ? 'hopes.none' : `hopes.${hope}`)

/** How often each fed each type, as a list; the names are in the order in which the two paired. */
export const fedByBoth = (
  types: readonly Readonly<{ type: IntimacyType; steps: Pair<BloomStep> }>[],
  [first, second]: Pair<string>,
  locale: string,
): string =>
  types
    .map(({ type, steps }) =>
      translate(locale, dashboardMessages)('bloom.ofType', {
        type: translate(locale, intimacyMessages)(type),
        first,
        firstStep: stepWords(steps[0], locale),
        second,
        secondStep: stepWords(steps[1], locale),
      }),
    )
    .join('; ')

/** Every half of the bloom. */
export const bloomWords = ({ types }: DaysFed, names: Pair<string>, locale: string): string =>
  translate(locale, dashboardMessages)('bloom.label', { types: fedByBoth(types, names, locale) })

/** Every mark of a type's two strips. */
export const stripWords = (
  weeks: readonly Week[],
  { type, perWeek }: TypeDays,
  [first, second]: Pair<string>,
  locale: string,
): string => {
  const t = translate(locale, dashboardMessages)
  const day = (week: Week | undefined): string => (week ? formatShortDay(week.first, locale) : '')
  return t('weeks.label', {
    type: translate(locale, intimacyMessages)(type),
    from: day(weeks.at(0)),
    to: day(weeks.at(-1)),
    first,
    firstDays: perWeek[0].join(', '),
    second,
    secondDays: perWeek[1].join(', '),
  })
}

/** 'You would both love more of the physical, and the emotional feels fed to both of you.' */
export function hopesSentence({ types, bothMore, bothFed }: FirstPicture, locale: string): string {
  const t = translate(locale, dashboardMessages)
  const more = named(bothMore, locale)
  const fed = named(bothFed, locale)
  if (bothMore.length && bothFed.length) return t('hopes.bothMoreAndFed', { more, fed, count: bothFed.length })
  if (bothMore.length) return t('hopes.bothMore', { types: more })
  if (bothFed.length) return t('hopes.bothFed', { types: capitalised(fed), count: bothFed.length })
  return t(types.every(({ hopes }) => hopes.every((hope) => hope === 'nothing')) ? 'hopes.nothing' : 'hopes.noneShared')
}

/** Every half of the first picture. */
export const hopesWords = ({ types }: FirstPicture, [first, second]: Pair<string>, locale: string): string => {
  const t = translate(locale, dashboardMessages)
  return t('hopes.label', {
    types: types
      .map(({ type, hopes }) =>
        t('hopes.ofType', {
          type: translate(locale, intimacyMessages)(type),
          first,
          firstHope: hopeWords(hopes[0], locale),
          second,
          secondHope: hopeWords(hopes[1], locale),
        }),
      )
      .join('; '),
  })
}
