// Invites and joining at the doors. Many at once: pair-races.db.test.ts.
import { afterAll, expect, test } from 'vitest'
import { asSystem } from '@/lib/db/as-system'
import { closeClients } from '@/lib/db/clients'
import { as, outcome } from '@/lib/testing/as-person'
import { bareAccount, bareInvite, bareSignUp, type BareAccount } from '@/lib/testing/bare-accounts'
import { accept, readActiveMemberships, see, type BareInvite } from '@/lib/testing/couple-doors'
import { testDatabase } from '@/lib/testing/database'
import { putTestSeams } from '@/lib/testing/test-seams'
import { readOpenInvite, signUpThrough } from './doors'
import { readInvites } from './reads'
import { addInvite, revokeMyInvite } from './writes'

const { owner } = await testDatabase()
const noon = '2026-11-24T12:00:00Z'
const clock = putTestSeams(noon, { signUpsPerHour: 1000 })
afterAll(closeClients)

const states = async (person: BareAccount) => (await as(person, readInvites)).invites.map(({ state }) => state)

test('accepting makes a couple in the order of pairing, with the inviter’s first day of the week', async () => {
  const [a, b] = [await bareAccount(owner), await bareAccount(owner)]
  const invite = await bareInvite(a)
  expect(await see(a)).toEqual({ couple: null, former: [] })
  expect(await accept(b, invite)).toBe('done')
  const [seenByA, seenByB] = [await see(a), await see(b)]
  expect(seenByA.couple).toMatchObject({
    id: invite.pairId,
    weekStart: 6,
    me: { id: a.id, slot: 1 },
    partner: { id: b.id, slot: 2 },
    partnerBundle: b.bundle,
    inviteeMac: invite.inviteeMac,
  })
  expect(seenByB.couple).toMatchObject({
    id: invite.pairId,
    weekStart: 6,
    me: { id: b.id, slot: 2 },
    partner: { id: a.id, slot: 1 },
    partnerBundle: a.bundle,
    inviteeMac: null,
  })
  expect(await states(a)).toEqual(['accepted'])
})

test('a retry of an acceptance succeeds, and another acceptance of a used invite is refused', async () => {
  const [a, b, c] = [await bareAccount(owner), await bareAccount(owner), await bareAccount(owner)]
  const invite = await bareInvite(a)
  expect([await accept(b, invite), await accept(b, invite)]).toEqual(['done', 'done'])
  expect(await accept(c, invite)).toBe('not-found')
  expect(await accept(b, { ...invite, inviteeMac: 'x'.repeat(43) })).toBe('already-paired')
  expect(await readActiveMemberships(owner, a, b, c)).toHaveLength(2)
})

test('unknown, own, expired, used and revoked invites and wrong tokens all have the same answer', async () => {
  const [a, b, c, d] = [
    await bareAccount(owner),
    await bareAccount(owner),
    await bareAccount(owner),
    await bareAccount(owner),
  ]
  const refusals: string[] = []
  const refused = async (invite: BareInvite, person = b) => {
    refusals.push(await accept(person, invite))
    if (person === b) refusals.push(await outcome(readOpenInvite(invite.pairId, invite.token)))
  }
  const open = await bareInvite(a)
  expect(await readOpenInvite(open.pairId, open.token)).toMatchObject({
    inviterName: 'Somebody',
    expiresAt: '2026-11-27T12:00:00.000Z',
  })
  await refused({ ...open, token: 'x'.repeat(43) })
  await refused({ ...open, pairId: crypto.randomUUID() })
  await refused(open, a)
  const revoked = await bareInvite(a)
  await as(a, (scope) => revokeMyInvite(scope, revoked.pairId))
  await refused(revoked)
  const used = await bareInvite(c)
  expect(await accept(d, used)).toBe('done')
  await refused(used)
  clock.on(72 * 3_600_000)
  await refused(open)
  clock.at(noon)
  expect(refusals).toEqual(Array(11).fill('not-found'))
  expect(await outcome(readOpenInvite(open.pairId, null))).toBe('not-found')
})

