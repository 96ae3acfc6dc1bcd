// The drafts of pages and replies, and the list of every draft that a person can continue.
import * as z from 'zod/mini'
import type { DraftCodec } from '@/lib/device/drafts'
import { formDraft, formDrafts, type FormDraft } from '@/lib/device/form-draft'
import { readShape } from '@/lib/device/read-shape'
import { intimacyTypesSchema } from '@/lib/intimacy/schemas'
import type { Day } from '@/lib/time/day'
import { daySchema } from '@/lib/time/schemas'
import { isBlank, sharedAs, writing, type Page } from './page'
import { VOICE_STEPS } from './voice'

const pageDraft = z.object({
  is: z.literal('page'),
  writing,
  types: intimacyTypesSchema,
  day: daySchema,
  /** The copies that the edited page names. */
  sharedAs: z.optional(sharedAs),
  /** The writer chose the day: it stays, whenever the first word is written. */
  dayChosen: z.optional(z.boolean()),
  /** The version it was made from, 0 for a new page. */
  base: z.int().check(z.gte(0)),
  /** For a page about the inner voice: its form, and the step that is open. */
  form: z.optional(z.enum(['whole', 'short'])),
  place: z.optional(z.enum(VOICE_STEPS)),
})
const replyDraft = z.object({ is: z.literal('reply'), text: z.string() })
const anyDraft = z.discriminatedUnion('is', [pageDraft, replyDraft, formDraft])

export type PageDraft = z.output<typeof pageDraft>
export type ReplyDraft = z.output<typeof replyDraft>
export type AnyDraft = PageDraft | ReplyDraft | FormDraft

export const pageDrafts: DraftCodec<PageDraft> = {
  read: (body) => readShape(pageDraft, body),
  isBlank: (draft) => draft.base === 0 && isBlank(draft.writing),
}

/** The page that a draft becomes. */
export const pageOf = ({ day, types, writing: written, sharedAs: named }: PageDraft): Page => ({
  day,
  types,
  writing: written,
  sharedAs: named,
})

/**
 * Changes a draft. The day of a new page is that of its first word, unless the writer chose one. `today` is asked then.
 */
export function changeDraft(draft: PageDraft, changed: Partial<PageDraft>, today: () => Day): PageDraft {
  const next = { ...draft, ...changed }
  const isFirstWord = draft.base === 0 && isBlank(draft.writing) && !isBlank(next.writing)
  return isFirstWord && !next.dayChosen ? { ...next, day: today() } : next
}

export const replyDrafts: DraftCodec<ReplyDraft> = {
  read: (body) => readShape(replyDraft, body),
  isBlank: ({ text }) => text.trim() === '',
}

/** Drafts of every kind, for the list of what is unfinished. */
export const anyDrafts: DraftCodec<AnyDraft> = {
  read: (body) => readShape(anyDraft, body),
  isBlank: (draft) => {
    if (draft.is === 'page') return pageDrafts.isBlank(draft)
    return draft.is === 'reply' ? replyDrafts.isBlank(draft) : formDrafts.isBlank(draft)
  },
}
