import 'server-only'
import { createHash } from 'node:crypto'
import { columnOfDay } from '@/lib/db/day-column'
import type { CoupleScope } from '@/lib/db/with-viewer'
import { Problem } from '@/lib/http/problem'
import { readOpenRituals } from '@/lib/rituals/reads'
import type { Day } from '@/lib/time/day'
import { parseWeek, type WeekId } from '@/lib/time/week'
import type { Plan, WeekOfPlans } from './contract'
import { plannedColumns, planOfRow } from './rows'
import { plansBetween } from './week-plans'

/** How many one-offs after a week its page shows, and how many saved plans are read at once. */
const MAX_AHEAD = 30
const MAX_TOUCHED = 500

/** Reads the saved plans on these days, or moved away from them; with `ahead`, later one-offs too. One statement. */
async function readTouched(
  { db }: CoupleScope,
  coupleId: string,
  first: Day,
  last: Day,
  ahead: boolean,
): Promise<Plan[]> {
  const [from, to] = [columnOfDay(first), columnOfDay(last)]
  const rows = await db.planned.findMany({
    where: {
      coupleId,
      OR: [
        { plannedOn: { gte: from, lte: to } },
        { ritualId: { not: null }, onDate: { gte: from, lte: to } },
        ...(ahead ? [{ ritualId: null, skipped: false, plannedOn: { gt: to } }] : []),
      ],
    },
    select: plannedColumns,
    orderBy: [{ plannedOn: 'asc' }, { id: 'asc' }],
    take: MAX_TOUCHED,
  })
  return rows.map(planOfRow)
}

/** Reads the saved plans from the day `first` on, or moved away from such a day. One statement. */
export async function readTouchedFrom({ db, viewer }: CoupleScope, first: Day): Promise<Plan[]> {
  const { coupleId } = viewer
  const from = columnOfDay(first)
  const rows = await db.planned.findMany({
    where: { coupleId, OR: [{ plannedOn: { gte: from } }, { ritualId: { not: null }, onDate: { gte: from } }] },
    select: plannedColumns,
    orderBy: [{ plannedOn: 'asc' }, { id: 'asc' }],
    take: MAX_TOUCHED,
  })
  return rows.map(planOfRow)
}

/** Reads a week of the couple. Three statements. */
export async function readWeek(scope: CoupleScope, id: WeekId): Promise<WeekOfPlans> {
  const { coupleId, weekStart } = scope.viewer
  const { first, last } = parseWeek(id, weekStart)
  const agreed = (await readOpenRituals(scope)).filter(({ state }) => state === 'agreed')
  const touched = await readTouched(scope, coupleId, first, last, true)
  const held = plansBetween(agreed, touched, first, last)
  const version = versionOfWeek(held)
  const rows = await scope.db.weekReady.findMany({
    where: { coupleId, week: id, version: { not: null } },
    select: { personId: true, version: true },
    orderBy: { personId: 'asc' },
  })
  return {
    week: id,
    first,
    last,
    version,
    ...held,
    ready: rows.map((row) => ({ personId: row.personId, holds: row.version === version })),
    ahead: touched
      .filter(({ ritualId, skipped, plannedOn }) => ritualId === null && !skipped && plannedOn > last)
      .slice(0, MAX_AHEAD),
  }
}

/** Reads a saved plan of the couple, or null. One statement. */
export async function findPlan({ db, viewer }: CoupleScope, id: string): Promise<Plan | null> {
  const { coupleId } = viewer
  const row = await db.planned.findFirst({ where: { coupleId, id }, select: plannedColumns })
  return row && planOfRow(row)
}

/** As `findPlan`. Throws `not-found`. */
export async function readPlan(scope: CoupleScope, id: string): Promise<Plan> {
  const plan = await findPlan(scope, id)
  if (!plan) throw new Problem('not-found')
  return plan
}

/**
 * Names what a week holds: the SHA-256, as base64url, of everything that "we're set" is about. What is ticked off and
 * who took part is not part of it. Undoing a change gives the earlier name again.
 */
function versionOfWeek({ plans, moved }: Pick<WeekOfPlans, 'plans' | 'moved'>): string {
  const planParts = plans.map(
    ({ id, kind, title, what, place, types, plannedOn, time, minutes, zone, skipped, items }) => [
      id,
      kind,
      title,
      what,
      place,
      types,
      plannedOn,
      time,
      minutes,
      zone,
      skipped,
      items.map((item) => [item.id, item.text, item.whoId]),
    ],
  )
  return createHash('sha256')
    .update(JSON.stringify([planParts, moved]))
    .digest('base64url')
}
