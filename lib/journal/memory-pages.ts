import type { Device } from '@/lib/device/device'
import type { IndexedRow } from '@/lib/device/opened-index'
import type { Day } from '@/lib/time/day'
import type { Vault } from '@/lib/vault/vault'
import { indexedSharedPage } from './indexed-shared-page'
import { fetchSharedPages } from './sharing'

/**
 * Fetches the newest pages that were shared in a couple on a day, as the index has them. Throws as `fetchSharedPages`.
 */
export async function fetchIndexedSharedPages(
  device: Device,
  vault: Vault,
  couple: string,
  day: Day,
): Promise<readonly IndexedRow[]> {
  const { rows } = await fetchSharedPages(device, vault, { coupleId: couple, from: day, to: day })
  return rows.flatMap(({ opened, ...row }) =>
    opened.is === 'text'
      ? [{ ...indexedSharedPage(opened.text, row), id: row.id, rev: row.rev, author: row.authorId, couple }]
      : [],
  )
}
