import 'server-only'
import { columnOfDay } from '@/lib/db/day-column'
import type { CoupleScope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { demandNear } from '@/lib/http/demand-near'
import { Problem } from '@/lib/http/problem'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { readRitual } from '@/lib/rituals/reads'
import { termsOn } from '@/lib/rituals/ritual-dates'
import type { Terms } from '@/lib/rituals/terms'
import { sameZone } from '@/lib/time/zone'
import type { patchPlan, Plan, PlanFields, putItem, putPlan, putReadiness, WeekOfPlans } from './contract'
import { changesFrom } from './merge'
import { fieldsOf } from './plan-fields'
import { readPlan, readSavedPlan, readWeek } from './reads'
import { planNow, termsOfDate, untouchedPlan, type SavedPlan } from './week-plans'

/**
 * Makes a plan: a ritual's date that nobody had touched, or a one-off. Throws `version-changed` with the saved plan if
 * there is one, `not-paired` if `coupleId` is not the viewer's couple, `not-found`, `wrong-shape`, `too-much`.
 */
export async function makePlan(scope: CoupleScope, input: Input<typeof putPlan>): Promise<Answer<typeof putPlan>> {
  const { coupleId } = scope.viewer
  if (coupleId !== input.coupleId) throw new Problem('not-paired')
  const { id, ritualId, ifMatch } = input
  if (ifMatch !== 0) throw new Problem('version-changed', { current: await readPlan(scope, id) })
  const plan = ritualId === null ? asSaved(buildOneOff(input)) : await buildOccurrence(scope, ritualId, input)
  demandNear(plan.onDate, scope.viewer)
  demandNear(plan.plannedOn, scope.viewer)
  const isNew = await insertPlan(scope, plan)
  const current = await readPlan(scope, id)
  if (!isNew) throw new Problem('version-changed', { current })
  return current
}

/** A plan with nothing that somebody chose. */
export const asSaved = (plan: Plan): SavedPlan => ({ ...plan, timeChosen: false, minutesChosen: false })

/** Adds the row of a plan as its first version. False if it exists. One statement. */
export async function insertPlan(
  { db, viewer: { coupleId } }: CoupleScope,
  { onDate, plannedOn, items: _, tookPart: __, ...row }: SavedPlan,
): Promise<boolean> {
  const { count } = await db.plan.createMany({
    data: [{ ...row, coupleId, version: 1, onDate: columnOfDay(onDate), plannedOn: columnOfDay(plannedOn) }],
    skipDuplicates: true,
  })
  return count === 1
}

/**
 * Changes the named fields of a plan. Throws `version-changed` with the saved plan if `ifMatch` is not its version,
 * `already-kept` for what a plan keeps that somebody took part in, `not-found`, `too-much`.
 */
export async function changePlan(
  scope: CoupleScope,
  { id, ifMatch, ...input }: Input<typeof patchPlan>,
): Promise<Answer<typeof patchPlan>> {
  const { coupleId } = scope.viewer
  const saved = await readSavedPlan(scope, id)
  const { ritualId } = saved
  if (ritualId !== null) refuseTerms(input)
  const rituals = ritualId === null ? [] : [await readRitual(scope, ritualId)]
  const before = planNow(rituals, saved)
  if (!before) throw new Problem('not-found')
  const given = definedFields(input)
  if (given.plannedOn && given.plannedOn !== before.plannedOn) demandNear(given.plannedOn, scope.viewer)
  const { count } = await scope.db.plan.updateMany({
    where: { coupleId, id, version: ifMatch },
    data: {
      ...rowOf({ ...before, ...given }),
      ...chosenBy({ ...before, ...given }, given, saved, termsOfDate(rituals, saved)),
      version: ifMatch + 1,
    },
  })
  const current = await readPlan(scope, id)
  if (count === 1) return current
  if (current.version !== ifMatch) throw new Problem('version-changed', { current })
  throw new Problem('already-kept') // a trigger refused it
}

/** The columns of what can change of a plan. */
function rowOf(plan: Plan) {
  const { plannedOn, ...fields } = fieldsOf(plan)
  return { ...fields, zone: plan.zone, plannedOn: columnOfDay(plannedOn) }
}

/** Whether the time and the length of a ritual's date are chosen, once `given` is set: not while they are the terms' own. */
const chosenBy = (
  { time, zone, minutes }: Plan,
  given: Partial<PlanFields>,
  { timeChosen, minutesChosen }: Pick<SavedPlan, 'timeChosen' | 'minutesChosen'>,
  terms: Terms | null,
): Pick<SavedPlan, 'timeChosen' | 'minutesChosen'> => ({
  timeChosen: terms && given.time !== undefined ? time !== terms.time || !sameZone(zone, terms.zone) : timeChosen,
  minutesChosen: terms && given.minutes !== undefined ? minutes !== terms.minutes : minutesChosen,
})

/**
 * Holds the row of a plan until the transaction ends, so that nobody moves, skips or changes it meanwhile. False if
 * there is none. One statement.
 */
export async function holdPlan({ db, viewer: { coupleId } }: CoupleScope, id: string): Promise<boolean> {
  const { count } = await db.plan.updateMany({ where: { coupleId, id }, data: { version: { increment: 0 } } })
  return count === 1
}

/**
 * Writes into the row of a plan what it is now, if that differs, so that the row goes on saying it once somebody took
 * part. Its version is the same, as the plan is. One statement, or none.
 */
export async function settlePlan(scope: CoupleScope, saved: SavedPlan, now: Plan): Promise<void> {
  const { coupleId } = scope.viewer
  if (Object.keys(changesFrom<Plan>(saved, now)).length === 0) return
  await scope.db.plan.updateMany({ where: { coupleId, id: saved.id }, data: rowOf(now) })
}

/**
 * Makes an item of a plan, or its next version. Throws `version-changed` with the saved item, `not-found`,
 * `wrong-shape`, `too-much`.
 */
export async function keepItem(
  scope: CoupleScope,
  { id: planId, itemId: id, ifMatch, ...item }: Input<typeof putItem>,
): Promise<Answer<typeof putItem>> {
  const { coupleId, now } = scope.viewer
  await readSavedPlan(scope, planId)
  if (
    item.whoId !== null &&
    !(await scope.db.membership.findFirst({ where: { coupleId, personId: item.whoId }, select: { slot: true } }))
  )
    throw new Problem('wrong-shape', { fields: ['body.whoId'] })
  const { count } =
    ifMatch === 0
      ? await scope.db.planItem.createMany({
          data: [{ coupleId, planId, id, version: 1, addedAt: now, ...item }],
          skipDuplicates: true,
        })
      : await scope.db.planItem.updateMany({
          where: { coupleId, planId, id, version: ifMatch },
          data: { ...item, version: ifMatch + 1 },
        })
  const current = await scope.db.planItem.findFirst({
    where: { coupleId, planId, id },
    select: { id: true, version: true, text: true, whoId: true, done: true, removed: true },
  })
  if (!current) throw new Problem('not-found')
  if (count === 0) throw new Problem('version-changed', { current })
  return current
}

/**
 * Keeps that the viewer is set with a week as they read it, or takes it back. Throws `version-changed` with the week if
 * it changed.
 */
export async function keepReady(
  scope: CoupleScope,
  { week, version, ready }: Input<typeof putReadiness>,
): Promise<WeekOfPlans> {
  const { coupleId, personId } = scope.viewer
  const current = await readWeek(scope, week)
  if (ready && current.version !== version) throw new Problem('version-changed', { current })
  const key = { coupleId, week, personId }
  const change = { version: ready ? version : null }
  await scope.db.weekReady.upsert({
    where: { coupleId_week_personId: key },
    create: { ...key, ...change },
    update: change,
    select: { week: true },
  })
  const others = current.ready.filter((row) => row.personId !== personId)
  return {
    ...current,
    ready: ready ? [...others, { personId, holds: true }].sort((a, b) => (a.personId < b.personId ? -1 : 1)) : others,
  }
}

async function buildOccurrence(scope: CoupleScope, ritualId: string, input: Input<typeof putPlan>): Promise<SavedPlan> {
  const { id, onDate, kind, zone } = input
  if (id !== occurrenceId(ritualId, onDate)) throw new Problem('wrong-shape', { fields: ['body.onDate'] })
  if (kind === 'errand') throw new Problem('wrong-shape', { fields: ['body.kind'] })
  if (zone !== undefined) throw new Problem('wrong-shape', { fields: ['body.zone'] })
  refuseTerms(input)
  const terms = termsOn(await readRitual(scope, ritualId), onDate)
  if (!terms) throw new Problem('not-found')
  const given = definedFields(input)
  const plan = { ...untouchedPlan(ritualId, terms, onDate), ...given }
  return { ...plan, ...chosenBy(plan, given, asSaved(plan), terms) }
}

function buildOneOff({ id, kind = 'together', onDate, zone, title, ...input }: Input<typeof putPlan>): Plan {
  if (title === undefined) throw new Problem('wrong-shape', { fields: ['body.title'] })
  if (zone === undefined) throw new Problem('wrong-shape', { fields: ['body.zone'] })
  const fields = {
    what: '',
    place: '',
    types: [],
    plannedOn: onDate,
    time: null,
    minutes: 60,
    skipped: false,
    ...definedFields(input),
  }
  return { id, ritualId: null, kind, onDate, version: 0, title, zone, ...fields, items: [], tookPart: [] }
}

// The title and the types of a ritual's date are those of its agreed terms, and it always has a time.
function refuseTerms({ title, types, time }: GivenFields): void {
  const fields = [
    ...(title === undefined ? [] : ['body.title']),
    ...(types === undefined ? [] : ['body.types']),
    ...(time === null ? ['body.time'] : []),
  ]
  if (fields.length > 0) throw new Problem('wrong-shape', { fields })
}

type GivenFields = { [Key in keyof PlanFields]?: PlanFields[Key] | undefined }

/** The fields that have a value. */
function definedFields({
  title,
  what,
  place,
  types,
  plannedOn,
  time,
  minutes,
  skipped,
}: GivenFields): Partial<PlanFields> {
  return Object.fromEntries(
    Object.entries({ title, what, place, types, plannedOn, time, minutes, skipped }).filter(
      ([, value]) => value !== undefined,
    ),
  )
}
