// What one person may store, at PostgreSQL: one under each limit passes, the next is refused, two at once can't pass it, and the
// partner is never stopped by it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contracts } from '@/lib/openapi/contracts'
import { joinCouple } from '@/lib/couples/doors'
import { asSystem } from '@/lib/db/as-system'
import { closeClients } from '@/lib/db/clients'
import { LIMITS, type LimitName } from '@/lib/limits'
import { changePlan, keepItem } from '@/lib/plans/writes'
import { endRitual } from '@/lib/rituals/writes'
import { as, outcome, paired, refused } from '@/lib/testing/as-person'
import { bareAccount, bareInvite, lastingCouple, type BareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay } from '@/lib/time/day'
import {
  agreed,
  fillItems,
  fillPlans,
  fillRituals,
  fillingsBy,
  item,
  noon,
  onePlan,
  propose,
  type Two,
} from '@/lib/testing/limit-fillings'

const { owner } = await testDatabase()
const clock = putTestSeams(noon)
afterAll(closeClients)

const fillings = fillingsBy(owner)
const counted = (Object.keys(LIMITS) as LimitName[]).filter((name) => !name.startsWith('days') && name !== 'couples') // those are counted in code

test('the database counts to the numbers that the contracts name, and every limit is tested here', async () => {
  const { rows } = await owner.query<{ args: string; kind: string }>(
    `select encode(t.tgargs, 'escape') as args, p.proname as kind from pg_trigger t join pg_proc p on p.oid = t.tgfoid
     where p.proname in ('within_limit', 'plans_within_limits', 'items_within_limits', 'count_sealed')`,
  )
  const found = rows.flatMap(({ args, kind }): (readonly [string, string])[] => {
    const [first = '', second = '', third = ''] = args.split('\\000')
    if (kind === 'plans_within_limits')
      return [
        ['plansOfDay', first],
        ['plansAhead', second],
        ['itemsOfWeek', third],
      ]
    if (kind === 'items_within_limits')
      return [
        ['itemsOfPlan', first],
        ['itemsOfWeek', second],
      ]
    return [kind === 'count_sealed' ? ['sealedBytes', second] : [first, second]]
  })
  expect([...new Set(found.map(([name]) => name))].sort()).toEqual(counted.toSorted())
  expect(found.filter(([name, number]) => LIMITS[name as LimitName] !== Number(number))).toEqual([])
  expect([...Object.keys(fillings), 'sealedBytes'].sort()).toEqual(counted.toSorted())
})

test('a contract names every limit that its body can reach', () => {
  const taking = contracts.filter(({ body }) => JSON.stringify(body ?? null).includes('"sealed"'))
  expect(taking.length).toBeGreaterThan(8)
  for (const { path, limits } of taking) expect([path, limits]).toEqual([path, expect.arrayContaining(['sealedBytes'])])
  const named = contracts.flatMap(({ limits = [] }) => limits)
  expect([...new Set(named)].sort()).toEqual(Object.keys(LIMITS).sort())
})

describe.each(Object.entries(fillings))('%s', (name, { fill, add, subject, partnerAdds = add }) => {
  const most = LIMITS[name as LimitName]
  let two: Two
  let subjectId = ''

  beforeAll(async () => {
    clock.at(noon)
    two = await lastingCouple(owner, new Date('2026-11-01T12:00:00Z'))
    subjectId = (await subject?.(two)) ?? ''
    await fill(two, most - 1, subjectId)
  })

  test('the last one passes, also of two at once, and the next is refused by its name', async () => {
    const once = (rest: number) => as(two.a, (scope) => add(two, subjectId, rest)(paired(scope)))
    const results = await Promise.all([outcome(once(1)), outcome(once(1))])
    expect(results).toContain('done')
    // of two versions with one number the second is refused as changed
    expect(results.filter((result) => result === 'done').length).toBe(1)
    const problem = await refused('too-much', once(0))
    expect(problem.details.limit).toBe(name)
  })

  test('the partner has a limit of their own', async () => {
    expect(await outcome(as(two.b, (scope) => partnerAdds(two, subjectId, 0)(paired(scope))))).toBe('done')
  })
})

test('a repeated request at the limit is answered like the first time', async () => {
  const two = await lastingCouple(owner, new Date('2026-11-01T12:00:00Z'))
  await fillRituals(owner, 'null, null')(two, LIMITS.openRituals - 1)
  const id = randomUUID()
  const once = () => as(two.a, (scope) => propose(two, id)(paired(scope)))
  expect(await once()).toMatchObject({ id })
  expect(await once()).toMatchObject({ id })
})

test('an end can’t be undone over the limit', async () => {
  const two = await lastingCouple(owner, new Date('2026-11-01T12:00:00Z'))
  const id = await agreed(two)
  const end = (ended: boolean) => as(two.b, (scope) => endRitual(paired(scope), { id, ended }))
  await end(true)
  await fillRituals(owner, 'null, null')(two, LIMITS.openRituals)
  expect((await refused('too-much', end(false))).details.limit).toBe('openRituals')
})

