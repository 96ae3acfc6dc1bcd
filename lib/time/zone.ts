// Time zones by their IANA names. What is stored is the name as it was given: engines disagree on which of two aliases is
// the canonical one (Asia/Kathmandu, Asia/Katmandu), so names are compared through Intl, never as strings.
import { tzOffset } from '@date-fns/tz/tzOffset'
import type { $brand } from 'zod'

/** The name of a time zone that this engine knows, an alias included ('Europe/Lisbon', 'US/Eastern', 'UTC'). */
export type Zone = string & $brand<'Zone'>

const canonical = (name: string): string => new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone

export function isZone(name: string): name is Zone {
  // Bare offsets ('+05:30') are left out: newer engines take them, older ones throw, and they know no daylight saving.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(name)) return false
  try {
    canonical(name)
    return true
  } catch {
    return false
  }
}

/** The zone of that name; throws a RangeError for one that Intl does not know. */
export function parseZone(name: string): Zone {
  if (!isZone(name)) throw new RangeError(`Not a time zone: ${name.slice(0, 64)}`)
  return name
}

/** Whether two names stand for the same zone, aliases seen through. */
export const sameZone = (a: Zone, b: Zone): boolean => a === b || canonical(a) === canonical(b)

/** The zone that this browser says it is in; UTC where it names none that can be used. */
export function deviceZone(): Zone {
  const name = new Intl.DateTimeFormat('en').resolvedOptions().timeZone
  return isZone(name) ? name : parseZone('UTC')
}

/** Minutes to add to UTC to get the zone's wall clock at that instant; east is positive. */
export const offsetMinutes = (zone: Zone, instant: Date): number => tzOffset(zone, instant)

/** By how many minutes the first zone's clock is ahead of the second's at that instant; negative where it is behind. */
export const minutesAhead = (zone: Zone, other: Zone, instant: Date): number =>
  offsetMinutes(zone, instant) - offsetMinutes(other, instant)
