import { loadUnkindWords, loadWords } from './late-parts'
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

/** How many words a made phrase has. */
const MADE_WORDS = 5

/** Makes a phrase of five words out of about 1,800, uniformly: 54 bits before Argon2. */
export async function makePhrase(): Promise<string> {
  const [words, unkind] = await Promise.all([loadWords(), loadUnkindWords()])
  const made: string[] = []
  while (made.length < MADE_WORDS) {
    // 65,536 is a multiple of 2,048, so the remainder favours no word; an unkind word is drawn again
    const [number = 0] = new Uint16Array(random(2).buffer)
    const word = words[number % words.length] ?? ''
    if (!unkind.has(word)) made.push(word)
  }
  return made.join(' ')
}

/**
 * The made phrase that was typed with capitals, as a phone's keyboard writes the first word: five words of the whole
 * list, in lower case. Null for every other phrase, and where no letter is a capital.
 */
export async function uncapitalise(typed: string): Promise<string | null> {
  const lower = normalisePhrase(typed).toLowerCase()
  const words = lower.split(' ')
  if (lower === normalisePhrase(typed) || words.length !== MADE_WORDS) return null
  const list = new Set(await loadWords())
  return words.every((word) => list.has(word)) ? lower : null
}
