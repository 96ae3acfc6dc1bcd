'use client'
import type { ReactNode } from 'react'
import { MomentField } from '@/components/moments/moment-field'
import { AppFrame } from '@/components/shell/app-frame'
import { NearbyPages } from '@/components/shell/nearby-pages'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeading, Section } from '@/components/ui/page-heading'
import type { HopesAnswer } from '@/lib/couples/contract'
import { sortByPairing, type Pair, type Partner, type People } from '@/lib/couples/people'
import type { DaysFed } from '@/lib/dashboard/days-fed'
import { firstPicture } from '@/lib/dashboard/hopes'
import { hopesSentence, leadingText } from '@/lib/dashboard/in-words'
import { latelyView } from '@/lib/dashboard/lately-view'
import { leadingSentence } from '@/lib/dashboard/leading-sentence'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { translate } from '@/lib/messages/translate'
import { Bloom } from './bloom'
import { FedLink } from './fed-link'
import { FirstPicture } from './first-picture'
import { MyMarks } from './my-marks'
import { OnlyForYou } from './only-for-you'
import { WeekStrips } from './week-strips'
import { WhatFed } from './what-fed'
import { WhatFedRows } from './what-fed-rows'

type LatelyProps = Readonly<{
  people: People
  fed: DaysFed
  hopes: HopesAnswer
}>

/** The shared dashboard: what both have been feeding lately, from one sentence down to each source. */
export function Lately({ people, fed, hopes }: LatelyProps) {
  const [first, second] = sortByPairing(people)
  if (!first || !second || people.coupleId === null) return null
  const { me, coupleId, locale } = people
  const both = [first, second] as const
  return <LatelyContent both={both} me={me} coupleId={coupleId} locale={locale} fed={fed} hopes={hopes} />
}

type LatelyContentProps = Readonly<{
  both: readonly [Partner, Partner]
  me: Partner
  coupleId: string
  locale: string
  fed: DaysFed
  hopes: HopesAnswer
}>

function LatelyContent({ both, me, coupleId, locale, fed, hopes }: LatelyContentProps) {
  const t = translate(locale, dashboardMessages)
  const view = latelyView(fed, hopes)
  const names: Pair<string> = [both[0].name, both[1].name]
  const picture =
    hopes.mine && hopes.partner
      ? firstPicture(me.slot === 1 ? [hopes.mine, hopes.partner] : [hopes.partner, hopes.mine])
      : null
  const leadsHopes = view.leads === 'hopes' && picture
  // With no marks to ask for and no weeks yet, the rest moves beside the picture, which would leave half a wide page
  // empty.
  const answered = !view.weeks && view.hopes !== 'ask'
  // The five questions are longer than the weeks beside them: below both, they have the width of a label and its answers.
  const asksBelow = view.weeks && view.hopes === 'ask'
  const marks = (
    <MyMarks locale={locale} view={view.hopes} mine={hopes.mine} className={asksBelow ? 'mt-10 max-w-180' : 'mt-7'} />
  )
  const log = (
    <>
      {leadsHopes ? <p className="mt-5 text-ink-2">{t('hopes.about')}</p> : null}
      <div className="mt-5">
        <MomentField
          coupleId={coupleId}
          slot={me.slot}
          partnerName={both[me.slot === 1 ? 1 : 0].name}
          zone={me.zone}
          startedOn={fed.startedOn}
          locale={locale}
        />
      </div>
    </>
  )
  const rest = (
    <>
      {picture && !leadsHopes ? (
        <Disclosure summary={t('lately.atFirst')} className="mt-2">
          <div className="pt-3">
            <FirstPicture picture={picture} people={names} locale={locale} />
          </div>
        </Disclosure>
      ) : null}
    </>
  )
  return (
    <AppFrame locale={locale} quietWrite>
      <WhatFedRows>
        <PageHeading
          overline={t(
            leadsHopes ? 'lately.overlineHopes' : view.leads === 'fed' ? 'lately.overline' : 'lately.overlineEmpty',
          )}
          size="lede"
          className="max-w-168"
        >
          {leadsHopes ? hopesSentence(picture, locale) : leadingText(leadingSentence(fed), locale)}
        </PageHeading>
        <NearbyPages locale={locale} className="mt-1.5" />
        <TwoColumns
          picture={
            <>
              {leadsHopes ? (
                <FirstPicture picture={picture} people={names} locale={locale} />
              ) : (
                <Bloom fed={fed} people={names} locale={locale} />
              )}
              {answered ? null : log}
            </>
          }
          weeks={
            view.weeks ? (
              <Section id="weeks" title={t('weeks.heading')} className="wide:mt-0">
                <WeekStrips
                  fed={fed}
                  people={names}
                  locale={locale}
                  around={(type, label) => (wasFed(fed, type) ? <FedLink type={type}>{label}</FedLink> : label)}
                />
              </Section>
            ) : answered ? (
              <div className="wide:pt-8">
                {log}
                {marks}
                {rest}
              </div>
            ) : (
              <MyMarks locale={locale} view={view.hopes} mine={hopes.mine} className="mt-9 wide:mt-0" />
            )
          }
          rest={
            answered || asksBelow ? null : (
              <>
                {view.weeks ? marks : null}
                {rest}
              </>
            )
          }
        />
        {asksBelow ? (
          <>
            {marks}
            <div className="measure">{rest}</div>
          </>
        ) : null}
        {view.weeks ? <WhatFed people={both} me={me.id} startedOn={fed.startedOn} locale={locale} /> : null}
      </WhatFedRows>
      <OnlyForYou uid={me.id} weeks={fed.weeks} locale={locale} />
    </AppFrame>
  )
}

const wasFed = ({ types }: DaysFed, type: string): boolean =>
  types.some((typeDays) => typeDays.type === type && typeDays.perWeek.flat().some((days) => days > 0))

/** One column in this order on a phone; on wide screens, the weeks are beside the others. */
const TwoColumns = ({ picture, weeks, rest }: Readonly<Record<'picture' | 'weeks' | 'rest', ReactNode>>) => (
  <div className="mt-3 wide:mt-5 wide:grid wide:grid-cols-[minmax(0,434fr)_minmax(0,551fr)] wide:grid-rows-[auto_1fr] wide:gap-x-15">
    <div>{picture}</div>
    <div className="wide:col-start-2 wide:row-span-2 wide:row-start-1">{weeks}</div>
    <div className="wide:col-start-1">{rest}</div>
  </div>
)
