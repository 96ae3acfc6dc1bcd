// Answering the critical inner voice in five steps, after the procedure of R. W. Firestone (Firestone 1988; Firestone,
// Firestone & Catlett 2002, "Conquer Your Critical Inner Voice"): say it as "you", see where it may come from, answer
// it in your own name, see what it makes you do, plan something against it. None of their wording is used.
import type { Voice } from './page'

/** The steps, each named for its subject. */
export const VOICE_STEPS = ['voice', 'origin', 'answer', 'effect', 'step'] as const
export type VoiceStep = (typeof VOICE_STEPS)[number]

/** `short` has two steps, for when there is little time: what the voice says, and the answer. */
export type VoiceForm = 'whole' | 'short'

export const stepsOf = (form: VoiceForm): readonly VoiceStep[] => (form === 'short' ? ['voice', 'answer'] : VOICE_STEPS)

/** The step after this one in the form, or null after the last. */
export function stepAfter(step: VoiceStep, form: VoiceForm): VoiceStep | null {
  const steps = stepsOf(form)
  return steps[steps.indexOf(step) + 1] ?? null
}

/** The step before this one in the form, or null before the first. */
export function stepBefore(step: VoiceStep, form: VoiceForm): VoiceStep | null {
  const steps = stepsOf(form)
  return steps[steps.indexOf(step) - 1] ?? null
}

const splitWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []

/** Scripts without spaces have no words to count: twelve letters count as three words. */
const THREE_WORDS_OF_LETTERS = 12

/**
 * Whether the voice was answered: only looking at it was found to raise shame, so a page without an answer is not
 * finished. Code can't judge whether the answer is kind; it checks that it has at least three words and does not repeat
 * the voice.
 */
export function isAnswered({ voice, answer }: Pick<Voice, 'voice' | 'answer'>): boolean {
  const answerWords = splitWords(answer)
  const enough =
    answerWords.length >= 3 ||
    (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(
      answer,
    ) &&
      answer.trim().length >= THREE_WORDS_OF_LETTERS)
  return enough && answerWords.join(' ') !== splitWords(voice).join(' ')
}

/** Whether a page about the inner voice counts as finished: it says what the voice says, and has an answer. */
export const isFinished = (page: Pick<Voice, 'voice' | 'answer'>): boolean =>
  page.voice.trim() !== '' && isAnswered(page)

/**
 * Whether the voice is written as "I…", in English: then a line under the field suggests "you…", as if another person
 * said it. Only a sentence that begins with "I" or "my" counts, and no text that also has "you".
 */
export function writtenAsI(voice: string): boolean {
  const voiceWords = splitWords(voice)
  if (voiceWords.some((word) => /^(you|your|yours|yourself|you['’](re|ve|ll|d))$/.test(word))) return false
  return /(^|[.!?]\s+|\n\s*)["“']?(i|i['’](m|ve|ll|d)|my)\b/i.test(voice.trim())
}
