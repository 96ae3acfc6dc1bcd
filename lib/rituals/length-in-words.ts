// Apart from the other words of rituals, because the week needs a length and nothing else of them.
import { datesMessages } from '@/lib/messages/rooms/dates'
import { translate } from '@/lib/messages/translate'

/** 'an hour and 30 minutes'. `minutes` is positive. */
export function lengthInWords(minutes: number, locale: string): string {
  const t = translate(locale, datesMessages)
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60]
  const words = { hours: t('length.hours', { n: whole }), minutes: t('length.minutes', { n: rest }) }
  return whole && rest ? t('length.both', words) : whole ? words.hours : words.minutes
}
