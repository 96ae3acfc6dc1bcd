import { Unreachable } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'
import { VaultError } from '@/lib/vault/vault-error'

/**
 * Returns `otherwise` if the browser's storage is missing or full, as in some private windows: a journal can be opened
 * without it. Throws every other error of `work`.
 */
export async function ignoreNoStorage<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof VaultError && (error.code === 'storage-unavailable' || error.code === 'storage-full'))
      return otherwise
    throw error
  }
}

/**
 * Ignores that the server did not answer, for work that only makes the next opening easier. Throws every other error of
 * `work`.
 */
export async function ignoreUnreachable(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Unreachable) && !(error instanceof Problem && error.code === 'not-now')) throw error
  })
}
