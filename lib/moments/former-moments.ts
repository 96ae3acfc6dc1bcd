// One's own moments of couples that one was in before: they are served to nobody else any more.
import type { Device } from '@/lib/accounts/device'
import type { Vault } from '@/lib/vault/vault'
import { readMoments, type OpenedMoment } from './device'

/** Where reading goes on: couples that are left, and in the first of them the key that it answered last. */
export type FormerKey = Readonly<{ couples: readonly string[]; after?: string }>

/**
 * My moments of former couples, one couple after the other, newest first in each, without those that were removed. At least one where
 * there are any left; `next` is null at the end. Throws as `readMoments`.
 */
export async function readFormerMoments(
  device: Device, vault: Vault, { couples, after }: FormerKey, limit = 20,
): Promise<{ rows: OpenedMoment[]; next: FormerKey | null }> {
  const [couple, ...rest] = couples
  if (couple === undefined) return { rows: [], next: null }
  const found = await readMoments(device, vault, { couple, limit, ...(after !== undefined && { after }) })
  const rows = found.rows.filter(({ removed }) => !removed)
  const next = found.next !== null ? { couples, after: found.next } : rest.length > 0 ? { couples: rest } : null
  return rows.length === 0 && next !== null ? readFormerMoments(device, vault, next, limit) : { rows, next }
}
