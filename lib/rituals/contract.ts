import * as z from 'zod/mini'
import { sealed, storedBytes } from '@/lib/http/bytes'
import { contract, id, paged, pageQuery, version } from '@/lib/http/contract'
import { daySchema, instantSchema, storedDay } from '@/lib/time/schemas'
import { chosenTerms, heldSchema, pauseSchema, ritualState, termsSchema } from './terms'

export const ritualSchema = z.object({
  id,
  coupleId: id,
  proposerId: id,
  state: ritualState,
  endedById: z.nullable(id),
  endedAt: z.nullable(instantSchema),
  /** The newest that both agreed to; before that, the ones that are proposed. */
  terms: termsSchema,
  /** How many versions of its terms there are: what If-Match names when other terms are suggested. */
  version,
  /** Other terms that were suggested since and are still open. */
  suggested: z.nullable(termsSchema),
  /** Every version that both agreed to, oldest first: they decide which terms a date has. */
  held: z.array(heldSchema),
  /** Oldest first. */
  pauses: z.array(pauseSchema),
})
export type Ritual = z.output<typeof ritualSchema>

export const meaningSchema = z.object({ id, personId: id, rev: version, sealed: storedBytes })

/** One version of the terms, with what became of it. `closed`: who turned the suggestion down, and when. */
const versionSchema = z.object({
  terms: termsSchema,
  suggestedAt: instantSchema,
  agreedAt: z.nullable(instantSchema),
  closed: z.nullable(z.object({ personId: id, at: instantSchema })),
})
export type TermsVersion = z.output<typeof versionSchema>

/** A date of the ritual, the day it was on, and the ids of who took part in it. */
const keptSchema = z.object({ planId: id, onDate: storedDay, plannedOn: storedDay, tookPart: z.array(id) })
export type KeptDate = z.output<typeof keptSchema>

const ritualParams = z.strictObject({ id })
const ofCouple = { coupleId: z.optional(id) }

export const listRituals = contract({
  method: 'GET',
  path: '/api/rituals',
  repeats: { coupleId: 'rows.coupleId' },
  query: z.strictObject({ ...ofCouple, ...pageQuery }),
  summary: 'The rituals of my couple, or of a former one, proposed and ended ones too, newest first.',
  answer: paged(ritualSchema),
})

export const proposeRitual = contract({
  method: 'POST',
  path: '/api/rituals',
  repeats: { id: 'id', coupleId: 'coupleId' },
  summary: 'Proposes a ritual, which is my yes to its first terms.',
  /** Refused unless `coupleId` is my active couple, so that a late request reaches no new partner. */
  body: z.strictObject({ id, coupleId: id, termsId: id, ...chosenTerms }),
  limits: ['rituals', 'openRituals', 'daysAhead'],
  answer: ritualSchema,
  problems: ['not-paired', 'id-taken'],
})

export const getRitual = contract({
  method: 'GET',
  path: '/api/rituals/{id}',
  repeats: { id: 'id', coupleId: 'coupleId' },
  params: ritualParams,
  query: z.strictObject(ofCouple),
  version: 'version',
  summary:
    'A ritual: its terms and all their versions, what it means to each, and who took part in its dates of the last month.',
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
  repeats: { id: 'id' },
  params: ritualParams,
  ifMatch: true,
  version: 'version',
  summary:
    'Suggests other terms in answer to the newest, whose version If-Match names, and says my yes to them. The agreed terms hold meanwhile.',
  body: z.strictObject({ termsId: id, ...chosenTerms }),
  limits: ['termsOfRitual', 'daysAhead'],
  answer: ritualSchema,
  problems: ['not-found', 'ended', 'id-taken'],
})

export const putAgreement = contract({
  method: 'PUT',
  path: '/api/rituals/{id}/agreement',
  repeats: { id: 'id' },
  params: ritualParams,
  summary: 'My yes to one version of the terms. Refused if newer ones were suggested.',
  body: z.strictObject({ termsId: id }),
  answer: ritualSchema,
  problems: ['not-found', 'ended', 'version-changed'],
})

export const putTermsClosing = contract({
  method: 'PUT',
  path: '/api/rituals/{id}/closing',
  repeats: { id: 'id' },
  params: ritualParams,
  summary:
    'Keeps a ritual as it is: either closes the suggestion of other terms. Refused if newer ones were suggested.',
  body: z.strictObject({ termsId: id }),
  answer: ritualSchema,
  problems: ['not-found', 'ended', 'version-changed'],
})

export const putPause = contract({
  method: 'PUT',
  path: '/api/rituals/{id}/pause',
  repeats: { id: 'id' },
  params: ritualParams,
  summary:
    'Lets an agreed ritual rest, without an end or until the day it goes on, or takes it up again. Either may. A date that has begun stays.',
  body: z.union([
    z.strictObject({ paused: z.literal(true), until: z.nullable(daySchema) }),
    z.strictObject({ paused: z.literal(false) }),
  ]),
  limits: ['restsOfRitual', 'daysOfRest'],
  answer: ritualSchema,
  problems: ['not-found', 'ended', 'wrong-shape'],
})

export const putMeaning = contract({
  method: 'PUT',
  path: '/api/rituals/{id}/meaning',
  repeats: { id: null },
  params: ritualParams,
  size: 'sealed',
  summary: 'What a ritual means to me: the first version, or the one after the saved one.',
  body: z.strictObject({ meaningId: id, rev: version, sealed }),
  limits: ['sealedBytes'],
  answer: meaningSchema,
  problems: ['not-found', 'ended', 'version-changed', 'id-taken'],
})

export const putEnding = contract({
  method: 'PUT',
  path: '/api/rituals/{id}/ending',
  repeats: { id: 'id' },
  params: ritualParams,
  summary:
    'Ends a ritual, which either may, or withdraws a proposal, which its proposer may. Undone by the same person within ten minutes.',
  body: z.strictObject({ ended: z.boolean() }),
  limits: ['openRituals'],
  answer: ritualSchema,
  problems: ['not-found', 'ended'],
})
