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

/** The day that a person had when they left a zone: every day before it had ended for them. */
const dayAtLeaving = ({ zone, until }: PastZone): Day => dayIn(new Date(until), zone)

/**
 * The earlier zones to keep when an account's zone changes at `now`: those of the last four days in which a day ended that
 * had not ended before. No other is ever asked for, and so few days have ends that at most seven are kept, however often
 * the zone changes. What a clock that was set back left in the future is dropped.
 */
export const zonesAfterChange = ({ zone, zonesBefore }: ZoneHistory, now: Date): PastZone[] =>
  [...zonesBefore, { zone, until: now.toISOString() }]
    .filter(({ until }) => Date.parse(until) > now.getTime() - DAYS_KEPT * DAY_MS && Date.parse(until) <= now.getTime())
    .reduce<PastZone[]>((kept, past) => {
      const newest = kept.at(-1)
      return newest && dayAtLeaving(newest) >= dayAtLeaving(past) ? kept : [...kept, past]
    }, [])

/** The zone that a person's account had when a day of the last four ended for them; the present one if it did not yet. */
export const zoneAtEndOf = (day: Day, { zone, zonesBefore }: ZoneHistory): Zone =>
  zonesBefore.find((past) => dayAtLeaving(past) > day)?.zone ?? zone
