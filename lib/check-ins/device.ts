import type { Device } from '@/lib/device/device'
import type { WeekId } from '@/lib/time/week'
import { putCheckIn, type CheckIn, type Closeness } from './contract'

/**
 * Sends my answer for a week. Throws `Problem` (week-not-open, not-paired, already-revealed once both answered),
 * `Unreachable`.
 */
export const answerCheckIn = (device: Pick<Device, 'call'>, week: WeekId, answer: Closeness): Promise<CheckIn> =>
  device.call(putCheckIn, { week, ...answer })
