// What one person may store, at PostgreSQL: one under each limit passes, the next is refused, two at once can't pass it, and the
// partner is never stopped by it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contracts } from '@/lib/openapi/contracts'
import { joinCouple } from '@/lib/couples/doors'
import { asSystem } from '@/lib/db/as-system'
import { closeClients } from '@/lib/db/clients'
import type { CoupleScope } from '@/lib/db/with-viewer'
import { keepEntries, keepReply, keepSharedEntry, changeEntry } from '@/lib/journal/writes'
import { LIMITS, type LimitName } from '@/lib/limits'
import { keepMoment } from '@/lib/moments/writes'
import { proposeToClose } from '@/lib/months/writes'
import { changePlan, keepItem, makePlan } from '@/lib/plans/writes'
import { endRitual, keepAgreement, keepProposal, keepSuggestion, pauseRitual } from '@/lib/rituals/writes'
import { as, outcome, paired, refused } from '@/lib/testing/as-person'
import { bareAccount, bareInvite, lastingCouple, type BareAccount } from '@/lib/testing/bare-accounts'
import { retryAttempt } from '@/lib/testing/couple-doors'
import { testDatabase } from '@/lib/testing/database'
import { putTestSeams } from '@/lib/testing/test-seams'
import { addDays, parseDay } from '@/lib/time/day'
import { parseMonth } from '@/lib/time/month'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'

const { owner } = await testDatabase()
const noon = '2026-11-24T12:00:00Z'
const clock = putTestSeams(noon)
afterAll(closeClients)

const today = parseDay('2026-11-24')
const sealed = (bytes = 600) => Buffer.alloc(bytes, 1).toString('base64url')
const zone = parseZone('Europe/Lisbon')

type Two = Readonly<{ a: BareAccount; b: BareAccount; coupleId: string }>

const terms = (change: object = {}) => ({
  termsId: randomUUID(),
  title: 'Soup, on a call',
  types: ['experiential' as const],
  weekdays: [2 as const],
  startsOn: today,
  everyWeeks: 1 as const,
  time: parseWallTime('22:30'),
  minutes: 60,
  zone,
  ...change,
})
const propose =
  ({ coupleId }: Two, id = randomUUID(), change: object = {}) =>
  (scope: CoupleScope) =>
    keepProposal(scope, { id, coupleId, ...terms(change) })

async function agreed({ a, b, ...two }: Two): Promise<string> {
  const ritual = await as(a, (scope) => propose({ a, b, ...two })(paired(scope)))
  await as(b, (scope) => keepAgreement(paired(scope), { id: ritual.id, termsId: ritual.terms.id }))
  return ritual.id
}

const plan = ({ coupleId }: Two, id = randomUUID(), onDate = today) => ({
  id,
  coupleId,
  ritualId: null,
  onDate,
  zone,
  title: 'The night train',
  ifMatch: 0,
})

/** A limit: how rows of one person come near it (by the owner, whom no limit stops), and how each of the two adds one more. */
type Filling = Readonly<{
  fill: (two: Two, rows: number, subject: string) => Promise<unknown>
  add: (two: Two, subject: string, rest: number) => (scope: CoupleScope) => Promise<unknown>
  /** Makes what the rows belong to. */
  subject?: (two: Two) => Promise<string>
  /** The partner adds to a list of their own. */
  partnerAdds?: (two: Two, subject: string) => (scope: CoupleScope) => Promise<unknown>
}>

const fillRituals = (ended: string) => (two: Two, rows: number) =>
  owner.query(
    `insert into ritual (couple_id, id, proposer_id, proposed_at, ended_at, ended_by_id)
     select $1, gen_random_uuid(), $2, $3, ${ended} from generate_series(1, $4)`,
    [two.coupleId, two.a.id, noon, rows],
  )
const fillPlans = (days: string) => (two: Two, rows: number) =>
  owner.query(
    `insert into plan (couple_id, id, on_date, version, title, types, planned_on, time, minutes, zone, placed_by_id)
     select $1, gen_random_uuid(), ${days}, 1, 'Soup', '{}', ${days}, '20:00', 60, 'Europe/Lisbon', $2 from generate_series(1, $3) n`,
    [two.coupleId, two.a.id, rows],
  )
const onePlan = async (two: Two, onDate = today) => {
  const made = await as(two.a, (scope) => makePlan(paired(scope), plan(two, randomUUID(), onDate)))
  return made.id
}
const fillItems = (removed: boolean) => (two: Two, rows: number, subject: string) =>
  owner.query(
    `insert into plan_item (couple_id, plan_id, id, version, text, removed, added_at, added_by_id)
     select $1, $2, gen_random_uuid(), 1, 'Lentils', $3, $4, $5 from generate_series(1, $6)`,
    [two.coupleId, subject, removed, noon, two.a.id, rows],
  )
const item = (_two: Two, subject: string) => (scope: CoupleScope) =>
  keepItem(scope, {
    id: subject,
    itemId: randomUUID(),
    ifMatch: 0,
    text: 'Lentils',
    whoId: null,
    done: false,
    removed: false,
  })

