import { lateFunctions } from '@/lib/device/late-functions'

/** The device side of plans. Its code is loaded with the first call. */
export const plansDevice = lateFunctions(() => import('./device'))
