// The device side of plans. No part of a plan is sealed: the device sends the fields that the person changed, and
// merges them with what the partner changed at the same time.
import * as z from 'zod/mini'
import type { Device } from '@/lib/device/device'
import type { Answer } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import type { Day } from '@/lib/time/day'
import type { WeekId } from '@/lib/time/week'
import type { Zone } from '@/lib/time/zone'
import {
  getWeek,
  itemSchema,
  patchPlan,
  planSchema,
  putFelt,
  putItem,
  putPlan,
  putReadiness,
  putTakingPart,
  type FeltStep,
  type ItemFields,
  type Plan,
  type PlanFields,
  type PlanKind,
  type WeekOfPlans,
} from './contract'
import { mergeChanges } from './merge'
import { fieldsOf } from './plan-fields'

type PlanCaller = Pick<Device, 'call'>

/**
 * The saved row; or the current row, with the fields that the partner set to different values. Then nothing was saved.
 */
export type SaveResult<T, Fields> =
  | Readonly<{ is: 'saved'; now: T }>
  | Readonly<{ is: 'collides'; now: T; fields: readonly (keyof Fields)[] }>

const MAX_TRIES = 8

/** Fetches a week; null if it is still the one that `etag` names. Throws `Problem` (`not-paired`), `Unreachable`. */
export const fetchWeekIfChanged = (
  device: Pick<Device, 'callIfChanged'>,
  week: WeekId,
  etag: string | null,
  signal: AbortSignal,
): ReturnType<typeof device.callIfChanged<typeof getWeek>> => device.callIfChanged(getWeek, { week }, etag, { signal })

/** Fetches a week. Throws as `fetchWeekIfChanged`. */
export const fetchWeek = (device: PlanCaller, week: WeekId): Promise<WeekOfPlans> => device.call(getWeek, { week })

/**
 * Saves changes to a plan that was read as `plan`. If the partner was faster, the changes are merged with theirs; a
 * field that both set to different values gives `collides`, and no part of this change is saved. Throws `Problem`
 * (`not-found`, `not-paired`, `already-kept`), `Unreachable`.
 */
export async function savePlan(
  device: PlanCaller,
  coupleId: string,
  plan: Plan,
  changes: Partial<PlanFields>,
): Promise<SaveResult<Plan, PlanFields>> {
  const send = async (base: Plan, patch: Partial<PlanFields>) => {
    const { id, ritualId, onDate } = base
    return base.version === 0
      ? device.call(putPlan, { id, ifMatch: 0, coupleId, ritualId, onDate, ...patch })
      : device.call(patchPlan, { id, ifMatch: base.version, ...patch })
  }
  return sendMerged(plan, changes, fieldsOf, send, planSchema)
}

/** A new one-off. */
export type NewPlan = Readonly<{ id: string; kind: PlanKind; title: string; onDate: Day; zone: Zone }> &
  Pick<PlanFields, 'time' | 'minutes' | 'types' | 'what' | 'place'>

/** Makes a one-off. A retry makes no second one. Throws `Problem` (`not-paired`), `Unreachable`. */
export async function addPlan(device: PlanCaller, coupleId: string, plan: NewPlan): Promise<Plan> {
  try {
    return await device.call(putPlan, { ifMatch: 0, coupleId, ritualId: null, ...plan })
  } catch (error) {
    const current = currentRowIn(error, planSchema, plan.id)
    if (!current) throw error
    return current
  }
}

const savedItemSchema = z.object({ ...itemSchema.shape, removed: z.boolean() })
export type SavedItem = z.output<typeof savedItemSchema>

const itemFields = ({ text, whoId, done, removed }: ItemFields): ItemFields => ({ text, whoId, done, removed })

/**
 * Adds an item to a plan, after saving the plan if it is a ritual's date that nobody had touched. Throws as `savePlan`.
 */
