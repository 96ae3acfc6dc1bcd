// Parting at the doors, also while the partner acts.
import { afterAll, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { columnOfDay } from '@/lib/db/day-column'
import { Problem } from '@/lib/http/problem'
import { as, outcome } from '@/lib/testing/as-person'
import { bareAccount, bareCouple, bareInvite, putSession, type BareAccount } from '@/lib/testing/bare-accounts'
import { accept, readActiveMemberships, retryAttempt, see } from '@/lib/testing/couple-doors'
import { testDatabase } from '@/lib/testing/database'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay } from '@/lib/time/day'
import { acceptInviteAs, partAs } from './doors'
import { bytesOf } from '@/lib/testing/sealed'

const { owner } = await testDatabase()
const clock = putTestSeams('2026-11-24T12:00:00Z', { signUpsPerHour: 1000 })
afterAll(closeClients)

const rounds = 20

/** Adds an entry of `person` for both people, as the journal does. */
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
            sealed: bytesOf('s'),
            addedAt: clock.now(),
            writtenAt: clock.now(),
          },
        ],
      })
    }),
  )
const sharedEntries = async (person: BareAccount) =>
  as(person, (scope) => scope.db.sharedEntry.findMany({ select: { id: true } }))

test('an entry that is shared while the partner parts is visible only to its writer', async () => {
  for (let round = 0; round < rounds; round++) {
    const { a, b, coupleId } = await bareCouple(owner, clock.now())
    const ids = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
    const [parted, ...shared] = await Promise.all([
      outcome(retryAttempt(() => partAs(b.secret))),
      ...ids.map((id) => share(a, id)),
    ])
    expect(parted).toBe('done')
    expect(await sharedEntries(b)).toEqual([])
    expect(await sharedEntries(a)).toHaveLength(shared.filter((outcome) => outcome === 'done').length)
    expect([await see(a), await see(b)]).toEqual([
      { couple: null, former: [coupleId] },
      { couple: null, former: [coupleId] },
    ])
  }
})

test('the couple ends once when both part at once, or part again', async () => {
  for (let round = 0; round < rounds; round++) {
    const { a, b, coupleId } = await bareCouple(owner, clock.now())
    expect(await Promise.all([a, b].map((person) => outcome(retryAttempt(() => partAs(person.secret)))))).toEqual([
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

test('after parting neither person sees their former partner, and they can pair again', async () => {
  const { a, b, coupleId } = await bareCouple(owner, clock.now())
  await share(a, crypto.randomUUID())
  expect(await sharedEntries(b)).toHaveLength(1)
  await partAs(a.secret)
  const people = (person: BareAccount) => as(person, (scope) => scope.db.person.findMany({ select: { id: true } }))
  expect([await people(a), await people(b), await sharedEntries(b)]).toEqual([[{ id: a.id }], [{ id: b.id }], []])
  const invite = await bareInvite(b)
  expect(await accept(a, invite)).toBe('done')
  expect(await see(a)).toMatchObject({ couple: { id: invite.pairId, me: { slot: 2 } }, former: [coupleId] })
  expect(await sharedEntries(b)).toEqual([])
})

test('parting makes the person’s other devices ask for the phrase, and nobody else’s', async () => {
  const { a, b } = await bareCouple(owner, clock.now())
  const elsewhere = await putSession(owner, a.id)
  await owner.query(`update session set device_key = repeat('k', 32)::bytea where person_id = any($1)`, [[a.id, b.id]])
  await partAs(a.secret)
  const hasDeviceKey = (secret: string) =>
    as({ secret }, async (scope) => {
      const row = await scope.db.session.findFirstOrThrow({
        where: { id: scope.viewer.sessionId },
        select: { deviceKey: true },
      })
      return row.deviceKey !== null
    })
  expect([await hasDeviceKey(a.secret), await hasDeviceKey(elsewhere), await hasDeviceKey(b.secret)]).toEqual([
    true,
    false,
    true,
  ])
})

test('a retried acceptance does not restore a couple that has parted', async () => {
  const [a, b] = [await bareAccount(owner), await bareAccount(owner)]
  const invite = await bareInvite(a)
  await accept(b, invite)
  await partAs(b.secret)
  expect(await accept(b, invite)).toBe('not-found')
  expect(await readActiveMemberships(owner, a, b)).toEqual([])
})

test('an unknown session can neither accept nor part', async () => {
  const a = await bareAccount(owner)
  const invite = await bareInvite(a)
  expect([await acceptInviteAs('nobody', invite), await partAs('nobody')]).toEqual(['signed-out', 'signed-out'])
})
