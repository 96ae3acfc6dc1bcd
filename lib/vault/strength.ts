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
 * emails; their parts are tried too. What is left without names, the best known phrases and words that are expected
 * must be strong by itself, because the meter counts each space as a guess. Loads over a megabyte the first time.
 * Method: Wheeler, zxcvbn, USENIX Security 2016.
 */
export async function ratePhrase(phrase: string, known: readonly string[]): Promise<Strength> {
  const length = phraseLength(phrase)
  if (length < SHORTEST_PHRASE) return { is: 'too-short' }
  if (length > LONGEST_PHRASE) return { is: 'too-long' }
  const { check, known: lists } = await loadMeter()
  const parts = knownParts(known)
  const [typed, left] = [normalisePhrase(phrase), withoutExpected(phrase, parts, lists)]
  const whole = check(typed, parts)
  const rest = left === typed ? whole : check(left, parts)
  const weaker = rest.guessesLog10 < whole.guessesLog10 ? rest : whole
  return { is: weaker.guessesLog10 >= STRONG_LOG10 ? 'strong' : 'easy-to-guess', score: weaker.score }
}

type ExpectedLists = Readonly<{ KNOWN_PHRASES: readonly string[]; EXPECTED_WORDS: ReadonlySet<string> }>

/** What is left of a phrase without known phrases, names and expected words; the phrase itself if it has none. */
function withoutExpected(
  phrase: string,
  parts: readonly string[],
  { KNOWN_PHRASES, EXPECTED_WORDS }: ExpectedLists,
): string {
  const words = plainWords(phrase)
  const names = new Set(parts.flatMap(plainWords))
  const left = KNOWN_PHRASES.reduce(withoutPhrase, words)
    .map((word) => withoutNames(word, names))
    .filter((word) => word !== '' && !EXPECTED_WORDS.has(word))
  return left.join(' ') === words.join(' ') ? normalisePhrase(phrase) : left.join(' ')
}

/** Lower-case words without accents, apostrophes and other signs. A capital within a word begins another. */
const plainWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Names with an s or digits behind them are names too, and so are two that are written as one word. */
function withoutNames(word: string, names: ReadonlySet<string>): string {
  let rest = word
  for (const name of [...names].sort((a, b) => b.length - a.length))
    if (name.length > 2 ? rest.includes(name) : rest === name) rest = rest.replaceAll(name, '')
  return rest === word ? word : rest.replace(/^s(?=\d*$)/, '')
}

/** The words without those that together spell a known phrase. What stood in the same words around it stays. */
function withoutPhrase(words: readonly string[], known: string): string[] {
  const text = words.join('')
  const found = text.indexOf(known)
  if (found < 0) return [...words]
  const left: string[] = []
  let begins = 0
  for (const word of words) {
    const [from, to] = [Math.max(found - begins, 0), Math.min(found + known.length - begins, word.length)]
    left.push(to > 0 && from < word.length ? word.slice(0, from) + word.slice(to) : word)
    begins += word.length
  }
  return withoutPhrase(left.filter(Boolean), known)
}

const knownParts = (known: readonly string[]): string[] =>
  [...new Set(known.flatMap((whole) => [whole, ...whole.split(/[^\p{Letter}\p{Number}]+/u)]))].filter(
    (part) => part.length > 1,
  )

async function makeMeter() {
  const { core, common, english, known } = await loadStrengthMeter()
  const dictionary = { ...common.dictionary, ...english.dictionary }
  const factory = new core.ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs, maxLength: LONGEST_PHRASE })
  return { check: (phrase: string, parts: string[]) => factory.check(phrase, parts), known }
}

let loading: ReturnType<typeof makeMeter> | undefined

function loadMeter(): ReturnType<typeof makeMeter> {
  loading ??= makeMeter()
  loading.catch(() => (loading = undefined))
  return loading
}
