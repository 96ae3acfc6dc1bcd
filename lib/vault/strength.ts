// How hard it is to guess a phrase that a person chose. The threat is a partner who hosts the server: offline, about
// 100 guesses a second against Argon2, by somebody who knows the names and the pet.

import { loadStrengthMeter } from './late-parts'
import { LONGEST_PHRASE, normalisePhrase, phraseLength, SHORTEST_PHRASE } from './phrase'

export type Strength =
  | Readonly<{ is: 'strong'; score: StrengthScore }>
  | Readonly<{ is: 'too-short' | 'too-long' }>
  | Readonly<{ is: 'easy-to-guess'; score: StrengthScore }>

/** zxcvbn's 0 to 4. */
type StrengthScore = 0 | 1 | 2 | 3 | 4

/**
 * log10 of the guesses that a strong phrase takes: over three years at 100 a second. zxcvbn's own limit between 3 and
 * 4.
 */
const STRONG_LOG10 = 10

/**
 * Rates a phrase, for a meter and for accepting it (only `strong` is accepted). `known` are both people's names and
 * emails; their parts are tried too. Loads over a megabyte the first time. Method: Wheeler, zxcvbn, USENIX Security
 * 2016.
 */
export async function ratePhrase(phrase: string, known: readonly string[]): Promise<Strength> {
  const length = phraseLength(phrase)
  if (length < SHORTEST_PHRASE) return { is: 'too-short' }
  if (length > LONGEST_PHRASE) return { is: 'too-long' }
  const { check } = await loadMeter()
  const { guessesLog10, score } = check(normalisePhrase(phrase), knownParts(known))
  return { is: guessesLog10 >= STRONG_LOG10 ? 'strong' : 'easy-to-guess', score }
}

const knownParts = (known: readonly string[]): string[] =>
  [...new Set(known.flatMap((whole) => [whole, ...whole.split(/[^\p{Letter}\p{Number}]+/u)]))].filter(
    (part) => part.length > 1,
  )

async function makeMeter() {
  const { core, common, english } = await loadStrengthMeter()
  const dictionary = { ...common.dictionary, ...english.dictionary }
  const factory = new core.ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs, maxLength: LONGEST_PHRASE })
  return { check: (phrase: string, parts: string[]) => factory.check(phrase, parts) }
}

let loading: ReturnType<typeof makeMeter> | undefined

function loadMeter(): ReturnType<typeof makeMeter> {
  loading ??= makeMeter()
  loading.catch(() => (loading = undefined))
  return loading
}
