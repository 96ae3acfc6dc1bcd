import 'server-only'
import { answerColumns, closenessOf } from '@/lib/check-ins/rows'
import { inPairingOrder, type People } from '@/lib/couples/people'
import { readPeople } from '@/lib/couples/read-people'
import type { Pair } from '@/lib/dashboard/days-fed'
import { columnOfDay, dayOfColumn } from '@/lib/db/day-column'
import { sealedOfColumn } from '@/lib/db/sealed-column'
import { viewerOf, type ViewerDb } from '@/lib/db/with-viewer'
import { Problem } from '@/lib/http/problem'
import { dayIn, monthOfDay, type Day, type Month } from '@/lib/time/day'
import { addMonths, firstDayOf, lastDayOf, weeksOfMonth } from '@/lib/time/month'
import type { Week, WeekStart } from '@/lib/time/week'
import { weekState } from './closeness'
import { standing, type Said, type Standing } from './closing'
import type { Change, Closing, HelpAnswer, MonthAnswer, MonthKept, Note } from './contract'
import type { FactWeek, MonthFacts, MonthLine } from './facts'
import { fedInMonth } from './fed'
import { hasMonth, monthToLookAt } from './month-span'

type Us = Readonly<{ coupleId: string; weekStart: WeekStart; paired: Day; today: Day; people: Pair<string>; earliest: Day; me: string }>

/** The couple as its months need it, or null alone. No statement. */
function usOf(db: ViewerDb, people: People): Us | null {
  const { coupleId, weekStart, pairedAt, zone, now, personId } = viewerOf(db)
  const [one, other] = inPairingOrder(people)
  if (coupleId === null || weekStart === null || pairedAt === null || !one || !other) return null
  const todays = [dayIn(now, one.zone), dayIn(now, other.zone)].sort()
  const today = dayIn(now, zone)
  return { coupleId, weekStart, paired: dayIn(pairedAt, zone), today, people: [one.id, other.id], earliest: todays[0] ?? today, me: personId }
}

/** The facts of a month of the active couple; not-paired alone, not-found for a month that the two do not have. Four statements. */
export async function readMonthFacts(db: ViewerDb, people: People, month: Month): Promise<MonthFacts> {
  const us = usOf(db, people)
  if (!us) throw new Problem('not-paired')
  if (!hasMonth(month, us)) throw new Problem('not-found')
  const { coupleId } = us
  const weeks = await readWeeks(db, us, weeksOfMonth(month, us.weekStart))
  const days = { gte: columnOfDay(firstDayOf(month)), lte: columnOfDay(lastDayOf(month)) }
  const feedings = await db.feeding.groupBy({ by: ['personId', 'type', 'day'], where: { coupleId, day: days } })
  const plans = await db.keptPlan.findMany({ where: { coupleId, day: days }, orderBy: [{ day: 'asc' }, { planId: 'asc' }] })
  const before = addMonths(month, -1)
  const said = await readSaid(db, coupleId, [before, month])
  const closedBefore = standing(said.get(before) ?? [])
  return {
    month, weeks,
    fed: fedInMonth(feedings.map(({ day, ...row }) => ({ ...row, day: dayOfColumn(day) })), month, us.people),
    kept: keptOf(plans, us.people),
    closing: standing(said.get(month) ?? []),
    before: closedBefore?.closed ? closedBefore : null,
  }
}

/** Weeks of the two that have begun and were not over before they were two, with what shows of them. One statement. */
async function readWeeks(db: ViewerDb, { coupleId, people, paired, today, earliest, me }: Us, weeks: readonly Week[]): Promise<FactWeek[]> {
  const ours = weeks.filter(({ first, last }) => last >= paired && first <= today)
  const rows = await db.checkIn.findMany({
    where: { coupleId, subject: { in: ours.map(({ id }) => id) } }, select: { subject: true, personId: true, revealedAt: true, ...answerColumns },
  })
  return ours.map((week) => {
    const of = (person: string, shown: boolean) => {
      const row = rows.find(({ subject, personId, revealedAt }) => subject === week.id && personId === person && (revealedAt !== null) === shown)
      return row ? closenessOf(row) : null
    }
    const [one, other] = [of(people[0], true), of(people[1], true)]
    const both = one && other ? ([one, other] as const) : null
    return { week: week.id, first: week.first, last: week.last, is: weekState(week, both !== null, earliest), both, mine: both ? null : of(me, false) }
  })
}

type KeptRow = { planId: string; ritualId: string | null; title: string; day: Date; personId: string }

/** Kept plans as they follow each other, those who took part in the order in which they paired. */
function keptOf(rows: readonly KeptRow[], people: Pair<string>): MonthKept[] {
  const plans = new Map<string, MonthKept>()
  for (const { planId, ritualId, title, day } of rows) plans.set(planId, { planId, ritualId, title, day: dayOfColumn(day), tookPart: [] })
  return [...plans.values()].map((plan) => ({ ...plan, tookPart: people.filter((person) => rows.some((row) => row.planId === plan.planId && row.personId === person)) }))
}

