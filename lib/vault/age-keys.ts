// An age identity (private, X25519) and its recipient (public) as age writes them: bech32 (C2SP age.md, "The X25519
// recipient type"). Coded here so that registering and pairing need not load the age library.

import { bech32 } from '@scure/base'
import type { Bytes } from './base64url'
import { exchangePublic, random } from './primitives'
import { VaultError, type VaultErrorCode } from './vault-error'

const IDENTITY = 'AGE-SECRET-KEY-'
const RECIPIENT = 'age'

/** Makes an age identity. */
export const newIdentity = (): string => bech32.encodeFromBytes(IDENTITY, random(32)).toUpperCase()

function decode(text: string, prefix: string, code: VaultErrorCode): Bytes {
  try {
    const { prefix: found, bytes } = bech32.decodeToBytes(text)
    if (found === prefix.toLowerCase() && bytes.length === 32) return new Uint8Array(bytes)
  } catch (cause) {
    throw new VaultError(code, { cause })
  }
  throw new VaultError(code)
}

/** Derives the recipient of an identity. Throws `bad-keyring` for anything but an X25519 identity. */
export async function deriveRecipient(identity: string): Promise<string> {
  readIdentity(identity)
  return bech32.encodeFromBytes(RECIPIENT, await exchangePublic(decode(identity, IDENTITY, 'bad-keyring')))
}

/** Reads an X25519 identity in age's spelling, upper case. Throws `bad-keyring` for anything else. */
export function readIdentity(text: string): string {
  if (text !== text.toUpperCase()) throw new VaultError('bad-keyring')
  decode(text, IDENTITY, 'bad-keyring')
  return text
}

/** Reads an X25519 recipient, lower case. Throws `code` for anything else, including age's other recipient types. */
export function readRecipient(text: string, code: VaultErrorCode): string {
  if (text !== text.toLowerCase()) throw new VaultError(code)
  decode(text, RECIPIENT, code)
  return text
}
