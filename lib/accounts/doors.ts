import 'server-only'
import { hashAuthKey, keyedHash, hashRecoveryAuth, sameBytes } from '@/lib/auth/keyed-hash'
import { onlyMeSeconds, sharedDeviceSeconds } from '@/lib/auth/session-use'
import { asSystem, type SystemDb } from '@/lib/db/as-system'
import { columnOfDay } from '@/lib/db/day-column'
import { sqlState } from '@/lib/db/sql-state'
import { zoneOfColumn } from '@/lib/db/zone-column'
import { secretHash } from '@/lib/db/gate'
import type { Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { seams } from '@/lib/seams'
import { dayIn } from '@/lib/time/day'
import type { prelogin, postAccount } from './contract'
import { emailKey } from './email-key'
import { forgetTries, takeTry, type Bucket } from './throttle-doors'

// Doors that work before there is a viewer: making an account and signing in. Recovery has its own file.

const knownDeviceSeconds = 365 * 86_400
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** Counts a try in its own transaction. Throws `slow-down` with the seconds to wait. */
export async function countTryOrRefuse(buckets: readonly Bucket[]): Promise<void> {
  const wait = await asSystem((db, now) => takeTry(db, buckets, now))
  if (wait > 0) throw new Problem('slow-down', { retryAfter: wait })
}

/**
 * Makes a person and their account in the transaction of `db`. A retry of the same account changes nothing. Throws
 * `email-taken` (without a mail server sign-up can't hide it), `id-taken` and `wrong-shape`.
 */
export async function createAccount(db: SystemDb, input: Input<typeof postAccount>): Promise<void> {
  const { personId: uid, name, zone, email, locale, kdf, salt, vkPw, vkRec, keyring } = input
  if (input.bundle.uid !== uid) throw new Problem('wrong-shape', { fields: ['body.bundle'] })
  const key = emailKey(email)
  const hash = hashAuthKey(input.authKey)
  // one statement, so that a concurrent sign-up of the same account is seen whole or not at all
  const known = await db.account.findMany({
    where: { OR: [{ personId: uid }, { emailKey: key }] },
    select: { personId: true, emailKey: true, authHash: true },
  })
  const existing = known.find(({ personId }) => personId === uid)
  if (existing?.emailKey === key && sameBytes(existing.authHash, hash)) return
  if (existing) throw new Problem('id-taken')
  if (known.length > 0) throw new Problem('email-taken')
  await db.person.create({ data: { id: uid, name, zone, bundle: JSON.stringify(input.bundle) } })
  await db.account.create({
    data: {
      personId: uid,
      email: email.trim(),
      emailKey: key,
      locale,
      kdf,
      salt,
      authHash: hash,
      recoveryHash: hashRecoveryAuth(input.recoveryAuth),
      vkPw,
      vkRec,
      keyring,
      keyringRev: 1,
    },
  })
}

/**
 * Throws `email-taken` for a violated unique key: of two concurrent sign-ups with the same email one succeeds. Else
 * throws the error.
 */
export function throwEmailTaken(error: unknown): never {
  throw sqlState(error) === '23505' ? new Problem('email-taken') : error
}

/**
 * Reads how to derive the key for this email. An unknown email always gets the same salt, so that answers look alike.
 */
export async function readPrelogin({ email }: Input<typeof prelogin>): Promise<{ kdf: number; salt: string }> {
  const key = emailKey(email)
  const account = await asSystem((db) =>
    db.account.findFirst({ where: { emailKey: key }, select: { kdf: true, salt: true } }),
  )
  return account ?? { kdf: 1, salt: base64(keyedHash('prelogin-salt', key).subarray(0, 16)) }
}

export type SignInRequest = {
  email: string
  authKey: string
  onlyMe: boolean
  label: string
  network: string
  deviceSecret: string | null
}
export type NewSession = { personId: string; sessionSecret: string; deviceSecret: string; deviceSeconds: number }

/**
 * Opens a session. Throws `slow-down` after too many tries, and `not-known` for both an unknown email and a wrong key,
 * after the same work. A device that signed in to this account before is counted separately, so that nobody else's
 * failures lock it out.
 */
export async function signInWith({
  email,
  authKey,
  onlyMe,
  label,
  network,
  deviceSecret,
}: SignInRequest): Promise<NewSession> {
  const key = emailKey(email)
  const found = await asSystem(async (db, now) => {
    const account = await db.account.findFirst({
      where: { emailKey: key },
      select: { personId: true, authHash: true, person: { select: { zone: true } } },
    })
    const device =
      account && deviceSecret
        ? await db.knownDevice.findFirst({
            where: { secretHash: secretHash(deviceSecret), personId: account.personId, expiresAt: { gt: now } },
          })
        : null
    return { account, device }
  })
  const own: Bucket = { kind: 'sign-in account-network', by: `${key} ${network}` }
  const buckets: Bucket[] = found.device
    ? [{ kind: 'sign-in known-device', by: found.device.id }]
    : [own, { kind: 'sign-in account', by: key }, { kind: 'sign-in network', by: network }]
  await countTryOrRefuse(buckets)

  const stored = found.account?.authHash ?? keyedHash('nobody', key)
  const matches = sameBytes(stored, hashAuthKey(authKey))
  const account = found.account
  if (!matches || !account) throw new Problem('not-known')
  return asSystem(async (db, now) => {
    await forgetTries(db, found.device ? buckets : [own])
    await forgetExpired(db, account.personId, now)
    const { uuid, random } = seams()
    const sessionSecret = base64(random(32))
    const today = columnOfDay(dayIn(now, zoneOfColumn(account.person.zone)))
    const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
    await db.session.create({
      data: {
        id: uuid(),
        personId: account.personId,
        secretHash: secretHash(sessionSecret),
        onlyMe,
        label,
        signedInOn: today,
        lastUsedOn: today,
        expiresAt: later(onlyMe ? onlyMeSeconds : sharedDeviceSeconds),
      },
    })
    const nextDeviceSecret = found.device && deviceSecret ? deviceSecret : base64(random(32))
    const expiresAt = later(knownDeviceSeconds)
    if (found.device) await db.knownDevice.update({ where: { id: found.device.id }, data: { expiresAt } })
    else
      await db.knownDevice.create({
        data: { id: uuid(), personId: account.personId, secretHash: secretHash(nextDeviceSecret), expiresAt },
      })
    return {
      personId: account.personId,
      sessionSecret,
      deviceSecret: nextDeviceSecret,
      deviceSeconds: knownDeviceSeconds,
    }
  })
}

/** Deletes expired sessions and known devices: they would only record when the person used Fivefold. */
async function forgetExpired(db: SystemDb, personId: string, now: Date): Promise<void> {
  const expired = { personId, expiresAt: { lte: now } }
  await db.session.deleteMany({ where: expired })
  await db.knownDevice.deleteMany({ where: expired })
}

/** Finds the person of a live session, or null. */
export async function findPersonOfSession(secret: string): Promise<string | null> {
  return asSystem(async (db, now) => {
    const session = await db.session.findFirst({
      where: { secretHash: secretHash(secret) },
      select: { personId: true, expiresAt: true },
    })
    return session && session.expiresAt > now ? session.personId : null
  })
}

/** Ends the session with this secret, if there is one. */
export async function endSessionBySecret(secret: string): Promise<void> {
  await asSystem((db) => db.session.deleteMany({ where: { secretHash: secretHash(secret) } }))
}
