import 'server-only'
import { columnOfDay, dayOfColumn } from '@/lib/db/day-column'
import type { CoupleScope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import type { Ritual } from '@/lib/rituals/contract'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { readRitual } from '@/lib/rituals/reads'
import { termsOn } from '@/lib/rituals/ritual-dates'
import type { Day } from '@/lib/time/day'
import type { Plan, putTakingPart } from './contract'
import { canMarkPlan, dayOfPlan } from './planned-start'
import { findPlan } from './reads'
import { readOwnFelt } from './remembered-plan-reads'
import { planNow, untouchedPlan, type PlanKey, type SavedPlan } from './week-plans'
import { asSaved, holdPlan, insertPlan, settlePlan } from './writes'

/**
 * Keeps whether the viewer took part in a plan, and makes the plan of a ritual's date that nobody had touched. Taking
 * part feeds the day of the planned start in the viewer's zone. One's own mark can always be taken back. Throws
 * `not-found`, `ended` for a date that the ritual's end came before, `skipped`, `day-out-of-range`.
 */
export async function keepTookPart(
  scope: CoupleScope,
  { tookPart, ...key }: Input<typeof putTakingPart>,
): Promise<Answer<typeof putTakingPart>> {
  const { id, ritualId, onDate } = key
  if (ritualId !== null && id !== occurrenceId(ritualId, onDate))
    throw new Problem('wrong-shape', { fields: ['body.onDate'] })
  const plan = { planId: id, ritualId, onDate, tookPart }
  if (tookPart) return { ...plan, day: await addMark(scope, key), felt: null }
  const felt = await readOwnFelt(scope, id)
  return { ...plan, day: await takeMarkBack(scope, key), felt }
}

/**
 * Adds the viewer's mark, and returns the day that it feeds; a mark that is there already is not changed. The plan's row
 * is held first and then read, so the mark counts on the day of the plan, even if the partner moves it at this moment.
 */
async function addMark(scope: CoupleScope, key: PlanKey): Promise<Day> {
  const { personId, coupleId, zone } = scope.viewer
  const { id: planId, ritualId } = key
  const ritual = ritualId === null ? null : await readRitual(scope, ritualId)
  const saved = (await holdPlan(scope, planId))
    ? await requireSaved(scope, key)
    : await makeUntouched(scope, key, ritual)
  const where = { coupleId, planId, personId }
  if (saved.tookPart.includes(personId)) return readMarkedDay(scope, where) // a retry, perhaps in another zone or month
  const plan = requireOn(planNow(ritual ? [ritual] : [], saved), ritual, key.onDate)
  if (plan.skipped) throw new Problem('skipped')
  requireMarkable(scope, plan)
  await settlePlan(scope, saved, plan)
  const day = dayOfPlan(plan, zone)
  const mark = { day: columnOfDay(day), types: plan.types, tookPart: true }
  const { count } = await scope.db.takingPart.createMany({ data: [{ ...where, ...mark }], skipDuplicates: true })
  if (count === 0) {
    const again = await scope.db.takingPart.updateMany({ where, data: mark })
    if (again.count === 0) throw new Problem('skipped') // a trigger drops the mark of a plan that was skipped meanwhile
  }
  return day
}

/** Reads the day that a mark feeds. Throws `not-found` without one. */
async function readMarkedDay({ db }: CoupleScope, where: MarkKey): Promise<Day> {
  const mark = await db.takingPart.findFirst({ where, select: { day: true } })
  if (!mark) throw new Problem('not-found')
  return dayOfColumn(mark.day)
}

type MarkKey = Readonly<{ coupleId: string; planId: string; personId: string }>

/** Makes the plan of a ritual's date that nobody had touched, or reads what the partner made of it at this moment. */
async function makeUntouched(scope: CoupleScope, key: PlanKey, ritual: Ritual | null): Promise<SavedPlan> {
  const untouched = asSaved(requireOn(ritual && findUntouched(ritual, key.onDate), ritual, key.onDate))
  requireMarkable(scope, untouched)
  if (await insertPlan(scope, untouched)) return untouched
  await holdPlan(scope, key.id)
  return requireSaved(scope, key)
}

/** Takes the viewer's mark back, and returns the day that it fed; without a mark, the day that one would feed. */
async function takeMarkBack(scope: CoupleScope, key: PlanKey): Promise<Day> {
  const { personId, coupleId, zone } = scope.viewer
  const { id: planId, ritualId, onDate } = key
  const where = { coupleId, planId, personId }
  const mark = await scope.db.takingPart.findFirst({ where, select: { day: true } })
  if (mark) {
    await scope.db.takingPart.updateMany({ where, data: { tookPart: false } })
    return dayOfColumn(mark.day)
  }
  const ritual = ritualId === null ? null : await readRitual(scope, ritualId)
  const saved = await findPlan(scope, planId)
  const plan = saved ? planNow(ritual ? [ritual] : [], saved) : ritual && findUntouched(ritual, onDate)
  return dayOfPlan(requireOn(plan, ritual, onDate), zone)
}

function findUntouched(ritual: Ritual, onDate: Day): Plan | null {
  const terms = termsOn(ritual, onDate)
  return terms && untouchedPlan(ritual.id, terms, onDate)
}

async function requireSaved(scope: CoupleScope, { id, ritualId }: PlanKey): Promise<SavedPlan> {
  const saved = await findPlan(scope, id)
  if (saved?.ritualId !== ritualId) throw new Problem('not-found')
  return saved
}

/** Throws if there is no such plan: `ended` if there would be, had the ritual not ended. */
function requireOn(plan: Plan | null, ritual: Ritual | null, onDate: Day): Plan {
  if (plan) return plan
  const wouldBe = ritual?.endedAt && findUntouched({ ...ritual, endedAt: null }, onDate)
  throw new Problem(wouldBe ? 'ended' : 'not-found')
}

function requireMarkable({ viewer }: CoupleScope, plan: Plan): void {
  if (!canMarkPlan(plan, viewer)) throw new Problem('day-out-of-range', { fields: ['body.onDate'] })
}
