// A binary age file (https://c2sp.org/age). The standard `age -d` opens it too.

import type { Decrypter } from 'age-encryption'
import { readRecipient } from './age-keys'
import { fromBase64url, toBase64url, type Bytes } from './base64url'
import { loadAge } from './late-parts'
import { VaultError } from './vault-error'

/** A whole age file as base64url: this text is sent, stored and compared. */
export type Sealed64 = string & { readonly __sealed: true }

/** Encrypts bytes to age recipients. Throws `bad-recipient`. */
export async function encryptTo(recipients: readonly string[], plain: Bytes): Promise<Sealed64> {
  const { Encrypter } = await loadAge()
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(readRecipient(recipient, 'bad-recipient'))
  return toBase64url(await encrypter.encrypt(plain)) as Sealed64
}

const decrypters = new WeakMap<readonly string[], Promise<Decrypter>>()

/** Cached by list: each identity costs a scalar multiplication. */
function decrypterFor(identities: readonly string[]): Promise<Decrypter> {
  const made = decrypters.get(identities)
  if (made) return made
  const making = loadAge().then(({ Decrypter }) => {
    const decrypter = new Decrypter()
    for (const identity of identities) decrypter.addIdentity(identity)
    return decrypter
  })
  decrypters.set(identities, making)
  making.catch(() => decrypters.delete(identities))
  return making
}

/** 43 characters of base64 are 32 bytes: an ephemeral share, a wrapped file key, or the header's MAC. */
const BYTES_32 = '[A-Za-z0-9+/]{43}'

/** A whole header (https://c2sp.org/age#header) with one or two X25519 stanzas: the writer, and perhaps their partner. */
const HEADER = new RegExp(
  `^age-encryption\\.org/v1\\n(?:-> X25519 ${BYTES_32}\\n${BYTES_32}\\n){1,2}--- ${BYTES_32}\\n`,
)

/** The length of the header with two stanzas, in bytes. */
const LONGEST_HEADER = 266

/** Each stanza costs its reader a scalar multiplication, so a file with more than two is refused before the first. */
function demandOwnHeader(file: Bytes): void {
  // every byte becomes one character
  const start = String.fromCharCode(...file.subarray(0, LONGEST_HEADER))
  if (!HEADER.test(start)) throw new Error('The header is none that this vault writes.')
}

/**
 * Decrypts an age file of one or two recipients. Throws `cannot-decrypt` when no identity fits or a byte was changed,
 * and, before any curve is computed, for a header with more or other stanzas.
 */
export async function decryptWith(identities: readonly string[], sealed: string): Promise<Bytes> {
  const decrypter = await decrypterFor(identities)
  try {
    const file = fromBase64url(sealed)
    demandOwnHeader(file)
    return new Uint8Array(await decrypter.decrypt(file))
  } catch (cause) {
    throw new VaultError('cannot-decrypt', { cause })
  }
}
