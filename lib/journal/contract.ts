import * as z from 'zod/mini'
import { contract, id, paged, pageQuery, sealed, version } from '@/lib/http/contract'
import { intimacyTypesSchema } from '@/lib/intimacy/schemas'
import { daySchema, instantSchema } from '@/lib/time/schemas'

/** A private page as the server knows it: no day, no type, no kind. */
const entry = z.object({ id, rev: version, sealed, addedAt: instantSchema })

export const listEntries = contract({
  method: 'GET',
  path: '/api/entries',
  query: z.strictObject(pageQuery),
  summary: 'My own private pages, newest first, markers of removed ones among them.',
  answer: paged(entry),
})

export const addEntries = contract({
  method: 'POST',
  path: '/api/entries',
  size: 'batch',
  summary: 'Adds private pages, and answers each as it stands, in the order given.',
  body: z.strictObject({ entries: z.array(z.strictObject({ id, sealed })).check(z.minLength(1), z.maxLength(100)) }),
  answer: z.object({ rows: z.array(entry) }),
})

export const getEntry = contract({
  method: 'GET',
  path: '/api/entries/{id}',
  params: z.strictObject({ id }),
  version: 'rev',
  summary: 'One of my private pages.',
  answer: entry,
  problems: ['not-found'],
})

export const putEntry = contract({
  method: 'PUT',
  path: '/api/entries/{id}',
  params: z.strictObject({ id }),
  ifMatch: true,
  version: 'rev',
  size: 'sealed',
  summary: 'The next version of a private page; what removes it and what brings it back are versions too.',
  body: z.strictObject({ sealed }),
  answer: entry,
  problems: ['not-found', 'version-missing', 'version-changed'],
})

export const entryKind = z.enum(['reflection', 'voice'])

/** What a shared page's plain columns are; its sealed text names the same, and a device opens none that names others. `day` is the day of sharing. */
const sharedEntry = z.object({
  id,
  coupleId: id,
  authorId: id,
  rev: version,
  kind: entryKind,
  types: intimacyTypesSchema,
  day: daySchema,
  removed: z.boolean(),
  sealed,
  addedAt: instantSchema,
})

export const listSharedEntries = contract({
  method: 'GET',
  path: '/api/shared-entries',
  query: z.strictObject({
    ...pageQuery,
    coupleId: z.optional(id),
    from: z.optional(daySchema),
    to: z.optional(daySchema),
  }),
  summary:
    'Pages shared in a couple, on some days or on any, newest first, markers of those taken back among them; of a former couple, my own alone.',
  answer: paged(sharedEntry),
})

export const shareEntry = contract({
  method: 'POST',
  path: '/api/shared-entries',
  size: 'sealed',
  summary: 'Shares a page with my partner. `coupleId` is whom it was sealed for.',
  body: z.strictObject({ id, coupleId: id, kind: entryKind, types: intimacyTypesSchema, day: daySchema, sealed }),
  answer: sharedEntry,
  problems: ['not-paired', 'day-out-of-range', 'id-taken'],
})

const onePage = z.strictObject({ pageId: id })

export const getSharedEntry = contract({
  method: 'GET',
  path: '/api/shared-entries/{pageId}',
  params: onePage,
  version: 'rev',
  summary: 'One shared page.',
  answer: sharedEntry,
  problems: ['not-found'],
})

/** What was taken back has no types, so that it feeds nothing. */
const nextPage = z
  .strictObject({ types: intimacyTypesSchema, removed: z.boolean(), sealed })
  .check(z.refine(({ removed, types }) => !removed || types.length === 0))

export const putSharedEntry = contract({
  method: 'PUT',
  path: '/api/shared-entries/{pageId}',
  params: onePage,
  ifMatch: true,
  version: 'rev',
  size: 'sealed',
  summary: 'The next version of a page that I shared: other words, taken back, or there again.',
  body: nextPage,
  answer: sharedEntry,
  problems: ['not-found', 'ended', 'version-missing', 'version-changed'],
})

const reply = z.object({
  id,
  pageId: id,
  authorId: id,
  rev: version,
  day: daySchema,
  removed: z.boolean(),
  sealed,
  addedAt: instantSchema,
})

export const listReplies = contract({
  method: 'GET',
  path: '/api/shared-entries/{pageId}/replies',
  params: onePage,
  query: z.strictObject(pageQuery),
  summary: 'Replies to a page, newest first; to one that was taken back, my own alone.',
  answer: paged(reply),
  problems: ['not-found'],
})

export const listCoupleReplies = contract({
  method: 'GET',
  path: '/api/replies',
  query: z.strictObject({ ...pageQuery, coupleId: z.optional(id) }),
  summary:
    'Replies in a couple, newest first: both people’s of the active one; of a former couple my own alone, and to pages that are served no more.',
  answer: paged(reply),
})

export const addReply = contract({
  method: 'POST',
  path: '/api/shared-entries/{pageId}/replies',
  params: onePage,
  size: 'sealed',
  summary: 'Replies to a page that stands.',
  body: z.strictObject({ id, day: daySchema, sealed }),
  answer: reply,
  problems: ['not-found', 'ended', 'page-taken-back', 'day-out-of-range', 'id-taken'],
})

export const putReply = contract({
  method: 'PUT',
  path: '/api/shared-entries/{pageId}/replies/{replyId}',
  params: z.strictObject({ pageId: id, replyId: id }),
  ifMatch: true,
  version: 'rev',
  size: 'sealed',
  summary: 'The next version of a reply of mine: other words, removed, or there again.',
  body: z.strictObject({ removed: z.boolean(), sealed }),
  answer: reply,
  problems: ['not-found', 'ended', 'version-missing', 'version-changed'],
})

export type EntryRow = z.output<typeof entry>
export type SharedEntryRow = z.output<typeof sharedEntry>
export type ReplyRow = z.output<typeof reply>
export type EntryKind = z.output<typeof entryKind>
