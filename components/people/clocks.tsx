'use client'
import { PartnerMark, type Slot } from './partner-mark'
import { classes } from '@/components/ui/classes'
import { cityOf } from '@/lib/time/city'
import { formatTime, formatTimeWithWeekday } from '@/lib/time/format'
import { dayIn } from '@/lib/time/day'
import type { Zone } from '@/lib/time/zone'
import { useMinute } from './use-minute'

export type ClockPerson = Readonly<{ name: string; slot: Slot; zone: Zone }>

type ClocksProps = Readonly<{
  /** The viewer first, then the partner if they have another zone. */
  people: readonly [ClockPerson] | readonly [ClockPerson, ClockPerson]
  locale: string
  /** The server's time, in ms since the epoch. */
  serverNow: number
  /** `rail`: a row each, with the name. `line`: side by side, the city and the time. */
  look: 'rail' | 'line'
}>

/** Shows each person's local time, updated each minute, with the weekday if it is not the viewer's. */
export function Clocks({ people, locale, serverNow, look }: ClocksProps) {
  const now = useMinute(serverNow)
  const today = dayIn(now, people[0].zone)
  return (
    <ul className={look === 'rail' ? 'grid grid-cols-[minmax(0,1fr)] gap-2' : 'flex flex-wrap gap-x-6 gap-y-1'}>
      {people.map(({ name, slot, zone }) => {
        const time =
          dayIn(now, zone) === today ? formatTime(now, locale, zone) : formatTimeWithWeekday(now, locale, zone)
        return (
          // A name without room beside its clock goes above it, so that times stay aligned.
          <li
            key={slot}
            className={classes('flex items-center gap-x-2', look === 'line' ? 'text-small text-ink-2' : 'flex-wrap')}
          >
            <span className="marked-name min-w-0">
              <PartnerMark slot={slot} size={look === 'rail' ? 11 : 12} />
              <bdi className={look === 'rail' ? '' : 'sr-only'}>{name}</bdi>
            </span>
            <span className={look === 'rail' ? 'ms-auto min-w-0 text-end' : 'flex gap-2'}>
              {cityOf(zone)}{' '}
              <span className={classes('whitespace-nowrap', look === 'line' && 'font-bold text-ink')}>{time}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
