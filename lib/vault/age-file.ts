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

/** Decrypts an age file. Throws `cannot-decrypt` when no identity fits or a byte was changed. */
export async function decryptWith(identities: readonly string[], sealed: string): Promise<Bytes> {
  const decrypter = await decrypterFor(identities)
  try {
    return new Uint8Array(await decrypter.decrypt(fromBase64url(sealed)))
  } catch (cause) {
    throw new VaultError('cannot-decrypt', { cause })
  }
}
