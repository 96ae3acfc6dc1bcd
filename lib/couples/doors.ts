import 'server-only'
import type { postAccount } from '@/lib/accounts/contract'
import { countTryOrRefuse, createAccount, isAccountId, strangerBuckets, throwEmailTaken } from '@/lib/accounts/doors'
import { emailKey } from '@/lib/accounts/email-key'
import { takeTry } from '@/lib/accounts/throttle-doors'
import { sameBytes } from '@/lib/auth/keyed-hash'
import { asSystem, asSystemFor, type SystemDb } from '@/lib/db/as-system'
import { columnOfDay } from '@/lib/db/day-column'
import { sqlState } from '@/lib/db/sql-state'
import { zoneOfColumn } from '@/lib/db/zone-column'
import { secretHash } from '@/lib/db/gate'
import type { Answer, Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { LIMITS } from '@/lib/limits'
import { earliestDayOf } from '@/lib/time/day'
import type { putAcceptance, getInvite } from './contract'
import { parseStoredBundle } from './rows'

// Doors for what concerns two people: reading an invite by its link before there is a couple, and accepting and
// parting, which write rows of both.

const isToken = (token: string | null): token is string => token !== null && /^[A-Za-z0-9_-]{43}$/.test(token)

/**
 * Reads who invites, with the token of an open invite. Throws `not-found` in every other case, so that nothing is
 * revealed.
 */
export async function readOpenInvite(pairId: string, token: string | null): Promise<Answer<typeof getInvite>> {
  const invite = await asSystem((db, now) =>
    db.invite.findFirst({
      where: { pairId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      include: { inviter: { select: { name: true } } },
    }),
  )
  if (!invite || !isToken(token) || !sameBytes(invite.tokenHash, secretHash(token))) throw new Problem('not-found')
  return {
    inviterName: invite.inviter.name,
    inviterBundle: parseStoredBundle(invite.inviterBundle),
    inviterMac: invite.inviterMac,
    expiresAt: invite.expiresAt.toISOString(),
  }
}

/**
 * Makes an account and, with an acceptance, pairs it with the inviter, in one transaction. A retry succeeds too, even
 * while the first request is running: the unique keys refuse one of them, which then finds the account.
 */
export async function signUpThrough(input: Input<typeof postAccount>, network: string): Promise<undefined> {
  const isRetry = await isAccountId(input.personId)
  await countTryOrRefuse([
    { kind: 'sign-up network', by: network },
    ...(isRetry ? strangerBuckets(emailKey(input.email), network) : []),
  ])
  const attempt = () =>
    asSystem(async (db, now) => {
      await createAccount(db, input)
      if (input.acceptance) await joinCouple(db, input.personId, input.acceptance, now)
      return undefined
    })
  return attempt()
    .catch((error: unknown) => (sqlState(error) === '23505' ? attempt() : Promise.reject(error)))
    .catch(throwEmailTaken)
}

/**
 * Accepts an invite as the signed-in person, in a transaction that begins with `gate.enter`. The try is counted in a
 * transaction before it, so that it counts even if accepting fails. A retry succeeds as long as the couple is active.
 */
export async function acceptInviteAs(
  secret: string,
  accepted: Input<typeof putAcceptance>,
): Promise<undefined | 'signed-out'> {
  const wait = await asSystemFor(secret, (db, { personId, now }) =>
    takeTry(db, [{ kind: 'acceptance', by: personId }], now),
  )
  if (wait === 'signed-out') return wait
  if (wait > 0) throw new Problem('slow-down', { retryAfter: wait })
  return asSystemFor(secret, (db, { personId, now }) => joinCouple(db, personId, accepted, now))
}

/**
 * Makes the couple of an invite in the transaction of `db`: the inviter has slot 1, `personId` slot 2. Revokes every
 * other open invite of both. Throws `not-found` for an invite that does not exist, is not open, has another token or is
 * the person's own, `already-paired` if `personId` is in a couple, and `too-much` if either was in too many.
 */
export async function joinCouple(
  db: SystemDb,
  personId: string,
  { pairId, token, inviteeMac }: Input<typeof putAcceptance>,
  now: Date,
): Promise<undefined> {
  const invite = await db.invite.findFirst({ where: { pairId } })
  if (!invite || !sameBytes(invite.tokenHash, secretHash(token)) || invite.inviterId === personId)
    throw new Problem('not-found')
  const personIds = [invite.inviterId, personId].sort()
  await lockAccounts(db, personIds)
  const active = await db.membership.findMany({ where: { personId: { in: personIds }, leftAt: null } })
  const mine = active.find((membership) => membership.personId === personId)
  if (mine?.coupleId === pairId && invite.inviteeMac === inviteeMac) return
  if (mine) throw new Problem('already-paired')
  if (active.length > 0) throw new Problem('not-found')
  for (const each of personIds)
    if ((await db.membership.count({ where: { personId: each } })) >= LIMITS.couples)
      throw new Problem('too-much', { limit: 'couples' })

  const { bundle, zone } = await db.person.findFirstOrThrow({
    where: { id: personId },
    select: { bundle: true, zone: true },
  })
  const inviter = await db.person.findFirstOrThrow({ where: { id: invite.inviterId }, select: { zone: true } })
  const { count } = await db.invite.updateMany({
    where: { pairId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now, inviteeId: personId, inviteeBundle: bundle, inviteeMac },
  })
  if (count === 0) throw new Problem('not-found')
  // One day for both, whichever zones they have later.
  const startedOn = columnOfDay(earliestDayOf(now, [zoneOfColumn(inviter.zone), zoneOfColumn(zone)]))
  await db.couple.create({ data: { id: pairId, weekStart: invite.weekStart, startedAt: now, startedOn } })
  await db.membership.createMany({
    data: [
      { coupleId: pairId, personId: invite.inviterId, slot: 1, joinedAt: now },
      { coupleId: pairId, personId, slot: 2, joinedAt: now },
    ],
  })
  await db.invite.updateMany({
    where: { inviterId: { in: personIds }, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
}

// Locks in the order of the ids, so that two people who accept each other's invites at once never deadlock. Adding 0
// locks the row.
async function lockAccounts(db: SystemDb, inOrder: readonly string[]): Promise<void> {
  for (const personId of inOrder)
    await db.account.update({ where: { personId }, data: { keyringRev: { increment: 0 } }, select: { personId: true } })
}

/**
 * Ends the couple for both people, at once. Writes nothing if there is no couple, or it ended meanwhile. The person's
 * other devices ask for the phrase again.
 */
export async function partAs(secret: string): Promise<undefined | 'signed-out'> {
  return asSystemFor(secret, async (db, { personId, coupleId, sessionId, now }): Promise<undefined> => {
    if (coupleId === null) return
    const { count } = await db.couple.updateMany({ where: { id: coupleId, endedAt: null }, data: { endedAt: now } })
    if (count === 0) return
    await db.membership.updateMany({ where: { coupleId, leftAt: null }, data: { leftAt: now } })
    await db.session.updateMany({ where: { personId, id: { not: sessionId } }, data: { deviceKey: null } })
  })
}
