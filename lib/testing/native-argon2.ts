// Argon2id for devices in Node. Tests make hundreds of people, and WebAssembly takes eight times as long for each. Pages in a browser
// use WebAssembly in tests too.
import { hashRaw } from '@node-rs/argon2'
import type { Bytes } from '@/lib/vault/base64url'
import type { ProfileParameters } from '@/lib/vault/kdf-profiles'

/** 32 bytes out of a password and a salt, as lib/vault/argon2.ts makes them. */
export async function nativeArgon2(
  { memoryKib, passes, lanes }: ProfileParameters,
  password: Bytes,
  salt: Bytes,
): Promise<Bytes> {
  return new Uint8Array(
    await hashRaw(password, {
      salt,
      memoryCost: memoryKib,
      timeCost: passes,
      parallelism: lanes,
      outputLen: 32, // Argon2id, version 1.3, unless told otherwise
    }),
  )
}
