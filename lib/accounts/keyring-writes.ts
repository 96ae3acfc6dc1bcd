import 'server-only'
import * as z from 'zod'
import { columnOfDay } from '@/lib/db/day-column'
import type { Scope } from '@/lib/db/with-viewer'
import type { Answer } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { dayIn } from '@/lib/time/day'
import { isKeyringSigned } from '@/lib/vault/keyring-proof'
import type { putKeyring } from './contract'

const Bundle = z.object({ sig: z.string() })

/** The next version as a device sends it, and the version that it replaces. */
type SignedKeyring = Readonly<{ keyring: string; signature: string; ifMatch: number }>

declare const proved: unique symbol

/** The next version of a keyring whose signature was checked. Only `proveKeyring` makes one. */
type ProvedKeyring = Readonly<{ keyring: string; ifMatch: number }> & { readonly [proved]: true }

/**
 * Checks that the viewer's current signing key signed this version. A stolen session does not have that key, so it
 * can't make the journal unopenable. Throws `not-signed`.
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
  { keyring, ifMatch }: ProvedKeyring,
  also: { sparePageSavedOn?: Date } = {},
): Promise<Answer<typeof putKeyring>> {
  const { personId } = viewer
  const { count } = await db.account.updateMany({
    where: { personId, keyringRev: ifMatch },
    data: { keyring, keyringRev: ifMatch + 1, ...also },
  })
  if (count === 1) return { keyring, keyringRev: ifMatch + 1 }
  const current = await db.account.findFirstOrThrow({
    where: { personId },
    select: { keyring: true, keyringRev: true },
  })
  if (current.keyring === keyring && current.keyringRev === ifMatch + 1) return current
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
