'use client'
import type { ReactNode } from 'react'
import { PairingWatch } from '@/components/couples/pairing-watch'
import { PeopleClocks } from '@/components/people/people-clocks'
import { RailFoot } from '@/components/shell/rail-foot'
import type { People } from '@/lib/couples/people'
import { LocaleContext } from '@/lib/messages/use-translations'

/** What every page of a signed-in person stands in: their language, the clocks at the rail's foot, and what settles a pairing. */
export const HomeShell = ({ people, children }: Readonly<{ people: People; children: ReactNode }>) => (
  <LocaleContext value={people.locale}>
    <RailFoot holds={<PeopleClocks people={people} look="rail" />}>
      <PairingWatch coupleId={people.coupleId} />
      {children}
    </RailFoot>
  </LocaleContext>
)
