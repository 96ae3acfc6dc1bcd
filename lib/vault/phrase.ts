import { loadWords } from './late-parts'
import { random } from './primitives'
import { VaultError } from './vault-error'

/** Bounds of a normalised phrase, in characters (code points). */
export const SHORTEST_PHRASE = 14
export const LONGEST_PHRASE = 256

/**
 * Normalises a phrase before derivation: NFKC, trimmed, runs of white space as one space, case kept. So the same phrase
 * opens the journal whether or not a keyboard composes letters, and however it was pasted.
 */
export const normalisePhrase = (phrase: string): string => phrase.normalize('NFKC').trim().replace(/\s+/g, ' ')

/** The length of a normalised phrase, in characters. */
export const phraseLength = (phrase: string): number => Array.from(normalisePhrase(phrase)).length

/** Checks a new phrase's length. Throws `phrase-too-short`, `phrase-too-long`. */
export function checkNewPhrase(phrase: string): void {
  const length = phraseLength(phrase)
  if (length < SHORTEST_PHRASE) throw new VaultError('phrase-too-short')
  if (length > LONGEST_PHRASE) throw new VaultError('phrase-too-long')
}

/** Makes a phrase of five words out of 2,048, uniformly: 55 bits before Argon2. */
export async function makePhrase(): Promise<string> {
  const words = await loadWords()
  const drawn = new Uint16Array(random(10).buffer)
  // 65,536 is a multiple of 2,048, so the remainder favours no word
  return Array.from(drawn, (number) => words[number % words.length]).join(' ')
}
