import 'server-only'
import { columnOfDay } from '@/lib/db/day-column'
import type { CoupleScope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { readRitual } from '@/lib/rituals/reads'
import { termsOn } from '@/lib/rituals/ritual-dates'
import type { patchPlan, Plan, PlanFields, putItem, putPlan, putReadiness, WeekOfPlans } from './contract'
import { readPlan, readWeek } from './reads'
import { untouchedPlan } from './week-plans'

/**
 * Makes a plan: a ritual's date that nobody had touched, or a one-off. Throws `version-changed` with the saved plan if
 * there is one, `not-paired` if `coupleId` is not the viewer's couple, `not-found`, `wrong-shape`.
 */
export async function makePlan(scope: CoupleScope, input: Input<typeof putPlan>): Promise<Answer<typeof putPlan>> {
  const { coupleId } = scope.viewer
  if (coupleId !== input.coupleId) throw new Problem('not-paired')
  const { id, ritualId, ifMatch } = input
  if (ifMatch !== 0) throw new Problem('version-changed', { current: await readPlan(scope, id) })
  const plan =
    ritualId === null
      ? buildOneOff(input)
      : { ...(await buildOccurrence(scope, ritualId, input)), ...definedFields(input) }
  const isNew = await insertPlan(scope, plan)
  const current = await readPlan(scope, id)
  if (!isNew) throw new Problem('version-changed', { current })
  return current
}

/** Adds the row of a plan as its first version. False if it exists. One statement. */
export async function insertPlan(
  { db, viewer: { coupleId } }: CoupleScope,
  { onDate, plannedOn, items: _, tookPart: __, ...row }: Plan,
): Promise<boolean> {
  const { count } = await db.plan.createMany({
    data: [{ ...row, coupleId, version: 1, onDate: columnOfDay(onDate), plannedOn: columnOfDay(plannedOn) }],
    skipDuplicates: true,
  })
  return count === 1
}

/**
 * Changes the named fields of a plan. Throws `version-changed` with the saved plan if `ifMatch` is not its version,
 * `not-found`.
 */
export async function changePlan(
  scope: CoupleScope,
  { id, ifMatch, ...input }: Input<typeof patchPlan>,
): Promise<Answer<typeof patchPlan>> {
  const { coupleId } = scope.viewer
  const before = await readPlan(scope, id)
  if (before.ritualId !== null) refuseTerms(input)
  const { plannedOn, ...rest } = definedFields(input)
  const { count } = await scope.db.plan.updateMany({
    where: { coupleId, id, version: ifMatch },
    data: { ...rest, ...(plannedOn && { plannedOn: columnOfDay(plannedOn) }), version: ifMatch + 1 },
  })
  const current = await readPlan(scope, id)
  if (count === 0) throw new Problem('version-changed', { current })
  return current
}

/**
 * Makes an item of a plan, or its next version. Throws `version-changed` with the saved item, `not-found`,
 * `wrong-shape`.
 */
export async function keepItem(
  scope: CoupleScope,
  { id: planId, itemId: id, ifMatch, ...item }: Input<typeof putItem>,
): Promise<Answer<typeof putItem>> {
  const { coupleId, now } = scope.viewer
  await readPlan(scope, planId)
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

async function buildOccurrence(scope: CoupleScope, ritualId: string, input: Input<typeof putPlan>): Promise<Plan> {
  const { id, onDate, kind, zone } = input
  if (id !== occurrenceId(ritualId, onDate)) throw new Problem('wrong-shape', { fields: ['body.onDate'] })
  if (kind === 'errand') throw new Problem('wrong-shape', { fields: ['body.kind'] })
  if (zone !== undefined) throw new Problem('wrong-shape', { fields: ['body.zone'] })
  refuseTerms(input)
  const ritual = await readRitual(scope, ritualId)
  const terms = termsOn(ritual, onDate)
  if (ritual.state !== 'agreed' || !terms) throw new Problem('not-found')
  return untouchedPlan(ritualId, terms, onDate)
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

// The title and the types of a ritual's date are those of its agreed terms.
function refuseTerms({ title, types }: GivenFields): void {
  const fields = [...(title === undefined ? [] : ['body.title']), ...(types === undefined ? [] : ['body.types'])]
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
