// Rituals with several versions of their terms and with rests, for property tests.
import * as fc from 'fast-check'
import { heldOf, type AgreedTerms } from '@/lib/rituals/held-terms'
import { EVERY_WEEKS, type Rhythm } from '@/lib/rituals/recurrence'
import type { RitualDates } from '@/lib/rituals/ritual-dates'
import { addDays, type Day } from '@/lib/time/day'
import { arbitraryDay, arbitraryWallTime, arbitraryWeekday, arbitraryWeekStart, arbitraryZone } from './arbitrary-time'

const HOUR_MS = 3_600_000

export const arbitraryRhythm = (startsOn: Day): fc.Arbitrary<Rhythm> =>
  fc.record({
    weekdays: fc.uniqueArray(arbitraryWeekday, { minLength: 1, maxLength: 7 }),
    startsOn: fc.integer({ min: -40, max: 60 }).map((days) => addDays(startsOn, days)),
    everyWeeks: fc.constantFrom(...EVERY_WEEKS),
    time: arbitraryWallTime,
    minutes: fc.constantFrom(5, 90, 1440),
    zone: arbitraryZone,
    weekStart: arbitraryWeekStart,
  })

/** How a ritual came about, some months around `day`. */
export type RitualCourse = Readonly<{ day: Day; agreed: readonly AgreedTerms<Rhythm>[]; ritual: RitualDates }>

/** One to five versions, agreed one after the other over some months, and up to four pauses. */
export const arbitraryCourse: fc.Arbitrary<RitualCourse> = arbitraryDay.chain((day) =>
  fc
    .record({
      versions: fc.array(fc.tuple(arbitraryRhythm(day), fc.integer({ min: 0, max: 40 * 24 })), {
        minLength: 1,
        maxLength: 5,
      }),
      pauses: fc.array(fc.tuple(fc.integer({ min: -20, max: 150 }), fc.option(fc.integer({ min: 0, max: 60 }))), {
        maxLength: 4,
      }),
    })
    .map(({ versions, pauses }) => {
      let index = Date.parse(`${day}T12:00:00Z`)
      const agreed = versions.map(([rhythm, hours], n) => {
        index += hours * HOUR_MS
        return { terms: { ...rhythm, startsOn: addDays(rhythm.startsOn, n * 20) }, agreedAt: new Date(index) }
      })
      const rests = pauses.map(([from, length]) => ({
        from: addDays(day, from),
        to: length === null ? null : addDays(day, from + length),
        saidAt: `${addDays(day, from - 2)}T00:00:00.000Z`,
      }))
      return { day, agreed, ritual: { held: heldOf(agreed), pauses: rests, endedAt: null } }
    }),
)
