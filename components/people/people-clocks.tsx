import type { People } from '@/lib/couples/people'
import { sameZone } from '@/lib/time/zone'
import { Clocks, type ClockOf } from './clocks'

const clockOf = ({ name, slot, zone }: ClockOf): ClockOf => ({ name, slot, zone })

type PeopleClocksProps = Readonly<{ people: People; look: 'rail' | 'line' }>

/** The clocks of a page: one for each of the two where their zones differ, and nothing where one clock says it all. */
export function PeopleClocks({ people: { me, partner, locale, now }, look }: PeopleClocksProps) {
  if (!partner || sameZone(me.zone, partner.zone)) return null
  return <Clocks people={[clockOf(me), clockOf(partner)]} locale={locale} serverNow={now.getTime()} look={look} />
}
