import type { Device } from '@/lib/device/device'
import type { WeekId } from '@/lib/time/week'
import { putCheckIn, type CheckIn, type Closeness } from './contract'

/** Answers for a week. Throws `Problem` (week-not-open; already-revealed once both have answered; not-paired) and `Unreachable`. */
export const answerCheckIn = (device: Pick<Device, 'call'>, week: WeekId, answer: Closeness): Promise<CheckIn> =>
  device.call(putCheckIn, { week, ...answer })
