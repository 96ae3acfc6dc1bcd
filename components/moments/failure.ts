import { failureOf } from '@/components/device/failure'
import { Problem } from '@/lib/http/problem'
import { VaultError } from '@/lib/vault/vault-error'

/** Why a moment could not be logged or changed: a key of `moments.failure`, or one of `accounts.failure` with its numbers. */
export type MomentFailure =
  | Readonly<{ own: 'wait' | 'alone' | 'tooLong' | 'day' }>
  | Readonly<{ own: null; failure: ReturnType<typeof failureOf> }>

export function momentFailure(error: unknown): MomentFailure {
  if (error instanceof VaultError && error.code === 'no-pinned-partner') return { own: 'wait' }
  if (error instanceof VaultError && error.code === 'too-long') return { own: 'tooLong' }
  if (error instanceof Problem && (error.code === 'not-paired' || error.code === 'ended')) return { own: 'alone' }
  if (error instanceof Problem && error.code === 'day-out-of-range') return { own: 'day' }
  return { own: null, failure: failureOf(error) }
}
