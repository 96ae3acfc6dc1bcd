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
import { emailKeys, savedEmailKey } from './email-key-doors'
import { addKnownDevice, findKnownDevice, renewKnownDevice, type DeviceCookie } from './known-device-doors'
import { forgetTries, takeTry, type Bucket } from './throttle-doors'

// Doors that work before there is a viewer: making an account and signing in. Recovery has its own file.

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** Counts a try in its own transaction. Throws `slow-down` with the seconds to wait. */
export async function countTryOrRefuse(buckets: readonly Bucket[]): Promise<void> {
  const wait = await asSystem((db, now) => takeTry(db, buckets, now))
  if (wait > 0) throw new Problem('slow-down', { retryAfter: wait })
}

/** What a sign-up stores of an account, beside the name and the zone. */
const columnsOf = ({
  personId,
  email,
  locale,
  kdf,
  salt,
  vkPw,
  vkRec,
  keyring,
  ...input
}: Input<typeof postAccount>) => ({
  personId,
  email: email.trim(),
  emailKey: emailKey(email),
  locale,
  kdf,
  salt,
  authHash: hashAuthKey(input.authKey),
  recoveryHash: hashRecoveryAuth(input.recoveryAuth),
  vkPw,
  vkRec,
  keyring,
  keyringRev: 1,
})

/**
 * Makes a person and their account in the transaction of `db`. A retry of the same account changes nothing. Throws
 * `email-taken` (without a mail server sign-up can't hide it), `id-taken` and `wrong-shape`.
 */
export async function createAccount(db: SystemDb, input: Input<typeof postAccount>): Promise<void> {
  const { personId: uid, name, zone } = input
  if (input.bundle.uid !== uid) throw new Problem('wrong-shape', { fields: ['body.bundle'] })
  const account = columnsOf(input)
  const bundle = JSON.stringify(input.bundle)
  // one statement, so that a concurrent sign-up of the same account is seen whole or not at all
  const known = await db.account.findMany({
    where: { OR: [{ personId: uid }, { emailKey: { in: emailKeys(input.email) } }] },
    include: { person: { select: { name: true, zone: true, bundle: true } } },
  })
  const existing = known.find(({ personId }) => personId === uid)
  if (existing) {
    if (isSameRow({ ...existing, ...existing.person }, { ...account, name, zone, bundle })) return
    throw new Problem('id-taken')
  }
  if (known.length > 0) throw new Problem('email-taken')
  await db.person.create({ data: { id: uid, name, zone, bundle } })
  await db.account.create({ data: account })
}

/**
 * Whether every stored value is the sent one. All of them, so that the answer tells nobody whether a guessed phrase is
 * right: they would have to know the wraps and the keyring too.
 */
const isSameRow = (stored: Record<string, unknown>, sent: Record<string, unknown>): boolean =>
  // no early end: how long it takes must not say which value differs
  Object.entries(sent)
    .map(([column, value]) => isSameValue(stored[column], value))
    .every(Boolean)

const isSameValue = (a: unknown, b: unknown): boolean =>
  a instanceof Uint8Array && b instanceof Uint8Array ? sameBytes(a, b) : a === b

/**
 * Whether an account has this id already: then the sign-up is a retry, or somebody's try of a phrase, and counts as a
 * sign-in does.
 */
export const isAccountId = async (personId: string): Promise<boolean> =>
  (await asSystem((db) => db.account.findFirst({ where: { personId }, select: { personId: true } }))) !== null

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
  const account = await asSystem(async (db) =>
    db.account.findFirst({ where: { emailKey: await savedEmailKey(db, email) }, select: { kdf: true, salt: true } }),
  )
  return account ?? { kdf: 1, salt: base64(keyedHash('prelogin-salt', key).subarray(0, 16)) }
}

export type SignInRequest = {
  email: string
  /** One, or two of which either may be right. */
  authKeys: readonly string[]
  onlyMe: boolean
  label: string
  network: string
  deviceSecret: string | null
}
export type NewSession = DeviceCookie & { personId: string; sessionSecret: string }

/** What a try from a browser that the account does not know counts against: its own bucket first. */
export const strangerBuckets = (key: string, network: string): readonly [Bucket, ...Bucket[]] => [
  { kind: 'sign-in account-network', by: `${key} ${network}` },
  { kind: 'sign-in account', by: key },
  { kind: 'sign-in network', by: network },
]

/**
 * Opens a session. Throws `slow-down` after too many tries, and `not-known` for both an unknown email and a wrong key,
 * after the same work. A device that signed in to this account before is counted separately, so that nobody else's
 * failures lock it out.
 */
export async function signInWith({
  email,
  authKeys,
  onlyMe,
  label,
  network,
  deviceSecret,
}: SignInRequest): Promise<NewSession> {
  const key = emailKey(email)
  const found = await asSystem(async (db, now) => {
    const account = await db.account.findFirst({
      where: { emailKey: await savedEmailKey(db, email) },
      select: { personId: true, authHash: true, person: { select: { zone: true } } },
    })
    return { account, device: await findKnownDevice(db, account?.personId, deviceSecret, now) }
  })
  const [own, ...wider] = strangerBuckets(key, network)
  const buckets: Bucket[] = found.device ? [{ kind: 'sign-in known-device', by: found.device.id }] : [own, ...wider]
  await countTryOrRefuse(buckets)

  const stored = found.account?.authHash ?? keyedHash('nobody', key)
  const matches = authKeys.map((authKey) => sameBytes(stored, hashAuthKey(authKey))).some(Boolean)
  const account = found.account
  if (!matches || !account) throw new Problem('not-known')
  return asSystem(async (db, now) => {
    await forgetTries(db, found.device ? buckets : [own])
    await forgetExpired(db, account.personId, now)
    const { uuid, random } = seams()
    const sessionSecret = base64(random(32))
    const today = columnOfDay(dayIn(now, zoneOfColumn(account.person.zone)))
    const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
    const cookie =
      found.device && deviceSecret
        ? await renewKnownDevice(db, { ...found.device, personId: account.personId, deviceSecret }, now)
        : await addKnownDevice(db, account.personId, now)
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
        knownDeviceId: cookie.deviceId,
      },
    })
    return { personId: account.personId, sessionSecret, ...cookie }
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
