import { forgetDeviceKey, setDeviceKey } from '@/lib/accounts/contract'
import { keepDeviceKey } from '@/lib/accounts/writes'
import { route } from '@/lib/http/route'

export const PUT = route(setDeviceKey, (scope, { deviceKey }) => keepDeviceKey(scope, deviceKey))

export const DELETE = route(forgetDeviceKey, (scope) => keepDeviceKey(scope, null))
