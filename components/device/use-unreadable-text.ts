'use client'
import { failureOf } from '@/lib/device/failures'
import { VaultError, type VaultErrorCode } from '@/lib/vault/vault-error'
import { useFailure } from './use-failure'

/** Returns a function that describes in one sentence why a text could not be opened, by the vault's code. */
export function useUnreadableText(): (code: VaultErrorCode) => string {
  const inWords = useFailure(failureOf)
  return (code) => inWords(new VaultError(code))
}
