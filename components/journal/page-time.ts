import type { TwoPeople } from '@/components/people/two-people'
import { useToday } from '@/components/people/use-today'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { dayIn, type Day } from '@/lib/time/day'
import { formatDay, formatTime } from '@/lib/time/format'

/**
 * A page's day in words, with the time of day by the viewer's clock where the page was added on that same day of theirs:
 * of a page that was written for another day, the time says nothing.
 */
export function usePageTime({ locale, me: { zone } }: TwoPeople): (day: Day, addedAt: string) => string {
  const t = useTranslations(journalMessages)
  const today = useToday()
  return (day, addedAt) => {
    const added = new Date(addedAt)
    const inWords = formatDay(day, locale, today)
    return dayIn(added, zone) === day
      ? t('dayAndTime', { day: inWords, time: formatTime(added, locale, zone) })
      : inWords
  }
}
