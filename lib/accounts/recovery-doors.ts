import 'server-only'
import { hashAuthKey, keyedHash, hashRecoveryAuth, sameBytes } from '@/lib/auth/keyed-hash'
import { asSystem, asSystemFor } from '@/lib/db/as-system'
import type { Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { seams } from '@/lib/seams'
import type { postRecovery, putRecovery, putSparePageCode } from './contract'
import { countTryOrRefuse } from './doors'
import { emailKey } from './email-key'
import { savedEmailKey } from './email-key-doors'
import { addKnownDevice, findKnownDevice, type DeviceCookie } from './known-device-doors'
import { swapKeyring } from './swap-keyring-writes'
import { forgetTries, takeTry, type Bucket } from './throttle-doors'

const ticketMinutes = 10

type RecoveryAccount = { personId: string; recoveryHash: Uint8Array }

// A ticket names the account that may get a new phrase, and until when. It needs no row, and becomes invalid when the
// spare page is replaced.
const signature = (uid: string, until: number, hash: Uint8Array) =>
  keyedHash('recovery-ticket', JSON.stringify([uid, until, Buffer.from(hash).toString('base64url')])).toString(
    'base64url',
  )

const writeTicket = ({ personId, recoveryHash }: RecoveryAccount, now: Date): string => {
  const until = now.getTime() + ticketMinutes * 60_000
  return `${personId}.${until}.${signature(personId, until, recoveryHash)}`
}

/** Where a request came from: its network, and the secret of a known device or null. */
export type RecoveryOrigin = Readonly<{ network: string; deviceSecret: string | null }>

/**
 * Answers the wrap that the spare page opens, with a ticket. Throws `not-known` for both an unknown email and a wrong
 * page, after the same work, and `slow-down`. A device that knows this account is counted separately, and nobody's
 * sign-ins count here, so that nobody else's tries keep a person from their spare page.
 */
export async function openRecovery(
  { email, recoveryAuth }: Input<typeof postRecovery>,
  { network, deviceSecret }: RecoveryOrigin,
) {
  const key = emailKey(email)
  const { account, device } = await asSystem(async (db, now) => {
    const account = await db.account.findFirst({ where: { emailKey: await savedEmailKey(db, email) } })
    return { account, device: await findKnownDevice(db, account?.personId, deviceSecret, now) }
  })
  const own: Bucket = device
    ? { kind: 'recovery known-device', by: device.id }
    : { kind: 'recovery account-network', by: `${key} ${network}` }
  await countTryOrRefuse(device ? [own] : [own, { kind: 'recovery network', by: network }])
  const matches = sameBytes(account?.recoveryHash ?? keyedHash('nobody', key), hashRecoveryAuth(recoveryAuth))
  if (!account || !matches) throw new Problem('not-known')
  await asSystem((db) => forgetTries(db, [own]))
  const { personId, vkRec, keyring, keyringRev } = account
  return { personId, vkRec, keyring, keyringRev, ticket: writeTicket(account, seams().now()) }
}

/**
 * Replaces phrase, spare page and keyring in one transaction. Ends every session, and no device is known any more but
 * this one, whose cookie is returned. A retry with the same bytes succeeds again. Throws `not-known` for an invalid or
 * expired ticket, and `version-changed`.
 */
export async function replacePhrase(input: Input<typeof putRecovery>): Promise<DeviceCookie> {
  const { ticket, kdf, salt, vkPw, vkRec, keyring, keyringRev } = input
  const [uid = '', untilText = '', signed = ''] = ticket.split('.')
  const until = Number(untilText)
  return asSystem(async (db, now) => {
    const account = /^[0-9a-f-]{36}$/.test(uid) ? await db.account.findFirst({ where: { personId: uid } }) : null
    if (!account || !(until > now.getTime())) throw new Problem('not-known')
    const next = {
      kdf,
      salt,
      vkPw,
      vkRec,
      keyring,
      authHash: hashAuthKey(input.authKey),
      recoveryHash: hashRecoveryAuth(input.recoveryAuth),
    }
    const same =
      account.salt === salt &&
      account.vkPw === vkPw &&
      account.vkRec === vkRec &&
      account.keyring === keyring &&
      sameBytes(account.authHash, next.authHash) &&
      sameBytes(account.recoveryHash, next.recoveryHash)
    if (same) return addKnownDevice(db, uid, now)
    if (!sameBytes(Buffer.from(signed), Buffer.from(signature(uid, until, account.recoveryHash))))
      throw new Problem('not-known')
    if (keyringRev !== account.keyringRev + 1)
      throw new Problem('version-changed', { current: { keyring: account.keyring, keyringRev: account.keyringRev } })
    await db.account.update({ where: { personId: uid }, data: { ...next, keyringRev, sparePageSavedOn: null } })
    await db.session.deleteMany({ where: { personId: uid } })
    await db.knownDevice.deleteMany({ where: { personId: uid } })
    return addKnownDevice(db, uid, now)
  })
}

/**
 * Replaces the spare page's code and the keyring that holds it, in one transaction; the former code opens nothing from
 * then on. Needs the phrase's key, because a stolen session must not be able to do this. A retry with the same bytes
 * succeeds again. Throws `not-known` for a wrong key, `slow-down`, and `version-changed` with the saved keyring.
 */
export async function replaceSparePageAs(
  secret: string,
  { authKey, vkRec, recoveryAuth, keyring, ifMatch }: Input<typeof putSparePageCode>,
): Promise<undefined | 'signed-out'> {
  const tries = (sessionId: string): Bucket[] => [{ kind: 'phrase session', by: sessionId }]
  const wait = await asSystemFor(secret, (db, { sessionId, now }) => takeTry(db, tries(sessionId), now))
  if (wait === 'signed-out') return wait
  if (wait > 0) throw new Problem('slow-down', { retryAfter: wait })
  const current = await asSystemFor(secret, async (db, { personId, sessionId }) => {
    const account = await db.account.findFirstOrThrow({ where: { personId } })
    if (!sameBytes(account.authHash, hashAuthKey(authKey))) throw new Problem('not-known')
    await forgetTries(db, tries(sessionId))
    const recoveryHash = hashRecoveryAuth(recoveryAuth)
    const isSaved =
      account.keyring === keyring &&
      account.keyringRev === ifMatch + 1 &&
      account.vkRec === vkRec &&
      sameBytes(account.recoveryHash, recoveryHash)
    const beside = { vkRec, recoveryHash, sparePageSavedOn: null }
    return isSaved ? null : swapKeyring(db, personId, { keyring, ifMatch }, beside)
  })
  if (current === 'signed-out') return current
  // after the commit, so that a right phrase stays no try
  if (current) throw new Problem('version-changed', { current })
  return undefined
}
