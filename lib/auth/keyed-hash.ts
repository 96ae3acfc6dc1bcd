import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { running } from '@/lib/running'

/** HMAC-SHA-256 under the installation's secret, a key of its own for each purpose. 32 bytes. */
export function keyedHash(purpose: string, data: string): Buffer<ArrayBuffer> {
  const key = createHmac('sha256', Buffer.from(running().secret, 'base64url')).update(`fivefold/${purpose}`).digest()
  return createHmac('sha256', key).update(data).digest() as Buffer<ArrayBuffer>
}

/** Compares in constant time; different lengths are different. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)

/** What is stored of an authKey: it already cost an Argon2 on the device and has 256 bits, so one HMAC under the pepper is enough. */
export const authHash = (authKey: string) => keyedHash('auth', authKey)

/** What is stored of a spare page's recovery-auth. */
export const recoveryHash = (recoveryAuth: string) => keyedHash('recovery', recoveryAuth)
