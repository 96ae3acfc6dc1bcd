// A binary age file (https://c2sp.org/age), which the stock `age -d` opens too.

import type { Decrypter } from 'age-encryption'
import { readRecipient } from './age-keys'
import { fromBase64url, toBase64url, type Bytes } from './base64url'
import { loadAge } from './late-parts'
import { VaultError } from './vault-error'

/** A whole age file as base64url: how it travels, how it is kept, and what is compared. */
export type Sealed64 = string & { readonly __sealed: true }

export async function encryptTo(recipients: readonly string[], plain: Bytes): Promise<Sealed64> {
  const { Encrypter } = await loadAge()
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(readRecipient(recipient, 'bad-recipient'))
  return toBase64url(await encrypter.encrypt(plain)) as Sealed64
}

const decrypters = new WeakMap<readonly string[], Promise<Decrypter>>()

/** One for a list of identities, because making it costs a multiplication for each. */
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

/** Throws `cannot-decrypt` where no identity fits or a byte is not what it was. */
export async function decryptWith(identities: readonly string[], sealed: string): Promise<Bytes> {
  const decrypter = await decrypterFor(identities)
  try {
    return new Uint8Array(await decrypter.decrypt(fromBase64url(sealed)))
  } catch (cause) {
    throw new VaultError('cannot-decrypt', { cause })
  }
}
