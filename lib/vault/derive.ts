// Derives two keys from a phrase: one that signs in, and one that never leaves the device.

import { fromBase64url, toBase64url, utf8, type Bytes } from './base64url'
import { parametersOf, readProfile, type KdfProfile, type ProfileParameters } from './kdf-profiles'
import { normalisePhrase } from './phrase'
import { deriveAesKey, deriveBytes } from './primitives'
import { VaultError } from './vault-error'

/** The messages to and from derive.worker.ts. */
export type DeriveTask = Readonly<{ parameters: ProfileParameters; password: Bytes; salt: Bytes }>
export type DeriveAnswer = Readonly<{ bytes: Bytes }> | Readonly<{ failed: string }>

/** The prelogin answer: a profile's number, and a salt of 16 bytes as base64url. */
export type KdfChoice = Readonly<{ kdf: number; salt: string }>

/** `authKey` (base64url of 32 bytes) signs in. `wrapKey` opens `vkPw` and is not extractable. */
export type PhraseKeys = Readonly<{ kdf: KdfProfile; salt: string; authKey: string; wrapKey: CryptoKey }>

/**
 * Derives a phrase's keys, in a worker when called by a page. Takes about 0.2 s on a desktop, a few seconds on an old
 * phone. `highestSeen` is the highest profile that this device has seen for the account (store.ts `highestProfile`), 0
 * for none. Throws `profile-unknown`, `profile-downgrade`, `bad-salt`, `derivation-failed`.
 */
export async function derivePhraseKeys(phrase: string, choice: KdfChoice, highestSeen: number): Promise<PhraseKeys> {
  const kdf = readProfile(choice.kdf, highestSeen)
  const task: DeriveTask = {
    parameters: parametersOf(kdf),
    password: utf8(normalisePhrase(phrase)),
    salt: readSalt(choice.salt),
  }
  const master = await (typeof document === 'undefined' ? deriveInThisThread(task) : deriveInWorker(task))
  const [auth, wrapKey] = await Promise.all([deriveBytes(master, 'auth'), deriveAesKey(master, 'wrap')])
  return { kdf, salt: choice.salt, authKey: toBase64url(auth), wrapKey }
}

function readSalt(salt: string): Bytes {
  try {
    return fromBase64url(salt, 16)
  } catch (cause) {
    throw new VaultError('bad-salt', { cause })
  }
}

type Argon2 = (parameters: ProfileParameters, password: Bytes, salt: Bytes) => Promise<Bytes>
let native: Argon2 | null = null

/** Sets a native Argon2id for use outside pages: the same bytes in an eighth of the time. Pages never use it. */
export function deriveNativelyOutsidePages(argon2: Argon2): void {
  native = argon2
}

async function deriveInThisThread({ parameters, password, salt }: DeriveTask): Promise<Bytes> {
  try {
    return await (native ?? (await import('./argon2')).argon2)(parameters, password, salt)
  } catch (cause) {
    throw new VaultError('derivation-failed', { cause })
  }
}

async function deriveInWorker(task: DeriveTask): Promise<Bytes> {
  const worker = new Worker(new URL('./derive.worker.ts', import.meta.url), { type: 'module' })
  try {
    const answer = await new Promise<DeriveAnswer>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<DeriveAnswer>) => resolve(data)
      worker.onerror = (event) => reject(new Error(event.message))
      worker.onmessageerror = () => reject(new Error('The answer of the worker could not be read.'))
      worker.postMessage(task)
    })
    if ('failed' in answer) throw new Error(answer.failed)
    return answer.bytes
  } catch (cause) {
    throw new VaultError('derivation-failed', { cause })
  } finally {
    worker.terminate() // frees its 64 MiB
  }
}
