import { Icon } from '@/components/ui/icon'
import { Row } from '@/components/ui/rows'
import { TextLink } from '@/components/ui/links'
import type { WeekLine } from '@/lib/check-ins/week-open'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { translate } from '@/lib/messages/translate'
import type { Day } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'

type WeekRowProps = Readonly<{ line: WeekLine; today: Day; locale: string }>

/** A week's check-in: to be answered, or revealed. What only the partner answered does not appear. */
export function WeekRow({ line, today, locale }: WeekRowProps) {
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

/** A week's check-in that the viewer answered and can still change, as a quiet line. */
export const AnsweredWeek = ({ line: { week, until }, today, locale }: WeekRowProps) => {
  const t = translate(locale, checkInsMessages, 'line')
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-small text-ink-3">
      <TextLink alone href={`/check-in/${week.id}`}>
        {t(week.last < today ? 'keptPast' : 'keptNow')}
      </TextLink>
      {t('keptDetail', { day: formatDay(until, locale, today) })}
    </p>
  )
}
