import * as z from 'zod/mini'
import { sealed, storedBytes } from '@/lib/http/bytes'
import { contract, id, paged, pageQuery, storedText, version } from '@/lib/http/contract'
import { plainText, shownText } from '@/lib/http/shown-text'
import { intimacyTypesSchema } from '@/lib/intimacy/schemas'
import { daySchema, storedDay, storedTime, wallTimeSchema, weekIdSchema, zoneSchema } from '@/lib/time/schemas'

export const planKind = z.enum(['together', 'errand'])

/**
 * What either may change of a plan. `time`: by the clock of the plan's zone, null for any time of that day. `minutes`:
 * the length.
 */
const changeable = {
  title: shownText(120),
  what: plainText(500),
  place: plainText(160),
  types: intimacyTypesSchema,
  plannedOn: daySchema,
  time: z.nullable(wallTimeSchema),
  minutes: z.int().check(z.gte(1), z.lte(1440)),
  skipped: z.boolean(),
}

/** The same in an answer. */
const stored = {
  title: storedText,
  what: storedText,
  place: storedText,
  types: intimacyTypesSchema,
  plannedOn: storedDay,
  time: z.nullable(storedTime),
  minutes: z.int(),
  skipped: z.boolean(),
} satisfies Record<keyof typeof changeable, z.ZodMiniType>

/** Something to bring, prepare or do. `whoId`: which of the two, or null for either. */
const itemFields = { text: shownText(200), whoId: z.nullable(id), done: z.boolean() }
export const itemSchema = z.object({ id, version, ...itemFields, text: storedText })

/**
 * A saved plan, or a ritual's date that nobody has touched (`version` 0). `onDate`: the original date, which never
 * changes.
 */
export const planSchema = z.object({
  id,
  ritualId: z.nullable(id),
  kind: planKind,
  onDate: storedDay,
  version: z.int().check(z.nonnegative()),
  ...stored,
  zone: zoneSchema,
  items: z.array(itemSchema),
  tookPart: z.array(id),
})
export type Plan = z.output<typeof planSchema>
export type Item = z.output<typeof itemSchema>
export type PlanKind = z.output<typeof planKind>

/** The fields that either may change; edits at the same time are merged field by field. */
export type PlanFields = Pick<Plan, keyof typeof changeable>
export type ItemFields = Pick<Item, keyof typeof itemFields> & { removed: boolean }

/** A plan of a later week: its own week has its items. */
const aheadSchema = z.omit(planSchema, { items: true, tookPart: true })

const weekSchema = z.object({
  week: weekIdSchema,
  first: storedDay,
  last: storedDay,
  /** A name for what the week holds now, for "we're set". */
  version: z.string(),
  /** In the order of days and times. Skipped ones are among them. */
  plans: z.array(planSchema),
  /** Dates of this week that were moved out of it. */
  moved: z.array(z.object({ id, title: storedText, onDate: storedDay, plannedOn: storedDay })),
  /** Who said "we're set". `holds`: nothing has changed since. */
  ready: z.array(z.object({ personId: id, holds: z.boolean() })),
  /** The next 30 one-offs after this week, nearest first, and the day of the first one that is not among them. */
  ahead: z.array(aheadSchema),
  aheadFrom: z.nullable(storedDay),
})
export type WeekOfPlans = z.output<typeof weekSchema>

const ofWeek = z.strictObject({ week: weekIdSchema })
const planParams = z.strictObject({ id })

export const getWeek = contract({
  method: 'GET',
  path: '/api/weeks/{week}',
  repeats: { week: 'week' },
  params: ofWeek,
  conditional: true,
  summary: 'A week of my couple: dates of rituals, one-offs, items, who is set, and the one-offs after it.',
  answer: weekSchema,
  problems: ['not-paired'],
})

export const putReadiness = contract({
  method: 'PUT',
  path: '/api/weeks/{week}/readiness',
  repeats: { week: 'week' },
  params: ofWeek,
  summary: 'Says that I am set with a week as I read it, or takes that back. Refused if the week has changed since.',
  body: z.strictObject({ version: z.string().check(z.maxLength(64)), ready: z.boolean() }),
  answer: weekSchema,
  problems: ['not-paired', 'version-changed'],
})

export const putPlan = contract({
  method: 'PUT',
  path: '/api/plans/{id}',
  repeats: { id: 'id' },
  params: planParams,
  ifMatch: true,
  version: 'version',
  summary:
    'Makes a plan, with If-Match "0": a ritual’s date that nobody has touched, with the id of that date, or a one-off with a title. Refused with the saved plan if there is one.',
  /** Refused unless `coupleId` is my active couple, so that a late request reaches no new partner. */
  body: z.strictObject({
    coupleId: id,
    ritualId: z.nullable(id),
    kind: z.optional(planKind),
    onDate: daySchema,
    zone: z.optional(zoneSchema),
    ...optional(changeable),
  }),
  limits: ['plansOfDay', 'plansAhead', 'daysAhead'],
  answer: planSchema,
  problems: ['not-found', 'not-paired', 'version-missing', 'version-changed'],
})

