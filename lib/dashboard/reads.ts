import 'server-only'
import * as z from 'zod/mini'
import { columnOfDay, dayOfColumn } from '@/lib/db/day-column'
import type { CoupleScope, Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { id } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { sortByPairing, type People } from '@/lib/couples/people'
import { readPeople } from '@/lib/couples/reads'
import { addDays, latestDayOf, type Day } from '@/lib/time/day'
import { daySchema } from '@/lib/time/schemas'
import type { getDashboard } from './contract'
import {
  daysToRead,
  countDaysFed,
  firstRhythmDay,
  type DaysFed,
  type DaysFedQuery,
  type EarlierFeeding,
} from './days-fed'
import { feedingsBetween, readFed } from './feeding-reads'

export const DEFAULT_WEEKS = 8

/** What a picture of the couple is counted with; null where the partner left after the request began. No statement. */
function pictureOf(
  { viewer: { weekStart, startedOn } }: CoupleScope,
  people: People,
  weekCount: number,
): DaysFedQuery | null {
  const [firstPerson, secondPerson] = sortByPairing(people)
  if (!firstPerson || !secondPerson) return null
  return {
    people: [firstPerson.id, secondPerson.id],
    today: latestDayOf(people.now, [firstPerson.zone, secondPerson.zone]),
    weekStart,
    weekCount,
    startedOn,
  }
}

/**
 * Days fed in the couple's last weeks, and whether a type is quiet against its own rhythm before; null where the partner
 * left after the request began. One statement, and one more for a couple that fed nothing in all that time. They name
 * the couple, so that each reads one range of an index, whatever the table's size.
 */
export async function readDaysFed(
  scope: CoupleScope,
  people: People,
  weekCount = DEFAULT_WEEKS,
): Promise<DaysFed | null> {
  const picture = pictureOf(scope, people, weekCount)
  if (!picture) return null
  const { first: firstShown, last } = daysToRead(picture)
  const firstOfRhythm = firstRhythmDay(picture)
  const feedings = await readFed(scope, firstOfRhythm < firstShown ? firstOfRhythm : firstShown, last)
  return countDaysFed(feedings, feedings.length > 0 ? feedings : await readLongAgo(scope, picture), picture)
}

/** One feeding of a couple that fed nothing for long, if it ever did. */
async function readLongAgo(scope: CoupleScope, { startedOn, today }: DaysFedQuery): Promise<EarlierFeeding[]> {
  const found = await scope.db.feeding.findFirst({
    where: feedingsBetween(scope, startedOn, today),
    select: { type: true, day: true },
  })
  return found ? [{ type: found.type, day: dayOfColumn(found.day) }] : []
}

/** How many rows of what fed an answer has. */
const MOST_FEEDINGS = 2000

type FeedingKey = Readonly<{ day: Day; sourceId: string }>

/** Decodes the key of what fed on a day by a source. Throws wrong-shape for what is none. */
function readFeedingKey(text: string | undefined): FeedingKey | null {
  if (text === undefined) return null
  const [day, sourceId, ...more] = text.split('.')
  const key = z.object({ day: daySchema, sourceId: id }).safeParse({ day, sourceId })
  if (!key.success || more.length > 0) throw new Problem('wrong-shape', { fields: ['query.after'] })
  return key.data
}

const afterFeeding = (key: FeedingKey | null) => {
  if (!key) return {}
  const day = columnOfDay(key.day)
  return { OR: [{ day: { lt: day } }, { day, sourceId: { gt: key.sourceId } }] }
}

/** Cuts one row more than a page between two sources, so that no source is in two pages on one day. */
function cutFeedings<Row extends { day: Date; sourceId: string }>(rows: readonly Row[], most: number) {
  const extra = rows[most]
  if (!extra) return { page: rows, next: null }
  const page = rows
    .slice(0, most)
    .filter(({ day, sourceId }) => sourceId !== extra.sourceId || day.getTime() !== extra.day.getTime())
  const last = page.at(-1)
  return { page, next: last ? `${dayOfColumn(last.day)}.${last.sourceId}` : null }
}

/** The weeks before a day. A day before the two paired has those before that day. */
function weeksBefore(before: Day, { startedOn, weekCount }: DaysFedQuery): Readonly<{ first: Day; last: Day }> {
  const end = before < startedOn ? startedOn : before
  return { first: addDays(end, -7 * weekCount), last: addDays(end, -1) }
}

/** What fed, row by row, with the titles of plans. Two statements, and the one for the people. */
export async function readDashboard(
  scope: CoupleScope,
  { weeks = DEFAULT_WEEKS, before, after }: Input<typeof getDashboard>,
  most = MOST_FEEDINGS,
): Promise<Answer<typeof getDashboard>> {
  const { coupleId } = scope.viewer
  const picture = pictureOf(scope, await readPeople(scope), weeks)
  if (!picture) throw new Problem('not-paired')
  const { first, last } = before === undefined ? daysToRead(picture) : weeksBefore(before, picture)
  const key = readFeedingKey(after)
  const found = await scope.db.feeding.findMany({
    where: { ...feedingsBetween(scope, first, last), ...afterFeeding(key) },
    take: most + 1,
    orderBy: [{ day: 'desc' }, { sourceId: 'asc' }, { type: 'asc' }, { personId: 'asc' }],
    select: { personId: true, day: true, type: true, source: true, sourceId: true, pageId: true },
  })
  const { page: rows, next } = cutFeedings(found, most)
  const planIds = [...new Set(rows.filter(({ source }) => source === 'plan').map(({ sourceId }) => sourceId))]
  return {
    people: [...picture.people],
    first,
    last,
    feedings: rows.map(({ day, ...row }) => ({ day: dayOfColumn(day), ...row })),
    plans: planIds.length === 0 ? [] : await readPlanTitles(scope, coupleId, planIds),
    next,
  }
}

// A plan keeps the title it had when it was marked, whatever its ritual is called now.
async function readPlanTitles(
  { db }: Scope,
  coupleId: string,
  ids: string[],
): Promise<Answer<typeof getDashboard>['plans']> {
  return db.plan.findMany({
    where: { coupleId, id: { in: ids } },
    select: { id: true, ritualId: true, title: true },
  })
}