export async function addItem(
  device: PlanCaller,
  coupleId: string,
  plan: Plan,
  item: ItemFields & { id: string },
): Promise<SavedItem> {
  if (plan.version === 0) await makeIfUntouched(device, coupleId, plan)
  const { id: itemId, ...fields } = item
  const saved = await sendMerged(
    { ...fields, id: itemId, version: 0 },
    fields,
    itemFields,
    (base, patch) =>
      device.call(putItem, { id: plan.id, itemId, ifMatch: base.version, ...itemFields({ ...base, ...patch }) }),
    savedItemSchema,
  )
  return saved.now
}

/** Saves changes to an item that was read as `item`, as `savePlan` does. */
export const saveItem = (
  device: PlanCaller,
  planId: string,
  item: SavedItem,
  changes: Partial<ItemFields>,
): Promise<SaveResult<SavedItem, ItemFields>> =>
  sendMerged(
    item,
    changes,
    itemFields,
    (base, patch) =>
      device.call(putItem, {
        id: planId,
        itemId: item.id,
        ifMatch: base.version,
        ...itemFields({ ...base, ...patch }),
      }),
    savedItemSchema,
  )

async function makeIfUntouched(device: PlanCaller, coupleId: string, { id, ritualId, onDate }: Plan): Promise<void> {
  try {
    await device.call(putPlan, { id, ifMatch: 0, coupleId, ritualId, onDate })
  } catch (error) {
    if (!currentRowIn(error, planSchema, id)) throw error
  }
}

/**
 * Says that the person is set with a week as they read it, or takes that back. Throws `Problem` (`version-changed`),
 * `Unreachable`.
 */
export const sendReady = (
  device: PlanCaller,
  { week, version }: Pick<WeekOfPlans, 'week' | 'version'>,
  ready: boolean,
): Promise<WeekOfPlans> => device.call(putReadiness, { week, version, ready })

/**
 * Sends whether the person took part in a plan. Throws `Problem` (`ended`, `skipped`, `day-out-of-range`, `not-found`),
 * `Unreachable`.
 */
export const sendTookPart = (
  device: PlanCaller,
  { id, ritualId, onDate }: Pick<Plan, 'id' | 'ritualId' | 'onDate'>,
  tookPart: boolean,
): Promise<Answer<typeof putTakingPart>> => device.call(putTakingPart, { id, ritualId, onDate, tookPart })

/**
 * Puts back a mark that the person took back, with how the plan felt, which went with it; null for nothing. Throws as
 * `sendTookPart`.
 */
export async function sendMarkBack(
  device: PlanCaller,
  plan: Pick<Plan, 'id' | 'ritualId' | 'onDate'>,
  felt: FeltStep | null,
): Promise<void> {
  await sendTookPart(device, plan, true)
  if (felt !== null) await device.call(putFelt, { id: plan.id, felt })
}

/** Sends changes to a row until they are saved on top of the current row, or collide with it. */
async function sendMerged<T extends { id: string; version: number }, Fields extends object>(
  read: T,
  changes: Partial<Fields>,
  fields: (row: T) => Fields,
  send: (base: T, patch: Partial<Fields>) => Promise<T>,
  shape: z.ZodMiniType<T>,
): Promise<SaveResult<T, Fields>> {
  let [base, patch] = [read, changes]
  for (let tries = 1; ; tries++) {
    try {
      return { is: 'saved', now: await send(base, patch) }
    } catch (error) {
      const current = currentRowIn(error, shape, read.id)
      if (!current || tries === MAX_TRIES) throw error
      const merged = mergeChanges(fields(base), patch, fields(current))
      if (merged.collisions.length > 0) return { is: 'collides', now: current, fields: merged.collisions }
      if (Object.keys(merged.patch).length === 0) return { is: 'saved', now: current }
      ;[base, patch] = [current, merged.patch]
    }
  }
}

/** The current row that a refusal carries, if it is the row with this id. */
function currentRowIn<T extends { id: string }>(error: unknown, shape: z.ZodMiniType<T>, id: string): T | null {
  const read = shape.safeParse(error instanceof Problem ? error.details.current : undefined)
  return read.success && read.data.id === id ? read.data : null
}