test('a plan that the partner moves counts for the partner, whoever made it', async () => {
  const two = await lastingCouple(owner, new Date('2026-11-01T12:00:00Z'))
  await fillPlans(owner, `'2027-01-10'::date`)(two, LIMITS.plansOfDay)
  const day = parseDay('2027-01-10')
  const id = await onePlan(two, parseDay('2027-01-09'))
  const move = (person: BareAccount, ifMatch: number, plannedOn = day) =>
    as(person, (scope) => changePlan(paired(scope), { id, ifMatch, plannedOn }))
  expect((await refused('too-much', move(two.a, 1))).details.limit).toBe('plansOfDay')
  expect(await move(two.b, 1)).toMatchObject({ plannedOn: day })
  expect(await outcome(as(two.a, (scope) => changePlan(paired(scope), { id, ifMatch: 2, skipped: true })))).toBe('done')
})

test('what the partner put on their own plans keeps nobody from moving a plan', async () => {
  const two = await lastingCouple(owner, new Date('2026-11-01T12:00:00Z'))
  await owner.query(
    `insert into plan (couple_id, id, on_date, version, title, types, planned_on, time, minutes, zone, placed_by_id)
       select $1, gen_random_uuid(), day, 1, 'Market', '{}', day, '20:00', 60, 'Europe/Lisbon', $2 from unnest('{2026-12-10,2026-12-17}'::date[]) day`,
    [two.coupleId, two.b.id],
  )
  await owner.query(
    `insert into plan_item (couple_id, plan_id, id, version, text, removed, added_at, added_by_id)
       select couple_id, id, gen_random_uuid(), 1, 'Bread', false, $3, $2 from plan, generate_series(1, 250)
       where couple_id = $1 and title = 'Market'`,
    [two.coupleId, two.b.id, noon],
  )
  const id = await onePlan(two)
  await as(two.a, (scope) => item(two, id)(paired(scope)))
  const move = as(two.a, (scope) => changePlan(paired(scope), { id, ifMatch: 1, plannedOn: parseDay('2026-12-13') }))
  expect(await outcome(move)).toBe('done')
})

test('an item can always be removed, and what was removed makes room in the days around', async () => {
  const two = await lastingCouple(owner, new Date('2026-11-01T12:00:00Z'))
  const [first, second, third] = [await onePlan(two), await onePlan(two), await onePlan(two)]
  await fillItems(owner, false)(two, 99, first)
  await fillItems(owner, false)(two, 100, second)
  const itemId = randomUUID()
  const keep = (ifMatch: number, removed: boolean, id = itemId) =>
    as(two.a, (scope) =>
      keepItem(paired(scope), { id: first, itemId: id, ifMatch, text: 'Bread', whoId: null, done: false, removed }),
    )
  await keep(0, false)
  expect((await refused('too-much', keep(0, false, randomUUID()))).details.limit).toBe('itemsOfPlan')
  expect(await keep(1, true)).toMatchObject({ removed: true })
  expect(await outcome(as(two.a, (scope) => item(two, third)(paired(scope))))).toBe('done')
  // the room is used: bringing it back counts as adding it
  expect((await refused('too-much', keep(2, false))).details.limit).toBe('itemsOfWeek')
})

describe('couples', () => {
  const since = new Date('2026-11-01T12:00:00Z')
  /** Lets a person have been in so many couples, each of which has ended. */
  const beenIn = (person: BareAccount, couples: number) =>
    owner.query(
      `with ended as (
         insert into couple (id, week_start, started_at, started_on, ended_at)
         select gen_random_uuid(), 1, $2, '2026-10-01', $2 from generate_series(1, $3) returning id)
       insert into membership (couple_id, person_id, slot, joined_at, left_at) select id, $1, 1, $2, $2 from ended`,
      [person.id, '2026-10-01T12:00:00Z', couples],
    )
  const pair = async (inviter: BareAccount, invitee: BareAccount) => {
    const invite = await bareInvite(inviter)
    return asSystem((db) => joinCouple(db, invitee.id, invite, since))
  }

  test('the last one passes, and the next is refused by its name, whoever of the two was in that many', async () => {
    clock.at(since.toISOString())
    for (const isInviter of [true, false]) {
      const [person, ...others] = [await bareAccount(owner), await bareAccount(owner), await bareAccount(owner)]
      const pairWith = (other: BareAccount) => (isInviter ? pair(person, other) : pair(other, person))
      await beenIn(person, LIMITS.couples - 1)
      const [last, next] = others as [BareAccount, BareAccount]
      expect(await outcome(pairWith(last))).toBe('done')
      await owner.query('update membership set left_at = $2 where person_id = $1 and left_at is null', [
        person.id,
        since,
      ])
      expect((await refused('too-much', pairWith(next))).details.limit).toBe('couples')
      // nothing of it is kept: the other may pair with somebody else
      expect(await outcome(pair(next, await bareAccount(owner)))).toBe('done')
    }
  })
})

test('the sealed text that is counted is the sum over all tables, whatever was written, changed or answered', async () => {
  const { rows } = await owner.query(
    `select t.owner_id from (
       select owner_id, sum(octet_length(sealed)) as bytes from (
         select owner_id, sealed from private_entry union all select author_id, sealed from shared_entry
         union all select author_id, sealed from reply union all select author_id, sealed from moment
         union all select person_id, sealed from meaning union all select person_id, sealed from plan_line
         union all select person_id, sealed from month_note union all select person_id, sealed from month_change) s group by 1) t
     join (select owner_id, sum(bytes) as bytes from sealed_use group by 1) u on u.owner_id = t.owner_id
     where u.bytes <> t.bytes and u.bytes < 100000000`,
  )
  expect(rows).toEqual([])
})
