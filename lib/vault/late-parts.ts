// Libraries that are loaded when a journal is made or opened, never with a first page.

import { loadLate } from './load-late'

/** Loads the age library. */
export const loadAge = () => loadLate(() => import('age-encryption'))
/** Loads Ed25519 and X25519 of noble. */
export const loadNobleCurves = () => loadLate(() => import('@noble/curves/ed25519.js'))
/** Loads BIP 39's coding of words. */
export const loadBip39 = () => loadLate(() => import('@scure/bip39'))

/** Loads BIP 39's English list: 2,048 words, each identified by its first four letters. */
export const loadWords = async (): Promise<string[]> =>
  (await loadLate(() => import('@scure/bip39/wordlists/english.js'))).wordlist

/** Loads the words that a made phrase leaves out. */
export const loadUnkindWords = async () => (await loadLate(() => import('./unkind-words'))).UNKIND_WORDS

/** Loads zxcvbn with its English dictionaries, over a megabyte, and the phrases that everybody knows. */
export const loadStrengthMeter = () =>
  loadLate(async () => {
    const [core, common, english, known] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
      import('@zxcvbn-ts/language-en'),
      import('./known-phrases').then(({ KNOWN_PHRASES, EXPECTED_WORDS }) => ({ KNOWN_PHRASES, EXPECTED_WORDS })),
    ])
    return { core, common, english, known }
  })
