// A ritual's rhythm and how far away its next date is, in words.
import { translate } from '@/lib/messages/translate'
import { cityOf } from '@/lib/time/city'
import { formatList, formatWallTime, formatWeekday } from '@/lib/time/format'
import { sameZone, type Zone } from '@/lib/time/zone'
import type { Countdown } from './coming'
import type { Rhythm } from './recurrence'

const t = translate('rituals')

// The words are English whatever locale writes the times, so what stands inside a sentence of them is too.
const LANGUAGE = 'en-GB'

/** 'an hour and 30 minutes'. */
export function lengthInWords(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60]
  const words = { hours: t('rhythm.hours', { n: whole }), minutes: t('rhythm.minutes', { n: rest }) }
  return whole && rest ? t('rhythm.both', words) : whole ? words.hours : words.minutes
}

/** 'Every Tuesday and Thursday at 22:30, for an hour'; with the city where the ritual's clock isn't the reader's. */
export function rhythmInWords({ weekdays, everyWeeks, time: at, zone, minutes }: Rhythm, { locale, zone: mine }: { locale: string; zone: Zone }): string {
  const time = formatWallTime(at, locale)
  const days = formatList(weekdays.map((day) => formatWeekday(day, LANGUAGE)), LANGUAGE)
  const plain =
    everyWeeks > 1 ? t('rhythm.otherWeeks', { weeks: String(everyWeeks), days, time }) : weekdays.length === 7 ? t('rhythm.everyDay', { time }) : t('rhythm.weekly', { days, time })
  const rhythm = sameZone(zone, mine) ? plain : t('rhythm.inCity', { rhythm: plain, city: cityOf(zone) })
  return t('rhythm.length', { rhythm, length: lengthInWords(minutes) })
}

/** 'in 48 minutes', 'tomorrow', 'now'. */
export const countdownInWords = (countdown: Countdown): string =>
  'n' in countdown ? t(`countdown.${countdown.is}`, { n: countdown.n }) : t(`countdown.${countdown.is}`)
