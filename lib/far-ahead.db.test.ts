// How far ahead a ritual, a plan and a rest may be, at PostgreSQL.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { LIMITS } from '@/lib/limits'
import { changePlan, makePlan } from '@/lib/plans/writes'
import { keepSuggestion, pauseRitual } from '@/lib/rituals/writes'
import { as, outcome, paired, refused } from '@/lib/testing/as-person'
import { lastingCouple } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { putTestSeams } from '@/lib/testing/test-seams'
import { addDays, parseDay } from '@/lib/time/day'
import { agreed, noon, onePlan, plan, propose, terms, today, type Two } from '@/lib/testing/limit-fillings'

const { owner } = await testDatabase()
const clock = putTestSeams(noon)
afterAll(closeClients)

describe('how far ahead', () => {
  let two: Two
  beforeAll(async () => {
    clock.at(noon)
    two = await lastingCouple(owner, new Date('2026-11-01T12:00:00Z'))
  })
  const [last, after] = [addDays(today, LIMITS.daysAhead), addDays(today, LIMITS.daysAhead + 1)]

  test('a ritual begins, and other terms do', async () => {
    const proposed = (startsOn = last) => as(two.a, (scope) => propose(two, randomUUID(), { startsOn })(paired(scope)))
    expect(await outcome(proposed())).toBe('done')
    expect((await refused('too-much', proposed(after))).details.limit).toBe('daysAhead')
    const id = await agreed(two)
    const suggest = (startsOn: typeof last) =>
      as(two.b, (scope) => keepSuggestion(paired(scope), { id, ifMatch: 1, ...terms({ startsOn }) }))
    expect((await refused('too-much', suggest(after))).details.limit).toBe('daysAhead')
    expect(await outcome(suggest(last))).toBe('done')
  })

  test('a plan is, and is moved', async () => {
    const on = (onDate: typeof last) => as(two.a, (scope) => makePlan(paired(scope), plan(two, randomUUID(), onDate)))
    expect(await outcome(on(last))).toBe('done')
    expect((await refused('too-much', on(after))).details.limit).toBe('daysAhead')
    const id = await onePlan(two)
    const move = (plannedOn: typeof last) =>
      as(two.b, (scope) => changePlan(paired(scope), { id, ifMatch: 1, plannedOn }))
    expect((await refused('too-much', move(after))).details.limit).toBe('daysAhead')
    expect(await outcome(move(last))).toBe('done')
  })

  test('a plan from before that is further ahead can still be skipped', async () => {
    const id = randomUUID()
    await owner.query(
      `insert into plan (couple_id, id, on_date, version, title, types, planned_on, time, minutes, zone)
       values ($1, $2, '2190-01-01', 1, 'Soup', '{}', '2190-01-01', '20:00', 60, 'Europe/Lisbon')`,
      [two.coupleId, id],
    )
    const skip = as(two.a, (scope) =>
      changePlan(paired(scope), { id, ifMatch: 1, plannedOn: parseDay('2190-01-01'), skipped: true }),
    )
    expect((await skip).skipped).toBe(true)
  })

  test('a rest ends', async () => {
    const id = await agreed(two)
    const rest = (until: typeof last) => as(two.b, (scope) => pauseRitual(paired(scope), { id, paused: true, until }))
    const from = today // no date has begun today
    expect((await refused('too-much', rest(addDays(from, LIMITS.daysOfRest + 1)))).details.limit).toBe('daysOfRest')
    expect(await outcome(rest(addDays(from, LIMITS.daysOfRest)))).toBe('done')
  })
})
