// A ritual's rhythm and its rest, in words.
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import { cityOf } from '@/lib/time/city'
import { dayIn, type Day } from '@/lib/time/day'
import { formatDay, formatFullDay, formatList, formatTime, formatWallTime, formatWeekday } from '@/lib/time/format'
import { sameZone, type Zone } from '@/lib/time/zone'
import { lengthInWords } from './length-in-words'
import { dayFor, nextOccurrences, type Occurrence, type Rhythm } from './recurrence'
import type { RestPeriod } from './ritual-dates'

/** For whom a text is: their locale, and their zone, whose city is not named. */
type RitualReader = Readonly<{ locale: string; zone: Zone }>

/** A reader; `now` where their own time on the next date is to be named, as the clocks' difference changes over the year. */
export type DatedReader = RitualReader & Readonly<{ now?: Date | undefined }>

/**
 * 'Every Tuesday and Thursday at 22:30, for an hour'. Names the city if the ritual's clock isn't the reader's and, if
 * `now` is given, the reader's own time.
 */
export const rhythmInWords = (rhythm: Rhythm, reader: DatedReader): string =>
  translate(reader.locale, ritualsMessages)('rhythm.length', {
    rhythm: ownDaysInWords(rhythm, reader),
    length: lengthInWords(rhythm.minutes, reader.locale),
  })

/** As `rhythmInWords`, without the length. */
export function ownDaysInWords(rhythm: Rhythm, reader: DatedReader): string {
  const days = daysInWords(rhythm, reader)
  const [next] = reader.now && !sameZone(rhythm.zone, reader.zone) ? nextOccurrences(rhythm, reader.now, 1) : []
  return next
    ? translate(reader.locale, ritualsMessages)('rhythm.forYou', { rhythm: days, ...ownTime(next, reader) })
    : days
}

/**
 * The time of an occurrence by the reader's clock, and whether that is on the ritual's day, the day before or the day
 * after.
 */
function ownTime(
  { onDate, start }: Occurrence,
  { locale, zone }: RitualReader,
): { time: string; day: 'same' | 'before' | 'after' } {
  const day = dayIn(start, zone)
  return { time: formatTime(start, locale, zone), day: day === onDate ? 'same' : day < onDate ? 'before' : 'after' }
}

function daysInWords(
  { weekdays, everyWeeks, time: wallTime, zone }: Rhythm,
  { locale, zone: mine }: RitualReader,
): string {
  const t = translate(locale, ritualsMessages)
  const time = formatWallTime(wallTime, locale)
  const days = formatList(
    weekdays.map((day) => formatWeekday(day, locale)),
    locale,
  )
  const weeks = String(everyWeeks)
  const plain =
    everyWeeks > 1
      ? t(weekdays.length === 1 ? 'rhythm.otherDay' : 'rhythm.otherWeeks', { weeks, days, time })
      : weekdays.length === 7
        ? t('rhythm.everyDay', { time })
        : t('rhythm.weekly', { days, time })
  return sameZone(zone, mine) ? plain : t('rhythm.inCity', { rhythm: plain, city: cityOf(zone) })
}

/** 'It rests until Monday, 7 December 2026.' A rest that begins after `today` names that day too. */
export function restInWords({ from, to }: RestPeriod, today: Day, locale: string): string {
  const t = translate(locale, ritualsMessages)
  const [day, until] = [formatFullDay(from, locale), to && formatFullDay(to, locale)]
  if (from > today) return until === null ? t('rest.restsFrom', { day }) : t('rest.restsBetween', { day, until })
  return until === null ? t('rest.rests') : t('rest.restsUntil', { day: until })
}

/** The yes to a rhythm: it names the first date, on the day that it has by the reader's own clock. */
export function yesInWords(rhythm: Rhythm, { locale, zone, now }: RitualReader & Readonly<{ now: Date }>): string {
  const [first] = nextOccurrences(rhythm, now, 1)
  const day = first ? dayFor(first.start, zone) : rhythm.startsOn
  return translate(locale, ritualsMessages)('one.agree', { day: formatDay(day, locale, dayIn(now, zone)) })
}
