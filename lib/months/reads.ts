import 'server-only'
import { answerColumns, closenessOf } from '@/lib/check-ins/rows'
import { isWeekOfCouple } from '@/lib/check-ins/week-open'
import { sortByPairing, type Pair, type People } from '@/lib/couples/people'
import { readPeople } from '@/lib/couples/reads'
import { readFed } from '@/lib/dashboard/feeding-reads'
import type { CoupleScope, Scope } from '@/lib/db/with-viewer'
import { demandCouple } from '@/lib/http/demand-couple'
import { Problem } from '@/lib/http/problem'
import { dayIn, earliestToday, latestDayOf, monthOfDay, type Day, type Month } from '@/lib/time/day'
import { addMonths, firstDayOf, lastDayOf, weeksOfMonth } from '@/lib/time/month'
import type { Week, WeekStart } from '@/lib/time/week'
import { weekState } from './closeness'
import { closingStateOf } from './closing'
import { getMonth, type MonthAnswer } from './contract'
import type { FactWeek, MonthFacts, MonthLine } from './facts'
import { fedInMonth } from './fed'
import { readFormerMonth } from './former-reads'
import {
  closingOf,
  keptOf,
  readChanges,
  readHelpAnswers,
  readKeptPlans,
  readNotes,
  readClosingYeses,
} from './month-rows'
import { hasMonth, monthToLookAt } from './month-span'

type CoupleMonths = Readonly<{
  coupleId: string
  weekStart: WeekStart
  startedOn: Day
  today: Day
  people: Pair<string>
  /** The earliest today on Earth, and the later of both people's. */
  earliest: Day
  latest: Day
  me: string
}>

/** What the months of a couple are read with; null where the partner left after the request began. No statement. */
function coupleMonthsOf({ viewer }: CoupleScope, people: People): CoupleMonths | null {
  const { coupleId, weekStart, startedOn, zone, now, personId } = viewer
  const [firstPerson, secondPerson] = sortByPairing(people)
  if (!firstPerson || !secondPerson) return null
  return {
    coupleId,
    weekStart,
    startedOn,
    today: dayIn(now, zone),
    people: [firstPerson.id, secondPerson.id],
    earliest: earliestToday(now),
    latest: latestDayOf(now, [firstPerson.zone, secondPerson.zone]),
    me: personId,
  }
}

/**
 * The facts of a month of the active couple. Throws not-found for a month the couple does not have. Four statements.
 */
export async function readMonthFacts(scope: CoupleScope, people: People, month: Month): Promise<MonthFacts> {
  const coupleMonths = coupleMonthsOf(scope, people)
  if (!coupleMonths) throw new Problem('not-paired')
  if (!hasMonth(month, coupleMonths)) throw new Problem('not-found')
  const { coupleId } = coupleMonths
  const weeks = await readWeeks(scope, coupleMonths, weeksOfMonth(month, coupleMonths.weekStart))
  const feedings = await readFed(scope, firstDayOf(month), lastDayOf(month))
  const plans = await readKeptPlans(scope, coupleId, month)
  const before = addMonths(month, -1)
  const yeses = await readClosingYeses(scope, coupleId, [before, month])
  const closedBefore = closingStateOf(yeses.get(before) ?? [])
  return {
    month,
    weeks,
    fed: fedInMonth(feedings, { ...coupleMonths, month }),
    kept: keptOf(plans, coupleMonths.people),
    closing: closingStateOf(yeses.get(month) ?? []),
    before: closedBefore?.closed ? closedBefore : null,
  }
}

