import { changeMe, getMe } from '@/lib/accounts/contract'
import { readMe } from '@/lib/accounts/reads'
import { changeMyself } from '@/lib/accounts/writes'
import { route } from '@/lib/http/route'

export const GET = route(getMe, ({ db }) => readMe(db))

export const PATCH = route(changeMe, async ({ db, input }) => {
  await changeMyself(db, input)
  return undefined
})
