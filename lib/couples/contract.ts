import * as z from 'zod/mini'
import { acceptance, bundle, storedBundle } from '@/lib/accounts/contract'
import { secret32, storedBytes } from '@/lib/http/bytes'
import { contract, id, storedText, type Answer } from '@/lib/http/contract'
import { intimacyTypesSchema } from '@/lib/intimacy/schemas'
import { instantSchema, weekStartSchema, zoneSchema } from '@/lib/time/schemas'

const ownInvite = z.object({
  pairId: id,
  createdAt: instantSchema,
  expiresAt: instantSchema,
  state: z.enum(['open', 'accepted', 'expired', 'revoked']),
})

export const postInvite = contract({
  method: 'POST',
  path: '/api/invites',
  repeats: { pairId: 'pairId' },
  summary: 'Makes an invite, open for 72 hours and for one person.',
  body: z.strictObject({
    pairId: id,
    tokenHash: secret32,
    inviterBundle: bundle,
    inviterMac: secret32,
    weekStart: weekStartSchema,
  }),
  answer: ownInvite,
  problems: ['too-many-invites', 'already-paired', 'id-taken'],
})

export const listInvites = contract({
  method: 'GET',
  path: '/api/invites',
  summary: 'My newest 20 invites, newest first. All that are open are among them.',
  answer: z.object({ invites: z.array(ownInvite) }),
})

export const revokeInvite = contract({
  method: 'DELETE',
  path: '/api/invites/{pairId}',
  params: z.strictObject({ pairId: id }),
  summary: 'Revokes an open invite.',
  problems: ['not-found'],
})

/** The token is sent in this header, so that no log of addresses holds it. */
export const tokenHeader = 'x-invite-token'

export const getInvite = contract({
  method: 'GET',
  path: '/api/invites/{pairId}',
  repeats: { pairId: null },
  open: true,
  params: z.strictObject({ pairId: id }),
  headers: [tokenHeader],
  summary: 'Who invites, for a person who has the link. The same 404 for every other request.',
  answer: z.object({
    inviterName: storedText,
    inviterBundle: storedBundle,
    inviterMac: storedBytes,
    expiresAt: instantSchema,
  }),
  problems: ['not-found'],
})

export const putAcceptance = contract({
  method: 'PUT',
  path: '/api/invites/{pairId}/acceptance',
  params: z.strictObject({ pairId: id }),
  summary: 'Accepts an invite, which makes the couple.',
  body: z.omit(acceptance, { pairId: true }),
  limits: ['couples'],
  problems: ['not-found', 'already-paired', 'slow-down'],
})

const member = z.object({ id, name: storedText, zone: zoneSchema, slot: z.union([z.literal(1), z.literal(2)]) })

export const getCouple = contract({
  method: 'GET',
  path: '/api/couple',
  summary: 'The couple I am in, if any, and the ids of former ones.',
  answer: z.object({
    couple: z.nullable(
      z.object({
        id,
        weekStart: weekStartSchema,
        me: member,
        partner: member,
        partnerBundle: storedBundle,
        /** For the inviter only: proves that the partner's keys belong to the person who had the link. */
        inviteeMac: z.nullable(storedBytes),
        /** For the inviter only: when the partner accepted. */
        acceptedAt: z.nullable(instantSchema),
      }),
    ),
    former: z.array(id),
  }),
})

export const deleteCouple = contract({
  method: 'DELETE',
  path: '/api/couple',
  summary: 'Ends the couple at once. Only one person is needed.',
})

const hopes = z.object({ fed: intimacyTypesSchema, more: intimacyTypesSchema })

export const getHopes = contract({
  method: 'GET',
  path: '/api/couple/hopes',
  summary: 'Which types feel fed, and which are wished for more: my marks, and my partner’s once both have answered.',
  answer: z.object({ mine: z.nullable(hopes), partner: z.nullable(hopes) }),
})

export const putHopes = contract({
  method: 'PUT',
  path: '/api/couple/hopes',
  repeats: { fed: 'mine.fed', more: 'mine.more' },
  summary: 'Saves my marks. They can change until both have answered.',
  body: z.strictObject({ fed: intimacyTypesSchema, more: intimacyTypesSchema }).check(
    z.refine(({ fed, more }) => !fed.some((type) => more.includes(type)), {
      error: 'Each type feels fed, or is wished for, or neither.',
      path: ['more'],
    }),
  ),
  answer: z.object({ mine: z.nullable(hopes), partner: z.nullable(hopes) }),
  problems: ['not-paired', 'already-revealed'],
})

export type OwnInvite = z.output<typeof ownInvite>
export type MyCouple = Answer<typeof getCouple>
export type HopesAnswer = Answer<typeof getHopes>
