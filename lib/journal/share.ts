// What of a page goes to the partner: the parts that were chosen, in the words that were previewed, and nothing else of it.
import * as z from 'zod/mini'
import { daySchema } from '@/lib/time/schemas'
import type { Day } from '@/lib/time/day'
import type { JsonObject } from '@/lib/vault/strict-json'
import type { EntryKind } from './contract'
import { readShape } from '@/lib/device/read-shape'
import type { Page } from './page'

export const WANTS = ['listen', 'comfort', 'ideas', 'nothing'] as const
export type Wants = (typeof WANTS)[number]

/** The parts that can be shared, in the order in which they are read. */
export const PARTS = ['text', 'voice', 'origin', 'answer', 'effect', 'step'] as const
export type Part = (typeof PARTS)[number]

export type SharedWords = Readonly<Partial<Record<Part, string>>>

/** What the partner reads: the words of each part that was shared, what is wanted, and the day it was written, if shown. */
export type SharedPage = Readonly<{ kind: EntryKind; words: SharedWords; wants: Wants; writtenDay: Day | null }>

const part = z.optional(z.string())
const shared = z.object({
  text: part,
  voice: part,
  origin: part,
  answer: part,
  effect: part,
  step: part,
  wants: z.enum(WANTS),
  writtenDay: z.optional(daySchema),
})

/** The words of every part of a page that has any. */
export function sharedWordsOf({ writing }: Page): SharedWords {
  const { text, voice, origin, answer, effect, step } =
    writing.kind === 'reflection' ? { ...none, text: writing.text } : { ...none, ...writing }
  return chosenWords({ text, voice, origin, answer, effect, step }, PARTS)
}

const none: Readonly<Record<Part, string>> = { text: '', voice: '', origin: '', answer: '', effect: '', step: '' }

/** What is offered first: a reflection whole; of a voice the answer and the action. What the voice said is chosen anew each time. */
export function offeredParts(page: Page): Part[] {
  const words = sharedWordsOf(page)
  return (['text', 'answer', 'step'] as const).filter((name) => words[name] !== undefined)
}

/** The words of the chosen parts alone, in reading order, without empty ones. */
export function chosenWords(words: SharedWords, parts: readonly Part[]): SharedWords {
  const chosen = PARTS.filter((name) => parts.includes(name) && (words[name] ?? '').trim() !== '')
  return Object.fromEntries(chosen.map((name) => [name, words[name]]))
}

/** The body under which a shared page is sealed. */
export const sharedBody = ({ words, wants, writtenDay }: SharedPage): JsonObject => ({
  ...(words as Record<string, string>),
  wants,
  ...(writtenDay !== null && { writtenDay }),
})

/** A shared page out of what was opened; `bad-format` for what is none. */
export function readSharedPage(kind: EntryKind, body: JsonObject): SharedPage {
  const { wants, writtenDay, ...words } = readShape(shared, body)
  return { kind, words: chosenWords(defined(words), PARTS), wants, writtenDay: writtenDay ?? null }
}

const defined = (
  words: Readonly<Record<Part, string | undefined>> | Partial<Record<Part, string | undefined>>,
): SharedWords => Object.fromEntries(Object.entries(words).filter(([, text]) => text !== undefined))

/** The first words of a shared page, for a list. What the voice said is quoted there, as nobody's own words. */
export function leadOf({ words }: SharedPage): { part: Part; text: string } {
  const first = PARTS.find((name) => words[name] !== undefined) ?? 'text'
  return { part: first, text: words[first] ?? '' }
}
