// What the partner gets of a page: the parts that were chosen, with the text that was previewed, and no other part of
// it.
import * as z from 'zod/mini'
import { daySchema } from '@/lib/time/schemas'
import type { Day } from '@/lib/time/day'
import type { JsonObject } from '@/lib/vault/strict-json'
import type { EntryKind } from './contract'
import { readShape } from '@/lib/device/read-shape'
import type { Page } from './page'

export const WANTS = ['listen', 'comfort', 'ideas', 'nothing'] as const
export type Wants = (typeof WANTS)[number]

/** The parts that can be shared, in the order in which they are read: what the voice says comes after the answer. */
export const PARTS = ['text', 'answer', 'step', 'voice', 'origin', 'effect'] as const
export type Part = (typeof PARTS)[number]

export type SharedWords = Readonly<Partial<Record<Part, string>>>

/**
 * What the partner reads: the text of each shared part, what the writer wants, the day it was written, if that is
 * shown, and the day on which its words were last changed after it was shared.
 */
export type SharedPage = Readonly<{
  kind: EntryKind
  words: SharedWords
  wants: Wants
  writtenDay: Day | null
  changedOn: Day | null
}>

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
  changedOn: z.optional(daySchema),
})

/** Returns the text of every part of a page that is not empty. */
export function sharedWordsOf({ writing }: Page): SharedWords {
  const { text, voice, origin, answer, effect, step } =
    writing.kind === 'reflection' ? { ...emptyParts, text: writing.text } : { ...emptyParts, ...writing }
  return chosenWords({ text, voice, origin, answer, effect, step }, PARTS)
}

const emptyParts: Readonly<Record<Part, string>> = { text: '', voice: '', origin: '', answer: '', effect: '', step: '' }

/**
 * Returns the parts that are chosen at first: a reflection's whole text, or the answer and the action of a page about
 * the inner voice. What the voice says is never chosen by default.
 */
export function offeredParts(page: Page): Part[] {
  const words = sharedWordsOf(page)
  return (['text', 'answer', 'step'] as const).filter((name) => words[name] !== undefined)
}

/** Keeps the chosen parts that are not empty, in reading order. */
export function chosenWords(words: SharedWords, parts: readonly Part[]): SharedWords {
  const chosen = PARTS.filter((name) => parts.includes(name) && (words[name] ?? '').trim() !== '')
  return Object.fromEntries(chosen.map((name) => [name, words[name]]))
}

/** Builds the body that is sealed. */
export const sharedBody = ({ words, wants, writtenDay, changedOn }: SharedPage): JsonObject => ({
  ...(words as Record<string, string>),
  wants,
  ...(writtenDay !== null && { writtenDay }),
  ...(changedOn !== null && { changedOn }),
})

/** Whether two shared pages have the same words in the same parts. */
export const hasSameWords = (a: SharedWords, b: SharedWords): boolean => PARTS.every((name) => a[name] === b[name])

/** Reads a shared page out of an opened body. Throws `bad-format`. */
export function readSharedPage(kind: EntryKind, body: JsonObject): SharedPage {
  const { wants, writtenDay = null, changedOn = null, ...words } = readShape(shared, body)
  return { kind, words: chosenWords(omitUndefined(words), PARTS), wants, writtenDay, changedOn }
}

const omitUndefined = (
  words: Readonly<Record<Part, string | undefined>> | Partial<Record<Part, string | undefined>>,
): SharedWords => Object.fromEntries(Object.entries(words).filter(([, text]) => text !== undefined))
