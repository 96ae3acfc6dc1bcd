import { Icon } from '@/components/ui/icon'
import { Row } from '@/components/ui/rows'
import type { WeekLine } from '@/lib/check-ins/week-open'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { translate } from '@/lib/messages/translate'
import type { Day } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'

/** A week's check-in: to be answered, answered, or revealed. What only the partner answered does not appear. */
export function WeekRow({ line, today, locale }: { line: WeekLine; today: Day; locale: string }) {
  const t = translate(locale, checkInsMessages)
  const { week, is, until } = line
  return (
    <Row
      href={`/check-in/${week.id}`}
      icon={<Icon icon="blend" />}
      title={t(`line.${is}${week.last < today ? 'Past' : 'Now'}`)}
      detail={t(`line.${is}Detail`, { day: formatDay(until, locale, today) })}
    />
  )
}
