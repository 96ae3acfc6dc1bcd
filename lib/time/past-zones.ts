// The zones that a person's account had in the last days. They say in which zone a day ended for that person.
import { dayIn, type Day } from '@/lib/time/day'
import type { Zone } from '@/lib/time/zone'

/** A zone that an account had, and the instant (ISO 8601) until which it had it. */
export type PastZone = Readonly<{ zone: Zone; until: string }>

/** A person's zone now and those before, oldest first. */
export type ZoneHistory = Readonly<{ zone: Zone; zonesBefore: readonly PastZone[] }>

const DAY_MS = 86_400_000
/** A week can be answered for two days after it, and its last day ends 26 hours apart over the Earth: under four days. */
const DAYS_KEPT = 4
/** More changes in four days than anybody's journey has; the newest are kept. */
const MOST_KEPT = 16

/** The earlier zones to keep when an account's zone changes at `now`. */
export const zonesAfterChange = ({ zone, zonesBefore }: ZoneHistory, now: Date): PastZone[] =>
  [
    ...zonesBefore.filter(({ until }) => Date.parse(until) > now.getTime() - DAYS_KEPT * DAY_MS),
    { zone, until: now.toISOString() },
  ].slice(-MOST_KEPT)

/** The zone that a person's account had when a day of the last four ended for them; the present one if it did not yet. */
export const zoneAtEndOf = (day: Day, { zone, zonesBefore }: ZoneHistory): Zone =>
  zonesBefore.find((past) => dayIn(new Date(past.until), past.zone) > day)?.zone ?? zone
