import { twoPeople, type TwoPeople } from '@/components/people/two-people'
import type { Closeness } from '@/lib/check-ins/contract'
import { sortByPairing, type Pair, type Partner, type People } from '@/lib/couples/people'
import { monthCloseness, type MonthCloseness } from '@/lib/months/closeness'
import type { MonthFacts, MonthKey } from '@/lib/months/facts'
import type { KeptOnPage } from '@/lib/months/fit-kept'
import { monthName, type MonthNames } from '@/lib/months/in-words'
import { dayIn, monthOfDay, type Day } from '@/lib/time/day'
import { addMonths, firstDayOf, lastDayOf } from '@/lib/time/month'
import { takerLabels } from './month-facts'
import type { TakerLabel } from './month-lines'

export type MonthScreenProps = Readonly<{
  facts: Omit<MonthFacts, 'closing' | 'before' | 'kept'> & KeptOnPage
  /** Both agreed to how the month is closed. */
  closed: boolean
  /** The month before was closed with a small change, so each is asked whether it helped. */
  asksWhetherItHelped: boolean
  people: People
  coupleId: string
  partner: Partner
}>

/** A month as its steps and the page of the whole show it. Pairs are in pairing order. */
export type ShownMonth = Readonly<{
  facts: MonthScreenProps['facts']
  monthKey: MonthKey
  closeness: MonthCloseness
  /** The weeks that only the viewer sees an answer for. */
  mine: readonly Readonly<{ first: Day; answer: Closeness }>[]
  both: readonly [Partner, Partner]
  people: Pair<string>
  takers: readonly TakerLabel[]
  two: TwoPeople
  me: string
  names: MonthNames & Readonly<{ before: string }>
  first: Day
  last: Day
  closed: boolean
  /** Whether it asks if the small change of the month before helped. */
  asks: boolean
  /** It is the viewer's present month. */
  current: boolean
  locale: string
}>

/** Collects what the parts of a month show. */
export function showMonth({
  facts,
  closed,
  asksWhetherItHelped,
  people,
  coupleId,
  partner,
}: MonthScreenProps): ShownMonth {
  const { me, locale, now } = people
  const { month, weeks } = facts
  const [firstPerson = me, secondPerson = partner] = sortByPairing(people)
  const both = [firstPerson, secondPerson] as const
  return {
    facts,
    monthKey: { coupleId, month },
    closeness: monthCloseness(weeks),
    mine: weeks.flatMap(({ first, mine: answer }) => (answer ? [{ first, answer }] : [])),
    both,
    people: [firstPerson.name, secondPerson.name],
    takers: takerLabels(both, me.id, locale),
    two: twoPeople(people),
    me: me.id,
    names: {
      before: monthName(addMonths(month, -1), locale),
      month: monthName(month, locale),
      next: monthName(addMonths(month, 1), locale),
    },
    first: firstDayOf(month),
    last: lastDayOf(month),
    closed,
    asks: asksWhetherItHelped,
    current: monthOfDay(dayIn(now, me.zone)) === month,
    locale,
  }
}
