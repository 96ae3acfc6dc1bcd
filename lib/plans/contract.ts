import * as z from 'zod/mini'
import { contract, id, sealed, version } from '@/lib/http/contract'
import { intimacyTypesSchema } from '@/lib/intimacy/schemas'
import { daySchema, wallTimeSchema, weekIdSchema, zoneSchema } from '@/lib/time/schemas'

const line = (most: number) => z.string().check(z.trim(), z.maxLength(most))

export const planKind = z.enum(['together', 'errand'])

/** What either may change of a plan. `time` is the wall clock's in the plan's zone, null for any time of that day; `minutes` its length. */
const changeable = {
  title: line(120).check(z.minLength(1)),
  what: line(500),
  place: line(160),
  types: intimacyTypesSchema,
  plannedOn: daySchema,
  time: z.nullable(wallTimeSchema),
  minutes: z.int().check(z.gte(1), z.lte(1440)),
  skipped: z.boolean(),
}

/** Something to bring, prepare or do, by one of the two, or by whoever comes to it (null). */
const itemFields = { text: line(200).check(z.minLength(1)), whoId: z.nullable(id), done: z.boolean() }
export const itemSchema = z.object({ id, version, ...itemFields })

/** A plan as it stands. `version` is 0 for a ritual's date that nobody has touched, and `onDate` its original date for ever. */
export const planSchema = z.object({
  id,
  ritualId: z.nullable(id),
  kind: planKind,
  onDate: daySchema,
  version: z.int().check(z.nonnegative()),
  ...changeable,
  zone: zoneSchema,
  items: z.array(itemSchema),
  tookPart: z.array(id),
})
export type Plan = z.output<typeof planSchema>
export type Item = z.output<typeof itemSchema>
export type PlanKind = z.output<typeof planKind>

/** The fields by which two editors tell their changes apart. */
export type PlanFields = Pick<Plan, keyof typeof changeable>
export type ItemFields = Pick<Item, keyof typeof itemFields> & { removed: boolean }

const weekSchema = z.object({
  week: weekIdSchema,
  first: daySchema,
  last: daySchema,
  /** Names what the week holds by now, for "we're set". */
  version: z.string(),
  /** In the order of their days and times, skipped ones too. */
  plans: z.array(planSchema),
  /** Dates of this week that were moved out of it. */
  moved: z.array(z.object({ id, title: z.string(), onDate: daySchema, plannedOn: daySchema })),
  /** Who said "we're set", and whether it was of the week as it is now. */
  ready: z.array(z.object({ personId: id, holds: z.boolean() })),
  /** One-offs after this week, nearest first. */
  ahead: z.array(planSchema),
})
export type WeekOfPlans = z.output<typeof weekSchema>

const ofWeek = z.strictObject({ week: weekIdSchema })
const planParams = z.strictObject({ id })

export const getWeek = contract({
  method: 'GET',
  path: '/api/weeks/{week}',
  params: ofWeek,
  conditional: true,
  summary:
    'A week as the two plan it: the dates of their rituals and one-offs, what is to be brought and done, who is set, and one-offs after it.',
  answer: weekSchema,
  problems: ['not-paired'],
})

export const putReadiness = contract({
  method: 'PUT',
  path: '/api/weeks/{week}/readiness',
  params: ofWeek,
  summary: 'That I am set with a week as I read it, or no more; refused where it has changed since.',
  body: z.strictObject({ version: z.string().check(z.maxLength(64)), ready: z.boolean() }),
  answer: weekSchema,
  problems: ['not-paired', 'version-changed'],
})

export const putPlan = contract({
  method: 'PUT',
  path: '/api/plans/{id}',
  params: planParams,
  ifMatch: true,
  version: 'version',
  summary:
    'Makes a plan, with If-Match "0": the first touch of a ritual’s date, whose id is made of both, or a one-off with a title. Refused with what stands where it is there.',
  /** `coupleId` is whom it is planned in: where it is no more the active one, nothing is. */
  body: z.strictObject({
    coupleId: id,
    ritualId: z.nullable(id),
    kind: z.optional(planKind),
    onDate: daySchema,
    zone: z.optional(zoneSchema),
    ...optional(changeable),
  }),
  answer: planSchema,
  problems: ['not-found', 'not-paired', 'version-missing', 'version-changed'],
})