const fillings: Partial<Record<LimitName, Filling>> = {
  rituals: { fill: fillRituals(`'2026-11-20', $2`), add: (two) => propose(two) },
  openRituals: { fill: fillRituals('null, null'), add: (two) => propose(two) },
  termsOfRitual: {
    subject: agreed,
    fill: (two, rows, subject) =>
      owner.query(
        `insert into ritual_terms (couple_id, id, ritual_id, version, proposer_id, proposed_at, title, types, weekdays, starts_on, every_weeks, time, minutes, zone, week_start)
         select $1, gen_random_uuid(), $2, n + 1, $3, $4, 'Soup', '{experiential}', '{2}', '2026-11-24', 1, '20:00', 60, 'Europe/Lisbon', 6 from generate_series(1, $5) n`,
        [two.coupleId, subject, two.a.id, noon, rows - 1],
      ),
    add: (_two, id, rest) => (scope) => keepSuggestion(scope, { id, ifMatch: LIMITS.termsOfRitual - rest, ...terms() }),
    partnerAdds: (_two, id) => (scope) => keepSuggestion(scope, { id, ifMatch: LIMITS.termsOfRitual, ...terms() }),
  },
  restsOfRitual: {
    subject: agreed,
    fill: (two, rows, subject) =>
      owner.query(
        `insert into ritual_pause (couple_id, ritual_id, person_id, said_at, from_day, to_day)
         select $1, $2, $3, $4, '2026-11-24', '2026-11-24' from generate_series(1, $5)`,
        [two.coupleId, subject, two.a.id, noon, rows],
      ),
    add: (_two, id, rest) => (scope) => pauseRitual(scope, { id, paused: true, until: addDays(today, 20 + rest) }),
    partnerAdds: (_two, id) => (scope) => pauseRitual(scope, { id, paused: true, until: addDays(today, 9) }),
  },
  momentsOfDay: {
    fill: (two, rows) =>
      owner.query(
        `insert into moment (couple_id, id, author_id, rev, day, types, who, sealed, added_at, written_at)
         select $1, gen_random_uuid(), $2, 1, '2026-11-24', '{emotional}', 'me', $3, $4, $4 from generate_series(1, $5)`,
        [two.coupleId, two.a.id, Buffer.alloc(600), noon, rows],
      ),
    add:
      ({ coupleId }) =>
      (scope) =>
        keepMoment(scope, {
          id: randomUUID(),
          coupleId,
          day: today,
          types: ['emotional'],
          who: 'me',
          sealed: sealed(),
        }),
  },
  sharedPagesOfDay: {
    fill: (two, rows) =>
      owner.query(
        `insert into shared_entry (couple_id, id, author_id, rev, kind, types, day, sealed, added_at, written_at)
         select $1, gen_random_uuid(), $2, 1, 'reflection', '{}', '2026-11-24', $3, $4, $4 from generate_series(1, $5)`,
        [two.coupleId, two.a.id, Buffer.alloc(600), noon, rows],
      ),
    add:
      ({ coupleId }) =>
      (scope) =>
        keepSharedEntry(scope, {
          id: randomUUID(),
          coupleId,
          kind: 'reflection',
          types: [],
          day: today,
          sealed: sealed(),
        }),
  },
  repliesOfDay: {
    subject: async ({ a, coupleId }) => {
      const id = randomUUID()
      await as(a, (scope) =>
        keepSharedEntry(paired(scope), { id, coupleId, kind: 'reflection', types: [], day: today, sealed: sealed() }),
      )
      return id
    },
    fill: (two, rows, subject) =>
      owner.query(
        `insert into reply (couple_id, id, page_id, author_id, rev, day, sealed, added_at, written_at)
         select $1, gen_random_uuid(), $2, $3, 1, '2026-11-24', $4, $5, $5 from generate_series(1, $6)`,
        [two.coupleId, subject, two.a.id, Buffer.alloc(600), noon, rows],
      ),
    add: (_two, pageId) => (scope) => keepReply(scope, { pageId, id: randomUUID(), day: today, sealed: sealed() }),
  },
  versionsOfMonth: {
    fill: (two, rows) =>
      owner.query(
        `insert into month_closing (couple_id, month, number, person_id, closes, focus, with_change, said_at)
         select $1, '2026-11', n, $2, false, null, false, $3 from generate_series(1, $4) n`,
        [two.coupleId, two.a.id, noon, rows],
      ),
    add:
      ({ coupleId }, _subject, rest) =>
      (scope) =>
        proposeToClose(scope, {
          month: parseMonth('2026-11'),
          coupleId,
          number: LIMITS.versionsOfMonth + 1 - rest,
          focus: 'physical',
          change: null,
        }),
    partnerAdds:
      ({ coupleId }) =>
      (scope) =>
        proposeToClose(scope, {
          month: parseMonth('2026-11'),
          coupleId,
          number: LIMITS.versionsOfMonth + 1,
          focus: null,
          change: null,
        }),
  },
  plansOfDay: {
    fill: fillPlans(`'2026-11-24'::date`),
    add: (two) => (scope) => makePlan(scope, plan(two)),
  },
  plansAhead: {
    fill: fillPlans(`'2026-11-24'::date - 9 + n::int`),
    add: (two) => (scope) => makePlan(scope, plan(two, randomUUID(), addDays(today, 300))),
  },
  itemsOfPlan: { subject: (two) => onePlan(two), fill: fillItems(true), add: item },
  itemsOfWeek: {
    // most of them on other plans, at the ends of the days around
    subject: async (two) => {
      for (const days of [-6, 6]) await fillItems(false)(two, 75, await onePlan(two, addDays(today, days)))
      return onePlan(two)
    },
    fill: (two, rows, subject) => fillItems(false)(two, rows - 150, subject),
    add: item,
    partnerAdds: item,
  },
}

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
  await fillRituals('null, null')(two, LIMITS.openRituals - 1)
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
  await fillRituals('null, null')(two, LIMITS.openRituals)
  expect((await refused('too-much', end(false))).details.limit).toBe('openRituals')
})