/** What was said of closing some months of a couple. One statement. */
export async function readSaid(db: ViewerDb, coupleId: string, months: readonly Month[]): Promise<ReadonlyMap<string, Said[]>> {
  const rows = await db.monthClosing.findMany({
    where: { coupleId, month: { in: [...months] } }, orderBy: { number: 'asc' },
    select: { month: true, number: true, personId: true, closes: true, focus: true, withChange: true },
  })
  return byMonth(rows)
}

function byMonth<Row extends { month: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const months = new Map<string, Row[]>()
  for (const row of rows) months.set(row.month, [...(months.get(row.month) ?? []), row])
  return months
}

/** All of a month, as its device opens it. Eight statements. */
export async function readMonth(db: ViewerDb, month: Month): Promise<MonthAnswer> {
  const people = await readPeople(db)
  const { coupleId, personId } = viewerOf(db)
  const facts = await readMonthFacts(db, people, month)
  if (coupleId === null) throw new Problem('not-paired')
  const pair = inPairingOrder(people).map(({ id }) => id)
  const notes = await readNotes(db, coupleId, month)
  const before = addMonths(month, -1)
  const changes = await readChanges(db, coupleId, [before, month])
  const asked = facts.before?.version.withChange ? facts.before : null
  return {
    month, first: firstDayOf(month), last: lastDayOf(month),
    weeks: facts.weeks.map(({ both, ...week }) => ({ ...week, answers: both ? both.map((answer, place) => ({ person: pair[place] ?? '', answer })) : [] })),
    fed: facts.fed.flatMap(({ type, days }) => days.map((count, place) => ({ person: pair[place] ?? '', type, days: count }))),
    kept: [...facts.kept],
    ...notes,
    closing: facts.closing && closingOf(facts.closing, changes.get(month)),
    before: asked && { month: before, closing: closingOf(asked, changes.get(before)), ...(await readHelped(db, coupleId, before, personId)) },
  }
}

/** My notes of a month, and my partner's once both are in. One statement. */
export async function readNotes(db: ViewerDb, coupleId: string, month: Month): Promise<{ notes: Note[]; revealed: boolean }> {
  const rows = await db.monthNote.findMany({
    where: { coupleId, subject: month }, orderBy: { personId: 'asc' }, select: { personId: true, id: true, rev: true, sealed: true, revealedAt: true },
  })
  return {
    notes: rows.map(({ personId: person, id, rev, sealed }) => ({ person, id, rev, sealed: sealedOfColumn(sealed) })),
    revealed: rows.some(({ revealedAt }) => revealedAt !== null),
  }
}

/** The words of the versions of some months. One statement. */
export async function readChanges(db: ViewerDb, coupleId: string, months: readonly Month[]): Promise<ReadonlyMap<string, Change[]>> {
  const rows = await db.monthChange.findMany({
    where: { coupleId, month: { in: [...months] } }, select: { month: true, number: true, personId: true, id: true, sealed: true },
  })
  const changes = rows.map(({ personId: author, sealed, ...row }) => ({ ...row, author, sealed: sealedOfColumn(sealed) }))
  return byMonth(changes)
}

/** The version that stands, with its words where they are served. */
export const closingOf = ({ version: { number, personId: person, focus, withChange }, closed }: Standing, changes: readonly Change[] = []): Closing =>
  ({ number, person, focus, withChange, change: changes.find((change) => change.number === number) ?? null, closed })

/** Whether a month's small change helped: what I said, and my partner once both have. One statement. */
export async function readHelped(db: ViewerDb, coupleId: string, month: Month, me: string): Promise<{ mine: HelpAnswer | null; partner: HelpAnswer | null }> {
  const rows = await db.monthHelp.findMany({ where: { coupleId, subject: month }, select: { personId: true, answer: true } })
  const of = (mine: boolean) => rows.find(({ personId }) => (personId === me) === mine)?.answer ?? null
  return { mine: of(true), partner: of(false) }
}

/** Some of the months that the two have, newest first, and from which on there are earlier ones; nothing alone. Two statements. */
export async function readMonthLines(db: ViewerDb, people: People, { from, count }: { from: Month | null; count: number }): Promise<{ lines: MonthLine[]; earlier: Month | null }> {
  const us = usOf(db, people)
  if (!us) return { lines: [], earlier: null }
  const [first, present] = [monthOfDay(us.paired), monthOfDay(us.today)]
  const newest = from !== null && from < present ? from : present
  const months = Array.from({ length: count }, (_, back) => addMonths(newest, -back)).filter((month) => month >= first)
  const weeks = await readWeeks(db, us, months.flatMap((month) => weeksOfMonth(month, us.weekStart)))
  const said = await readSaid(db, us.coupleId, months)
  const lines = months.map((month) => {
    const ids = new Set<string>(weeksOfMonth(month, us.weekStart).map(({ id }) => id))
    return { month, weeks: weeks.filter(({ week }) => ids.has(week)), closing: standing(said.get(month) ?? []) }
  })
  const before = addMonths(newest, -count)
  return { lines, earlier: before >= first ? before : null }
}

/** The month that Today leads to, by the viewer's own calendar alone; null alone. No statement. */
export function monthToday(db: ViewerDb): Month | null {
  const { pairedAt, zone, now } = viewerOf(db)
  return pairedAt === null ? null : monthToLookAt({ paired: dayIn(pairedAt, zone), today: dayIn(now, zone) })
}
