import * as z from 'zod/mini'
import { contract, id, paged, pageQuery, sealed, version } from '@/lib/http/contract'
import { daySchema } from '@/lib/time/schemas'
import { chosenTerms, ritualState, termsSchema } from './terms'

export const ritualSchema = z.object({
  id, coupleId: id, proposerId: id, state: ritualState, endedById: z.nullable(id),
  /** The newest; earlier ones are history. */
  terms: termsSchema,
})
export type Ritual = z.output<typeof ritualSchema>

export const meaningSchema = z.object({ id, personId: id, rev: version, sealed })

/** One of the ritual's dates of late on which somebody said whether they took part. */
const keptSchema = z.object({ planId: id, onDate: daySchema, tookPart: z.array(id) })
export type Kept = z.output<typeof keptSchema>

const one = z.strictObject({ id })
const ofCouple = { couple: z.optional(id) }

export const listRituals = contract({
  method: 'GET', path: '/api/rituals', query: z.strictObject({ ...ofCouple, ...pageQuery }),
  summary: 'Rituals of my couple, or of another one I was ever in, proposed and ended ones too, newest first.',
  answer: paged(ritualSchema),
})

export const proposeRitual = contract({
  method: 'POST', path: '/api/rituals',
  summary: 'Proposes a ritual. Proposing is the proposer’s yes to its first terms.',
  /** `couple` is whom it is proposed in: where it is no more the active one, nothing is. */
  body: z.strictObject({ id, couple: id, termsId: id, ...chosenTerms }),
  answer: ritualSchema,
  problems: ['not-paired', 'id-taken'],
})

export const getRitual = contract({
  method: 'GET', path: '/api/rituals/{id}', params: one, query: z.strictObject(ofCouple),
  summary: 'A ritual: its terms, who agreed, what it means to each, and who took part in its dates of the last weeks.',
  answer: z.object({ ...ritualSchema.shape, meanings: z.array(meaningSchema), kept: z.array(keptSchema) }),
  problems: ['not-found'],
})

export const putAgreement = contract({
  method: 'PUT', path: '/api/rituals/{id}/agreement', params: one,
  summary: 'My yes to one version of the terms, refused where newer ones stand.',
  body: z.strictObject({ termsId: id }),
  answer: ritualSchema,
  problems: ['not-found', 'ended', 'version-changed'],
})

export const putMeaning = contract({
  method: 'PUT', path: '/api/rituals/{id}/meaning', params: one, size: 'sealed',
  summary: 'What a ritual means to me: the first version, or the one after what stands.',
  body: z.strictObject({ meaningId: id, rev: version, sealed }),
  answer: meaningSchema,
  problems: ['not-found', 'ended', 'version-changed', 'id-taken'],
})

export const putEnding = contract({
  method: 'PUT', path: '/api/rituals/{id}/ending', params: one,
  summary: 'Ends a ritual, by either, or withdraws a proposal, by its proposer; within ten minutes whoever did may take it back.',
  body: z.strictObject({ ended: z.boolean() }),
  answer: ritualSchema,
  problems: ['not-found', 'ended'],
})
