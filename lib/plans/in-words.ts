import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { translate } from '@/lib/messages/translate'
import { cityOf } from '@/lib/time/city'
import { dayIn, type Day } from '@/lib/time/day'
import {
  formatDay,
  formatDayInYear,
  formatFullDay,
  formatList,
  formatTime,
  formatTimeWithWeekday,
  formatWallTime,
} from '@/lib/time/format'
import { sameZone, type Zone } from '@/lib/time/zone'
import { countdownInWords } from '@/lib/rituals/countdown-in-words'
import { lengthInWords } from '@/lib/rituals/length-in-words'
import type { TimeDifference } from './clock-difference'
import type { Plan, PlanFields } from './contract'
import { countdownToPlan, dayOfPlan, spanOf, type PlannedTime } from './planned-start'

type PlanReader = Readonly<{ locale: string; zone: Zone }>

/** The value of a plan's field in words: '17:00 in Lisbon', 'Friday 27 November', 'empty'. */
export function fieldInWords(
  field: keyof PlanFields,
  plan: Pick<Plan, keyof PlanFields | 'zone'>,
  { locale, zone, today }: PlanReader & Readonly<{ today: Day }>,
): string {
  const t = translate(locale, plansMessages)
  switch (field) {
    case 'time': {
      if (plan.time === null) return t('words.anyTime')
      const time = formatWallTime(plan.time, locale)
      return sameZone(plan.zone, zone) ? time : t('words.inCity', { time, city: cityOf(plan.zone) })
    }
    case 'plannedOn':
      return formatDay(plan.plannedOn, locale, today)
    case 'minutes':
      return lengthInWords(plan.minutes, locale)
    case 'types':
      return plan.types.length === 0
        ? t('words.nothing')
        : formatList(
            plan.types.map((type) => translate(locale, intimacyMessages)(type)),
            locale,
          )
    case 'skipped':
      return t(plan.skipped ? 'words.skipped' : 'words.notSkipped')
    default:
      return plan[field] === '' ? t('words.nothing') : t('words.quoted', { text: plan[field] })
  }
}

/** 'in 48 minutes', 'earlier today': how far away a plan is. Null for a plan of an earlier day. */
export function distanceInWords(plan: PlannedTime, now: Date, { locale, zone }: PlanReader): string | null {
  const countdown = countdownToPlan(plan, now, zone)
  const isPast = countdown.is === 'over' && dayOfPlan(plan, zone) < dayIn(now, zone)
  return isPast ? null : countdownInWords(countdown, locale)
}

/** 'Thursday 31 December 2026', the plan's own day, and where it begins on another day for the reader: ', Fri 08:30 for you'. */
export function dayAheadInWords(plan: PlannedTime, { locale, zone }: PlanReader): string {
  const day = formatFullDay(plan.plannedOn, locale)
  const span = spanOf(plan)
  if (!span || dayIn(span.start, zone) === plan.plannedOn) return day
  const time = formatTimeWithWeekday(span.start, locale, zone)
  return `${day}, ${translate(locale, plansMessages)('words.forYou', { time })}`
}

type NamedZone = Readonly<{ name: string; zone: Zone }>

/**
 * '22:30 for you', 'Fri 03:30 for Elias': a plan's time by the other clocks of the two. Null if it has no time, or the
 * same time for both.
 */
export function elsewhereInWords(
  when: PlannedTime,
  { me, partner, locale }: Readonly<{ me: NamedZone; partner: NamedZone | null; locale: string }>,
): string | null {
  const span = spanOf(when)
  if (!span) return null
  const t = translate(locale, plansMessages)
  const timeIn = (zone: Zone) =>
    (dayIn(span.start, zone) === when.plannedOn ? formatTime : formatTimeWithWeekday)(span.start, locale, zone)
  const mine = sameZone(when.zone, me.zone) ? [] : [t('words.forYou', { time: timeIn(me.zone) })]
  const theirs =
    partner === null || sameZone(when.zone, partner.zone)
      ? []
      : [t('words.forOther', { time: timeIn(partner.zone), name: partner.name })]
  return mine.length + theirs.length === 0 ? null : formatList([...mine, ...theirs], locale)
}

/** Says how far apart two clocks are, and each change, without calling one of the two ahead or behind. */
export function clocksInWords({ minutes, changes }: TimeDifference, locale: string): string {
  const t = translate(locale, plansMessages)
  const length = (minutes: number) => lengthInWords(Math.abs(minutes), locale)
  if (changes.length === 0) return minutes === 0 ? t('clocks.together') : t('clocks.apart', { length: length(minutes) })
  const states = [minutes, ...changes.map((change) => change.minutes)]
  const parts = changes.map(({ on, minutes: then }, index) => {
    const wasTogether = states[index] === 0
    const day = formatDayInYear(on, locale)
    if (then === 0) return t('clocks.togetherFrom', { day })
    return t(wasTogether ? 'clocks.apartFrom' : 'clocks.otherFrom', { length: length(then), day })
  })
  const first = minutes === 0 ? t('clocks.togetherFirst') : t('clocks.apartFirst', { length: length(minutes) })
  const before = parts.slice(0, -1).reduce((before, after) => t('clocks.then', { before, after }), first)
  return t('clocks.last', { before, after: parts.at(-1) ?? '' })
}

/** What a week is called that is `shift` weeks after this one. */
export const weekName = (shift: number, locale: string): string =>
  translate(
    locale,
    plansMessages,
  )(shift === 0 ? 'week.this' : shift === 1 ? 'week.next' : shift === -1 ? 'week.last' : 'week.other')

/**
 * The heading of a week's page: what it holds, under which week it is. `shift` is how many weeks after this one it is,
 * `days` its first and last in words.
 */
export function weekInWords(
  { week, isPartial }: Readonly<{ week: { plans: readonly Pick<Plan, 'skipped'>[] }; isPartial: boolean }>,
  { shift, days, locale }: Readonly<{ shift: number; days: string; locale: string }>,
): Readonly<{ overline: string; heading: string }> {
  const t = translate(locale, plansMessages)
  const n = week.plans.filter(({ skipped }) => !skipped).length
  const overline = t('week.named', { week: weekName(shift, locale), days })
  return { overline, heading: isPartial ? t('week.other') : t('week.planned', { n }) }
}
