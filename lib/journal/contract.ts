import * as z from 'zod/mini'
import { sealed, storedBytes } from '@/lib/http/bytes'
import { contract, id, paged, pageQuery, version } from '@/lib/http/contract'
import { intimacyTypesSchema } from '@/lib/intimacy/schemas'
import { daySchema, instantSchema, storedDay } from '@/lib/time/schemas'

/** A private page as the server knows it: no day, no type, no kind. */
const entry = z.object({ id, rev: version, sealed: storedBytes, addedAt: instantSchema })

export const listEntries = contract({
  method: 'GET',
  path: '/api/entries',
  query: z.strictObject(pageQuery),
  summary: 'My own private pages, newest first, with markers of removed ones.',
  answer: paged(entry),
})

export const addEntries = contract({
  method: 'POST',
  path: '/api/entries',
  size: 'batch',
  summary:
    'Adds private pages, and answers the saved row of each, in the order given: those that fit into 2 MiB, where a page that exists already is larger than what was sent.',
  body: z.strictObject({ entries: z.array(z.strictObject({ id, sealed })).check(z.minLength(1), z.maxLength(100)) }),
  limits: ['sealedBytes'],
  answer: z.object({ rows: z.array(entry) }),
})

export const getEntry = contract({
  method: 'GET',
  path: '/api/entries/{id}',
  repeats: { id: 'id' },
  params: z.strictObject({ id }),
  version: 'rev',
  summary: 'One of my private pages.',
  answer: entry,
  problems: ['not-found'],
})

export const putEntry = contract({
  method: 'PUT',
  path: '/api/entries/{id}',
  repeats: { id: 'id' },
  params: z.strictObject({ id }),
  ifMatch: true,
  version: 'rev',
  size: 'sealed',
  summary: 'Saves the next version of a private page; removing it and bringing it back are versions too.',
  body: z.strictObject({ sealed }),
  limits: ['sealedBytes'],
  answer: entry,
  problems: ['not-found', 'version-missing', 'version-changed'],
})

export const entryKind = z.enum(['reflection', 'voice'])

/**
 * A shared page. Its sealed text repeats the plain columns, and a device opens no row where they differ. `day` is the
 * day of sharing.
 */
const sharedEntry = z.object({
  id,
  coupleId: id,
  authorId: id,
  rev: version,
  kind: entryKind,
  types: intimacyTypesSchema,
  day: storedDay,
  removed: z.boolean(),
  sealed: storedBytes,
  addedAt: instantSchema,
})

export const listSharedEntries = contract({
  method: 'GET',
  path: '/api/shared-entries',
  repeats: { coupleId: 'rows.coupleId', from: null, to: null },
  query: z.strictObject({
    ...pageQuery,
    coupleId: z.optional(id),
    from: z.optional(daySchema),
    to: z.optional(daySchema),
  }),
  summary:
    'Pages shared in a couple, on any day or on some days, newest first, with markers of those taken back; of a former couple, only my own.',
  answer: paged(sharedEntry),
})

export const shareEntry = contract({
  method: 'POST',
  path: '/api/shared-entries',
  repeats: { id: 'id', coupleId: 'coupleId' },
  size: 'sealed',
  summary: 'Shares a page with my partner. `coupleId` is the couple that it was sealed for.',
  body: z.strictObject({ id, coupleId: id, kind: entryKind, types: intimacyTypesSchema, day: daySchema, sealed }),
  limits: ['sharedPagesOfDay', 'sealedBytes'],
  answer: sharedEntry,
  problems: ['not-paired', 'day-out-of-range', 'id-taken'],
})

const pageParams = z.strictObject({ pageId: id })

export const getSharedEntry = contract({
  method: 'GET',
  path: '/api/shared-entries/{pageId}',
  repeats: { pageId: 'id' },
  params: pageParams,
  version: 'rev',
  summary: 'One shared page.',
  answer: sharedEntry,
  problems: ['not-found'],
})

/** A page that was taken back has no types, so that it feeds nothing. */
const sharedEntryChange = z
  .strictObject({ types: intimacyTypesSchema, removed: z.boolean(), sealed })
  .check(z.refine(({ removed, types }) => !removed || types.length === 0, { path: ['types'] }))

export const putSharedEntry = contract({
  method: 'PUT',
  path: '/api/shared-entries/{pageId}',
  repeats: { pageId: 'id' },
  params: pageParams,
  ifMatch: true,
  version: 'rev',
  size: 'sealed',
  summary: 'Saves the next version of a page that I shared: changed, taken back, or brought back.',
  body: sharedEntryChange,
  limits: ['sealedBytes'],
  answer: sharedEntry,
  problems: ['not-found', 'ended', 'version-missing', 'version-changed'],
})

const reply = z.object({
  id,
  pageId: id,
  authorId: id,
  rev: version,
  day: storedDay,
  removed: z.boolean(),
  sealed: storedBytes,
  addedAt: instantSchema,
})

export const listReplies = contract({
  method: 'GET',
  path: '/api/shared-entries/{pageId}/replies',
  repeats: { pageId: 'rows.pageId' },
  params: pageParams,
  query: z.strictObject(pageQuery),
  summary: 'Replies to a page, newest first; to a page that was taken back, only my own.',
  answer: paged(reply),
  problems: ['not-found'],
})

export const listCoupleReplies = contract({
  method: 'GET',
  path: '/api/replies',
  repeats: { coupleId: null },
  query: z.strictObject({ ...pageQuery, coupleId: z.optional(id) }),
  summary:
    'Replies in a couple, newest first: both people’s in the active couple; in a former couple only my own, even to pages that are no longer served.',
  answer: paged(reply),
})

export const addReply = contract({
  method: 'POST',
  path: '/api/shared-entries/{pageId}/replies',
  repeats: { pageId: 'pageId', id: 'id' },
  params: pageParams,
  size: 'sealed',
  summary: 'Replies to a shared page.',
  body: z.strictObject({ id, day: daySchema, sealed }),
  limits: ['repliesOfDay', 'repliesOfPage', 'sealedBytes'],
  answer: reply,
  problems: ['not-found', 'ended', 'page-taken-back', 'day-out-of-range', 'id-taken'],
})

export const putReply = contract({
  method: 'PUT',
  path: '/api/shared-entries/{pageId}/replies/{replyId}',
  repeats: { pageId: 'pageId', replyId: 'id' },
  params: z.strictObject({ pageId: id, replyId: id }),
  ifMatch: true,
  version: 'rev',
  size: 'sealed',
  summary: 'Saves the next version of my reply: changed, removed, or brought back.',
  body: z.strictObject({ removed: z.boolean(), sealed }),
  limits: ['sealedBytes'],
  answer: reply,
  problems: ['not-found', 'ended', 'version-missing', 'version-changed'],
})

export type EntryRow = z.output<typeof entry>
export type SharedEntryRow = z.output<typeof sharedEntry>
export type ReplyRow = z.output<typeof reply>
export type EntryKind = z.output<typeof entryKind>
