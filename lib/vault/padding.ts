import { VaultError } from './vault-error'
import type { Bytes } from './base64url'

const SMALLEST = 1024

/** The greatest length of a text before encryption, in bytes, with padding. */
export const LONGEST_TEXT = 512 * 1024

/** The smallest of 1, 2, 4 ... KiB that holds `length` bytes, in bytes: all that a ciphertext's size reveals. */
export function bucketOf(length: number): number {
  let bucket = SMALLEST
  while (bucket < length) bucket *= 2
  return bucket
}

/** Fills bytes with spaces up to their bucket. Throws `too-long` above `longest` bytes. */
export function pad(core: Bytes, longest = Number.POSITIVE_INFINITY): Bytes {
  const bucket = bucketOf(core.length)
  if (bucket > longest) throw new VaultError('too-long')
  const bytes = new Uint8Array(bucket).fill(0x20)
  bytes.set(core)
  return bytes
}
