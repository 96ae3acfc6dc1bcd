// k, the one secret that pairs two people, in the forms in which it is handed over: link, QR (the same link), twelve words.

import { fromBase64url, toBase64url, type Bytes } from './base64url'
import { loadBip39, loadWords } from './late-parts'
import { random } from './primitives'
import { VaultError } from './vault-error'

/** k: 16 random bytes as base64url. */
export type InviteSecret = string & { readonly __invite: true }

export const makeInviteSecret = (): InviteSecret => toBase64url(random(16)) as InviteSecret

/** k's bytes. Throws `bad-invite`. */
export function secretBytes(secret: string): Bytes {
  try {
    return fromBase64url(secret, 16)
  } catch (cause) {
    throw new VaultError('bad-invite', { cause })
  }
}

/** A secret as a keyring or a link holds it. Throws `bad-invite`. */
export const parseInviteSecret = (text: string): InviteSecret => toBase64url(secretBytes(text)) as InviteSecret

/** What stands behind `#` in the link; a browser never sends it. */
export const inviteFragment = (secret: InviteSecret): string => `v1.${secret}`

/** Twelve words of BIP 39's English list: 128 bits and their 4 bits of checksum. */
export async function inviteWords(secret: InviteSecret): Promise<string> {
  const [{ entropyToMnemonic }, words] = await Promise.all([loadBip39(), loadWords()])
  return entropyToMnemonic(secretBytes(secret), words)
}

/**
 * An invite as it was pasted, scanned or typed: a whole link, its fragment, or twelve words in whatever case, with numbers or
 * commas between them, or cut to their first four letters. Throws `bad-invite`, or `bad-invite-words` when one was misheard.
 */
export async function readInvite(typed: string): Promise<InviteSecret> {
  const text = typed.normalize('NFKC').trim()
  const fragment = /(?:^|#)v1\.([A-Za-z0-9_-]+)$/.exec(text)?.[1]
  if (fragment !== undefined) return parseInviteSecret(fragment)
  return fromWords(text)
}

async function fromWords(text: string): Promise<InviteSecret> {
  const heard = text.toLowerCase().match(/\p{Letter}+/gu) ?? []
  if (heard.length !== 12) throw new VaultError('bad-invite')
  const [{ mnemonicToEntropy }, words] = await Promise.all([loadBip39(), loadWords()])
  const known = heard.map(
    (word) => words.find((whole) => whole === word) ?? words.find((whole) => cutFrom(word, whole)),
  )
  if (!known.every((word) => word !== undefined)) throw new VaultError('bad-invite-words')
  try {
    return toBase64url(mnemonicToEntropy(known.join(' '), words)) as InviteSecret
  } catch (cause) {
    throw new VaultError('bad-invite-words', { cause })
  }
}

/** BIP 39: "it's enough to type the first four letters to unambiguously identify the word." */
const cutFrom = (heard: string, whole: string) => heard.length >= 4 && whole.startsWith(heard)
