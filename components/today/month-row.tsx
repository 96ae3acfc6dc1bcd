import { Icon } from '@/components/ui/icon'
import { Row } from '@/components/ui/rows'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import { monthName } from '@/lib/months/in-words'
import type { Month } from '@/lib/time/day'

/** The way to a month that is ending or has just ended: by the calendar alone, whatever anybody has written of it. */
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
