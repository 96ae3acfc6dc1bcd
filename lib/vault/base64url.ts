import { base64urlnopad } from '@scure/base'
import { VaultError } from './vault-error'

/** Bytes that WebCrypto takes: never over shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>

/** Bytes as base64url without padding (RFC 4648, section 5). */
export const toBase64url = (bytes: Uint8Array): string => base64urlnopad.encode(bytes)

/**
 * The bytes of a base64url text. Strict: no padding, no white space, no left-over bits, so that one sequence of bytes has one
 * spelling. `length`, where given, is the number of bytes it must have. Throws `bad-encoding`.
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

export const utf8 = (text: string): Bytes => encoder.encode(text)

/** The text of UTF-8 bytes, lossless: what is no UTF-8 throws a TypeError, a byte order mark stays. */
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes)
