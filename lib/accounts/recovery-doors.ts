import 'server-only'
import { authHash, keyedHash, recoveryHash, sameBytes } from '@/lib/auth/keyed-hash'
import { asSystem } from '@/lib/db/as-system'
import type { Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { seams } from '@/lib/seams'
import type { postRecovery, putRecovery } from './contract'
import { countTryOrRefuse } from './doors'
import { emailKey } from './email-key'

const ticketMinutes = 10

type RecoveryAccount = { personId: string; recoveryHash: Uint8Array }

// The ticket says which account may be given a new phrase until when, for the spare page that asked: it needs no row, and a page
// that was replaced meanwhile makes it void.
const signature = (uid: string, until: number, hash: Uint8Array) =>
  keyedHash('recovery-ticket', JSON.stringify([uid, until, Buffer.from(hash).toString('base64url')])).toString(
    'base64url',
  )

const writeTicket = ({ personId, recoveryHash }: RecoveryAccount, now: Date): string => {
  const until = now.getTime() + ticketMinutes * 60_000
  return `${personId}.${until}.${signature(personId, until, recoveryHash)}`
}

/** What the spare page of this email opens; an unknown email and a wrong page are refused alike, after the same work. */
export async function openRecovery({ email, recoveryAuth }: Input<typeof postRecovery>, network: string) {
  const key = emailKey(email)
  await countTryOrRefuse([
    { kind: 'sign-in account-network', by: `recovery ${key} ${network}` },
    { kind: 'sign-in network', by: network },
  ])
  const account = await asSystem((db) => db.account.findFirst({ where: { emailKey: key } }))
  const matches = sameBytes(account?.recoveryHash ?? keyedHash('nobody', key), recoveryHash(recoveryAuth))
  if (!account || !matches) throw new Problem('not-known')
  const { personId, vkRec, keyring, keyringRev } = account
  return { personId, vkRec, keyring, keyringRev, ticket: writeTicket(account, seams().now()) }
}

/**
 * Replaces phrase, spare page and keyring in one transaction and ends every session. The same bytes sent again, after an answer
 * that got lost, are answered the same.
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
      authHash: authHash(input.authKey),
      recoveryHash: recoveryHash(input.recoveryAuth),
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
