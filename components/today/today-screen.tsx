'use client'
import { useState } from 'react'
import { VoiceRow } from '@/components/journal/voice-row'
import { ZoneQuestion } from '@/components/accounts/zone-question'
import { twoPeople } from '@/components/people/two-people'
import { PeopleClocks } from '@/components/people/people-clocks'
import { AppFrame } from '@/components/shell/app-frame'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import type { WeekLine } from '@/lib/check-ins/week-open'
import type { People } from '@/lib/couples/people'
import type { PartnerAct } from '@/lib/journal/partner-acts'
import { todayMessages } from '@/lib/messages/rooms/today'
import { translate } from '@/lib/messages/translate'
import type { FittedToday } from '@/lib/plans/fit-today'
import { spanOf } from '@/lib/plans/planned-start'
import { dayIn, type Day, type Month } from '@/lib/time/day'
import { formatDayInYear } from '@/lib/time/format'
import { greetingAt } from '@/lib/time/greeting'
import type { WeekStart } from '@/lib/time/week'
import { AlsoToday } from './also-today'
import { Memory } from './memory'
import { MonthRow } from './month-row'
import { NextPanel } from './next-panel'
import { PartnerDid } from './partner-did'
import { QuietLines, type RitualToAnswer } from './quiet-lines'
import { TodayMoment } from './today-moment'
import { WeekRows } from './week-rows'
import { WeekStrip, type WeekOfStrip } from './week-strip'

type TodayScreenProps = Readonly<{
  people: People
  /** Null without a partner. */
  plans:
    | (Readonly<{
        weekStart: WeekStart
        startedOn: Day
        week: WeekOfStrip
        toAnswer: readonly RitualToAnswer[]
      }> &
        Omit<FittedToday, 'days'>)
    | null
  /** What the partner did, newest first; null without one. */
  did: Readonly<{ acts: readonly PartnerAct[]; more: boolean }> | null
  spareSaved: boolean
  /** The viewer has no partner, but had one before. */
  parted: boolean
  hopesMarked: boolean
  /** The open weeks, and the month to look back at. */
  weeks: readonly WeekLine[]
  month: Month | null
  /** The nonce of the page's scripts. */
  nonce: string
}>

/** What the other did, the next plan, what can be written, the week, and what was left for later. */
export function TodayScreen({
  people,
  plans,
  did,
  spareSaved,
  parted,
  hopesMarked,
  weeks,
  month,
  nonce,
}: TodayScreenProps) {
  const { me, partner, coupleId, locale, now } = people
  const t = translate(locale, todayMessages)
  const next = plans?.next ?? null
  const begun = next === null ? null : spanOf(next)
  const asksForMark = next !== null && begun !== null && begun.start <= now && !next.tookPart.includes(me.id)
  const [isLogging, setIsLogging] = useState(false)
  return (
    <AppFrame locale={locale} quietWrite={asksForMark || isLogging}>
      <PageHeading overline={formatDayInYear(dayIn(now, me.zone), locale)}>
        {t(greetingAt(now, me.zone), { name: me.name })}
      </PageHeading>
      <div className="mt-3">
        <PeopleClocks people={people} look="line" />
      </div>
      <ZoneQuestion uid={me.id} zone={me.zone} className="no-print mt-5" />
      {/* One column on a phone, in this order: what the other did, the next plan, what can be written, the week, the chores. */}
      <div className="mt-6 grid grid-cols-1 gap-x-14 wide:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          {partner && coupleId && did && did.acts.length > 0 ? (
            <PartnerDid {...did} me={me.id} partner={partner} coupleId={coupleId} locale={locale} nonce={nonce} />
          ) : null}
          <div>
            {plans && next ? (
              <NextPanel
                plan={next}
                bringsMore={plans.bringsMore}
                weekStart={plans.weekStart}
                startedOn={plans.startedOn}
                people={people}
              />
            ) : null}
            {plans ? (
              <AlsoToday plans={plans.also} more={plans.alsoMore} startedOn={plans.startedOn} people={people} />
            ) : null}
            {partner && coupleId && plans ? (
              <div className="mt-8 first:mt-0">
                <TodayMoment
                  coupleId={coupleId}
                  slot={me.slot}
                  partnerName={partner.name}
                  zone={me.zone}
                  startedOn={plans.startedOn}
                  locale={locale}
                  quiet={asksForMark}
                  showsLogged
                  onOpen={setIsLogging}
                />
              </div>
            ) : null}
            <div className="mt-6 divide-y divide-line border-y border-line first:mt-0">
              <Link href="/write" className="block py-4">
                <span className="type-lede block">{t('remember')}</span>
                <span className="mt-1.5 flex items-center gap-2 text-small text-ink-3">
                  <Icon icon="lock" size={16} />
                  {t(partner ? 'rememberPaired' : 'rememberAlone')}
                </span>
              </Link>
              <VoiceRow />
            </div>
          </div>
        </div>
        <div className="flex min-w-0 flex-col wide:-mt-8">
          {plans ? <WeekStrip week={plans.week} people={people} /> : null}
          <div className="order-2 min-w-0">
            <QuietLines
              locale={locale}
              spareSaved={spareSaved}
              partnerName={partner?.name ?? null}
              parted={parted}
              uid={me.id}
              toAnswer={plans?.toAnswer ?? []}
              hopesMarked={hopesMarked}
              weeks={weeks.length > 0 ? <WeekRows lines={weeks} today={dayIn(now, me.zone)} locale={locale} /> : null}
              month={month ? <MonthRow month={month} locale={locale} /> : null}
            />
          </div>
          {/* It is known once the journal is open. On a phone it is above the chores, where a plan keeps both out of sight until then. */}
          <div className={classes('min-w-0', next ? 'order-1 wide:order-3' : 'order-3')}>
            <Memory people={twoPeople(people)} startedOn={plans?.startedOn ?? null} />
          </div>
        </div>
      </div>
    </AppFrame>
  )
}
