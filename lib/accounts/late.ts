import { lateFunctions } from '@/lib/device/late-functions'

/** Changing the zone of the account. Its code is loaded with the first call. */
export const zoneDevice = lateFunctions(() => import('./zone'))
