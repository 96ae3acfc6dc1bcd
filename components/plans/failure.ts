import { failuresBy } from '@/lib/device/failures'
import { datesMessages } from '@/lib/messages/rooms/dates'

/** Why a change to a plan failed. */
export const failureOf = failuresBy(datesMessages, { 'day-out-of-range': 'late' })
