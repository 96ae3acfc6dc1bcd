// Random histories of two people, with some rows of a stranger, inside and around the weeks that are shown.
import * as fc from 'fast-check'
import type { DaysFedQuery, Feeding, FeedingSource } from '@/lib/dashboard/days-fed'
import { INTIMACY_TYPES } from '@/lib/intimacy/intimacy-type'
import { arbitraryInstant, arbitraryWeekStart, arbitraryZone } from '@/lib/testing/arbitrary-time'
import { addDays, dayIn, latestDayOf } from '@/lib/time/day'

export const NOOR = 'noor'
export const ELIAS = 'elias'

const SOURCES: readonly FeedingSource[] = ['moment', 'plan', 'page', 'reply']

/** Feedings on some days before an instant, a few of them before the two paired, dated in each person's own zone, and the query at that instant. */
export const arbitraryHistory: fc.Arbitrary<{ feedings: Feeding[]; query: DaysFedQuery }> = fc
  .record({
    instant: arbitraryInstant,
    zones: fc.tuple(arbitraryZone, arbitraryZone),
    weekStart: arbitraryWeekStart,
    weekCount: fc.constantFrom(2, 8, 12),
    coupleFor: fc.nat(120),
    acts: fc.array(
      fc.record({
        who: fc.constantFrom(0, 0, 0, 1, 1, 1, 2),
        daysAgo: fc.nat(70),
        type: fc.constantFrom(...INTIMACY_TYPES),
        source: fc.constantFrom(...SOURCES),
        sourceId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      }),
      { maxLength: 60 },
    ),
  })
  .map(({ instant, zones, weekStart, weekCount, coupleFor, acts }) => {
    const todays = zones.map((zone) => dayIn(instant, zone))
    const today = latestDayOf(instant, zones)
    return {
      feedings: acts.map(({ who, daysAgo, ...act }) => ({
        ...act,
        personId: [NOOR, ELIAS, 'a stranger'][who] ?? NOOR,
        day: addDays(todays[who === 1 ? 1 : 0] ?? today, -daysAgo),
      })),
      query: { people: [NOOR, ELIAS], today, weekStart, weekCount, startedOn: addDays(today, -coupleFor) },
    }
  })
