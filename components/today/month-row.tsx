import { Icon } from '@/components/ui/icon'
import { Row } from '@/components/ui/rows'
import { todayMessages } from '@/lib/messages/rooms/today'
import { translate } from '@/lib/messages/translate'
import type { Month } from '@/lib/time/day'
import { formatMonthName } from '@/lib/time/format'
import { firstDayOf } from '@/lib/time/month'

/** "November" */
export const monthName = (month: Month, locale: string): string => formatMonthName(firstDayOf(month), locale)

/**
 * Links to a month that is ending or has just ended, until both have closed it. It depends on nothing that one of them did.
 * Its words are Today's: the months' own would come with the page's first scripts.
 */
export function MonthRow({ month, locale }: { month: Month; locale: string }) {
  const t = translate(locale, todayMessages)
  return (
    <Row
      href={`/months/${month}`}
      icon={<Icon icon="calendar-range" />}
      title={t('month', { month: monthName(month, locale) })}
      detail={t('monthDetail')}
    />
  )
}
