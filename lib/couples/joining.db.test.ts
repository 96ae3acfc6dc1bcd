// Joining and parting at the doors, and what comes of many at once.
import { afterAll, expect, test } from 'vitest'
import { asSystem } from '@/lib/db/as-system'
import { closeClients } from '@/lib/db/clients'
import { columnOfDay } from '@/lib/db/day-column'
import { isRetryable } from '@/lib/db/sql-state'
import { Problem } from '@/lib/http/problem'
import { as, outcome } from '@/lib/testing/as-person'
import {
  bareAccount,
  bareCouple,
  bareInvite,
  bareSignUp,
  putSession,
  type BareAccount,
} from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay } from '@/lib/time/day'
import { acceptInviteAs, partAs, readOpenInvite, signUpThrough } from './doors'
import { readCouple, readInvites } from './reads'
import { addInvite, revokeMyInvite } from './writes'

const { owner } = await testDatabase()
const noon = '2026-11-24T12:00:00Z'
const clock = putTestSeams(noon, { signUpsPerHour: 1000 })
afterAll(closeClients)

const rounds = 20
type Invite = Awaited<ReturnType<typeof bareInvite>>

/**
 * As the route does it: a transaction that lost a deadlock is tried again; and as a client does, where no connection
 * was free in time.
 */
async function again<T>(work: () => Promise<T>, left = 5): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const crowded = typeof error === 'object' && error !== null && 'code' in error && error.code === '08006'
    if (left > 0 && (crowded || isRetryable(error))) return again(work, left - 1)
    throw error
  }
}

const accept = (person: BareAccount, invite: Invite) => outcome(again(() => acceptInviteAs(person.secret, invite)))
const see = (person: BareAccount) => as(person, readCouple)
const activeMemberships = async (...people: BareAccount[]) => {
  const { rows } = await owner.query<{ coupleId: string; slot: number; person: string }>(
    'select couple_id as "coupleId", slot, person_id as person from membership where person_id = any($1) and left_at is null order by couple_id, slot',
    [people.map(({ id }) => id)],
  )
  return rows
}
const states = async (person: BareAccount) => (await as(person, readInvites)).invites.map(({ state }) => state)

test('accepting makes a couple of the two, in the order of pairing, with the inviter’s first day of the week', async () => {
  const [a, b] = [await bareAccount(owner), await bareAccount(owner)]
  const invite = await bareInvite(a)
  expect(await see(a)).toEqual({ couple: null, former: [] })
  expect(await accept(b, invite)).toBe('done')
  const [ofA, ofB] = [await see(a), await see(b)]
  expect(ofA.couple).toMatchObject({
    id: invite.pairId,
    weekStart: 6,
    me: { id: a.id, slot: 1 },
    partner: { id: b.id, slot: 2 },
    partnerBundle: b.bundle,
    inviteeMac: invite.inviteeMac,
  })
  expect(ofB.couple).toMatchObject({
    id: invite.pairId,
    weekStart: 6,
    me: { id: b.id, slot: 2 },
    partner: { id: a.id, slot: 1 },
    partnerBundle: a.bundle,
    inviteeMac: null,
  })
  expect(await states(a)).toEqual(['accepted'])
})

test('the same acceptance again answers the same, and a different one is as if there were no invite', async () => {
  const [a, b, c] = [await bareAccount(owner), await bareAccount(owner), await bareAccount(owner)]
  const invite = await bareInvite(a)
  expect([await accept(b, invite), await accept(b, invite)]).toEqual(['done', 'done'])
  expect(await accept(c, invite)).toBe('not-found')
  expect(await accept(b, { ...invite, inviteeMac: 'x'.repeat(43) })).toBe('already-paired')
  expect(await activeMemberships(a, b, c)).toHaveLength(2)
})

test('an unknown, own, expired, used or taken back invite, and a wrong token, are one answer to whoever accepts or reads', async () => {
  const [a, b, c, d] = [
    await bareAccount(owner),
    await bareAccount(owner),
    await bareAccount(owner),
    await bareAccount(owner),
  ]
  const refusals: string[] = []
  const refused = async (invite: Invite, who = b) => {
    refusals.push(await accept(who, invite))
    if (who === b) refusals.push(await outcome(readOpenInvite(invite.pairId, invite.token)))
  }
  const open = await bareInvite(a)
  expect(await readOpenInvite(open.pairId, open.token)).toMatchObject({
    inviterName: 'Somebody',
    expiresAt: '2026-11-27T12:00:00.000Z',
  })
  await refused({ ...open, token: 'x'.repeat(43) })
  await refused({ ...open, pairId: crypto.randomUUID() })
  await refused(open, a)
  const withdrawn = await bareInvite(a)
  await as(a, (scope) => revokeMyInvite(scope, withdrawn.pairId))
  await refused(withdrawn)
  const used = await bareInvite(c)
  expect(await accept(d, used)).toBe('done')
  await refused(used)
  clock.on(72 * 3_600_000)
  await refused(open)
  clock.at(noon)
  expect(refusals).toEqual(Array(11).fill('not-found'))
  expect(await outcome(readOpenInvite(open.pairId, null))).toBe('not-found')
})

