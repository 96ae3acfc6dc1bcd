// What a page holds once it is open: the body of a sealed entry, read out of what was sealed and made for sealing.
import * as z from 'zod/mini'
import { readShape } from '@/lib/device/read-shape'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { intimacyTypesSchema } from '@/lib/intimacy/schemas'
import { daySchema } from '@/lib/time/schemas'
import type { JsonObject } from '@/lib/vault/strict-json'
import type { Meta } from '@/lib/vault/text-frame'
import { entryKind } from './contract'

/** How much one believes what the voice says, 0 to 100, or null where it was not said. */
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

/** A page: what was written, on which day, and what it fed. */
export type Page = Readonly<{ day: z.output<typeof daySchema>; types: readonly IntimacyType[]; writing: Writing }>

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

/** The meta and body under which a private page is sealed. */
export function sealable({ day, types, writing: { kind, ...body } }: Page): { meta: Meta; body: JsonObject } {
  return { meta: { types: [...types], day, kind }, body }
}

/** A private page out of what was opened. Keys it doesn't know are left out; `bad-format` for what is no page. */
export function readPage(opened: Readonly<{ meta: Meta; body: JsonObject }>): Page {
  const { kind, day, types } = readShape(meta, opened.meta)
  return { day, types, writing: readShape(writing, { ...opened.body, kind }) }
}

/** The first words of a page, for a list: one line, at most `most` characters. */
export function firstLine(text: string, most = 180): string {
  const line = text.trim().replace(/\s+/gu, ' ')
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space < most / 2 ? most : space).trimEnd()}…`
}

/** Whether anything was written at all. */
export const isBlank = (written: Writing): boolean =>
  written.kind === 'reflection'
    ? written.text.trim() === ''
    : [written.voice, written.origin, written.answer, written.effect, written.step].every((text) => text.trim() === '')
