import { lateFunctions } from '@/lib/device/late-functions'

/** The device side of plans, with code that is loaded with the first call. */
export const plansDevice = lateFunctions(() => import('./device'))