test('a person with a partner can’t accept another invite, and their own invites are revoked', async () => {
  const [a, b, c] = [await bareAccount(owner), await bareAccount(owner), await bareAccount(owner)]
  const [first, second] = [await bareInvite(a), await bareInvite(a)]
  const inviteByB = await bareInvite(b)
  const inviteByC = await bareInvite(c)
  expect(await accept(b, first)).toBe('done')
  expect([await accept(b, inviteByC), await accept(c, second), await accept(c, inviteByB)]).toEqual([
    'already-paired',
    'not-found',
    'not-found',
  ])
  expect([await states(a), await states(b)]).toEqual([expect.arrayContaining(['revoked', 'accepted']), ['revoked']])
  expect(await outcome(bareInvite(a))).toBe('already-paired')
})

test('a person can have three open invites and make five a day, also when many are made at once', async () => {
  const a = await bareAccount(owner)
  const many = await Promise.all(Array.from({ length: 8 }, () => outcome(bareInvite(a))))
  expect(many.filter((outcome) => outcome === 'done')).toHaveLength(3)
  expect(many.filter((outcome) => outcome === 'too-many-invites')).toHaveLength(5)
  const { invites } = await as(a, readInvites)
  for (const { pairId } of invites) await as(a, (scope) => revokeMyInvite(scope, pairId))
  expect([await outcome(bareInvite(a)), await outcome(bareInvite(a)), await outcome(bareInvite(a))]).toEqual([
    'done',
    'done',
    'too-many-invites',
  ])
})

test('an invite with a used id or somebody else’s keys is refused, and a retry returns the saved invite', async () => {
  const [a, b] = [await bareAccount(owner), await bareAccount(owner)]
  const { pairId } = await bareInvite(a)
  const invite = (person: BareAccount, inviterBundle = person.bundle) =>
    outcome(
      as(person, (scope) =>
        addInvite(scope, {
          pairId,
          tokenHash: 't'.repeat(43),
          inviterBundle,
          inviterMac: 'm'.repeat(43),
          weekStart: 1,
        }),
      ),
    )
  expect([await invite(a), await invite(b), await invite(b, a.bundle)]).toEqual(['done', 'id-taken', 'wrong-shape'])
  await as(a, (scope) => revokeMyInvite(scope, pairId))
  expect(await outcome(as(a, (scope) => revokeMyInvite(scope, pairId)))).toBe('done')
  expect(await outcome(as(b, (scope) => revokeMyInvite(scope, pairId)))).toBe('not-found')
})

test('an account can try to accept ten times an hour', async () => {
  const a = await bareAccount(owner)
  const wrong = { pairId: crypto.randomUUID(), token: 'x'.repeat(43), inviteeMac: 'x'.repeat(43) }
  const tries: string[] = []
  for (let n = 0; n < 11; n++) tries.push(await accept(a, wrong))
  expect(tries).toEqual([...Array<string>(10).fill('not-found'), 'slow-down'])
})

test('signing up with an acceptance makes both the account and the couple, or neither', async () => {
  const a = await bareAccount(owner)
  const { pairId, token, inviteeMac } = await bareInvite(a)
  const joining = { ...bareSignUp(), acceptance: { pairId, token, inviteeMac } }
  const wrong = { ...bareSignUp(), acceptance: { pairId, token: 'x'.repeat(43), inviteeMac } }
  expect(await outcome(signUpThrough(wrong, 'here'))).toBe('not-found')
  expect(await asSystem((db) => db.person.count({ where: { id: wrong.personId } }))).toBe(0)
  const twice = await Promise.all([outcome(signUpThrough(joining, 'here')), outcome(signUpThrough(joining, 'here'))])
  expect([...twice, await outcome(signUpThrough(joining, 'here'))]).toEqual(['done', 'done', 'done'])
  expect((await see(a)).couple?.partner.id).toBe(joining.personId)
  expect(await outcome(signUpThrough({ ...bareSignUp(), email: joining.email.toUpperCase() }, 'here'))).toBe(
    'email-taken',
  )
})
