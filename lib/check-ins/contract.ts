import * as z from 'zod/mini'
import { contract, type Answer } from '@/lib/http/contract'
import { storedDay, weekIdSchema } from '@/lib/time/schemas'

/** One of seven pairs of circles: 1 is apart, 7 almost one. */
const step = z.literal([1, 2, 3, 4, 5, 6, 7])

const typeAnswer = z.nullable(z.strictObject({ now: step, wish: z.nullable(step) }))

/** How close it feels now and how close I would like it, overall and by type. A type that was left out is null. */
export const closeness = z.strictObject({
  now: step,
  wish: step,
  types: z.strictObject({
    emotional: typeAnswer,
    physical: typeAnswer,
    intellectual: typeAnswer,
    experiential: typeAnswer,
    spiritual: typeAnswer,
  }),
})

const params = z.strictObject({ week: weekIdSchema })

const checkIn = z.object({
  week: weekIdSchema,
  first: storedDay,
  last: storedDay,
  /** The last day on which the week can be answered, and whether it can be now, both in my zone. */
  until: storedDay,
  open: z.boolean(),
  mine: z.nullable(closeness),
  partner: z.nullable(closeness),
})

export const getCheckIn = contract({
  method: 'GET',
  path: '/api/check-ins/{week}',
  repeats: { week: 'week' },
  params,
  summary: 'How close a week felt: my answer, and my partner’s once both have answered.',
  answer: checkIn,
  problems: ['not-found', 'not-paired'],
})

export const putCheckIn = contract({
  method: 'PUT',
  path: '/api/check-ins/{week}',
  repeats: { week: 'week', now: 'mine.now', wish: 'mine.wish', types: 'mine.types' },
  params,
  summary:
    'My own answer, from the week’s first day to the second day after it; it can change until both have answered.',
  body: closeness,
  answer: checkIn,
  problems: ['not-found', 'not-paired', 'week-not-open', 'already-revealed'],
})

export type Step = z.output<typeof step>
export type Closeness = z.output<typeof closeness>
export type CheckIn = Answer<typeof getCheckIn>
