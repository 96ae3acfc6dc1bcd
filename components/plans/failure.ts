import { failuresBy } from '@/lib/device/failures'
import { plansMessages } from '@/lib/messages/rooms/plans'

/** Why planning failed. */
export const failureOf = failuresBy(plansMessages, { 'day-out-of-range': 'late' })
