// The texts about a month's closeness: facts about both people, never about one, and no direction the numbers don't
// carry.
import { listSteps } from '@/lib/dashboard/in-words'
import type { Pair } from '@/lib/couples/people'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import type { Month } from '@/lib/time/day'
import { formatMonthName, formatShortDay } from '@/lib/time/format'
import { firstDayOf } from '@/lib/time/month'
import { MIN_WEEKS_FOR_LINES, type MonthCloseness } from './closeness'
import type { TypeInMonth } from './fed'

/** 'November'. */
export const monthName = (month: Month, locale: string): string => formatMonthName(firstDayOf(month), locale)

/** 'Four weeks that you both answered. Never more than two steps apart. Twice you chose the same.' */
export function closenessSentence(
  { answeredWeeks: n, apart }: Pick<MonthCloseness, 'answeredWeeks' | 'apart'>,
  locale: string,
): string {
  const t = translate(locale, monthsMessages)
  if (n === 0 || !apart) return t('none')
  if (n < MIN_WEEKS_FOR_LINES) return t('few', { n })
  const sentences = [t('several', { n }), apart.most === 0 ? t('apart.never') : t('apart.steps', { most: apart.most })]
  return [...sentences, ...(apart.most > 0 && apart.same > 0 ? [t('apart.same', { same: apart.same })] : [])].join(' ')
}

/** The label of a chart: every week and its numbers. */
export function chartLabel(
  { weeks }: Pick<MonthCloseness, 'weeks'>,
  what: 'now' | 'wish',
  [first, second]: Pair<string>,
  locale: string,
): string {
  const t = translate(locale, monthsMessages)
  const sentences = weeks.map(({ first: from, is, both }) => {
    const day = formatShortDay(from, locale)
    if (!both) return t(is === 'skipped' ? 'chart.skippedWeek' : 'chart.openWeek', { day })
    return t('chart.week', { day, first, one: both[0][what], second, other: both[1][what] })
  })
  return t(`chart.${what}Label`, { weeks: sentences.join('; ') })
}

/** The label of the month's flower: the step of every half petal. */
export const fedLabel = (types: readonly TypeInMonth[], month: Month, names: Pair<string>, locale: string): string =>
  translate(locale, monthsMessages)('fed.label', {
    month: monthName(month, locale),
    types: listSteps(types, names, locale),
  })