test('who has a partner accepts nobody else, and their other invites are taken back', async () => {
  const [a, b, c] = [await bareAccount(owner), await bareAccount(owner), await bareAccount(owner)]
  const [first, second] = [await bareInvite(a), await bareInvite(a)]
  const ofB = await bareInvite(b)
  const ofC = await bareInvite(c)
  expect(await accept(b, first)).toBe('done')
  expect([await accept(b, ofC), await accept(c, second), await accept(c, ofB)]).toEqual([
    'already-paired',
    'not-found',
    'not-found',
  ])
  expect([await states(a), await states(b)]).toEqual([expect.arrayContaining(['revoked', 'accepted']), ['revoked']])
  expect(await outcome(bareInvite(a))).toBe('already-paired')
})

test('three invites may be open and five be made in a day, however many are made at once', async () => {
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

test('an invite of a taken id, or for somebody else’s keys, is refused; the same again is answered as it stands', async () => {
  const [a, b] = [await bareAccount(owner), await bareAccount(owner)]
  const { pairId } = await bareInvite(a)
  const again = (who: BareAccount, inviterBundle = who.bundle) =>
    outcome(
      as(who, (scope) =>
        addInvite(scope, {
          pairId,
          tokenHash: 't'.repeat(43),
          inviterBundle,
          inviterMac: 'm'.repeat(43),
          weekStart: 1,
        }),
      ),
    )
  expect([await again(a), await again(b), await again(b, a.bundle)]).toEqual(['done', 'id-taken', 'wrong-shape'])
  await as(a, (scope) => revokeMyInvite(scope, pairId))
  expect(await outcome(as(a, (scope) => revokeMyInvite(scope, pairId)))).toBe('done')
  expect(await outcome(as(b, (scope) => revokeMyInvite(scope, pairId)))).toBe('not-found')
})

test('an account accepts ten times an hour, whatever comes of it', async () => {
  const a = await bareAccount(owner)
  const wrong = { pairId: crypto.randomUUID(), token: 'x'.repeat(43), inviteeMac: 'x'.repeat(43) }
  const tries: string[] = []
  for (let n = 0; n < 11; n++) tries.push(await accept(a, wrong))
  expect(tries).toEqual([...Array<string>(10).fill('not-found'), 'slow-down'])
})

test('signing up with an acceptance makes account and couple, or neither', async () => {
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

test('the same account signed up twice at once is one, and both are answered alike', async () => {
  for (let round = 0; round < rounds; round++) {
    const account = bareSignUp()
    expect(
      await Promise.all([outcome(signUpThrough(account, 'here')), outcome(signUpThrough(account, 'here'))]),
    ).toEqual(['done', 'done'])
  }
})

test('fifty who accept one invite at once are one', async () => {
  const a = await bareAccount(owner)
  const fifty = await Promise.all(Array.from({ length: 50 }, () => bareAccount(owner)))
  const invite = await bareInvite(a)
  const outcomes = await Promise.all(fifty.map((person) => accept(person, invite)))
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome === 'not-found')).toHaveLength(49)
  expect(await activeMemberships(a, ...fifty)).toHaveLength(2)
})

test('two who accept each other’s invites at once are one couple', async () => {
  for (let round = 0; round < rounds; round++) {
    const [a, b] = [await bareAccount(owner), await bareAccount(owner)]
    const [ofA, ofB] = [await bareInvite(a), await bareInvite(b)]
    const outcomes = await Promise.all([accept(a, ofB), accept(b, ofA)])
    expect([...outcomes].sort()).toEqual(['already-paired', 'done'])
    expect((await activeMemberships(a, b)).map(({ slot }) => slot)).toEqual([1, 2])
    expect((await see(a)).couple?.id).toBe((await see(b)).couple?.id)
  }
})

test('an invite that is accepted and taken back at once is either one', async () => {
  for (let round = 0; round < rounds; round++) {
    const [a, b] = [await bareAccount(owner), await bareAccount(owner)]
    const invite = await bareInvite(a)
    const [accepted, revoked] = await Promise.all([
      accept(b, invite),
      outcome(as(a, (scope) => revokeMyInvite(scope, invite.pairId))),
    ])
    expect([[accepted, revoked]]).toContainEqual(accepted === 'done' ? ['done', 'not-found'] : ['not-found', 'done'])
    expect(await states(a)).toEqual([accepted === 'done' ? 'accepted' : 'revoked'])
    expect(await activeMemberships(a, b)).toHaveLength(accepted === 'done' ? 2 : 0)
  }
})

/** A page of `person`'s for both, as the journal adds it. */
const share = (person: BareAccount, id: string) =>
  outcome(
    as(person, async (scope) => {
      const { coupleId } = scope.viewer
      if (coupleId === null) throw new Problem('not-paired')
      const day = columnOfDay(parseDay('2026-11-24'))
      await scope.db.sharedEntry.createMany({
        data: [
          {
            coupleId,
            id,
            authorId: person.id,
            rev: 1,
            kind: 'reflection',
            types: ['emotional'],
            day,
            sealed: Buffer.from('s'),
            addedAt: clock.now(),
            writtenAt: clock.now(),
          },
        ],
      })
    }),
  )
const sharedPages = async (person: BareAccount) =>
  as(person, (scope) => scope.db.sharedEntry.findMany({ select: { id: true } }))

test('what is shared while the other parts is visible to nobody but its writer', async () => {
  for (let round = 0; round < rounds; round++) {
    const { a, b, coupleId } = await bareCouple(owner, clock.now())
    const ids = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
    const [parted, ...shared] = await Promise.all([
      outcome(again(() => partAs(b.secret))),
      ...ids.map((id) => share(a, id)),
    ])
    expect(parted).toBe('done')
    expect(await sharedPages(b)).toEqual([])
    expect(await sharedPages(a)).toHaveLength(shared.filter((outcome) => outcome === 'done').length)
    expect([await see(a), await see(b)]).toEqual([
      { couple: null, former: [coupleId] },
      { couple: null, former: [coupleId] },
    ])
  }
})

test('both part at once, and again: the couple ended once', async () => {
  for (let round = 0; round < rounds; round++) {
    const { a, b, coupleId } = await bareCouple(owner, clock.now())
    expect(await Promise.all([a, b].map((person) => outcome(again(() => partAs(person.secret)))))).toEqual([
      'done',
      'done',
    ])
    expect(await outcome(partAs(a.secret))).toBe('done')
    const { rows } = await owner.query(
      'select ended_at, left_at from couple join membership on couple_id = id where id = $1',
      [coupleId],
    )
    expect(rows).toEqual(Array(2).fill({ ended_at: clock.now(), left_at: clock.now() }))
  }
})

test('after parting neither sees the other on the next request, and the two may pair anew', async () => {
  const { a, b, coupleId } = await bareCouple(owner, clock.now())
  await share(a, crypto.randomUUID())
  expect(await sharedPages(b)).toHaveLength(1)
  await partAs(a.secret)
  const people = (person: BareAccount) => as(person, (scope) => scope.db.person.findMany({ select: { id: true } }))
  expect([await people(a), await people(b), await sharedPages(b)]).toEqual([[{ id: a.id }], [{ id: b.id }], []])
  const invite = await bareInvite(b)
  expect(await accept(a, invite)).toBe('done')
  expect(await see(a)).toMatchObject({ couple: { id: invite.pairId, me: { slot: 2 } }, former: [coupleId] })
  expect(await sharedPages(b)).toEqual([])
})

test('parting makes the devices that one is not using ask for the phrase, and nobody else’s', async () => {
  const { a, b } = await bareCouple(owner, clock.now())
  const elsewhere = await putSession(owner, a.id)
  await owner.query(`update session set device_key = 'k' where person_id = any($1)`, [[a.id, b.id]])
  await partAs(a.secret)
  const kept = (secret: string) =>
    as({ secret }, async (scope) => {
      const row = await scope.db.session.findFirstOrThrow({
        where: { id: scope.viewer.sessionId },
        select: { deviceKey: true },
      })
      return row.deviceKey !== null
    })
  expect([await kept(a.secret), await kept(elsewhere), await kept(b.secret)]).toEqual([true, false, true])
})

test('an acceptance that is sent again after parting brings nobody back', async () => {
  const [a, b] = [await bareAccount(owner), await bareAccount(owner)]
  const invite = await bareInvite(a)
  await accept(b, invite)
  await partAs(b.secret)
  expect(await accept(b, invite)).toBe('not-found')
  expect(await activeMemberships(a, b)).toEqual([])
})

test('a session that is none accepts and parts nothing', async () => {
  const a = await bareAccount(owner)
  const invite = await bareInvite(a)
  expect([await acceptInviteAs('nobody', invite), await partAs('nobody')]).toEqual(['signed-out', 'signed-out'])
})
