import 'server-only'
import type { postAccount } from '@/lib/accounts/contract'
import { throwEmailTaken, countTryOrRefuse, createAccount } from '@/lib/accounts/doors'
import { takeTry } from '@/lib/accounts/throttle-doors'
import { sameBytes } from '@/lib/auth/keyed-hash'
import { asSystem, asSystemFor, type SystemDb } from '@/lib/db/as-system'
import { sqlState } from '@/lib/db/sql-state'
import { secretHash } from '@/lib/db/gate'
import type { Answer, Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import type { putAcceptance, getInvite } from './contract'
import { storedBundle } from './rows'

// What happens between two people before they are two: an invite is read by whoever holds its link, accepting it writes rows of
// both, and so does parting.

const isToken = (token: string | null): token is string => token !== null && /^[A-Za-z0-9_-]{43}$/.test(token)

/** Who invites, for whoever holds the token of an open invite. Not-found for everything else, whatever the reason. */
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
    inviterBundle: storedBundle(invite.inviterBundle),
    inviterMac: invite.inviterMac,
    expiresAt: invite.expiresAt.toISOString(),
  }
}

/**
 * Makes an account and, with an acceptance, joins its inviter: all or nothing. The same sent again is answered the same, also while
 * the first is still under way: of two at once, the unique keys let one through, and the other finds it there.
 */
export async function signUpThrough(input: Input<typeof postAccount>, network: string): Promise<undefined> {
  await countTryOrRefuse([{ kind: 'sign-up network', by: network }])
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
 * Accepts an invite as the signed-in person: one transaction that begins with `gate.enter`. The tries are counted in one before it,
 * which is kept whatever comes of this one. The same acceptance sent again answers the same while its couple stands.
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
 * Makes the couple of an invite, in the transaction of `db`: the inviter is the first of the two, `personId` the second. Every
 * other open invite of both is taken back. Throws not-found for an invite that is not there, not open, not of this token or one's
 * own, and already-paired where `personId` is in a couple.
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
  const two = [invite.inviterId, personId].sort()
  await lockAccounts(db, two)
  const active = await db.membership.findMany({ where: { personId: { in: two }, leftAt: null } })
  const mine = active.find((membership) => membership.personId === personId)
  if (mine?.coupleId === pairId && invite.inviteeMac === inviteeMac) return
  if (mine) throw new Problem('already-paired')
  if (active.length > 0) throw new Problem('not-found')

  const { bundle } = await db.person.findFirstOrThrow({ where: { id: personId }, select: { bundle: true } })
  const { count } = await db.invite.updateMany({
    where: { pairId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now, inviteeId: personId, inviteeBundle: bundle, inviteeMac },
  })
  if (count === 0) throw new Problem('not-found')
  await db.couple.create({ data: { id: pairId, weekStart: invite.weekStart, startedAt: now } })
  await db.membership.createMany({
    data: [
      { coupleId: pairId, personId: invite.inviterId, slot: 1, joinedAt: now },
      { coupleId: pairId, personId, slot: 2, joinedAt: now },
    ],
  })
  await db.invite.updateMany({
    where: { inviterId: { in: two }, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
}

// One after the other, in the order of their ids: two who accept each other's invites at once wait for one another, and never
// deadlock. Adding nothing locks the row.
async function lockAccounts(db: SystemDb, inOrder: readonly string[]): Promise<void> {
  for (const personId of inOrder)
    await db.account.update({ where: { personId }, data: { keyringRev: { increment: 0 } }, select: { personId: true } })
}

/**
 * Parts: for both, at once, whatever the other says. Nothing is written where there is no couple, or where it ended meanwhile. The
 * devices that I am not using now ask for the phrase again.
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
