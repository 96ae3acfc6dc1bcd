// People for the vault's own tests, made without a phrase, so that no test waits for Argon2.

import { expect, vi } from 'vitest'
import { newKeyring, type Keyring } from './keyring'
import { acceptInvite, finishInvite, makeInvite, addInviteSecret } from './pairing'
import { random, randomUuid } from './primitives'
import { makeRecoveryCode } from './recovery-code'
import { makeVault, type Vault } from './vault'
import { VaultError, type VaultErrorCode } from './vault-error'

/** The time of pairing, in ms since the epoch. */
export const NOW = Date.UTC(2026, 10, 24)

/** Makes a person with a new vault. */
export const somebody = (): Promise<Vault> => makeVault(random(32), newKeyring(randomUuid(), makeRecoveryCode()))

/** Makes the vault of a changed keyring. */
export const withKeyring = (vault: Vault, keyring: Keyring): Promise<Vault> => makeVault(vault.vaultKey, keyring)

/** Pairs two people through an invite, as their devices would. */
export async function paired(inviter: Vault, invitee: Vault): Promise<{ a: Vault; b: Vault; pair: string }> {
  const { secret, invite } = await makeInvite(inviter)
  const inviting = await withKeyring(inviter, addInviteSecret(inviter.keyring, invite.pairId, secret, NOW))
  const activePair = inviter.keyring.partner?.pair ?? null
  const pair = activePair ?? invite.pairId
  const accepted = await acceptInvite(invitee, secret, invite, activePair)
  const a = await withKeyring(
    inviting,
    await finishInvite(inviting, { ...accepted.acceptance, bundle: invitee.bundle, acceptedAt: NOW }, pair, NOW),
  )
  const b = await withKeyring(invitee, accepted.keyring)
  return { a, b, pair }
}

/** Expects exactly this failure, and returns it. */
export async function expectFailure(code: VaultErrorCode, attempt: () => unknown): Promise<VaultError> {
  const outcome = await (async () => attempt())().then(
    () => 'nothing failed' as const,
    (failure: unknown) => failure,
  )
  if (!(outcome instanceof VaultError)) throw outcome instanceof Error ? outcome : new Error(String(outcome))
  expect(outcome.code).toBe(code)
  return outcome
}

/** Makes WebCrypto refuse these curves, as in an older browser; undone by vi.restoreAllMocks. */
export function withoutCurves(...names: string[]) {
  const real = crypto.subtle.importKey.bind(crypto.subtle)
  vi.spyOn(crypto.subtle, 'importKey').mockImplementation((async (...given: Parameters<typeof real>) => {
    const algorithm: unknown = given[2]
    const name = typeof algorithm === 'object' && algorithm !== null && 'name' in algorithm ? algorithm.name : algorithm
    if (names.includes(String(name))) throw new DOMException('Unrecognized name', 'NotSupportedError')
    return real(...given)
  }) as typeof real)
}
