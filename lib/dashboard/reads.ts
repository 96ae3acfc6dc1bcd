import 'server-only'
import { columnOfDay, dayOfColumn } from '@/lib/db/day-column'
import { viewerOf, type ViewerDb } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { inPairingOrder, type People } from '@/lib/couples/people'
import { readPeople } from '@/lib/couples/read-people'
import { latestDayOf, type Day } from '@/lib/time/day'
import { isWeekStart, type WeekStart } from '@/lib/time/week'
import type { getDashboard } from './contract'
import { daysAskedFor, daysFed, type DaysFed, type Pair } from './days-fed'

export const usualWeeks = 8

type Picture = Readonly<{ people: Pair<string>; today: Day; weekStart: WeekStart; weekCount: number }>

/** What a picture of the active couple is made of, or null alone. One statement. */
async function readPicture(db: ViewerDb, people: People, weekCount: number): Promise<Picture | null> {
  const [one, other] = inPairingOrder(people)
  if (!people.coupleId || !one || !other) return null
  const couple = await db.couple.findUniqueOrThrow({ where: { id: people.coupleId }, select: { weekStart: true } })
  if (!isWeekStart(couple.weekStart)) throw new Error('The database keeps the start of a week.')
  return {
    people: [one.id, other.id],
    today: latestDayOf(people.now, [one.zone, other.zone]),
    weekStart: couple.weekStart,
    weekCount,
  }
}

/**
 * Days fed in the couple's last weeks, or null alone. Three statements: the policies of what feeds hold, and the couple is always
 * named, so that one range of each index is read whatever the table's size.
 */
export async function readDaysFed(db: ViewerDb, people: People, weekCount = usualWeeks): Promise<DaysFed | null> {
  const picture = await readPicture(db, people, weekCount)
  if (!picture || !people.coupleId) return null
  const { first, last } = daysAskedFor(picture)
  const coupleId = people.coupleId
  const rows = await db.feeding.groupBy({
    by: ['personId', 'type', 'day'],
    where: { coupleId, day: { gte: columnOfDay(first), lte: columnOfDay(last) } },
  })
  const before = await db.feeding.findFirst({
    where: { coupleId, day: { lt: columnOfDay(first) } },
    select: { day: true },
  })
  return daysFed(
    rows.map(({ day, ...row }) => ({ ...row, day: dayOfColumn(day) })),
    { ...picture, fedBefore: before !== null },
  )
}

/** What fed, row by row, with the titles that are plain. Three statements and those of the people. */
export async function readDashboard(
  db: ViewerDb,
  { weeks = usualWeeks }: Input<typeof getDashboard>,
): Promise<Answer<typeof getDashboard>> {
  const { coupleId } = viewerOf(db)
  const picture = await readPicture(db, await readPeople(db), weeks)
  if (!picture || !coupleId) throw new Problem('not-paired')
  const { first, last } = daysAskedFor(picture)
  const rows = await db.feeding.findMany({
    where: { coupleId, day: { gte: columnOfDay(first), lte: columnOfDay(last) } },
    orderBy: [{ day: 'desc' }, { sourceId: 'asc' }, { type: 'asc' }, { personId: 'asc' }],
    select: { personId: true, day: true, type: true, source: true, sourceId: true, pageId: true },
  })
  const planIds = [...new Set(rows.filter(({ source }) => source === 'plan').map(({ sourceId }) => sourceId))]
  return {
    people: [...picture.people],
    first,
    last,
    feedings: rows.map(({ personId, day, ...row }) => ({ person: personId, day: dayOfColumn(day), ...row })),
    plans: planIds.length === 0 ? [] : await readPlanTitles(db, coupleId, planIds),
  }
}

// A plan keeps the title that it had when it was touched, whatever its ritual is called by now.
async function readPlanTitles(
  db: ViewerDb,
  coupleId: string,
  ids: string[],
): Promise<Answer<typeof getDashboard>['plans']> {
  const plans = await db.plan.findMany({
    where: { coupleId, id: { in: ids } },
    select: { id: true, ritualId: true, title: true },
  })
  return plans.flatMap(({ id, ritualId, title }) => (ritualId === null ? [] : [{ id, ritualId, title }]))
}