export const patchPlan = contract({
  method: 'PATCH',
  path: '/api/plans/{id}',
  params: planParams,
  ifMatch: true,
  version: 'version',
  summary: 'Changes the named fields of a plan. A ritual’s date keeps the title and the types of its terms.',
  body: z
    .strictObject(optional(changeable))
    .check(z.refine((fields) => Object.keys(fields).length > 0, 'Name what changes.')),
  answer: planSchema,
  problems: ['not-found', 'version-missing', 'version-changed'],
})

export const putItem = contract({
  method: 'PUT',
  path: '/api/plans/{id}/items/{itemId}',
  params: z.strictObject({ id, itemId: id }),
  ifMatch: true,
  version: 'version',
  summary: 'An item of a plan as it is to be: made with If-Match "0", else the next version of the one that is named.',
  body: z.strictObject({ ...itemFields, removed: z.boolean() }),
  answer: z.object({ ...itemSchema.shape, removed: z.boolean() }),
  problems: ['not-found', 'version-missing', 'version-changed'],
})

export const putTakingPart = contract({
  method: 'PUT',
  path: '/api/plans/{id}/taking-part',
  params: planParams,
  summary:
    'Whether I took part in a plan. A ritual’s date that nobody has touched is made with it; a one-off has no ritual.',
  body: z.strictObject({ ritualId: z.nullable(id), onDate: daySchema, tookPart: z.boolean() }),
  /** `day` is the day that it feeds: the date its start has in my zone. */
  answer: z.object({ planId: id, ritualId: z.nullable(id), onDate: daySchema, day: daySchema, tookPart: z.boolean() }),
  problems: ['not-found', 'ended', 'day-out-of-range'],
})

/** How a plan felt, 1 to 7. */
const feltStep = z.literal([1, 2, 3, 4, 5, 6, 7])
export type FeltStep = z.output<typeof feltStep>

export const lineSchema = z.object({ id, personId: id, rev: version, sealed })

const rememberedPlanSchema = z.object({
  plan: planSchema,
  coupleId: id,
  /** Mine, and my partner's once both have said it. */
  felt: z.object({ mine: z.nullable(feltStep), partner: z.nullable(feltStep) }),
  lines: z.array(lineSchema),
})
export type RememberedPlan = z.output<typeof rememberedPlanSchema>

export const getPlan = contract({
  method: 'GET',
  path: '/api/plans/{id}',
  params: planParams,
  query: z.strictObject({ coupleId: z.optional(id) }),
  summary:
    'A plan that was touched, with how it felt, to me and, once both have said it, to both, and the lines to remember it by.',
  answer: rememberedPlanSchema,
  problems: ['not-found'],
})

export const putFelt = contract({
  method: 'PUT',
  path: '/api/plans/{id}/felt',
  params: planParams,
  summary: 'How a plan that I took part in felt; blind, it can change until both have said it.',
  body: z.strictObject({ felt: feltStep }),
  answer: rememberedPlanSchema,
  problems: ['not-found', 'day-out-of-range', 'already-revealed'],
})

export const putLine = contract({
  method: 'PUT',
  path: '/api/plans/{id}/line',
  params: planParams,
  size: 'sealed',
  summary: 'My line to remember a plan by that I took part in: the first version, or the one after what stands.',
  body: z.strictObject({ lineId: id, rev: version, sealed }),
  answer: lineSchema,
  problems: ['not-found', 'day-out-of-range', 'version-changed'],
})

function optional(fields: typeof changeable) {
  const { title, what, place, types, plannedOn, time, minutes, skipped } = fields
  return {
    title: z.optional(title),
    what: z.optional(what),
    place: z.optional(place),
    types: z.optional(types),
    plannedOn: z.optional(plannedOn),
    time: z.optional(time),
    minutes: z.optional(minutes),
    skipped: z.optional(skipped),
  }
}
