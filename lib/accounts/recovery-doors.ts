import 'server-only'
import { hashAuthKey, keyedHash, hashRecoveryAuth, sameBytes } from '@/lib/auth/keyed-hash'
import { asSystem } from '@/lib/db/as-system'
import type { Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { seams } from '@/lib/seams'
import type { postRecovery, putRecovery } from './contract'
import { countTryOrRefuse } from './doors'
import { emailKey } from './email-key'

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

/**
 * Answers the wrap that the spare page opens, with a ticket. Throws `not-known` for both an unknown email and a wrong
 * page, after the same work, and `slow-down`.
 */
export async function openRecovery({ email, recoveryAuth }: Input<typeof postRecovery>, network: string) {
  const key = emailKey(email)
  await countTryOrRefuse([
    { kind: 'sign-in account-network', by: `recovery ${key} ${network}` },
    { kind: 'sign-in network', by: network },
  ])
  const account = await asSystem((db) => db.account.findFirst({ where: { emailKey: key } }))
  const matches = sameBytes(account?.recoveryHash ?? keyedHash('nobody', key), hashRecoveryAuth(recoveryAuth))
  if (!account || !matches) throw new Problem('not-known')
  const { personId, vkRec, keyring, keyringRev } = account
  return { personId, vkRec, keyring, keyringRev, ticket: writeTicket(account, seams().now()) }
}

/**
 * Replaces phrase, spare page and keyring in one transaction, and ends every session. A retry with the same bytes
 * succeeds again. Throws `not-known` for an invalid or expired ticket, and `version-changed`.
 */
export async function replacePhrase(input: Input<typeof putRecovery>): Promise<void> {
  const { ticket, kdf, salt, vkPw, vkRec, keyring, keyringRev } = input
  const [uid = '', untilText = '', signed = ''] = ticket.split('.')
  const until = Number(untilText)
  await asSystem(async (db, now) => {
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
    if (same) return
    if (!sameBytes(Buffer.from(signed), Buffer.from(signature(uid, until, account.recoveryHash))))
      throw new Problem('not-known')
    if (keyringRev !== account.keyringRev + 1)
      throw new Problem('version-changed', { current: { keyring: account.keyring, keyringRev: account.keyringRev } })
    await db.account.update({ where: { personId: uid }, data: { ...next, keyringRev, sparePageSavedOn: null } })
    await db.session.deleteMany({ where: { personId: uid } })
  })
}
