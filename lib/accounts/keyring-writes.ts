import 'server-only'
import * as z from 'zod'
import { columnOfDay } from '@/lib/db/day-column'
import type { Scope } from '@/lib/db/with-viewer'
import type { Answer } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { dayIn } from '@/lib/time/day'
import { isKeyringSigned } from '@/lib/vault/keyring-proof'
import type { putKeyring } from './contract'
import { swapKeyring, type NextKeyring } from './swap-keyring-writes'

const Bundle = z.object({ sig: z.string() })

/** The next version as a device sends it, and the version that it replaces. */
type SignedKeyring = NextKeyring & Readonly<{ signature: string }>

declare const proved: unique symbol

/** The next version of a keyring whose signature was checked. Only `proveKeyring` makes one. */
type ProvedKeyring = NextKeyring & { readonly [proved]: true }

/**
 * Checks that the viewer's current signing key signed this version. A stolen session does not have that key, so it
 * can't make the journal unopenable. It is checked in the transaction that reads the public key: 0.3 ms at most, without
 * a lock, which is less than a transaction of its own would take. Throws `not-signed`.
 */
async function proveKeyring(
  { db, viewer }: Scope,
  { keyring, signature, ifMatch }: SignedKeyring,
): Promise<ProvedKeyring> {
  const { personId: uid } = viewer
  const person = await db.person.findFirstOrThrow({ where: { id: uid }, select: { bundle: true } })
  const { sig } = Bundle.parse(JSON.parse(person.bundle))
  if (!(await isKeyringSigned(sig, { uid, rev: ifMatch + 1, keyring }, signature))) throw new Problem('not-signed')
  return { keyring, ifMatch } as ProvedKeyring
}

/**
 * Saves the next version. A retry with the same bytes succeeds. Throws `version-changed` with the saved version.
 */
async function keepKeyring(
  { db, viewer }: Scope,
  next: ProvedKeyring,
  also: { sparePageSavedOn?: Date } = {},
): Promise<Answer<typeof putKeyring>> {
  const saved = { keyring: next.keyring, keyringRev: next.ifMatch + 1 }
  const current = await swapKeyring(db, viewer.personId, next, also)
  if (current === null) return saved
  if (current.keyring === saved.keyring && current.keyringRev === saved.keyringRev) return current
  throw new Problem('version-changed', { current })
}

/** Saves the next version of the keyring. Throws `not-signed`, `version-changed` with the saved version. */
export const replaceKeyring = async (scope: Scope, input: SignedKeyring): Promise<Answer<typeof putKeyring>> =>
  keepKeyring(scope, await proveKeyring(scope, input))

/**
 * Notes that the viewer saved their spare page today, and saves the keyring without its code. Throws as
 * `replaceKeyring` does.
 */
export async function noteSparePageSaved(scope: Scope, input: SignedKeyring): Promise<Answer<typeof putKeyring>> {
  const { now, zone } = scope.viewer
  return keepKeyring(scope, await proveKeyring(scope, input), { sparePageSavedOn: columnOfDay(dayIn(now, zone)) })
}
