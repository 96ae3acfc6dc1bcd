// The days that this tab goes by: those of the account's zone, at an instant that the server agrees with.
import { now } from '@/lib/time/clock'
import { makeServedClock } from '@/lib/time/served-clock'
import { deviceZone, type Zone } from '@/lib/time/zone'

/** The clock of this tab, checked against the answers that it gets. */
export const tabClock = makeServedClock(now)

let accountZone: Zone | null = null

/** Sets the zone of the signed-in person's account, as each of their pages does. */
export const goByZone = (zone: Zone): void => void (accountZone = zone)

/** The account's zone; this device's own where nobody is signed in yet. */
export const calendarZone = (): Zone => accountZone ?? deviceZone()

/** Sends a request as the browser does, and reads the `Date` of its answer. */
export async function fetchOnTime(...request: Parameters<typeof fetch>): Promise<Response> {
  const sentAt = now()
  const answer = await fetch(...request)
  tabClock.note(answer.headers.get('date'), sentAt)
  return answer
}
