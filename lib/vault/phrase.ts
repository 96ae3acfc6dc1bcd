import { loadWords } from './late-parts'
import { random } from './primitives'
import { VaultError } from './vault-error'

/** Bounds of a phrase, in characters (code points) as it is derived. */
export const SHORTEST_PHRASE = 14
export const LONGEST_PHRASE = 256

/**
 * A phrase as it is derived: NFKC, its ends trimmed, runs of white space as one space, case kept. So the same phrase opens
 * whether a keyboard composed its letters or not, and however it was pasted.
 */
export const normalised = (phrase: string): string => phrase.normalize('NFKC').trim().replace(/\s+/g, ' ')

/** The length of a phrase in characters, as it is derived. */
export const phraseLength = (phrase: string): number => Array.from(normalised(phrase)).length

/** Refuses what may not become somebody's phrase: `phrase-too-short` or `phrase-too-long`. */
export function checkNewPhrase(phrase: string): void {
  const length = phraseLength(phrase)
  if (length < SHORTEST_PHRASE) throw new VaultError('phrase-too-short')
  if (length > LONGEST_PHRASE) throw new VaultError('phrase-too-long')
}

/** Five words of 2,048, each as likely as any other: 55 bits before Argon2. */
export async function makePhrase(): Promise<string> {
  const words = await loadWords()
  const drawn = new Uint16Array(random(10).buffer)
  // 65,536 is a multiple of 2,048, so the remainder favours no word
  return Array.from(drawn, (number) => words[number % words.length]).join(' ')
}