export const patchPlan = contract({
  method: 'PATCH',
  path: '/api/plans/{id}',
  repeats: { id: 'id' },
  params: planParams,
  ifMatch: true,
  version: 'version',
  summary:
    'Changes the named fields of a plan. A ritual’s date keeps the title and the types of its terms, and always has a time. A plan that somebody took part in keeps its day, its time and its types, and is not skipped.',
  body: z
    .strictObject(optional(changeable))
    .check(z.refine((fields) => Object.keys(fields).length > 0, 'Name what changes.')),
  limits: ['plansOfDay', 'plansAhead', 'itemsOfWeek', 'daysAhead'],
  answer: planSchema,
  problems: ['not-found', 'version-missing', 'version-changed', 'already-kept'],
})

export const putItem = contract({
  method: 'PUT',
  path: '/api/plans/{id}/items/{itemId}',
  repeats: { id: null, itemId: 'id' },
  params: z.strictObject({ id, itemId: id }),
  ifMatch: true,
  version: 'version',
  summary: 'Makes an item of a plan, with If-Match "0", or its next version.',
  body: z.strictObject({ ...itemFields, removed: z.boolean() }),
  limits: ['itemsOfPlan', 'itemsOfWeek'],
  answer: z.object({ ...itemSchema.shape, removed: z.boolean() }),
  problems: ['not-found', 'version-missing', 'version-changed'],
})

/** How a plan felt, 1 to 7. */
const feltStep = z.literal([1, 2, 3, 4, 5, 6, 7])
export type FeltStep = z.output<typeof feltStep>

export const putTakingPart = contract({
  method: 'PUT',
  path: '/api/plans/{id}/taking-part',
  repeats: { id: 'planId' },
  params: planParams,
  summary:
    'Whether I took part in a plan, once it has begun. Makes the plan of a ritual’s date that nobody has touched; a one-off has no ritual. My own mark can always be taken back; how the plan felt goes with it, and my line shows to nobody else without it.',
  body: z.strictObject({ ritualId: z.nullable(id), onDate: daySchema, tookPart: z.boolean() }),
  /** `day`: the day that it feeds, which is the date of its start in my zone. */
  limits: ['plansOfDay', 'plansAhead'],
  answer: z.object({
    planId: id,
    ritualId: z.nullable(id),
    onDate: storedDay,
    day: storedDay,
    tookPart: z.boolean(),
    /** How the plan felt to me, if that went with the mark. */
    felt: z.nullable(feltStep),
  }),
  problems: ['not-found', 'ended', 'skipped', 'day-out-of-range'],
})

export const lineSchema = z.object({ id, personId: id, rev: version, sealed: storedBytes })

const listedLineSchema = z.object({
  ...lineSchema.shape,
  planId: id,
  ritualId: z.nullable(id),
  /** The original date and the planned day of the plan. */
  onDate: storedDay,
  plannedOn: storedDay,
})
export type ListedLine = z.output<typeof listedLineSchema>

export const listLines = contract({
  method: 'GET',
  path: '/api/plan-lines',
  repeats: { coupleId: null, ritualId: 'rows.ritualId', from: null, to: null },
  query: z.strictObject({
    ...pageQuery,
    coupleId: z.optional(id),
    ritualId: z.optional(id),
    from: z.optional(daySchema),
    to: z.optional(daySchema),
  }),
  summary:
    'Lines to remember plans by, of people who took part, by the planned day, the latest first: of a couple, of one of its rituals, or of plans of some days; of a former couple, only my own.',
  answer: paged(listedLineSchema),
})

const rememberedPlanSchema = z.object({
  plan: planSchema,
  coupleId: id,
  /** Mine, and my partner's once both have answered. An answer goes with the mark of the person whose it is. */
  felt: z.object({ mine: z.nullable(feltStep), partner: z.nullable(feltStep) }),
  /** Whether both have answered, so that mine can't change any more. */
  feltIsFinal: z.boolean(),
  /** Mine, and my partner's while they have a mark. */
  lines: z.array(lineSchema),
})
export type RememberedPlan = z.output<typeof rememberedPlanSchema>

export const getPlan = contract({
  method: 'GET',
  path: '/api/plans/{id}',
  repeats: { id: 'plan.id', coupleId: 'coupleId' },
  params: planParams,
  query: z.strictObject({ coupleId: z.optional(id) }),
  summary:
    'A saved plan, with how it felt to me, and to my partner once both have answered, and the lines to remember it by.',
  answer: rememberedPlanSchema,
  problems: ['not-found'],
})

export const putFelt = contract({
  method: 'PUT',
  path: '/api/plans/{id}/felt',
  repeats: { id: 'plan.id', felt: 'felt.mine' },
  params: planParams,
  summary: 'How a plan that I took part in felt. Blind, and can change, until both have answered.',
  body: z.strictObject({ felt: feltStep }),
  answer: rememberedPlanSchema,
  problems: ['not-found', 'day-out-of-range', 'already-revealed'],
})

export const putLine = contract({
  method: 'PUT',
  path: '/api/plans/{id}/line',
  repeats: { id: null },
  params: planParams,
  size: 'sealed',
  summary: 'My line to remember a plan by that I took part in: the first version, or the one after the saved one.',
  body: z.strictObject({ lineId: id, rev: version, sealed }),
  limits: ['sealedBytes'],
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
