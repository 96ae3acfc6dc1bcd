// Time zones by their IANA names. What is stored is the name as it was given: engines disagree on which of two aliases is
// the canonical one (Asia/Kathmandu, Asia/Katmandu), so names are compared through Intl, never as strings.
import { tzOffset } from '@date-fns/tz/tzOffset'
import type { $brand } from 'zod'

/** The name of a time zone that this engine knows, an alias included ('Europe/Lisbon', 'US/Eastern', 'UTC'). */
export type Zone = string & $brand<'Zone'>

// Making a formatter costs a thousand times more than looking one up, and a page asks for the zones of the same few people again and
// again. Zones are some six hundred names, in any case of letters.
const canonicals = new Map<string, string>()

/** The one name of a zone that stands for all its aliases. Throws a RangeError for one that Intl does not know. */
function canonical(name: string): string {
  const known = canonicals.get(name)
  if (known !== undefined) return known
  const found = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  if (canonicals.size > 1000) canonicals.clear()
  canonicals.set(name, found)
  return found
}

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

// A page works out the same few instants of the same few plans in one or two zones many times over.
const offsets = new Map<string, number>()

/** Minutes to add to UTC to get the zone's wall clock at that instant; east is positive. */
export function offsetMinutes(zone: Zone, instant: Date): number {
  const key = `${instant.getTime()} ${zone}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const found = tzOffset(zone, instant)
  if (offsets.size > 5000) offsets.clear()
  offsets.set(key, found)
  return found
}

/** By how many minutes the first zone's clock is ahead of the second's at that instant; negative where it is behind. */
export const minutesAhead = (zone: Zone, other: Zone, instant: Date): number =>
  offsetMinutes(zone, instant) - offsetMinutes(other, instant)
