import { failuresBy } from '@/lib/device/failures'
import { momentsMessages } from '@/lib/messages/rooms/moments'

/** Why a moment could not be logged or changed. */
export const failureOf = failuresBy(momentsMessages, { 'too-long': 'tooLong', ended: 'alone' })
