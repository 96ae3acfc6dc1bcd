// A ritual's rhythm and how far away its next date is, in words.
import { translate } from '@/lib/messages/translate'
import { cityOf } from '@/lib/time/city'
import type { Day } from '@/lib/time/day'
import { formatFullDay, formatList, formatWallTime, formatWeekday } from '@/lib/time/format'
import { sameZone, type Zone } from '@/lib/time/zone'
import type { Countdown } from './countdown'
import type { Rhythm } from './recurrence'
import type { Pause } from './ritual-dates'

const t = translate('rituals')

// The words are English whatever locale writes the times, so what stands inside a sentence of them is too.
const LANGUAGE = 'en-GB'

/** 'an hour and 30 minutes'. */
export function lengthInWords(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60]
  const words = { hours: t('rhythm.hours', { n: whole }), minutes: t('rhythm.minutes', { n: rest }) }
  return whole && rest ? t('rhythm.both', words) : whole ? words.hours : words.minutes
}

/** In whose words: their locale, and the zone whose clock need not be named. */
export type Reader = Readonly<{ locale: string; zone: Zone }>

/** 'Every Tuesday and Thursday at 22:30, for an hour'; with the city where the ritual's clock isn't the reader's. */
export const rhythmInWords = (rhythm: Rhythm, reader: Reader): string =>
  t('rhythm.length', { rhythm: daysInWords(rhythm, reader), length: lengthInWords(rhythm.minutes) })

/** The same without how long. */
export function daysInWords({ weekdays, everyWeeks, time: at, zone }: Omit<Rhythm, 'minutes' | 'startsOn' | 'weekStart'>, { locale, zone: mine }: Reader): string {
  const time = formatWallTime(at, locale)
  const days = formatList(weekdays.map((day) => formatWeekday(day, LANGUAGE)), LANGUAGE)
  const plain =
    everyWeeks > 1 ? t('rhythm.otherWeeks', { weeks: String(everyWeeks), days, time }) : weekdays.length === 7 ? t('rhythm.everyDay', { time }) : t('rhythm.weekly', { days, time })
  return sameZone(zone, mine) ? plain : t('rhythm.inCity', { rhythm: plain, city: cityOf(zone) })
}

/** 'It rests until Monday, 7 December 2026.', from a day on where it begins later than `today`. */
export function restInWords({ from, to }: Pause, today: Day, locale: string): string {
  const [day, until] = [formatFullDay(from, locale), to && formatFullDay(to, locale)]
  if (from > today) return until === null ? t('rest.restsFrom', { day }) : t('rest.restsBetween', { day, until })
  return until === null ? t('rest.rests') : t('rest.restsUntil', { day: until })
}

/** 'in 48 minutes', 'tomorrow', 'now'. */
export const countdownInWords = (countdown: Countdown): string =>
  'n' in countdown ? t(`countdown.${countdown.is}`, { n: countdown.n }) : t(`countdown.${countdown.is}`)