test('a plan that the partner moves counts for the partner, whoever made it', async () => {
  const two = await lastingCouple(owner, new Date('2026-11-01T12:00:00Z'))
  await fillPlans(`'2027-01-10'::date`)(two, LIMITS.plansOfDay)
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
  await fillItems(false)(two, 99, first)
  await fillItems(false)(two, 100, second)
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

describe('sealed text', () => {
  const near = async (person: BareAccount, left: number) => {
    await owner.query('delete from sealed_use where owner_id = $1', [person.id])
    await owner.query('insert into sealed_use (owner_id, shard, bytes) values ($1, 3, $2)', [
      person.id,
      LIMITS.sealedBytes - left,
    ])
  }
  const write = (person: BareAccount, bytes: number, id = randomUUID()) =>
    as(person, (scope) => keepEntries(scope, { entries: [{ id, sealed: sealed(bytes) }] }))
  const used = async (person: BareAccount) => {
    const { rows } = await owner.query<{ bytes: string }>(
      'select sum(bytes) as bytes from sealed_use where owner_id = $1',
      [person.id],
    )
    return Number(rows[0]?.bytes ?? 0)
  }

  test('ends at the limit, to the byte, in private and in what is shared, for its author alone', async () => {
    const two = await lastingCouple(owner, new Date('2026-11-01T12:00:00Z'))
    await near(two.a, 3000)
    await write(two.a, 2800)
    expect((await refused('too-much', write(two.a, 201))).details.limit).toBe('sealedBytes')
    await write(two.a, 200)
    const share = (person: BareAccount) =>
      as(person, (scope) =>
        keepSharedEntry(paired(scope), {
          id: randomUUID(),
          coupleId: two.coupleId,
          kind: 'reflection',
          types: [],
          day: today,
          sealed: sealed(),
        }),
      )
    expect((await refused('too-much', share(two.a))).details.limit).toBe('sealedBytes')
    expect(await outcome(share(two.b))).toBe('done')
  })

  test('two at once can’t pass it', async () => {
    const { a } = await lastingCouple(owner, new Date('2026-11-01T12:00:00Z'))
    await near(a, 3000)
    const results = await Promise.all(Array.from({ length: 4 }, () => outcome(write(a, 1200))))
    expect(results.sort()).toEqual(['done', 'done', 'too-much', 'too-much'])
    expect(await used(a)).toBe(LIMITS.sealedBytes - 600)
  })

  test('many at once, from far below it, stop at it', async () => {
    const { a } = await lastingCouple(owner, new Date('2026-11-01T12:00:00Z'))
    await near(a, 36_700_000)
    const once = () => outcome(retryAttempt(() => write(a, 500_000)))
    const results = await Promise.all(Array.from({ length: 77 }, once))
    expect(results.filter((result) => result === 'done').length).toBe(73)
    expect(results.filter((result) => result === 'too-much').length).toBe(4)
    expect(await used(a)).toBe(LIMITS.sealedBytes - 200_000)
  })

  test('removing passes when nothing else does, and makes room', async () => {
    const { a } = await lastingCouple(owner, new Date('2026-11-01T12:00:00Z'))
    const [small, large] = [randomUUID(), randomUUID()]
    await write(a, 900, small)
    await write(a, 60_000, large)
    await near(a, 0)
    const change = (id: string, bytes: number, ifMatch: number) =>
      as(a, (scope) => changeEntry(scope, { id, sealed: sealed(bytes), ifMatch }))
    // the empty text of a removed row may be larger than a small page was
    expect((await change(small, 2048, 1)).rev).toBe(2)
    expect((await refused('too-much', change(small, 2049, 2))).details.limit).toBe('sealedBytes')
    expect((await change(large, 1400, 1)).rev).toBe(2)
    expect(await used(a)).toBe(LIMITS.sealedBytes + 1148 - 58_600)
    expect(await outcome(write(a, 50_000))).toBe('done')
  })

  test('is the sum over all tables, whatever was written, changed or answered', async () => {
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
