import { goByZone } from '@/lib/device/calendar'
import type { Device } from '@/lib/device/device'
import type { Zone } from '@/lib/time/zone'
import { changeMe } from './contract'

/** Lets the account go by the days of another zone, and this tab with it. */
export async function sendZone(device: Device, zone: Zone): Promise<void> {
  await device.call(changeMe, { zone })
  goByZone(zone)
}
