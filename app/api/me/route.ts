import { changeMe, getMe } from '@/lib/accounts/contract'
import { readMe } from '@/lib/accounts/reads'
import { changeMyself } from '@/lib/accounts/writes'
import { route } from '@/lib/http/route'

export const GET = route(getMe, readMe)

export const PATCH = route(changeMe, changeMyself)
