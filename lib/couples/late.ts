import { lateFunctions } from '@/lib/device/late-functions'

/** The device side of couples, with code that is loaded with the first call. */
export const couplesDevice = lateFunctions(() => import('./device'))
