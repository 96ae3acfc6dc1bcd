import 'server-only'
import { createHash } from 'node:crypto'
import { columnOfDay } from '@/lib/db/day-column'
import { selectPlannedFrom, selectPlannedWeek, selectReady } from '@/lib/db/plan-sql'
import type { CoupleScope, Scope } from '@/lib/db/with-viewer'
import { Problem } from '@/lib/http/problem'
import type { Ritual } from '@/lib/rituals/contract'
import { readRitual, readRitualsSince } from '@/lib/rituals/reads'
import { addDays, dayIn, type Day } from '@/lib/time/day'
import { parseWeek, type WeekId } from '@/lib/time/week'
import type { Plan, WeekOfPlans } from './contract'
import { fitWeek } from './fit-week'
import { MARK_DAYS } from './planned-start'
import { datedColumns, plannedColumns, savedPlanOfRow } from './rows'
import { DAYS_APART } from './upcoming-plans'
import { planNow, plansBetween, type SavedPlan } from './week-plans'

/** How many one-offs after a week its answer lists. */
const MOST_AHEAD = 30

/**
 * Reads the saved plans on these days, or moved away from them, and as many later one-offs as are listed and one more, without
 * items. One statement. Each person has at most `plansOfDay` on a day.
 */
const readTouched = async (scope: CoupleScope, first: Day, last: Day): Promise<SavedPlan[]> =>
  (await selectPlannedWeek(scope, first, last, MOST_AHEAD + 1)).map(savedPlanOfRow)

/**
 * Reads the saved plans from the day `first` on, or moved away from such a day, without skipped one-offs and without
 * items. One statement. Each person has at most `plansAhead`.
 */
export const readTouchedFrom = async (scope: CoupleScope, first: Day): Promise<SavedPlan[]> =>
  (await selectPlannedFrom(scope, first)).map(savedPlanOfRow)

/** Reads a week of the couple. Three statements. */
export async function readWeek(scope: CoupleScope, id: WeekId): Promise<WeekOfPlans> {
  const { weekStart } = scope.viewer
  const { first, last } = parseWeek(id, weekStart)
  const rituals = await readRitualsSince(scope, addDays(first, -DAYS_APART))
  const touched = await readTouched(scope, first, last)
  const held = plansBetween(rituals, touched, first, last)
  const version = versionOfWeek(held)
  const later = touched.filter(({ ritualId, skipped, plannedOn }) => ritualId === null && !skipped && plannedOn > last)
  const rows = await selectReady(scope, id)
  return {
    week: id,
    first,
    last,
    version,
    ...held,
    ready: rows.map((row) => ({ personId: row.personId, holds: row.version === version })),
    ahead: later.slice(0, MOST_AHEAD),
    aheadFrom: later[MOST_AHEAD]?.plannedOn ?? null,
  }
}

/** As `readWeek`, as far as a page has room for it. */
export const readWeekForPage = async (scope: CoupleScope, id: WeekId) => fitWeek(await readWeek(scope, id))

/**
 * Reads the saved plans of a ritual that may have been on one of the last days that can be marked, or may be ahead,
 * without items: a month of dates, and at most `plansAhead` of each person. One statement.
 */
export async function readTouchedDates(
  { db, viewer }: Scope,
  { id: ritualId, coupleId }: Pick<Ritual, 'id' | 'coupleId'>,
): Promise<SavedPlan[]> {
  const { now, zone } = viewer
  const from = columnOfDay(addDays(dayIn(now, zone), -MARK_DAYS - DAYS_APART))
  const rows = await db.planned.findMany({
    where: { coupleId, ritualId, OR: [{ plannedOn: { gte: from } }, { onDate: { gte: from } }] },
    select: datedColumns,
    orderBy: [{ plannedOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(savedPlanOfRow)
}

/** Reads a plan of the couple as its row has it, or null. One statement. */
export async function findPlan({ db, viewer }: CoupleScope, id: string): Promise<SavedPlan | null> {
  const { coupleId } = viewer
  const row = await db.planned.findFirst({ where: { coupleId, id }, select: plannedColumns })
  return row && savedPlanOfRow(row)
}

/** As `findPlan`. Throws `not-found`. */
export async function readSavedPlan(scope: CoupleScope, id: string): Promise<SavedPlan> {
  const plan = await findPlan(scope, id)
  if (!plan) throw new Problem('not-found')
  return plan
}

/**
 * Reads a saved plan as it is now. Throws `not-found`, also if its ritual no longer has that date. One statement, and
 * one for a ritual's date that nobody took part in.
 */
export async function readPlan(scope: CoupleScope, id: string): Promise<Plan> {
  const saved = await readSavedPlan(scope, id)
  const { ritualId, tookPart } = saved
  const rituals = ritualId === null || tookPart.length > 0 ? [] : [await readRitual(scope, ritualId)]
  const plan = planNow(rituals, saved)
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
