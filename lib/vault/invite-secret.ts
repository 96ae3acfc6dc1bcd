// k, the secret that pairs two people, in the forms in which they pass it on: a link, a QR code of that link, or twelve
// words.

import { fromBase64url, toBase64url, type Bytes } from './base64url'
import { loadBip39, loadWords } from './late-parts'
import { random } from './primitives'
import { VaultError } from './vault-error'

/** k: 16 random bytes as base64url. */
export type InviteSecret = string & { readonly __invite: true }

/** Makes a random secret. */
export const makeInviteSecret = (): InviteSecret => toBase64url(random(16)) as InviteSecret

/** Decodes a secret to its 16 bytes. Throws `bad-invite`. */
export function decodeInviteSecret(secret: string): Bytes {
  try {
    return fromBase64url(secret, 16)
  } catch (cause) {
    throw new VaultError('bad-invite', { cause })
  }
}

/** Checks a secret from a keyring or a link. Throws `bad-invite`. */
export const parseInviteSecret = (text: string): InviteSecret => toBase64url(decodeInviteSecret(text)) as InviteSecret

/** The link's part after `#`, which a browser never sends. */
export const toInviteFragment = (secret: InviteSecret): string => `v1.${secret}`

/** Encodes a secret as twelve words of BIP 39's English list: 128 bits and 4 bits of checksum. */
export async function toInviteWords(secret: InviteSecret): Promise<string> {
  const [{ entropyToMnemonic }, words] = await Promise.all([loadBip39(), loadWords()])
  return entropyToMnemonic(decodeInviteSecret(secret), words)
}

/**
 * Reads an invite that was pasted, scanned or typed: a whole link, its fragment, or twelve words in any case, with
 * numbers or commas between them, or cut to their first four letters. Throws `bad-invite`, or `bad-invite-words` when a
 * word is wrong.
 */
export async function readInvite(typed: string): Promise<InviteSecret> {
  const text = typed.normalize('NFKC').trim()
  const fragment = /(?:^|#)v1\.([A-Za-z0-9_-]+)$/.exec(text)?.[1]
  if (fragment !== undefined) return parseInviteSecret(fragment)
  return readInviteWords(text)
}

async function readInviteWords(text: string): Promise<InviteSecret> {
  const typed = text.toLowerCase().match(/\p{Letter}+/gu) ?? []
  if (typed.length !== 12) throw new VaultError('bad-invite')
  const [{ mnemonicToEntropy }, words] = await Promise.all([loadBip39(), loadWords()])
  const known = typed.map(
    (word) => words.find((whole) => whole === word) ?? words.find((whole) => isAbbreviation(word, whole)),
  )
  if (!known.every((word) => word !== undefined)) throw new VaultError('bad-invite-words')
  try {
    return toBase64url(mnemonicToEntropy(known.join(' '), words)) as InviteSecret
  } catch (cause) {
    throw new VaultError('bad-invite-words', { cause })
  }
}

/** BIP 39: "it's enough to type the first four letters to unambiguously identify the word." */
const isAbbreviation = (typed: string, whole: string) => typed.length >= 4 && whole.startsWith(typed)
