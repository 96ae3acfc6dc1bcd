import { hasInvitesToSettle } from '@/lib/vault/invite-age'
import type { Vault } from '@/lib/vault/vault'

/**
 * Whether the keyring's pin already matches the couple of the page and no invite has run out, so that no request is
 * needed. `now` in ms since the epoch.
 */
export const isSettled = ({ keyring }: Vault, coupleId: string | null, now: number): boolean =>
  (keyring.partner?.pair ?? null) === coupleId && !hasInvitesToSettle(keyring, now)
