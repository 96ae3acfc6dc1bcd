import type { Device } from '@/lib/device/device'
import type { WeekId } from '@/lib/time/week'
import { getCheckIn, putCheckIn, type CheckIn, type Closeness } from './contract'

/** How close a week felt: my answer, and my partner's once both have answered. Throws `Problem` not-paired alone, and `Unreachable`. */
export const readCheckIn = (device: Pick<Device, 'call'>, week: WeekId): Promise<CheckIn> =>
  device.call(getCheckIn, { week })

/** Answers for a week. Throws `Problem` (week-not-open; already-revealed once both have answered; not-paired) and `Unreachable`. */
export const answerCheckIn = (device: Pick<Device, 'call'>, week: WeekId, answer: Closeness): Promise<CheckIn> =>
  device.call(putCheckIn, { week, ...answer })
