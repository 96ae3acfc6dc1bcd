import * as z from 'zod/mini'
import { closeness } from '@/lib/check-ins/contract'
import { sealed, storedBytes } from '@/lib/http/bytes'
import { contract, id, storedText, version, type Answer } from '@/lib/http/contract'
import { intimacyTypeSchema } from '@/lib/intimacy/schemas'
import { monthSchema, storedDay, weekIdSchema } from '@/lib/time/schemas'

const params = z.strictObject({ month: monthSchema })

/** A week of the month. `answers` is filled once both have answered; `mine` is an answer that only I can see. */
const weekSchema = z.object({
  week: weekIdSchema,
  first: storedDay,
  last: storedDay,
  /** `both` answered; `open`: somebody may still answer it; `skipped`: nobody can any more. */
  is: z.enum(['both', 'open', 'skipped']),
  answers: z.array(z.object({ personId: id, answer: closeness })),
  mine: z.nullable(closeness),
})

/** A plan that somebody took part in, on the plan's own day. */
const keptSchema = z.object({
  planId: id,
  ritualId: z.nullable(id),
  title: storedText,
  day: storedDay,
  tookPart: z.array(id),
})

const noteSchema = z.object({ personId: id, id, rev: version, sealed: storedBytes })

/** Whether a small change helped. */
export const helpAnswer = z.enum(['helped', 'aLittle', 'notReally', 'notDone'])

const changeSchema = z.object({ id, authorId: id, number: version, sealed: storedBytes })

/** The newest version of closing. `change` is null where it has none, or where its text is no longer served. */
const closingSchema = z.object({
  number: version,
  personId: id,
  focus: z.nullable(intimacyTypeSchema),
  withChange: z.boolean(),
  change: z.nullable(changeSchema),
  closed: z.boolean(),
})

export const getMonth = contract({
  method: 'GET',
  path: '/api/months/{month}',
  repeats: { month: 'month', coupleId: null },
  params,
  query: z.strictObject({ coupleId: z.optional(id) }),
  summary:
    'A month of the couple: how close its weeks felt, what was fed and kept, both people’s notes once both are in, and how it was closed. For a former couple: what was kept and closed, and my own answers and notes.',
  answer: z.object({
    month: monthSchema,
    first: storedDay,
    last: storedDay,
    weeks: z.array(weekSchema),
    /** On how many different days of the month each person fed each type; empty for a former couple. */
    fed: z.array(z.object({ personId: id, type: intimacyTypeSchema, days: z.int() })),
    kept: z.array(keptSchema),
    /** Mine, and my partner’s once both are in. */
    notes: z.array(noteSchema),
    revealed: z.boolean(),
    closing: z.nullable(closingSchema),
    /** The month before, if it was closed with a small change: whether that helped, as blind answers. */
    before: z.nullable(
      z.object({
        month: monthSchema,
        closing: closingSchema,
        mine: z.nullable(helpAnswer),
        partner: z.nullable(helpAnswer),
      }),
    ),
  }),
  problems: ['not-found', 'not-paired'],
})

export const putNotes = contract({
  method: 'PUT',
  path: '/api/months/{month}/notes',
  repeats: { month: null },
  params,
  size: 'sealed',
  summary:
    'My three notes of a month, as one sealed text: the first version, or the one after the saved one, until both are in.',
  body: z.strictObject({ coupleId: id, id, rev: version, sealed }),
  limits: ['sealedBytes'],
  answer: z.object({ ...noteSchema.shape, revealed: z.boolean() }),
  problems: ['not-found', 'not-paired', 'version-changed', 'already-revealed'],
})

export const postMonthClosing = contract({
  method: 'POST',
  path: '/api/months/{month}/close',
  repeats: { month: null },
  params,
  size: 'sealed',
  summary: 'Proposes the next version of closing a month. Proposing counts as the proposer’s yes.',
  body: z.strictObject({
    coupleId: id,
    number: version,
    focus: z.nullable(intimacyTypeSchema),
    change: z.nullable(z.strictObject({ id, sealed })),
  }),
  limits: ['versionsOfMonth', 'sealedBytes'],
  answer: closingSchema,
  problems: ['not-found', 'not-paired', 'version-changed', 'ended'],
})

export const putMonthClosing = contract({
  method: 'PUT',
  path: '/api/months/{month}/close',
  repeats: { month: null, number: 'number' },
  params,
  summary: 'My yes to my partner’s version, which closes the month; refused where a newer version exists.',
  body: z.strictObject({ number: version }),
  answer: closingSchema,
  problems: ['not-found', 'not-paired', 'version-changed'],
})

export const putHelped = contract({
  method: 'PUT',
  path: '/api/months/{month}/helped',
  repeats: { month: null, answer: 'mine' },
  params,
  summary:
    'Whether the small change of a closed month helped, from the next month on; it can change until both have answered.',
  body: z.strictObject({ answer: helpAnswer }),
  answer: z.object({ mine: z.nullable(helpAnswer), partner: z.nullable(helpAnswer) }),
  problems: ['not-found', 'not-paired', 'already-revealed'],
})

export type MonthAnswer = Answer<typeof getMonth>
export type MonthWeek = z.output<typeof weekSchema>
export type MonthKept = z.output<typeof keptSchema>
export type MonthNote = z.output<typeof noteSchema>
export type MonthClosing = z.output<typeof closingSchema>
export type MonthChange = z.output<typeof changeSchema>
export type HelpAnswer = z.output<typeof helpAnswer>
