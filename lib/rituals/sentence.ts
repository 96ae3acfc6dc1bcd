// The words of the sentence that proposes a ritual: "Every Thursday at 22:30 we cook the same soup".
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import { cityOf } from '@/lib/time/city'
import { addDays, isDay } from '@/lib/time/day'
import { formatDay, formatList, formatWallTime, formatWeekday } from '@/lib/time/format'
import { sameZone, type Zone } from '@/lib/time/zone'
import { lengthInWords } from './length-in-words'
import { byClockOf } from './own-clock'
import { ownRhythmOf, type ProposalDraft, type ProposalWriter } from './proposal'
import type { EveryWeeks, Rhythm } from './recurrence'

type SentenceDays = Readonly<{
  /** What comes before the weekdays: 'Every', 'Every second', 'Every second week on'. */
  every: string
  /** 'Thursday', 'Monday and Thursday', 'Mon, Wed and Fri', 'day'; empty while there are none. */
  days: string
}>

/** The beginning of the sentence, for weekdays in order. Three and more are short, so that they fit on one line. */
export function daysOfSentence(weekdays: Rhythm['weekdays'], everyWeeks: EveryWeeks, locale: string): SentenceDays {
  const t = translate(locale, ritualsMessages)
  const [weeks, count] = [String(everyWeeks), weekdays.length]
  const names = weekdays.map((day) => formatWeekday(day, locale, count > 2 ? 'short' : 'long'))
  if (everyWeeks === 1)
    return { every: t('propose.every'), days: count === 7 ? t('propose.anyDay') : formatList(names, locale) }
  return {
    every: t(count > 1 ? 'propose.everyWeeksOn' : 'propose.everyOther', { weeks }),
    days: count === 7 ? t('propose.allDays') : formatList(names, locale),
  }
}

/**
 * '17:30 for Elias': what the partner's clock shows on the first date, with the weekdays if they are others there. Null
 * while there is no date, and where both have the same clock.
 */
export function otherClockInWords(
  draft: ProposalDraft,
  writer: ProposalWriter,
  { partner, locale }: Readonly<{ partner: Readonly<{ name: string; zone: Zone }> | null; locale: string }>,
): string | null {
  const own = ownRhythmOf(draft, writer)
  if (!own || !partner || sameZone(writer.zone, partner.zone)) return null
  const t = translate(locale, ritualsMessages)
  const theirs = byClockOf(own, partner.zone)
  const [time, name] = [formatWallTime(theirs.time, locale), partner.name]
  if (theirs.weekdays.join() === own.weekdays.join()) return t('propose.forOther', { time, name })
  const days = formatList(
    theirs.weekdays.map((day) => formatWeekday(day, locale)),
    locale,
  )
  return t('propose.forOtherDays', { time, name, days })
}

/** 'More: an hour, every week, from today': what is set behind it. Names the city of a clock that is not the writer's. */
export function moreInWords(
  { minutes, everyWeeks, startsOn, zone }: ProposalDraft,
  { today, zone: mine }: ProposalWriter,
  locale: string,
): string {
  const t = translate(locale, ritualsMessages)
  const starts = !isDay(startsOn)
    ? t('propose.fromNone')
    : startsOn === today
      ? t('propose.fromToday')
      : startsOn === addDays(today, 1)
        ? t('propose.fromTomorrow')
        : t('propose.from', { day: formatDay(startsOn, locale, today) })
  return t('propose.more', {
    length: lengthInWords(minutes, locale),
    every: t('propose.everyInside', { weeks: String(everyWeeks) }),
    starts,
    clock: sameZone(zone, mine) ? 'own' : cityOf(zone),
  })
}
