// The texts about a month's closeness: facts about both people, never about one, and no direction the numbers don't
// carry.
import { listSteps } from '@/lib/dashboard/in-words'
import type { Pair } from '@/lib/couples/people'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import type { Month } from '@/lib/time/day'
import { formatMonthName, formatShortDayInYear } from '@/lib/time/format'
import { firstDayOf } from '@/lib/time/month'
import { MIN_WEEKS_FOR_LINES, type MonthCloseness } from './closeness'
import type { TypeInMonth } from './fed'

/** 'November'. */
export const monthName = (month: Month, locale: string): string => formatMonthName(firstDayOf(month), locale)

/** 'Four weeks that you both answered. Twice you chose the same.' */
export function closenessSentence(
  { answeredWeeks: n, same, weeks }: Pick<MonthCloseness, 'answeredWeeks' | 'same' | 'weeks'>,
  locale: string,
): string {
  const t = translate(locale, monthsMessages)
  if (n === 0) return t(weeks.some(({ is }) => is === 'open') || weeks.length === 0 ? 'noneYet' : 'none')
  const answered = t('answered', { n })
  if (n < MIN_WEEKS_FOR_LINES || same === 0) return answered
  return `${answered} ${same === n ? t('same.always') : t('same.some', { same })}`
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
    const day = formatShortDayInYear(from, locale)
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

/** The names of a month and of the one after it. */
export type MonthNames = Readonly<{ month: string; next: string }>
