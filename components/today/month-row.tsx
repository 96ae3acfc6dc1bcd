import { CalendarRange } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import { Row } from '@/components/ui/rows'
import { translate } from '@/lib/messages/translate'
import { monthInWords } from '@/lib/months/in-words'
import type { Month } from '@/lib/time/day'

/** The way to a month that is ending or has just ended: by the calendar alone, whatever anybody has written of it. */
export function MonthRow({ month }: { month: Month }) {
  const t = translate('months')
  return (
    <Row
      href={`/months/${month}`}
      icon={<Icon of={CalendarRange} />}
      title={t('today.title', { month: monthInWords(month) })}
      detail={t('today.detail')}
    />
  )
}
