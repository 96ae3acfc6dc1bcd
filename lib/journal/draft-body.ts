// What a draft holds while it is being written, and how it is read back.
import * as z from 'zod/mini'
import { intimacyTypesSchema } from '@/lib/intimacy/intimacy-type'
import { daySchema } from '@/lib/time/schemas'
import type { JsonObject } from '@/lib/vault/strict-json'
import { isBlank, readOr, writing } from './page'
import { VOICE_STEPS } from './voice'

const pageDraft = z.object({
  is: z.literal('page'),
  writing,
  types: intimacyTypesSchema,
  day: daySchema,
  /** The version it was made from, 0 for a new page. */
  base: z.int().check(z.gte(0)),
  /** For a voice: where one is in it. */
  form: z.optional(z.enum(['whole', 'short'])),
  place: z.optional(z.enum(VOICE_STEPS)),
})
const replyDraft = z.object({ is: z.literal('reply'), text: z.string() })
/** The words of a form's fields, by name, and the page on which one goes on with them. */
const formDraft = z.object({
  is: z.literal('form'),
  page: z.string().check(z.regex(/^\/[a-z0-9/-]+$/)),
  fields: z.record(z.string(), z.string()),
})
const draftBody = z.discriminatedUnion('is', [pageDraft, replyDraft, formDraft])

export type PageDraft = z.output<typeof pageDraft>
export type ReplyDraft = z.output<typeof replyDraft>
export type FormDraft = z.output<typeof formDraft>
export type DraftBody = PageDraft | ReplyDraft | FormDraft

/** Throws `bad-format` for what is no draft of a page, a reply or a form. */
export const readDraftBody = (body: JsonObject): DraftBody => readOr(draftBody, body)

/** As JSON for sealing: what is undefined is left out. */
export const draftJson = (body: DraftBody): JsonObject => JSON.parse(JSON.stringify(body)) as JsonObject

/** Whether there is nothing in it that anybody would miss. */
export function nothingToKeep(body: DraftBody): boolean {
  if (body.is === 'reply') return body.text.trim() === ''
  if (body.is === 'form') return Object.values(body.fields).every((text) => text.trim() === '')
  return body.base === 0 && isBlank(body.writing)
}
