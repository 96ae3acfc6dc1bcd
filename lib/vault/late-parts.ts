// What is loaded only when a journal is made or opened, never with a first page.

import { VaultError } from './vault-error'

/** A chunk that does not arrive is a failure of its own, never mistaken for a text that cannot be opened. */
async function late<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load()
  } catch (cause) {
    throw new VaultError('part-not-loaded', { cause })
  }
}

export const loadAge = () => late(() => import('age-encryption'))
export const loadNobleCurves = () => late(() => import('@noble/curves/ed25519.js'))
export const loadBip39 = () => late(() => import('@scure/bip39'))

/** BIP 39's English list: 2,048 words, each told by its first four letters. */
export const loadWords = async (): Promise<string[]> =>
  (await late(() => import('@scure/bip39/wordlists/english.js'))).wordlist

export const loadStrengthMeter = () =>
  late(async () => {
    const [core, common, english] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
      import('@zxcvbn-ts/language-en'),
    ])
    return { core, common, english }
  })
