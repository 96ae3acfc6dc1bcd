import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { running } from '@/lib/running'

/** HMAC-SHA-256 under the installation's secret, with a separate key for each purpose. 32 bytes. */
export function keyedHash(purpose: string, data: string): Buffer<ArrayBuffer> {
  const key = createHmac('sha256', Buffer.from(running().secret, 'base64url')).update(`fivefold/${purpose}`).digest()
  return createHmac('sha256', key).update(data).digest() as Buffer<ArrayBuffer>
}

/** Compares bytes in constant time, except for their lengths. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)

/** The stored hash of an authKey. It is an Argon2 output of 256 bits, so a single HMAC under the pepper is enough. */
export const hashAuthKey = (authKey: string) => keyedHash('auth', authKey)

/** The stored hash of a recovery key. */
export const hashRecoveryAuth = (recoveryAuth: string) => keyedHash('recovery', recoveryAuth)
