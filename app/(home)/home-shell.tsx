'use client'
import type { ReactNode } from 'react'
import { PairingWatch } from '@/components/couples/pairing-watch'
import { DayWatch } from '@/components/device/day-watch'
import { PeopleClocks } from '@/components/people/people-clocks'
import { TodayContext } from '@/components/people/use-today'
import { RailFoot } from '@/components/shell/rail-foot'
import { PagePerson } from '@/components/ui/page-person'
import type { People } from '@/lib/couples/people'
import { LocaleContext } from '@/lib/messages/use-translations'
import { dayIn } from '@/lib/time/day'

/** The frame of every signed-in page: its locale, days and person, the clocks of the rail, and the watch on a pairing. */
export const HomeShell = ({ people, children }: Readonly<{ people: People; children: ReactNode }>) => (
  <LocaleContext value={people.locale}>
    <TodayContext value={dayIn(people.now, people.me.zone)}>
      <PagePerson value={people.me.id}>
        <DayWatch zone={people.me.zone} locale={people.locale} />
        <RailFoot holds={<PeopleClocks people={people} look="rail" />}>
          <PairingWatch coupleId={people.coupleId} partnerName={people.partner?.name ?? null} />
          {children}
        </RailFoot>
      </PagePerson>
    </TodayContext>
  </LocaleContext>
)
