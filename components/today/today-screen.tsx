'use client'
import { useState } from 'react'
import { twoPeople } from '@/components/people/two-people'
import { classes } from '@/components/ui/classes'
import type { AskedToday } from '@/lib/check-ins/asked-today'
import type { Partner, People } from '@/lib/couples/people'
import type { PartnerAct } from '@/lib/journal/partner-acts'
import type { FittedToday } from '@/lib/plans/fit-today'
import { spanOf } from '@/lib/plans/planned-start'
import type { NewlyAgreed } from '@/lib/rituals/discussion'
import type { Day } from '@/lib/time/day'
import type { WeekStart } from '@/lib/time/week'
import { AgreedWatch } from './agreed-watch'
import { AlsoToday } from './also-today'
import { Memory } from './memory'
import { NextPanel } from './next-panel'
import { PartnerDid } from './partner-did'
import { QuietLines } from './quiet-lines'
import { TodayFrame, WriteRows } from './today-frame'
import { TodayMoment } from './today-moment'
import { WeekStrip, type WeekOfStrip } from './week-strip'

type TodayScreenProps = Readonly<{
  people: People
  partner: Partner
  coupleId: string
  plans: Readonly<{
    weekStart: WeekStart
    startedOn: Day
    week: WeekOfStrip
    agreed: NewlyAgreed | null
  }> &
    Omit<FittedToday, 'days'>
  /** What the partner did, newest first. */
  did: Readonly<{ acts: readonly PartnerAct[]; more: boolean }>
  spareSaved: boolean
  asked: AskedToday
  /** The nonce of the page's scripts. */
  nonce: string
}>

/** Today of two people: what the other did, the next plan, what can be written, the week, and what was left for later. */
export function TodayScreen({ people, partner, coupleId, plans, did, spareSaved, asked, nonce }: TodayScreenProps) {
  const { me, locale, now } = people
  const { next, startedOn } = plans
  const begun = next === null ? null : spanOf(next)
  const asksForMark = next !== null && begun !== null && begun.start <= now && !next.tookPart.includes(me.id)
  const [isLogging, setIsLogging] = useState(false)
  return (
    // One column on a phone, in this order: what the other did, the next plan, what can be written, the week, the chores.
    <TodayFrame
      people={people}
      quietWrite={asksForMark || isLogging}
      nonce={nonce}
      aside={
        <>
          <WeekStrip week={plans.week} answered={asked.week?.is === 'kept' ? asked.week : null} people={people} />
          <div className="order-2 min-w-0">
            <QuietLines locale={locale} uid={me.id} spareSaved={spareSaved} asked={asked} parted={false} />
          </div>
          {/* It is known once the journal is open. On a phone it is above the chores, where a plan keeps both out of sight until then. */}
          <div className={classes('min-w-0', next ? 'order-1 wide:order-3' : 'order-3')}>
            <Memory people={twoPeople(people)} startedOn={startedOn} />
          </div>
        </>
      }
    >
      <AgreedWatch agreed={plans.agreed} uid={me.id} locale={locale} />
      {did.acts.length > 0 ? (
        <PartnerDid {...did} me={me.id} partner={partner} coupleId={coupleId} locale={locale} nonce={nonce} />
      ) : null}
      <div>
        {next ? (
          <NextPanel
            plan={next}
            bringsMore={plans.bringsMore}
            weekStart={plans.weekStart}
            startedOn={startedOn}
            people={people}
          />
        ) : null}
        <AlsoToday plans={plans.also} more={plans.alsoMore} next={next} startedOn={startedOn} people={people} />
        <div className="mt-8 first:mt-0">
          <TodayMoment
            coupleId={coupleId}
            slot={me.slot}
            partnerName={partner.name}
            zone={me.zone}
            startedOn={startedOn}
            locale={locale}
            quiet={asksForMark}
            showsLogged
            onOpen={setIsLogging}
          />
        </div>
        <div className="mt-6">
          <WriteRows locale={locale} note="rememberPaired" />
        </div>
      </div>
    </TodayFrame>
  )
}
