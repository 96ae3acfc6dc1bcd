// For *.db.test.ts: accounts with a session, made through the door but without a device. Fifty of them cost no Argon2.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Client } from '@/lib/db/connection'
import { createAccount } from '@/lib/accounts/doors'
import { joinCouple } from '@/lib/couples/doors'
import { asSystem } from '@/lib/db/as-system'
import { withViewer } from '@/lib/db/with-viewer'
import { addInvite } from '@/lib/couples/writes'
import { parseZone } from '@/lib/time/zone'
import { RECIPIENT } from './sealed'

const bytes = (n: number) => randomBytes(n).toString('base64url')

/** `secret` is the session's, as in the cookie. */
export type BareAccount = Readonly<{
  id: string
  secret: string
  bundle: { v: 'fivefold/v1'; uid: string; enc: string; sig: string }
}>

/** A sign-up request whose sealed bytes open nothing. */
export function bareSignUp(id: string = randomUUID()) {
  return {
    personId: id,
    name: 'Somebody',
    email: `${id}@example.test`,
    zone: parseZone('Europe/Lisbon'),
    locale: 'en',
    kdf: 1 as const,
    salt: bytes(16),
    authKey: bytes(32),
    vkPw: bytes(60),
    vkRec: bytes(60),
    recoveryAuth: bytes(32),
    keyring: bytes(60),
    bundle: { v: 'fivefold/v1' as const, uid: id, enc: RECIPIENT, sig: bytes(32) },
  }
}

/** Adds a session of the person, from 24 November 2026 for a month, and returns its secret. */
export async function putSession(owner: Client, personId: string): Promise<string> {
  const secret = bytes(32)
  await owner.query(
    `insert into session (id, person_id, secret_hash, only_me, label, signed_in_on, last_used_on, expires_at)
     values ($1, $2, $3, true, 'a browser', '2026-11-24', '2026-11-24', '2026-12-24T00:00:00Z')`,
    [randomUUID(), personId, createHash('sha256').update(secret).digest()],
  )
  return secret
}

export async function bareAccount(owner: Client, zone = 'Europe/Lisbon'): Promise<BareAccount> {
  const account = { ...bareSignUp(), zone: parseZone(zone) }
  await asSystem((db) => createAccount(db, account))
  return { id: account.personId, secret: await putSession(owner, account.personId), bundle: account.bundle }
}

/** An invite by `inviter`; `token` is what its link carries. */
export async function bareInvite(inviter: BareAccount): Promise<{ pairId: string; token: string; inviteeMac: string }> {
  const token = bytes(32)
  const pairId = randomUUID()
  const tokenHash = createHash('sha256').update(token).digest('base64url')
  await withViewer(inviter.secret, (scope) =>
    addInvite(scope, { pairId, tokenHash, inviterBundle: inviter.bundle, inviterMac: bytes(32), weekStart: 6 }),
  )
  return { pairId, token, inviteeMac: bytes(32) }
}

/** Two accounts in one couple, and its id. `zones` are those in which they paired. */
export async function bareCouple(
  owner: Client,
  instant: Date,
  zones?: readonly [string, string],
): Promise<{ a: BareAccount; b: BareAccount; coupleId: string }> {
  const [a, b] = [await bareAccount(owner, zones?.[0]), await bareAccount(owner, zones?.[1])]
  const invite = await bareInvite(a)
  await asSystem((db) => joinCouple(db, b.id, invite, instant))
  return { a, b, coupleId: invite.pairId }
}

/** As `bareCouple`, with sessions until 2028: for tests that move the clock by weeks. */
export async function lastingCouple(owner: Client, instant: Date): ReturnType<typeof bareCouple> {
  const made = await bareCouple(owner, instant)
  await owner.query(`update session set expires_at = '2028-01-01' where person_id in ($1, $2)`, [made.a.id, made.b.id])
  return made
}
