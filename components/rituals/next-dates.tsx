'use client'
import { useToday } from '@/components/people/use-today'
import { classes } from '@/components/ui/classes'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import type { Occurrence } from '@/lib/rituals/recurrence'
import { dayIn } from '@/lib/time/day'
import { formatDay, formatDayBriefly } from '@/lib/time/format'
import { minutesAhead } from '@/lib/time/zone'
import { TwoTimes, type ZonedPeople } from '@/components/people/two-times'

type NextDatesProps = ZonedPeople &
  Readonly<{
    dates: readonly Occurrence[]
    /** `brief`: short days, without hairlines, for a form that fits a phone. */
    look?: 'rows' | 'brief'
  }>

/**
 * A ritual's next dates with both times, each of which names the weekday where it is on another day: by their own days,
 * as a week has them; in a form by the viewer's, as they type them. Says so if clocks change in between.
 */
export function NextDates({ dates, look = 'rows', ...people }: NextDatesProps) {
  const brief = look === 'brief'

  const { me, partner, locale } = people
  const today = useToday()
  const rows = dates.map(({ onDate, start }) => ({ day: brief ? dayIn(start, me.zone) : onDate, start }))
  // If a date is on another day for one of the two, its times need a line of their own; then every row gets one.
  const ownLine = rows.some(({ day, start }) =>
    [me, partner].some((person) => person !== null && dayIn(start, person.zone) !== day),
  )
  const apart = new Set(partner ? dates.map(({ start }) => minutesAhead(me.zone, partner.zone, start)) : [])
  return (
    <>
      <ol className={brief ? undefined : 'lined'}>
        {rows.map(({ day, start }, index) => (
          <li
            key={`${day} ${index}`}
            className={classes(
              'flex items-baseline justify-between gap-x-5',
              brief ? 'py-1' : 'gap-y-1 py-3',
              ownLine && !brief ? 'flex-col' : 'flex-wrap',
            )}
          >
            <span>{(brief ? formatDayBriefly : formatDay)(day, locale, today)}</span>
            <TwoTimes start={start} day={day} look="row" {...people} />
          </li>
        ))}
      </ol>
      {apart.size > 1 ? (
        <p className={classes('text-small text-ink-3', brief ? 'mt-1.5' : 'mt-2.5')}>
          {translate(locale, ritualsMessages)(brief ? 'dates.clocksBriefly' : 'dates.clocks')}
        </p>
      ) : null}
    </>
  )
}
