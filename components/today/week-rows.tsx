import { Icon } from '@/components/ui/icon'
import { Row } from '@/components/ui/rows'
import type { WeekLine } from '@/lib/check-ins/week-open'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { translate } from '@/lib/messages/translate'
import type { Day } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'

/** A row for each open week: to be answered, answered, or revealed. What only the partner answered does not appear. */
export function WeekRows({ lines, today, locale }: { lines: readonly WeekLine[]; today: Day; locale: string }) {
  const t = translate(locale, checkInsMessages)
  return lines.map(({ week, is, until }) => (
    <Row
      key={week.id}
      href={`/check-in/${week.id}`}
      icon={<Icon icon="blend" />}
      title={t(`line.${is}${week.last < today ? 'Past' : 'Now'}`)}
      detail={t(`line.${is}Detail`, { day: formatDay(until, locale, today) })}
    />
  ))
}
