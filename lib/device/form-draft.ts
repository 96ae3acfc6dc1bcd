// The draft of a form with a few text fields, and choices beside them.
import * as z from 'zod/mini'
import type { DraftCodec } from './drafts'
import { readShape } from './read-shape'

/** The text of a form's fields, by name, what was chosen beside them, and the page on which the person continues. */
export const formDraft = z.object({
  is: z.literal('form'),
  page: z.string().check(z.regex(/^\/[a-z0-9/-]+$/)),
  fields: z.record(z.string(), z.string()),
  choices: z.optional(z.record(z.string(), z.string())),
})
export type FormDraft = z.output<typeof formDraft>

/** Reads drafts of forms. */
export const formDrafts: DraftCodec<FormDraft> = {
  read: (body) => readShape(formDraft, body),
  isBlank: ({ fields }) => Object.values(fields).every((text) => text.trim() === ''),
}
