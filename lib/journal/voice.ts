// Answering the critical inner voice in five steps, after the procedure of R. W. Firestone (Firestone 1988; Firestone, Firestone &
// Catlett 2002, "Conquer Your Critical Inner Voice"): say it as "you", see where it may come from, answer it as oneself, see what
// it makes one do, plan something against it. No wording of theirs is used.
import type { Voice } from './page'

/** The steps by what each is about. */
export const VOICE_STEPS = ['voice', 'origin', 'answer', 'effect', 'step'] as const
export type VoiceStep = (typeof VOICE_STEPS)[number]

/** `short` is for a minute in the bus: what it says, and the answer. */
export type VoiceForm = 'whole' | 'short'

export const stepsOf = (form: VoiceForm): readonly VoiceStep[] => (form === 'short' ? ['voice', 'answer'] : VOICE_STEPS)

/** The step after this one in the form, or null after the last. */
export function stepAfter(step: VoiceStep, form: VoiceForm): VoiceStep | null {
  const steps = stepsOf(form)
  return steps[steps.indexOf(step) + 1] ?? null
}

export function stepBefore(step: VoiceStep, form: VoiceForm): VoiceStep | null {
  const steps = stepsOf(form)
  return steps[steps.indexOf(step) - 1] ?? null
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []

/** Scripts without spaces have no words to count: there twelve letters are as much as three words. */
const THREE_WORDS_OF_LETTERS = 12

/**
 * Whether the voice was answered: looking at it alone was seen to raise shame, so a page without an answer is not finished. Whether
 * the answer is kind only its writer can say; that it is more than a word, and not the voice said again, can be seen.
 */
export function isAnswered({ voice, answer }: Pick<Voice, 'voice' | 'answer'>): boolean {
  const wordsSaid = words(answer)
  const enough =
    wordsSaid.length >= 3 ||
    (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(
      answer,
    ) &&
      answer.trim().length >= THREE_WORDS_OF_LETTERS)
  return enough && wordsSaid.join(' ') !== words(voice).join(' ')
}

/** Whether the process counts as finished: the voice stands there, and it was answered. */
export const isFinished = (page: Pick<Voice, 'voice' | 'answer'>): boolean =>
  page.voice.trim() !== '' && isAnswered(page)

/**
 * Whether what the voice says is written as "I…", in English: then a gentle line offers "you…" instead, as one would hear it from
 * outside. It is about me, so only a sentence that begins with me counts, and none where "you" is said too.
 */
export function writtenAsI(voice: string): boolean {
  const speaks = words(voice)
  if (speaks.some((word) => /^(you|your|yours|yourself|you['’](re|ve|ll|d)|she|he|they)$/.test(word))) return false
  return /(^|[.!?]\s+|\n\s*)["“']?(i|i['’](m|ve|ll|d)|my)\b/i.test(voice.trim())
}
