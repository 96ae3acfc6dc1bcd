// Sends the next version of a sealed row of the viewer, such as what a ritual means to them.
import type * as z from 'zod/mini'
import { Problem } from '@/lib/http/problem'
import { randomUuid } from '@/lib/vault/primitives'
import type { RowIdentity } from '@/lib/vault/row-identity'
import type { Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'
import type { Device } from './device'
import { noteSaved } from './opened-rows'

export type RowVersion = Readonly<{ id: string; rev: number }>
export type SealedVersion = RowVersion & Readonly<{ sealed: string }>

const TRIES = 3

/** The version after the one that was read, or the first version of a new row. */
export const nextVersion = (read: RowVersion | null): RowVersion =>
  read ? { id: read.id, rev: read.rev + 1 } : { id: randomUuid(), rev: 1 }

/** Throws `Problem` (version-changed) where the server answered another version than the one that was sent. */
export function demandSentVersion(answered: SealedVersion, { id, rev, sealed }: SealedVersion): void {
  const isSent = answered.id === id && answered.rev === rev && answered.sealed === sealed
  if (!isSent) throw new Problem('version-changed', { current: answered })
}

type VersionKeeping<Row extends SealedVersion> = Readonly<{
  /** The kind and the couple of the text. */
  kind: Pick<RowIdentity, 'magic' | 'pair'>
  seal: (version: RowVersion) => Promise<string>
  send: (version: SealedVersion) => Promise<Row>
  /** The schema of the newest version, which a refusal may hold. */
  row: z.ZodMiniType<Row>
  /** Whether that newest version opens as the viewer's own text about the same thing. */
  isOwn: (newest: Row) => Promise<boolean>
}>

/**
 * Sends a version until the server saves it. If the server has another version, because an answer was lost or another
 * device of the viewer wrote, this one is sealed again as the version after it. An answer with another version counts as
 * such a refusal. Throws what `send` throws, or `version-changed`, after three tries; `other-answer` where the newest
 * version is no text of the viewer about this.
 */
export async function sendVersion<Row extends SealedVersion>(
  device: Pick<Device, 'store'>,
  vault: Vault,
  first: SealedVersion,
  { kind, seal, send, row, isOwn }: VersionKeeping<Row>,
): Promise<Row> {
  let version = first
  for (let tries = 1; ; tries++) {
    try {
      const saved = await send(version)
      demandSentVersion(saved, version)
      // the screen reads the saved row again, which notes it in the index
      await noteSaved(device, vault, { ...kind, ...version, indexed: null })
      return saved
    } catch (error) {
      const newest = row.safeParse(error instanceof Problem ? error.details.current : undefined)
      if (!newest.success || tries === TRIES) throw error
      // the server chooses neither the row nor the number of what this device signs
      if (!(await isOwn(newest.data))) throw new VaultError('other-answer', { cause: error })
      const next = nextVersion(newest.data)
      version = { ...next, sealed: await seal(next) }
    }
  }
}
