import { datesMessages } from '@/lib/messages/rooms/dates'
import { translate } from '@/lib/messages/translate'
import type { Countdown } from './countdown'

/** 'in 48 minutes', 'tomorrow', 'now'. */
export function countdownInWords(countdown: Countdown, locale: string): string {
  const t = translate(locale, datesMessages)
  return 'n' in countdown ? t(`countdown.${countdown.is}`, { n: countdown.n }) : t(`countdown.${countdown.is}`)
}
