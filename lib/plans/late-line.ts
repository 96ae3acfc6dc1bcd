import { lateFunctions } from '@/lib/device/late-functions'

/** The lines that plans are remembered by. Their code is loaded with the first call. */
export const lineDevice = lateFunctions(() => import('./line'))
