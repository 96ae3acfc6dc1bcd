'use client'
import { twoPeople } from '@/components/people/two-people'
import { AppFrame } from '@/components/shell/app-frame'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { sortByPairing, type Pair, type Partner, type People } from '@/lib/couples/people'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import { monthCloseness } from '@/lib/months/closeness'
import { closenessSentence, monthName } from '@/lib/months/in-words'
import type { MonthFacts } from '@/lib/months/facts'
import type { KeptOnPage } from '@/lib/months/fit-kept'
import { dayIn, monthOfDay } from '@/lib/time/day'
import { formatMonth } from '@/lib/time/format'
import { addMonths, firstDayOf, lastDayOf } from '@/lib/time/month'
import { DidItHelp } from './did-it-help'
import { MonthClose } from './month-close'
import { MonthClosenessView } from './month-closeness'
import { MonthFed, MonthKeptList, takerLabels } from './month-facts'
import { MonthNotes } from './month-notes'
import { MonthNotOpen, MonthTexts, OpenedMonthRows } from './opened-month'
import { SharedInMonth } from './shared-in-month'

type MonthScreenProps = Readonly<{
  facts: Omit<MonthFacts, 'closing' | 'before' | 'kept'> & KeptOnPage
  /** Both agreed to how the month is closed. */
  closed: boolean
  /** The month before was closed with a small change, so each is asked whether it helped. */
  asksWhetherItHelped: boolean
  people: People
  coupleId: string
  partner: Partner
}>

/** A month for both to read together: how close it felt, what they did, their notes, and how they close it. */
export function MonthScreen({ facts, closed, asksWhetherItHelped, people, coupleId, partner }: MonthScreenProps) {
  const { me, locale, now } = people
  const t = translate(locale, monthsMessages)
  const { month, weeks, fed, kept, keptMore } = facts
  const [firstPerson = me, secondPerson = partner] = sortByPairing(people)
  const both = [firstPerson, secondPerson] as const
  const names: Pair<string> = [firstPerson.name, secondPerson.name]
  const closeness = monthCloseness(weeks)
  const mine = weeks.flatMap(({ first, mine: answer }) => (answer ? [{ first, answer }] : []))
  const name = monthName(month, locale)
  const two = twoPeople(people)
  const monthKey = { coupleId, month }
  const current = monthOfDay(dayIn(now, me.zone)) === month
  const [first, last] = [firstDayOf(month), lastDayOf(month)]
  return (
    <AppFrame locale={locale} back={{ href: '/months', label: t('back') }} quietWrite>
      <OpenedMonthRows monthKey={monthKey}>
        <PageHeading overline={formatMonth(first, locale)} lead={closenessSentence(closeness, locale)}>
          {t(current && !closed ? 'soFar' : 'past', { month: name })}
        </PageHeading>
        {asksWhetherItHelped ? (
          <MonthTexts>
            <DidItHelp before={monthName(addMonths(month, -1), locale)} both={both} me={me.id} />
          </MonthTexts>
        ) : null}
        {/* One column in this order on a phone; on wide screens, what was done is beside the rest. */}
        <div className="mt-7 grid grid-cols-1 gap-x-14 gap-y-9 wide:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)] wide:grid-rows-[auto_1fr]">
          {closeness.answeredWeeks > 0 || mine.length > 0 ? (
            <div className="min-w-0">
              <MonthClosenessView closeness={closeness} mine={mine} people={names} locale={locale} />
            </div>
          ) : null}
          <div className="min-w-0 wide:col-start-2 wide:row-span-2 wide:row-start-1">
            <MonthFed types={fed} month={month} both={both} current={current} locale={locale} />
            <MonthKeptList
              kept={kept}
              keptMore={keptMore}
              month={month}
              takers={takerLabels(both, me.id, locale)}
              locale={locale}
            />
            <MonthTexts>
              <Section id="shared" title={t('shared.title')}>
                <SharedInMonth coupleId={coupleId} first={first} last={last} month={name} people={two} />
              </Section>
            </MonthTexts>
          </div>
          <div className="min-w-0 wide:col-start-1">
            <MonthNotOpen />
            <MonthTexts>
              <Section id="notes" title={t('notes.title')} className="mt-0!">
                <MonthNotes monthKey={monthKey} both={both} people={two} />
              </Section>
              <Section id="close" title={t('close.title', { month: name })} className="mt-10!">
                <MonthClose
                  monthKey={monthKey}
                  people={two}
                  names={{ month: name, next: monthName(addMonths(month, 1), locale) }}
                  closed={closed}
                />
              </Section>
            </MonthTexts>
          </div>
        </div>
      </OpenedMonthRows>
    </AppFrame>
  )
}
