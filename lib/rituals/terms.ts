// The terms of a ritual, in the contracts and on both sides of them.
import * as z from 'zod/mini'
import { id, storedText, version } from '@/lib/http/contract'
import { shownText } from '@/lib/http/shown-text'
import { intimacyTypesSchema } from '@/lib/intimacy/schemas'
import {
  daySchema,
  instantSchema,
  storedDay,
  storedTime,
  wallTimeSchema,
  weekdaySchema,
  weekStartSchema,
  zoneSchema,
} from '@/lib/time/schemas'
import { EVERY_WEEKS } from './recurrence'

const weekdays = z.array(weekdaySchema).check(
  z.minLength(1),
  z.refine(
    (days) => days.every((day, index) => index === 0 || (days[index - 1] ?? 8) < day),
    'Name each weekday once, in their order.',
  ),
)

/**
 * What a proposer chooses. `minutes`: the length. `time`: by the clock of `zone`. Weeks count from the one with
 * `startsOn` in it.
 */
export const chosenTerms = {
  title: shownText(120),
  types: intimacyTypesSchema.check(z.minLength(1)),
  weekdays,
  startsOn: daySchema,
  everyWeeks: z.literal([...EVERY_WEEKS]),
  time: wallTimeSchema,
  minutes: z.int().check(z.gte(1), z.lte(1440)),
  zone: zoneSchema,
}

/** The same in an answer. */
const storedTerms = {
  ...chosenTerms,
  title: storedText,
  types: intimacyTypesSchema,
  startsOn: storedDay,
  time: storedTime,
  minutes: z.int(),
}

/**
 * A saved version of the terms, counted from 1. `weekStart`: the couple's, when the terms were made. `agreed`: both
 * said yes.
 */
export const termsSchema = z.object({
  id,
  version,
  proposerId: id,
  ...storedTerms,
  weekStart: weekStartSchema,
  agreed: z.boolean(),
})
export type Terms = z.output<typeof termsSchema>

/** Agreed terms, which hold from the day `from` on, where they override every version that was agreed to earlier. */
export const heldSchema = z.object({ ...termsSchema.shape, from: storedDay, agreedAt: instantSchema })

/**
 * The ritual rests from `from` until it goes on at `to` (null: no end yet). `from` equal to `to`: it was taken up
 * again.
 */
export const pauseSchema = z.object({ personId: id, saidAt: instantSchema, from: storedDay, to: z.nullable(storedDay) })

export type ChosenTerms = Omit<Terms, 'id' | 'version' | 'proposerId' | 'weekStart' | 'agreed'>

/** A proposal that was ended before both agreed is `withdrawn`; an agreed ritual is `ended`. */
export const ritualState = z.enum(['proposed', 'agreed', 'withdrawn', 'ended'])
export type RitualState = z.output<typeof ritualState>

export const stateOf = (agreed: boolean, ended: boolean): RitualState =>
  ended ? (agreed ? 'ended' : 'withdrawn') : agreed ? 'agreed' : 'proposed'
