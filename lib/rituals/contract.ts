import * as z from 'zod/mini'
import { contract, id, paged, pageQuery, sealed, version } from '@/lib/http/contract'
import { daySchema, instantSchema } from '@/lib/time/schemas'
import { chosenTerms, heldSchema, pauseSchema, ritualState, termsSchema } from './terms'

export const ritualSchema = z.object({
  id,
  coupleId: id,
  proposerId: id,
  state: ritualState,
  endedById: z.nullable(id),
  endedAt: z.nullable(instantSchema),
  /** The newest that both said yes to; while there are none, what is proposed now. */
  terms: termsSchema,
  /** How many versions of its terms there are: what If-Match names where others are suggested. */
  version,
  /** Other terms that were suggested since and are under discussion. */
  suggested: z.nullable(termsSchema),
  /** Every version that both said yes to and that came to hold, oldest first: which terms a date stands under. */
  held: z.array(heldSchema),
  /** In the order in which they were said. */
  pauses: z.array(pauseSchema),
})
export type Ritual = z.output<typeof ritualSchema>

export const meaningSchema = z.object({ id, personId: id, rev: version, sealed })

/** One version of the terms, as it was spoken about. `closed`: one of the two said that it stays as it is. */
const versionSchema = z.object({
  terms: termsSchema,
  suggestedAt: instantSchema,
  agreedAt: z.nullable(instantSchema),
  closed: z.nullable(z.object({ personId: id, at: instantSchema })),
})
export type TermsVersion = z.output<typeof versionSchema>

/** One of the ritual's dates of late on which somebody said whether they took part. */
const keptSchema = z.object({ planId: id, onDate: daySchema, tookPart: z.array(id) })
export type KeptDate = z.output<typeof keptSchema>

const ritualParams = z.strictObject({ id })
const ofCouple = { coupleId: z.optional(id) }

export const listRituals = contract({
  method: 'GET',
  path: '/api/rituals',
  query: z.strictObject({ ...ofCouple, ...pageQuery }),
  summary: 'Rituals of my couple, or of another one I was ever in, proposed and ended ones too, newest first.',
  answer: paged(ritualSchema),
})

export const proposeRitual = contract({
  method: 'POST',
  path: '/api/rituals',
  summary: 'Proposes a ritual. Proposing is the proposer’s yes to its first terms.',
  /** `coupleId` is whom it is proposed in: where it is no more the active one, nothing is. */
  body: z.strictObject({ id, coupleId: id, termsId: id, ...chosenTerms }),
  answer: ritualSchema,
  problems: ['not-paired', 'id-taken'],
})

export const getRitual = contract({
  method: 'GET',
  path: '/api/rituals/{id}',
  params: ritualParams,
  query: z.strictObject(ofCouple),
  version: 'version',
  summary:
    'A ritual: its terms and all their versions, what it means to each, and who took part in its dates of the last weeks.',
  answer: z.object({
    ...ritualSchema.shape,
    versions: z.array(versionSchema),
    meanings: z.array(meaningSchema),
    kept: z.array(keptSchema),
  }),
  problems: ['not-found'],
})

export const suggestTerms = contract({
  method: 'POST',
  path: '/api/rituals/{id}/terms',
  params: ritualParams,
  ifMatch: true,
  version: 'version',
  summary:
    'Suggests other terms in answer to the newest, whose version If-Match names. Suggesting is the suggester’s yes to them; what both said yes to holds meanwhile.',
  body: z.strictObject({ termsId: id, ...chosenTerms }),
  answer: ritualSchema,
  problems: ['not-found', 'ended', 'id-taken'],
})

export const putAgreement = contract({
  method: 'PUT',
  path: '/api/rituals/{id}/agreement',
  params: ritualParams,
  summary: 'My yes to one version of the terms, refused where newer ones stand.',
  body: z.strictObject({ termsId: id }),
  answer: ritualSchema,
  problems: ['not-found', 'ended', 'version-changed'],
})

export const putTermsClosing = contract({
  method: 'PUT',
  path: '/api/rituals/{id}/closing',
  params: ritualParams,
  summary:
    'It stays as it is: ends the discussion of other terms that were suggested, by either. Refused where others stand by now.',
  body: z.strictObject({ termsId: id }),
  answer: ritualSchema,
  problems: ['not-found', 'ended', 'version-changed'],
})

export const putPause = contract({
  method: 'PUT',
  path: '/api/rituals/{id}/pause',
  params: ritualParams,
  summary:
    'Whether an agreed ritual rests, by either: for now, or until a day on which its dates go on. A date that has begun stays.',
  body: z.union([
    z.strictObject({ paused: z.literal(true), until: z.nullable(daySchema) }),
    z.strictObject({ paused: z.literal(false) }),
  ]),
  answer: ritualSchema,
  problems: ['not-found', 'ended', 'wrong-shape'],
})

export const putMeaning = contract({
  method: 'PUT',
  path: '/api/rituals/{id}/meaning',
  params: ritualParams,
  size: 'sealed',
  summary: 'What a ritual means to me: the first version, or the one after what stands.',
  body: z.strictObject({ meaningId: id, rev: version, sealed }),
  answer: meaningSchema,
  problems: ['not-found', 'ended', 'version-changed', 'id-taken'],
})

export const putEnding = contract({
  method: 'PUT',
  path: '/api/rituals/{id}/ending',
  params: ritualParams,
  summary:
    'Ends a ritual, by either, or withdraws a proposal, by its proposer; within ten minutes whoever did may take it back.',
  body: z.strictObject({ ended: z.boolean() }),
  answer: ritualSchema,
  problems: ['not-found', 'ended'],
})
