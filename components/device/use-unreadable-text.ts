'use client'
import { failureOf } from '@/lib/device/failures'
import { VaultError, type VaultErrorCode } from '@/lib/vault/vault-error'
import { useFailure } from './use-failure'

/** Says in one sentence why a text that a device could not open isn't shown, by the vault's code. */
export function useUnreadableText(): (code: VaultErrorCode) => string {
  const inWords = useFailure(failureOf)
  return (code) => inWords(new VaultError(code))
}