/** The couple's weeks that have begun, with the answers the viewer may see. One statement. */
async function readWeeks(
  { db }: CoupleScope,
  { coupleId, people, startedOn, today, earliest, me }: CoupleMonths,
  weeks: readonly Week[],
): Promise<FactWeek[]> {
  const begun = weeks.filter((week) => isWeekOfCouple(week, startedOn) && week.first <= today)
  const rows = await db.checkIn.findMany({
    where: { coupleId, subject: { in: begun.map(({ id }) => id) } },
    select: { subject: true, personId: true, revealedAt: true, ...answerColumns },
  })
  return begun.map((week) => {
    const answerOf = (person: string, shown: boolean) => {
      const row = rows.find(
        ({ subject, personId, revealedAt }) =>
          subject === week.id && personId === person && (revealedAt !== null) === shown,
      )
      return row ? closenessOf(row) : null
    }
    const [first, second] = [answerOf(people[0], true), answerOf(people[1], true)]
    const both = first && second ? ([first, second] as const) : null
    return {
      week: week.id,
      first: week.first,
      last: week.last,
      is: weekState(week, both !== null, earliest),
      both,
      mine: both ? null : answerOf(me, false),
    }
  })
}

/**
 * A month with its sealed rows, for the viewer's device: of the active couple (eight statements) or a former one (six).
 */
export async function readMonth(scope: Scope, month: Month, requestedId?: string): Promise<MonthAnswer> {
  if (requestedId !== undefined && requestedId !== scope.viewer.coupleId)
    return readFormerMonth(scope, { coupleId: requestedId, month })
  return readCoupleMonth(demandCouple(scope, getMonth), month)
}

async function readCoupleMonth(scope: CoupleScope, month: Month): Promise<MonthAnswer> {
  const { coupleId, personId } = scope.viewer
  const people = await readPeople(scope)
  const facts = await readMonthFacts(scope, people, month)
  const pair = sortByPairing(people).map(({ id }) => id)
  const notes = await readNotes(scope, coupleId, month)
  const before = addMonths(month, -1)
  const previous = facts.before?.version.withChange ? facts.before : null
  const changes = await readChanges(
    scope,
    coupleId,
    new Map([
      [before, previous],
      [month, facts.closing],
    ]),
  )
  return {
    month,
    first: firstDayOf(month),
    last: lastDayOf(month),
    weeks: facts.weeks.map(({ both, ...week }) => ({
      ...week,
      answers: both ? both.map((answer, place) => ({ personId: pair[place] ?? '', answer })) : [],
    })),
    fed: facts.fed.flatMap(({ type, days }) =>
      days.map((count, place) => ({ personId: pair[place] ?? '', type, days: count })),
    ),
    kept: [...facts.kept],
    ...notes,
    closing: facts.closing && closingOf(facts.closing, changes.get(month)),
    before: previous && {
      month: before,
      closing: closingOf(previous, changes.get(before)),
      ...(await readHelpAnswers(scope, coupleId, before, personId)),
    },
  }
}

/** Some months of the couple, newest first, and the next earlier month if there is one. Two statements. */
export async function readMonthLines(
  scope: CoupleScope,
  people: People,
  { from, count }: { from: Month | null; count: number },
): Promise<{ lines: MonthLine[]; earlier: Month | null }> {
  const coupleMonths = coupleMonthsOf(scope, people)
  if (!coupleMonths) return { lines: [], earlier: null }
  const { coupleId, weekStart, startedOn, today } = coupleMonths
  const [first, present] = [monthOfDay(startedOn), monthOfDay(today)]
  const newest = from !== null && from < present ? from : present
  const months = Array.from({ length: count }, (_, back) => addMonths(newest, -back)).filter((month) => month >= first)
  const weeks = await readWeeks(
    scope,
    coupleMonths,
    months.flatMap((month) => weeksOfMonth(month, weekStart)),
  )
  const yeses = await readClosingYeses(scope, coupleId, months)
  const lines = months.map((month) => {
    const ids = new Set<string>(weeksOfMonth(month, weekStart).map(({ id }) => id))
    return { month, weeks: weeks.filter(({ week }) => ids.has(week)), closing: closingStateOf(yeses.get(month) ?? []) }
  })
  const before = addMonths(newest, -count)
  return { lines, earlier: before >= first ? before : null }
}

/** The month that Today links to until it is closed, by the viewer's own calendar; null on days without one. No statement. */
export function monthToday({ viewer }: Scope): Month | null {
  const { startedOn, zone, now } = viewer
  return startedOn === null ? null : monthToLookAt({ startedOn, today: dayIn(now, zone) })
}
