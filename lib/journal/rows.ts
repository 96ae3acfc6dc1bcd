import 'server-only'
import { dayOfColumn } from '@/lib/db/day-column'
import { sealedOfColumn } from '@/lib/db/sealed-column'
import type { ReplyRecord, SharedEntryRecord } from '@/lib/db/sealed-lists'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { EntryKind, EntryRow, ReplyRow, SharedEntryRow } from './contract'

// The columns that are read of each table, and the API's row made of them.

export const entryColumns = { id: true, rev: true, sealed: true, addedAt: true } as const

type StoredEntry = { id: string; rev: number; sealed: Uint8Array; addedAt: Date }

export const entryRow = ({ id, rev, sealed, addedAt }: StoredEntry): EntryRow => ({
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

type StoredSharedEntry = StoredEntry & {
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
  ...row
}: StoredSharedEntry): SharedEntryRow => ({
  ...entryRow(row),
  coupleId,
  authorId,
  kind,
  types,
  day: dayOfColumn(day),
  removed,
})

/** The API's row of a shared page of a list. */
export const listedSharedEntry = ({
  coupleId,
  authorId,
  kind,
  types,
  day,
  removed,
  ...row
}: SharedEntryRecord): SharedEntryRow => ({ ...entryRow(row), coupleId, authorId, kind, types, day, removed })

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

type StoredReply = StoredEntry & { pageId: string; authorId: string; day: Date; removed: boolean }

export const replyRow = ({ pageId, authorId, day, removed, ...row }: StoredReply): ReplyRow => ({
  ...entryRow(row),
  pageId,
  authorId,
  day: dayOfColumn(day),
  removed,
})

/** The API's row of a reply of a list. */
export const listedReply = ({ pageId, authorId, day, removed, ...row }: ReplyRecord): ReplyRow => ({
  ...entryRow(row),
  pageId,
  authorId,
  day,
  removed,
})
