// Argon2id (RFC 9106). Runs in derive.worker.ts in a browser, directly in Node; no other file imports hash-wasm.

import { argon2id } from 'hash-wasm'
import type { Bytes } from './base64url'
import type { ProfileParameters } from './kdf-profiles'

/** Derives 32 bytes from a password and a salt. */
export async function argon2(parameters: ProfileParameters, password: Bytes, salt: Bytes): Promise<Bytes> {
  const { memoryKib, passes, lanes } = parameters
  const options = { password, salt, memorySize: memoryKib, iterations: passes, parallelism: lanes, hashLength: 32 }
  return new Uint8Array(await argon2id({ ...options, outputType: 'binary' }))
}
