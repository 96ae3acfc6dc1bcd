// Over any course of a ritual and any moves of its dates: ending it, letting it rest and agreeing on other terms change nothing that has begun.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { heldOf } from '@/lib/rituals/held-terms'
import { firstFreeDay, type HeldRhythm } from '@/lib/rituals/ritual-dates'
import { arbitraryCourse, arbitraryRhythm } from '@/lib/testing/arbitrary-rituals'
import { addDays } from '@/lib/time/day'
import { beginOf } from './planned-start'
import { plansBetween, untouchedPlan, type DatedRitual, type SavedPlan } from './week-plans'

const id = '2f6f2d5e-0b0e-4b0a-9f4c-1d2e3f405060'

/** Terms with a title of their own, so that a date shows which it has. */
const titled = (rhythm: HeldRhythm, n: number): DatedRitual['held'][number] => ({
  ...rhythm,
  id,
  version: n + 1,
  proposerId: id,
  title: `Terms ${n + 1}`,
  types: ['physical'],
  weekdays: [...rhythm.weekdays],
  agreed: true,
})

test('nothing that has begun changes when a ritual ends, rests or gets other terms', () => {
  fc.assert(
    fc.property(
      arbitraryCourse.chain((course) => fc.tuple(fc.constant(course), arbitraryRhythm(course.day))),
      fc.integer({ min: -30, max: 120 }),
      fc.array(fc.record({ which: fc.nat(60), by: fc.integer({ min: -20, max: 20 }), chosen: fc.boolean() }), {
        maxLength: 12,
      }),
      fc.constantFrom('ends', 'rests', 'other terms' as const),
      ([{ day, agreed, ritual }, other], after, moves, act) => {
        const pauses = ritual.pauses.map((pause) => ({ ...pause, personId: id }))
        const before: DatedRitual = { id, held: ritual.held.map(titled), pauses, endedAt: null }
        const newest = agreed.at(-1)
        if (!newest) return
        // The act comes after all others.
        const latest = Math.max(...pauses.map(({ saidAt }) => Date.parse(saidAt)), newest.agreedAt.getTime())
        const instant = new Date(Math.max(Date.parse(`${addDays(day, after)}T11:30:00.000Z`), latest + 60_000))
        const [from, to] = [addDays(day, -60), addDays(day, 300)]
        const dates = plansBetween([before], [], from, to).plans
        const touched = new Map<string, SavedPlan>()
        for (const { which, by, chosen } of moves) {
          const date = dates[which % Math.max(dates.length, 1)]
          if (date)
            touched.set(date.id, {
              ...untouchedPlan(id, titled(ritual.held[0] as HeldRhythm, 0), date.onDate),
              version: 1,
              plannedOn: addDays(date.onDate, by),
              timeChosen: chosen,
              minutesChosen: false,
            })
        }
        const rows = [...touched.values()]
        const free = firstFreeDay(before, newest.terms.zone, instant)
        const changed: DatedRitual = {
          ends: { ...before, endedAt: instant.toISOString() },
          rests: {
            ...before,
            pauses: [...pauses, { personId: id, saidAt: instant.toISOString(), from: free, to: null }],
          },
          'other terms': {
            ...before,
            held: heldOf([...agreed, { terms: { ...other, startsOn: addDays(free, -3) }, agreedAt: instant }]).map(
              titled,
            ),
          },
        }[act]
        const begun = (dated: DatedRitual) =>
          plansBetween([dated], rows, from, to).plans.filter((plan) => beginOf(plan) <= instant)
        expect(begun(changed)).toEqual(begun(before))
      },
    ),
    { numRuns: 60 },
  )
})
