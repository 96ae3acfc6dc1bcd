// What a page holds once it is open: how its sealed meta and body are read and built.
import * as z from 'zod/mini'
import { readShape } from '@/lib/device/read-shape'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { intimacyTypesSchema } from '@/lib/intimacy/schemas'
import { daySchema } from '@/lib/time/schemas'
import type { JsonObject } from '@/lib/vault/strict-json'
import type { Meta } from '@/lib/vault/text-frame'
import { entryKind } from './contract'

/** How much the writer believes the voice, 0 to 100, or null where they did not say. */
const belief = z.nullable(z.int().check(z.gte(0), z.lte(100)))

const reflection = z.object({ kind: z.literal('reflection'), text: z.string() })

const voice = z.object({
  kind: z.literal('voice'),
  /** Whom the voice talks about: the writer, or their partner. */
  about: z.enum(['me', 'partner']),
  voice: z.string(),
  origin: z.string(),
  answer: z.string(),
  effect: z.string(),
  step: z.string(),
  /** A day to look back at the step. */
  stepDay: z.nullable(daySchema),
  before: belief,
  after: belief,
})

/** What was written, with its kind. */
export const writing = z.discriminatedUnion('kind', [reflection, voice])
export type Reflection = z.output<typeof reflection>
export type Voice = z.output<typeof voice>
export type Writing = z.output<typeof writing>

const meta = z.object({ types: intimacyTypesSchema, day: daySchema, kind: entryKind })

/** The copies of a private page that were shared: the id of each, and the day of sharing. */
export const sharedAs = z.array(z.object({ id: z.string(), day: daySchema }))

const copies = z.object({ sharedAs: z.optional(sharedAs) })

/**
 * A page: what was written, on which day, what it fed, and as what it was shared. A page that was sealed before it could
 * name its copies has no `sharedAs`.
 */
export type Page = Readonly<{
  day: z.output<typeof daySchema>
  types: readonly IntimacyType[]
  writing: Writing
  sharedAs?: z.output<typeof sharedAs> | undefined
}>

export const emptyReflection: Reflection = { kind: 'reflection', text: '' }

export const emptyVoice: Voice = {
  kind: 'voice',
  about: 'me',
  voice: '',
  origin: '',
  answer: '',
  effect: '',
  step: '',
  stepDay: null,
  before: null,
  after: null,
}

/** Builds the meta and the body that are sealed. */
export function sealable({ day, types, writing: { kind, ...body }, sharedAs: named = [] }: Page): {
  meta: Meta
  body: JsonObject
} {
  return { meta: { types: [...types], day, kind }, body: { ...body, ...(named.length > 0 && { sharedAs: named }) } }
}

/** Reads a private page out of opened meta and body. Unknown keys are left out. Throws `bad-format`. */
export function readPage(opened: Readonly<{ meta: Meta; body: JsonObject }>): Page {
  const { kind, day, types } = readShape(meta, opened.meta)
  const { sharedAs: named } = readShape(copies, opened.body)
  return { day, types, writing: readShape(writing, { ...opened.body, kind }), ...(named && { sharedAs: named }) }
}

/** Whether nothing was written. */
export const isBlank = (written: Writing): boolean =>
  written.kind === 'reflection'
    ? written.text.trim() === ''
    : [written.voice, written.origin, written.answer, written.effect, written.step].every((text) => text.trim() === '')
