import { Unreachable } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'
import { VaultError } from '@/lib/vault/vault-error'

/** A browser that keeps nothing (some private windows) can still open a journal: it only remembers nothing of it. */
export async function ignoreNoStorage<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof VaultError && (error.code === 'storage-unavailable' || error.code === 'storage-full'))
      return otherwise
    throw error
  }
}

/** What only makes the next opening lighter must not keep this one from happening. */
export async function ignoreUnreachable(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Unreachable) && !(error instanceof Problem && error.code === 'not-now')) throw error
  })
}
