import { Unreachable } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'
import { VaultError, type VaultErrorCode } from '@/lib/vault/vault-error'

const NO_STORAGE: readonly VaultErrorCode[] = ['storage-unavailable', 'storage-full', 'storage-stuck']

/** Whether this device's store is denied, gone, full or does not answer. */
export const isNoStorage = (error: unknown): error is VaultError =>
  error instanceof VaultError && NO_STORAGE.includes(error.code)

/**
 * Returns `otherwise` if the browser's storage is missing, full or does not answer, as in some private windows: a
 * journal can be opened without it. Throws every other error of `work`.
 */
export async function ignoreNoStorage<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (isNoStorage(error)) return otherwise
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
