import { forgetDeviceKey, setDeviceKey } from '@/lib/accounts/contract'
import { keepDeviceKey } from '@/lib/accounts/writes'
import { route } from '@/lib/http/route'

export const PUT = route(setDeviceKey, async ({ db, input }) => {
  await keepDeviceKey(db, input.deviceKey)
  return undefined
})

export const DELETE = route(forgetDeviceKey, async ({ db }) => {
  await keepDeviceKey(db, null)
  return undefined
})
