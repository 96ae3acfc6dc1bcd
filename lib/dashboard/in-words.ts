// The texts of the dashboard: the sentence above it, the phrase beside a row, and the labels for screen readers.
import type { Pair } from '@/lib/couples/people'
import type { BloomStep, DaysFed, TypeDays } from './days-fed'
import type { FirstPicture, Hope } from './hopes'
import type { LeadingSentence } from './leading-sentence'
import type { RowPhrase } from './row-phrase'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { translate } from '@/lib/messages/translate'
import { formatList, formatShortDayInYear } from '@/lib/time/format'
import type { Week } from '@/lib/time/week'

/** 'the emotional and the spiritual'. */
export const listTypes = (types: readonly IntimacyType[], locale: string): string =>
  formatList(
    types.map((type) => translate(locale, dashboardMessages)(`the.${type}`)),
    locale,
  )

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function fedSentence(fed: LeadingSentence['fed'], locale: string): string {
  const t = translate(locale, dashboardMessages)
  switch (fed.key) {
    case 'nothingYet':
    case 'quietLately':
      return t(`sentence.${fed.key}`)
    case 'soFar':
      return fed.types.length
        ? t('sentence.soFarBoth', { days: fed.days, types: listTypes(fed.types, locale) })
        : t('sentence.soFar', { days: fed.days })
    case 'both':
      return fed.types.length === 5
        ? t('sentence.bothAll')
        : t('sentence.both', { types: listTypes(fed.types, locale) })
    case 'bothALittle':
      return t('sentence.bothALittle', { types: listTypes(fed.types, locale) })
    case 'oneOrBoth':
      return t('sentence.oneOrBoth', { types: listTypes(fed.types, locale), count: fed.types.length })
  }
}

/** 'You have both been feeding the emotional and the experiential. Intellectual has been quiet for four weeks.' */
export function leadingText({ fed, quiet }: LeadingSentence, locale: string): string {
  const first = fedSentence(fed, locale)
  if (!quiet) return first
  const type = translate(locale, intimacyMessages)(quiet.type)
  return `${first} ${translate(locale, dashboardMessages)('sentence.quiet', { type, weeks: quiet.weeks })}`
}

/** 'both, nearly every week', 'quiet since 26 Oct'. */
export function phraseText(phrase: RowPhrase, locale: string): string {
  const t = translate(locale, dashboardMessages)
  switch (phrase.key) {
    case 'quietSince':
      return t('phrase.quietSince', { day: formatShortDayInYear(phrase.day, locale) })
    case 'weeksSoFar':
      return t('phrase.weeksSoFar', { weeks: phrase.weeks })
    default:
      return t(`phrase.${phrase.key}`)
  }
}

export const stepName = (step: BloomStep, locale: string): string =>
  translate(locale, dashboardMessages)(`step.${step}`)

export const hopeName = (hope: Hope, locale: string): string =>
  translate(locale, dashboardMessages)(hope === 'nothing' ? 'hopes.none' : `hopes.${hope}`)

/** Lists how often each person fed each type; the names are in pairing order. */
export const listSteps = (
  types: readonly Readonly<{ type: IntimacyType; steps: Pair<BloomStep> }>[],
  [first, second]: Pair<string>,
  locale: string,
): string =>
  types
    .map(({ type, steps }) =>
      translate(locale, dashboardMessages)('bloom.ofType', {
        type: translate(locale, intimacyMessages)(type),
        first,
        firstStep: stepName(steps[0], locale),
        second,
        secondStep: stepName(steps[1], locale),
      }),
    )
    .join('; ')

/** The label of the bloom: the step of every half petal. */
export const bloomLabel = ({ types }: DaysFed, names: Pair<string>, locale: string): string =>
  translate(locale, dashboardMessages)('bloom.label', { types: listSteps(types, names, locale) })

/** The label of a type's two strips: the days of every week. */
export const stripLabel = (
  weeks: readonly Week[],
  { type, perWeek }: TypeDays,
  [first, second]: Pair<string>,
  locale: string,
): string => {
  const t = translate(locale, dashboardMessages)
  const day = (week: Week | undefined): string => (week ? formatShortDayInYear(week.first, locale) : '')
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
  const more = listTypes(bothMore, locale)
  const fed = listTypes(bothFed, locale)
  if (bothMore.length && bothFed.length) return t('hopes.bothMoreAndFed', { more, fed, count: bothFed.length })
  if (bothMore.length) return t('hopes.bothMore', { types: more })
  if (bothFed.length) return t('hopes.bothFed', { types: capitalise(fed), count: bothFed.length })
  return t(types.every(({ hopes }) => hopes.every((hope) => hope === 'nothing')) ? 'hopes.nothing' : 'hopes.noneShared')
}

/** The label of the first picture: the mark of every half petal. */
export const hopesLabel = ({ types }: FirstPicture, [first, second]: Pair<string>, locale: string): string => {
  const t = translate(locale, dashboardMessages)
  return t('hopes.label', {
    types: types
      .map(({ type, hopes }) =>
        t('hopes.ofType', {
          type: translate(locale, intimacyMessages)(type),
          first,
          firstHope: hopeName(hopes[0], locale),
          second,
          secondHope: hopeName(hopes[1], locale),
        }),
      )
      .join('; '),
  })
}
