// Gathers what rows the index should note, so that opening a list seals the index once, and never waits for it.
import type { RowIdentity } from '@/lib/vault/row-identity'
import type { Vault } from '@/lib/vault/vault'
import type { Device } from './device'
import { isIndexed, keepOpened, type IndexedRow, type IndexedText } from './opened-index'

/** How long rows are gathered, in ms. More of them don't postpone it. */
export const GATHERED_FOR = 1000

/** A version of a row that this device opened or made, and what the index notes of it; null for nothing. */
export type NotedRow = RowIdentity & Readonly<{ rev: number; indexed: IndexedText | null }>

type Gathering = { rows: IndexedRow[]; known: Set<string>; isWaiting: boolean }

const gatherings = new WeakMap<Device['store'], Map<string, Gathering>>()

/**
 * Notes rows in the index within a second or so. A row without `indexed` is noted so that an earlier version of it
 * leaves. Rows that this tab noted before cost nothing.
 */
export function noteOpened({ store }: Pick<Device, 'store'>, vault: Vault, rows: readonly NotedRow[]): void {
  const gathering = gatheringOf(store, vault.uid)
  for (const { magic, id, rev, author, pair, indexed } of rows) {
    const key = [magic, pair, author, id, rev, indexed?.day].join('/')
    if (!isIndexed(magic) || gathering.known.has(key)) continue
    gathering.known.add(key)
    if (indexed) gathering.rows.push({ ...indexed, id, rev, author, couple: pair })
    if (gathering.isWaiting) continue
    gathering.isWaiting = true
    setTimeout(() => {
      const gathered = gathering.rows
      gathering.rows = []
      gathering.isWaiting = false
      keepOpened({ store }, vault, gathered).catch(() => gathering.known.clear())
    }, GATHERED_FOR)
  }
}

function gatheringOf(store: Device['store'], uid: string): Gathering {
  const people = gatherings.get(store) ?? new Map<string, Gathering>()
  gatherings.set(store, people)
  const gathering = people.get(uid) ?? { rows: [], known: new Set(), isWaiting: false }
  people.set(uid, gathering)
  return gathering
}
