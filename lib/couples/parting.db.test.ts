// Parting at the doors. What others do meanwhile: pair-races.db.test.ts.
import { afterAll, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { as } from '@/lib/testing/as-person'
import { bareAccount, bareCouple, bareInvite, putSession, type BareAccount } from '@/lib/testing/bare-accounts'
import { accept, readActiveMemberships, see } from '@/lib/testing/couple-doors'
import { testDatabase } from '@/lib/testing/database'
import { readSharedEntries, shareAs } from '@/lib/testing/shared-by'
import { putTestSeams } from '@/lib/testing/test-seams'
import { acceptInviteAs, partAs } from './doors'

const { owner } = await testDatabase()
const clock = putTestSeams('2026-11-24T12:00:00Z', { signUpsPerHour: 1000 })
afterAll(closeClients)

test('after parting neither person sees their former partner, and they can pair again', async () => {
  const { a, b, coupleId } = await bareCouple(owner, clock.now())
  await shareAs(a, crypto.randomUUID(), clock.now())
  expect(await readSharedEntries(b)).toHaveLength(1)
  await partAs(a.secret)
  const people = (person: BareAccount) => as(person, (scope) => scope.db.person.findMany({ select: { id: true } }))
  expect([await people(a), await people(b), await readSharedEntries(b)]).toEqual([[{ id: a.id }], [{ id: b.id }], []])
  const invite = await bareInvite(b)
  expect(await accept(a, invite)).toBe('done')
  expect(await see(a)).toMatchObject({ couple: { id: invite.pairId, me: { slot: 2 } }, former: [coupleId] })
  expect(await readSharedEntries(b)).toEqual([])
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
