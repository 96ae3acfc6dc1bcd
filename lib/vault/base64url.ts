import { base64urlnopad } from '@scure/base'
import { VaultError } from './vault-error'

/** Bytes that WebCrypto accepts: never a view of shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>

/** Encodes bytes as base64url without padding (RFC 4648, section 5). */
export const toBase64url = (bytes: Uint8Array): string => base64urlnopad.encode(bytes)

/**
 * Decodes base64url. Strict: no padding, no white space, no left-over bits, so that each sequence of bytes has exactly
 * one spelling. `length` is the number of bytes required, if given. Throws `bad-encoding`.
 */
export function fromBase64url(text: string, length?: number): Bytes {
  const bytes = decode(text)
  if (length !== undefined && bytes.length !== length) throw new VaultError('bad-encoding')
  return bytes
}

function decode(text: string): Bytes {
  try {
    return base64urlnopad.decode(text) as Bytes
  } catch (error) {
    throw new VaultError('bad-encoding', { cause: error })
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Encodes a text as UTF-8. */
export const utf8 = (text: string): Bytes => encoder.encode(text)

/** Decodes UTF-8 without loss: a byte order mark stays. Throws a TypeError for invalid UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes)
