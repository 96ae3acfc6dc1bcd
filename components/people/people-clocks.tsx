import type { People } from '@/lib/couples/people'
import { sameZone } from '@/lib/time/zone'
import { Clocks, type ClockPerson } from './clocks'

const toClockPerson = ({ name, slot, zone }: ClockPerson): ClockPerson => ({ name, slot, zone })

type PeopleClocksProps = Readonly<{ people: People; look: 'rail' | 'line' }>

/** The clocks of both people, if their zones differ; else nothing. */
export function PeopleClocks({ people: { me, partner, locale, now }, look }: PeopleClocksProps) {
  if (!partner || sameZone(me.zone, partner.zone)) return null
  return (
    <Clocks
      people={[toClockPerson(me), toClockPerson(partner)]}
      locale={locale}
      serverNow={now.getTime()}
      look={look}
    />
  )
}
