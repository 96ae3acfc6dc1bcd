// Time zones by their IANA names. The name is stored as it was given: engines disagree on which alias is canonical
// (Asia/Kathmandu, Asia/Katmandu), so names are compared through Intl, never as strings.
import { tzOffset } from '@date-fns/tz/tzOffset'
import type { $brand } from 'zod'
import { memoize } from '@/lib/memoize'

/** The name, or an alias, of a time zone that this engine knows ('Europe/Lisbon', 'US/Eastern', 'UTC'). */
export type Zone = string & $brand<'Zone'>

/**
 * The one name of a zone that stands for all its aliases. Throws a RangeError for one that Intl does not know. Kept, because making
 * a formatter costs a thousand times more than looking one up. Zones are some six hundred names, in any case of letters.
 */
const canonical = memoize(
  1000,
  (name: string) => new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone,
)

/** Whether this engine knows a time zone of that name. */
export function isZone(name: string): name is Zone {
  // Bare offsets ('+05:30') are refused: only newer engines accept them, and they have no daylight saving.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(name)) return false
  try {
    canonical(name)
    return true
  } catch {
    return false
  }
}

/** Parses the name of a zone. Throws a RangeError for one that Intl does not know. */
export function parseZone(name: string): Zone {
  if (!isZone(name)) throw new RangeError(`Not a time zone: ${name.slice(0, 64)}`)
  return name
}

/** Whether two names mean the same zone, aliases included. */
export const sameZone = (a: Zone, b: Zone): boolean => a === b || canonical(a) === canonical(b)

/** This browser's zone; UTC if it reports none that is known. */
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

/** How many minutes the first zone's clock is ahead of the second's at that instant; negative if it is behind. */
export const minutesAhead = (zone: Zone, other: Zone, instant: Date): number =>
  offsetMinutes(zone, instant) - offsetMinutes(other, instant)
