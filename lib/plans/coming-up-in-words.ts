// The dates after the next one of a ritual, in words.
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import { dayIn, type Day } from '@/lib/time/day'
import { formatDayBriefly, formatList, formatTime, formatTimeWithWeekday } from '@/lib/time/format'
import type { Zone } from '@/lib/time/zone'
import type { Plan } from './contract'
import { spanOf } from './planned-start'

type DayReader = Readonly<{ locale: string; zone: Zone; today: Day }>

/** How many skipped dates are named. */
const NAMED = 3

const dayWords = ({ plannedOn }: Plan, { locale, today }: DayReader): string =>
  formatDayBriefly(plannedOn, locale, today)

/** The original day of a ritual's date that was moved to another one; null for any other plan. */
const movedFrom = ({ ritualId, onDate, plannedOn }: Plan, { locale, today }: DayReader): string | null =>
  ritualId === null || onDate === plannedOn ? null : formatDayBriefly(onDate, locale, today)

/** 'Moved from Thu 26 Nov.' Null for a plan on its own day. */
export function movedInWords(plan: Plan, reader: DayReader): string | null {
  const from = movedFrom(plan, reader)
  return from === null ? null : translate(reader.locale, ritualsMessages)('list.movedHere', { from })
}

/**
 * 'Then Thu 3 Dec and Fri 11 Dec (moved from Thu 10 Dec).' Names a time only if it is not that of the next date, by the
 * reader's clock, with the weekday where it is on another day for them. Null where there are none.
 */
export function datesAfterInWords(next: Plan, then: readonly Plan[], reader: DayReader): string | null {
  if (then.length === 0) return null
  const { locale, zone } = reader
  const t = translate(locale, ritualsMessages)
  const timeOf = (plan: Plan) => {
    const span = spanOf(plan)
    return span && formatTime(span.start, locale, zone)
  }
  /** The time beside the plan's own day. */
  const timeBeside = (plan: Plan) => {
    const span = spanOf(plan)
    if (!span || timeOf(plan) === timeOf(next)) return null
    return (dayIn(span.start, zone) === plan.plannedOn ? formatTime : formatTimeWithWeekday)(span.start, locale, zone)
  }
  const days = then.map((plan) => {
    const time = timeBeside(plan)
    const day = dayWords(plan, reader)
    const timed = time === null ? day : t('list.atTime', { day, time })
    const from = movedFrom(plan, reader)
    return from === null ? timed : t('list.movedFrom', { day: timed, from })
  })
  return t('list.after', { days: formatList(days, locale) })
}

/** 'Not on Thu 26 Nov.' Names the first few and says that there are others. Null where there are none. */
export function skippedInWords(skipped: readonly Plan[], reader: DayReader): string | null {
  if (skipped.length === 0) return null
  const t = translate(reader.locale, ritualsMessages)
  const named = skipped.slice(0, NAMED).map((plan) => dayWords(plan, reader))
  return t('list.notOn', {
    days: formatList(skipped.length > NAMED ? [...named, t('list.others')] : named, reader.locale),
  })
}
