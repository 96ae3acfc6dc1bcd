import { bundle } from '@/lib/accounts/contract'

/** A person's public keys as the database holds them, as JSON. */
export const storedBundle = (column: string) => bundle.parse(JSON.parse(column))
