// What each person gets of the routes of invites, the couple, check-ins and months.
import { randomUUID } from 'node:crypto'
import { bundleOf } from '../sealed'
import { anyone, type MatrixCell, coupleOf, toEverybody, toPaired } from './actors'
import { sealed, someKey, things } from './things'

export const coupleCells: Record<string, MatrixCell> = {
  'GET /api/invites': { expected: toEverybody(200) },
  'POST /api/invites': {
    expected: { ...toEverybody(409), ex: 200, invitee: 200 },
    body: (actor) => ({
      pairId: randomUUID(),
      tokenHash: someKey,
      inviterBundle: bundleOf(anyone(actor)),
      inviterMac: someKey,
      weekStart: 1,
    }),
  },
  'DELETE /api/invites/{pairId}': { expected: { ...toEverybody(404), ex: 204 }, params: { pairId: things.invite } },
  'PUT /api/invites/{pairId}/acceptance': {
    expected: toEverybody(404),
    params: { pairId: things.invite },
    body: () => ({ token: someKey, inviteeMac: someKey }),
  },
  'GET /api/couple': { expected: toEverybody(200) },
  'GET /api/couple/hopes': { expected: toEverybody(200) },
  'PUT /api/couple/hopes': { expected: toPaired(200), body: () => ({ fed: ['emotional'], more: [] }) },

  // A week has the same id for every couple, so nobody gets a 404: each reads and answers the week of their own couple.
  'GET /api/check-ins/{week}': { expected: toPaired(200), params: { week: '2026-W48' } },
  'PUT /api/check-ins/{week}': {
    expected: toPaired(200),
    params: { week: '2026-W48' },
    body: () => ({
      now: 4,
      wish: 5,
      types: {
        emotional: { now: 3, wish: null },
        physical: null,
        intellectual: null,
        experiential: null,
        spiritual: null,
      },
    }),
  },

  // A month has the same id for every couple, too.
  'GET /api/months/{month}': { expected: toPaired(200), params: { month: '2026-11' } },
  'PUT /api/months/{month}/notes': {
    expected: toPaired(200),
    params: { month: '2026-11' },
    body: (actor) => ({ coupleId: coupleOf(actor), id: randomUUID(), rev: 1, sealed }),
  },
  'POST /api/months/{month}/close': {
    expected: toPaired(200),
    params: { month: '2026-11' },
    body: (actor) => ({
      coupleId: coupleOf(actor),
      number: actor === 'owner' ? 2 : 1,
      focus: 'emotional',
      change: { id: randomUUID(), sealed },
    }),
  },
  // Ana proposed to close October: Ben's yes closes it, and hers is saved already. Cleo's couple has no proposal.
  'PUT /api/months/{month}/close': {
    expected: { ...toPaired(200), other: 404 },
    params: { month: '2026-10' },
    body: () => ({ number: 1 }),
  },
  'PUT /api/months/{month}/helped': {
    expected: { ...toPaired(200), other: 404 },
    params: { month: '2026-09' },
    body: () => ({ answer: 'helped' }),
  },
}
