// What a ritual's terms say, as both ends speak of them.
import * as z from 'zod/mini'
import { id, version } from '@/lib/http/contract'
import { intimacyTypesSchema } from '@/lib/intimacy/schemas'
import {
  daySchema,
  instantSchema,
  wallTimeSchema,
  weekdaySchema,
  weekStartSchema,
  zoneSchema,
} from '@/lib/time/schemas'

const everyWeeks = z.union([z.literal(1), z.literal(2), z.literal(4)])

const weekdays = z.array(weekdaySchema).check(
  z.minLength(1),
  z.refine(
    (days) => days.every((day, index) => index === 0 || (days[index - 1] ?? 8) < day),
    'Name each weekday once, in their order.',
  ),
)

/** What whoever proposes chooses. `minutes` is the length; `time` is the wall clock's in `zone`; weeks count from the one that holds `startsOn`. */
export const chosenTerms = {
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  types: intimacyTypesSchema.check(z.minLength(1)),
  weekdays,
  startsOn: daySchema,
  everyWeeks,
  time: wallTimeSchema,
  minutes: z.int().check(z.gte(1), z.lte(1440)),
  zone: zoneSchema,
}

/**
 * Terms as they stand: counted from one, with the week start of the couple when they were made, and whether both said yes to them.
 */
export const termsSchema = z.object({
  id,
  version,
  proposerId: id,
  ...chosenTerms,
  weekStart: weekStartSchema,
  agreed: z.boolean(),
})
export type Terms = z.output<typeof termsSchema>

/** Terms that both said yes to, and the first of the ritual's days for which they hold: until the next ones do. */
export const heldSchema = z.object({ ...termsSchema.shape, from: daySchema })

/** Said by `personId`: from `from` on the ritual rests until `to`, when it goes on; null for now. Both the same: it is taken up again. */
export const pauseSchema = z.object({ personId: id, saidAt: instantSchema, from: daySchema, to: z.nullable(daySchema) })

export type ChosenTerms = Omit<Terms, 'id' | 'version' | 'proposerId' | 'weekStart' | 'agreed'>

/**
 * Where a ritual stands. A proposal that was ended before both had said yes is `withdrawn`; an agreed one is `ended`.
 */
export const ritualState = z.enum(['proposed', 'agreed', 'withdrawn', 'ended'])
export type RitualState = z.output<typeof ritualState>

/** Where a ritual stands, of whether anything was agreed and whether it was ended. */
export const stateOf = (agreed: boolean, ended: boolean): RitualState =>
  ended ? (agreed ? 'ended' : 'withdrawn') : agreed ? 'agreed' : 'proposed'
