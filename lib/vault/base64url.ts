import { VaultError } from './vault-error'

/** Bytes that WebCrypto takes: never over shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>

/** Bytes as base64url without padding (RFC 4648, section 5). */
export function toBase64url(bytes: Uint8Array): string {
  let binary = ''
  // in slices, because a call takes only so many arguments
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/**
 * The bytes of a base64url text. Strict: no padding, no white space, no left-over bits, so that one sequence of bytes has one
 * spelling. `length`, where given, is the number of bytes it must have. Throws `bad-encoding`.
 */
export function fromBase64url(text: string, length?: number): Bytes {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) throw new VaultError('bad-encoding')
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  if (
    text.length % 4 !== 0 &&
    toBase64url(bytes.subarray(bytes.length - (bytes.length % 3))) !== text.slice(-(text.length % 4))
  ) {
    throw new VaultError('bad-encoding')
  }
  if (length !== undefined && bytes.length !== length) throw new VaultError('bad-encoding')
  return bytes
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const utf8 = (text: string): Bytes => encoder.encode(text)

/** The text of UTF-8 bytes, lossless: what is no UTF-8 throws a TypeError, a byte order mark stays. */
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes)
