import { getVault, putKeyring } from '@/lib/accounts/contract'
import { readVault } from '@/lib/accounts/reads'
import { replaceKeyring } from '@/lib/accounts/keyring-writes'
import { route } from '@/lib/http/route'

export const GET = route(getVault, readVault)

export const PUT = route(putKeyring, replaceKeyring)
