import type { ReactNode } from 'react'
import { peopleMessages } from '@/lib/messages/rooms/people'
import { translate } from '@/lib/messages/translate'
import { PartnerMark, type Slot } from './partner-mark'
import { dayIn, type Day } from '@/lib/time/day'
import { formatTime, formatTimeWithWeekday } from '@/lib/time/format'
import { sameZone, type Zone } from '@/lib/time/zone'

/** A person of the couple, with what clocks need. */
type ZonedPerson = Readonly<{ name: string; slot: Slot; zone: Zone }>

/** The viewer, their partner, and the language of times. */
export type ZonedPeople = Readonly<{ me: ZonedPerson; partner: ZonedPerson | null; locale: string }>

type TwoTimesProps = ZonedPeople &
  Readonly<{
    start: Date
    /** The day under which it is shown, if that may differ from the day in the viewer's zone. */
    day?: Day
    /** `panel`: a line for each. `row`: side by side. */
    look: 'panel' | 'row'
    /** Shown after the viewer's time in a panel. */
    aside?: ReactNode
  }>

/**
 * Shows a time in both zones, the viewer's first, with the weekday if it is not `day`. Shows one time if the zones
 * agree.
 */
export function TwoTimes({ start, day, me, partner, locale, look, aside }: TwoTimesProps) {
  const t = translate(locale, peopleMessages)
  const other = partner && !sameZone(me.zone, partner.zone) ? partner : null
  const on = day ?? dayIn(start, me.zone)
  const timeIn = (zone: Zone) => (dayIn(start, zone) === on ? formatTime : formatTimeWithWeekday)(start, locale, zone)
  const [mine, theirs] = [timeIn(me.zone), other && timeIn(other.zone)]
  if (look === 'panel') {
    return (
      // the names have less than half of the width, so that a long one leaves room for the times
      <dl className={other ? 'grid grid-cols-[fit-content(45%)_minmax(0,1fr)] items-center gap-x-3 gap-y-1' : ''}>
        <div className={other ? 'contents' : ''}>
          {other ? <Name slot={me.slot}>{t('you')}</Name> : <dt className="sr-only">{t('you')}</dt>}
          <dd className="flex flex-wrap items-baseline gap-x-3">
            <span className={clock}>{mine}</span>
            <span className="text-ink-2">{aside}</span>
          </dd>
        </div>
        {other ? (
          <div className="contents">
            <Name slot={other.slot}>{other.name}</Name>
            <dd className={clock}>{theirs}</dd>
          </div>
        ) : null}
      </dl>
    )
  }
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-0.5 text-small">
      <div className="flex items-baseline gap-2">
        {other ? <Name slot={me.slot}>{t('you')}</Name> : <dt className="sr-only">{t('you')}</dt>}
        <dd className="font-bold whitespace-nowrap text-ink">{mine}</dd>
      </div>
      {other ? (
        // a name that fills the line has its time below it, under the name and not under its mark
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 ps-[calc(0.6875rem+8px)] *:first:-ms-[calc(0.6875rem+8px)]">
          <Name slot={other.slot}>{other.name}</Name>
          <dd className="font-bold whitespace-nowrap text-ink">{theirs}</dd>
        </div>
      ) : null}
    </dl>
  )
}

const Name = ({ slot, children }: { slot: Slot; children: ReactNode }) => (
  <dt className="flex min-w-0 items-baseline gap-2 text-ink-2">
    <PartnerMark slot={slot} size={11} />
    <span className="min-w-0 wrap-anywhere">{children}</span>
  </dt>
)

const clock = 'text-large/row font-bold tracking-close'
