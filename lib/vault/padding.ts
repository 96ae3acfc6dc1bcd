import { VaultError } from './vault-error'
import type { Bytes } from './base64url'

const SMALLEST = 1024

/** The longest a sealed text may be before it is encrypted, in bytes, padding counted. */
export const LONGEST_TEXT = 512 * 1024

/** 1 KiB times the power of two that holds `length` bytes: all that a size tells. */
export function bucketOf(length: number): number {
  let bucket = SMALLEST
  while (bucket < length) bucket *= 2
  return bucket
}

/** Spaces up to its bucket; throws `too-long` above `longest` bytes. */
export function padded(core: Bytes, longest = Number.POSITIVE_INFINITY): Bytes {
  const bucket = bucketOf(core.length)
  if (bucket > longest) throw new VaultError('too-long')
  const bytes = new Uint8Array(bucket).fill(0x20)
  bytes.set(core)
  return bytes
}
