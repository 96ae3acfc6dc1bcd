import type { Vault } from '@/lib/vault/vault'

/** Whether the keyring says already what the server says of the couple, so that nothing has to be asked. */
export const isSettled = ({ keyring }: Vault, coupleId: string | null): boolean =>
  (keyring.partner?.pair ?? null) === coupleId
