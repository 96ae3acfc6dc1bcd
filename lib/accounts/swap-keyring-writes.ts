import 'server-only'
import type { TransactionDb } from '@/lib/db/transactions'
import type { Answer } from '@/lib/http/contract'
import type { putKeyring } from './contract'

type KeyringVersion = Answer<typeof putKeyring>

/** The next version of a keyring, and the version that it replaces. */
export type NextKeyring = Readonly<{ keyring: string; ifMatch: number }>

/**
 * Saves the next version of a person's keyring, with what changes beside it, if nobody saved another one meanwhile.
 * Returns null, or the saved version if it is not the one that this replaces. One statement, or two.
 */
export async function swapKeyring(
  db: TransactionDb,
  personId: string,
  { keyring, ifMatch }: NextKeyring,
  also: Readonly<{ sparePageSavedOn?: Date | null; vkRec?: string; recoveryHash?: Uint8Array<ArrayBuffer> }> = {},
): Promise<KeyringVersion | null> {
  const { count } = await db.account.updateMany({
    where: { personId, keyringRev: ifMatch },
    data: { keyring, keyringRev: ifMatch + 1, ...also },
  })
  if (count === 1) return null
  return db.account.findFirstOrThrow({ where: { personId }, select: { keyring: true, keyringRev: true } })
}
