import { Icon } from '@/components/ui/icon'
import { Row } from '@/components/ui/rows'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import { monthName } from '@/lib/months/in-words'
import type { Month } from '@/lib/time/day'

/** Links to a month that is ending or has just ended, until both have closed it. It depends on nothing that one of them did. */
export function MonthRow({ month, locale }: { month: Month; locale: string }) {
  const t = translate(locale, monthsMessages)
  return (
    <Row
      href={`/months/${month}`}
      icon={<Icon icon="calendar-range" />}
      title={t('today.title', { month: monthName(month, locale) })}
      detail={t('today.detail')}
    />
  )
}
