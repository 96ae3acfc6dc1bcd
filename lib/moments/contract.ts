import * as z from 'zod/mini'
import { sealed, storedBytes } from '@/lib/http/bytes'
import { contract, id, paged, pageQuery, version } from '@/lib/http/contract'
import { intimacyTypesSchema } from '@/lib/intimacy/schemas'
import { daySchema, instantSchema, storedDay } from '@/lib/time/schemas'

export const momentWho = z.enum(['me', 'both'])

/**
 * A moment. Its sealed text repeats the plain columns. `parts` are the people whom it feeds, and whether each took
 * their part out.
 */
const moment = z.object({
  id,
  coupleId: id,
  authorId: id,
  rev: version,
  day: storedDay,
  types: intimacyTypesSchema,
  who: momentWho,
  removed: z.boolean(),
  sealed: storedBytes,
  addedAt: instantSchema,
  parts: z.array(z.object({ personId: id, takenOut: z.boolean() })),
})

export const listMoments = contract({
  method: 'GET',
  path: '/api/moments',
  repeats: { coupleId: 'rows.coupleId', from: null, to: null },
  query: z.strictObject({
    ...pageQuery,
    coupleId: z.optional(id),
    from: z.optional(daySchema),
    to: z.optional(daySchema),
  }),
  summary:
    'Moments of a couple, on any day or on some days, newest first, with markers of removed ones; of a former couple, only my own.',
  answer: paged(moment),
})

export const logMoment = contract({
  method: 'POST',
  path: '/api/moments',
  repeats: { id: 'id', coupleId: 'coupleId' },
  size: 'sealed',
  summary:
    'Logs a moment: I did, or we did. Both people can see it at once. `coupleId` is the couple that its text was sealed for.',
  body: z.strictObject({
    id,
    coupleId: id,
    day: daySchema,
    types: intimacyTypesSchema.check(z.minLength(1)),
    who: momentWho,
    sealed,
  }),
  limits: ['momentsOfDay', 'sealedBytes'],
  answer: moment,
  problems: ['not-paired', 'day-out-of-range', 'day-before-pairing', 'id-taken'],
})

const momentParams = z.strictObject({ momentId: id })

export const getMoment = contract({
  method: 'GET',
  path: '/api/moments/{momentId}',
  repeats: { momentId: 'id' },
  params: momentParams,
  version: 'rev',
  summary: 'A moment of my active couple, or my own of a former one.',
  answer: moment,
  problems: ['not-found'],
})

export const putMoment = contract({
  method: 'PUT',
  path: '/api/moments/{momentId}',
  repeats: { momentId: 'id' },
  params: momentParams,
  ifMatch: true,
  version: 'rev',
  size: 'sealed',
  summary:
    'Saves the next version of a moment that I logged: changed, removed, or brought back. A removed moment has no types, so that it feeds nothing.',
  body: z
    .strictObject({ types: intimacyTypesSchema, removed: z.boolean(), sealed })
    .check(z.refine(({ removed, types }) => removed === (types.length === 0), { path: ['types'] })),
  limits: ['sealedBytes'],
  answer: moment,
  problems: ['not-found', 'ended', 'version-missing', 'version-changed'],
})

export const putMomentPart = contract({
  method: 'PUT',
  path: '/api/moments/{momentId}/part',
  repeats: { momentId: 'id' },
  params: momentParams,
  summary: 'Takes my own part out of a moment, or puts it back.',
  body: z.strictObject({ takenOut: z.boolean() }),
  answer: moment,
  problems: ['not-found', 'ended'],
})

export type MomentRow = z.output<typeof moment>
export type MomentWho = z.output<typeof momentWho>
