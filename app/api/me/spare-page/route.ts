import { setSparePage } from '@/lib/accounts/contract'
import { noteSparePageSaved } from '@/lib/accounts/keyring-writes'
import { route } from '@/lib/http/route'

export const PUT = route(setSparePage, noteSparePageSaved)
