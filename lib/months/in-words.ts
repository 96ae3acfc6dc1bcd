// The texts about a month's closeness: facts about both people, never about one, and no direction the numbers don't
// carry.
import { listSteps, listTypes } from '@/lib/dashboard/in-words'
import type { Pair } from '@/lib/couples/people'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import type { Month } from '@/lib/time/day'
import { formatList, formatMonthName, formatShortDayInYear } from '@/lib/time/format'
import { firstDayOf } from '@/lib/time/month'
import { MIN_WEEKS_FOR_LINES, type MonthCloseness } from './closeness'
import type { MonthKept } from './contract'
import { isQuiet, type TypeInMonth } from './fed'
import type { KeptOnPage } from './fit-kept'

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

/** 'You both fed the emotional and the spiritual': what both fed, or else what one of them did. */
export function fedTitle(types: readonly TypeInMonth[], locale: string): string {
  const t = translate(locale, monthsMessages)
  if (isQuiet(types)) return t('flow.title.fed')
  const fedBy = (count: number) =>
    types.filter(({ days }) => days.filter((n) => n > 0).length >= count).map(({ type }) => type)
  const both = fedBy(2)
  if (both.length === types.length) return t('fed.bothAll')
  return both.length > 0
    ? t('fed.both', { types: listTypes(both, locale) })
    : t('fed.oneOrBoth', { types: listTypes(fedBy(1), locale) })
}

/** How many rituals and plans a title names, and how long their names can be together. */
const [MOST_NAMED, NAMES_LENGTH] = [2, 70]

/** 'You kept “The long stairs” and more.' Names what was kept first; where the names are long, none. */
export function keptTitle({ kept, keptMore }: KeptOnPage, month: Month, locale: string): string {
  const t = translate(locale, monthsMessages)
  if (kept.length === 0) return t('kept.titleNone', { month: monthName(month, locale) })
  const key = ({ ritualId, planId }: MonthKept) => ritualId ?? planId
  const names = [...new Map(kept.map((each) => [key(each), each.title])).values()]
  const named = names.slice(0, MOST_NAMED)
  if (named.join('').length > NAMES_LENGTH) return t('flow.title.kept')
  const hasMore = names.length > named.length || keptMore > 0
  const quoted = named.map((title) => t('kept.quoted', { title }))
  return t('kept.named', { what: formatList(hasMore ? [...quoted, t('kept.andMore')] : quoted, locale) })
}

/** The names of a month and of the one after it. */
export type MonthNames = Readonly<{ month: string; next: string }>
