import type { Vault } from '@/lib/vault/vault'

/** Whether the keyring's pin already matches the couple of the page, so that no request is needed. */
export const isSettled = ({ keyring }: Vault, coupleId: string | null): boolean =>
  (keyring.partner?.pair ?? null) === coupleId
