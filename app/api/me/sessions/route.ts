import { endOtherSessions, listSessions } from '@/lib/accounts/contract'
import { readSessions } from '@/lib/accounts/reads'
import { endMyOtherSessions } from '@/lib/accounts/writes'
import { route } from '@/lib/http/route'

export const GET = route(listSessions, readSessions)

export const DELETE = route(endOtherSessions, endMyOtherSessions)
