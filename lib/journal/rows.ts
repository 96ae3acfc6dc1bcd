import 'server-only'
import { dayOfColumn } from '@/lib/db/day-column'
import { sealedOfColumn } from '@/lib/db/sealed-column'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { EntryKind, EntryRow, ReplyRow, SharedEntryRow } from './contract'

// The columns that are read of each table, and the API's row made of them.

export const entryColumns = { id: true, rev: true, sealed: true, addedAt: true } as const

type KeptEntry = { id: string; rev: number; sealed: Uint8Array; addedAt: Date }

export const entryRow = ({ id, rev, sealed, addedAt }: KeptEntry): EntryRow => ({
  id,
  rev,
  sealed: sealedOfColumn(sealed),
  addedAt: addedAt.toISOString(),
})

export const sharedEntryColumns = {
  id: true,
  coupleId: true,
  authorId: true,
  rev: true,
  kind: true,
  types: true,
  day: true,
  removed: true,
  sealed: true,
  addedAt: true,
} as const

type KeptSharedEntry = KeptEntry & {
  coupleId: string
  authorId: string
  kind: EntryKind
  types: IntimacyType[]
  day: Date
  removed: boolean
}

export const sharedEntryRow = ({
  coupleId,
  authorId,
  kind,
  types,
  day,
  removed,
  ...kept
}: KeptSharedEntry): SharedEntryRow => ({
  ...entryRow(kept),
  coupleId,
  authorId,
  kind,
  types,
  day: dayOfColumn(day),
  removed,
})

export const replyColumns = {
  id: true,
  coupleId: true,
  pageId: true,
  authorId: true,
  rev: true,
  day: true,
  removed: true,
  sealed: true,
  addedAt: true,
} as const

type KeptReply = KeptEntry & { pageId: string; authorId: string; day: Date; removed: boolean }

export const replyRow = ({ pageId, authorId, day, removed, ...kept }: KeptReply): ReplyRow => ({
  ...entryRow(kept),
  pageId,
  authorId,
  day: dayOfColumn(day),
  removed,
})
