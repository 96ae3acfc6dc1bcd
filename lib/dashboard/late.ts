import { lateFunctions } from '@/lib/device/late-functions'

/** The device side of the dashboard, whose code is loaded with the first call. */
export const dashboardDevice = lateFunctions(() => import('./device'))
