// The device side of plans: nothing of them is sealed, so it sends the named fields that a person changed and settles with what the
// other changed at the same time.
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
  putItem,
  putPlan,
  putReadiness,
  putTakingPart,
  type ItemFields,
  type Plan,
  type PlanFields,
  type PlanKind,
  type WeekOfPlans,
} from './contract'
import { mergeChanges } from './merge'
import { fieldsOf } from './plan-fields'

type PlanCaller = Pick<Device, 'call'>

/** A change that was kept, or the fields that the other changed to something else meanwhile, with what stands: both are to be offered. */
export type SaveResult<T, Fields> =
  | Readonly<{ is: 'saved'; now: T }>
  | Readonly<{ is: 'collides'; now: T; fields: readonly (keyof Fields)[] }>

const MAX_TRIES = 8

/** The week anew, or null while it is the one that `etag` names. Throws `Problem` not-paired alone, and `Unreachable`. */
export const fetchWeekIfChanged = (
  device: Pick<Device, 'callIfChanged'>,
  week: WeekId,
  etag: string | null,
  signal: AbortSignal,
): ReturnType<typeof device.callIfChanged<typeof getWeek>> => device.callIfChanged(getWeek, { week }, etag, { signal })

/** The week as it stands. Throws as `fetchWeekIfChanged`. */
export const fetchWeek = (device: PlanCaller, week: WeekId): Promise<WeekOfPlans> => device.call(getWeek, { week })

/**
 * Keeps changed fields of a plan that was read as `plan`. Where the other was faster it goes on from what stands: other fields of
 * theirs stay, and the same field changed to something else is answered as `collides`, with nothing of this change kept.
 * Throws `Problem` (not-found, not-paired), `Unreachable`.
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

/** What a new one-off begins with. */
export type NewPlan = Readonly<{ id: string; kind: PlanKind; title: string; onDate: Day; zone: Zone }> &
  Pick<PlanFields, 'time' | 'minutes' | 'types' | 'what' | 'place'>

/** Makes a one-off; sent again after an answer that never came, it is the same one. Throws `Problem` not-paired, and `Unreachable`. */
export async function addPlan(device: PlanCaller, coupleId: string, plan: NewPlan): Promise<Plan> {
  try {
    return await device.call(putPlan, { ifMatch: 0, coupleId, ritualId: null, ...plan })
  } catch (error) {
    const current = currentRowIn(error, planSchema)
    if (!current) throw error
    return current
  }
}

const savedItemSchema = z.object({ ...itemSchema.shape, removed: z.boolean() })
export type SavedItem = z.output<typeof savedItemSchema>

const itemFields = ({ text, whoId, done, removed }: ItemFields): ItemFields => ({ text, whoId, done, removed })

/** Adds an item to a plan. A ritual's date that nobody had touched is touched first. Throws as `savePlan`. */
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

/** Keeps changed fields of an item that was read as `item`, as `savePlan` does. */
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
    if (!currentRowIn(error, planSchema)) throw error
  }
}

/** That I am set with a week as I read it, or no more. Throws `Problem` version-changed with the week as it stands, and `Unreachable`. */
export const sendReady = (
  device: PlanCaller,
  { week, version }: Pick<WeekOfPlans, 'week' | 'version'>,
  ready: boolean,
): Promise<WeekOfPlans> => device.call(putReadiness, { week, version, ready })

/** Says whether I took part in a plan. Answers the day that it counts for. Throws `Problem` (ended, day-out-of-range), `Unreachable`. */
export const sendTookPart = (
  device: PlanCaller,
  { id, ritualId, onDate }: Pick<Plan, 'id' | 'ritualId' | 'onDate'>,
  tookPart: boolean,
): Promise<Answer<typeof putTakingPart>> => device.call(putTakingPart, { id, ritualId, onDate, tookPart })

/** Sends changes to what was read until they stand on what stands, or collide with it. */
async function sendMerged<T extends { version: number }, Fields extends object>(
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
      const current = currentRowIn(error, shape)
      if (!current || tries === MAX_TRIES) throw error
      const merged = mergeChanges(fields(base), patch, fields(current))
      if (merged.collisions.length > 0) return { is: 'collides', now: current, fields: merged.collisions }
      if (Object.keys(merged.patch).length === 0) return { is: 'saved', now: current }
      ;[base, patch] = [current, merged.patch]
    }
  }
}

/** What a refusal says stands there, where it is of this shape. */
function currentRowIn<T>(error: unknown, shape: z.ZodMiniType<T>): T | null {
  const read = shape.safeParse(error instanceof Problem ? error.details.current : undefined)
  return read.success ? read.data : null
}
