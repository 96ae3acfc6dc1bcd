// How a plan felt, blind until both have answered, and the versions of a line, in a real database.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { partAs } from '@/lib/couples/doors'
import { closeClients } from '@/lib/db/clients'
import { as, outcome, paired } from '@/lib/testing/as-person'
import { bareAccount, bareCouple, lastingCouple, type BareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { times } from '@/lib/testing/full-counts'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay, type Day } from '@/lib/time/day'
import { parseZone } from '@/lib/time/zone'
import { type FeltStep, putFelt, putLine, putTakingPart } from './contract'
import { readRememberedPlan } from './remembered-plan-reads'
import { keepFelt, keepLine } from './remembered-plan-writes'
import { keepTookPart } from './taking-part-writes'
import { makePlan } from './writes'
import { sealedOf } from '@/lib/testing/sealed'

const { owner } = await testDatabase()
const noon = '2026-11-24T12:00:00Z'
const clock = putTestSeams(noon)
afterAll(closeClients)

const today = parseDay('2026-11-24')
let a: BareAccount
let b: BareAccount
let coupleId: string

beforeEach(async () => {
  clock.at(noon)
  const made = await lastingCouple(owner, clock.now())
  ;({ a, b } = made)
  coupleId = made.coupleId
})

const took = (person: BareAccount, id: string, onDate: Day = today, tookPart = true) =>
  as(person, (scope) => keepTookPart(paired(scope, putTakingPart), { id, ritualId: null, onDate, tookPart }))

/** Makes a one-off without a time that these people took part in. */
async function kept(by: readonly BareAccount[] = [a, b], onDate: Day = today): Promise<string> {
  const id = randomUUID()
  await as(a, (scope) =>
    makePlan(paired(scope), {
      id,
      ifMatch: 0,
      coupleId,
      ritualId: null,
      title: 'The night train',
      onDate,
      zone: parseZone('Europe/Lisbon'),
      time: null,
    }),
  )
  for (const person of by) await took(person, id, onDate)
  return id
}

describe('how it felt', () => {
  const answer = (person: BareAccount, id: string, felt: FeltStep) =>
    as(person, async (scope) => (await keepFelt(paired(scope, putFelt), { id, felt })).felt)
  const read = (person: BareAccount, id: string, requestedId?: string) =>
    as(person, async (scope) => (await readRememberedPlan(scope, { id, coupleId: requestedId })).felt)

  test('shows to its author alone, and can change, until both have answered; then both see both', async () => {
    const id = await kept()
    expect(await answer(a, id, 3)).toEqual({ mine: 3, partner: null })
    expect(await read(b, id)).toEqual({ mine: null, partner: null })
    expect(await answer(a, id, 5)).toEqual({ mine: 5, partner: null })
    expect(await answer(b, id, 7)).toEqual({ mine: 7, partner: 5 })
    expect(await read(a, id)).toEqual({ mine: 5, partner: 7 })
  })

  test('can’t change once both have answered; a retry is answered', async () => {
    const id = await kept()
    await answer(a, id, 3)
    await answer(b, id, 4)
    for (const [person, felt] of [
      [a, 4],
      [b, 3],
    ] as const)
      expect(await outcome(answer(person, id, felt))).toBe('already-revealed')
    expect([await answer(a, id, 3), await read(b, id)]).toEqual([
      { mine: 3, partner: 4 },
      { mine: 4, partner: 3 },
    ])
  })

  test('is answered only by a person who took part, in a saved plan of their couple', async () => {
    const id = await kept([a])
    await answer(a, id, 6)
    expect(await outcome(answer(b, id, 6))).toBe('not-found')
    await took(b, id)
    await took(b, id, today, false)
    expect(await outcome(answer(b, id, 6))).toBe('not-found')
    expect(await outcome(answer(a, randomUUID(), 6))).toBe('not-found')
    const { a: stranger } = await bareCouple(owner, clock.now())
    for (const other of [stranger, await bareAccount(owner)]) {
      expect([
        await outcome(answer(other, id, 6)),
        await outcome(read(other, id)),
        await outcome(read(other, id, coupleId)),
      ]).toEqual(['not-found', 'not-found', 'not-found'])
    }
    expect(await read(a, id)).toEqual({ mine: 6, partner: null })
  })

  test('can be answered for 31 days, by each person’s own calendar', async () => {
    await owner.query(`update person set zone = 'Pacific/Kiritimati' where id = $1`, [b.id])
    const id = await kept()
    clock.at('2026-12-25T09:59:59Z') // the last second of 25 December in Kiritimati
    expect(await answer(b, id, 2)).toEqual({ mine: 2, partner: null })
    clock.at('2026-12-25T10:00:00Z')
    expect(await outcome(answer(b, id, 3))).toBe('day-out-of-range')
    expect(await answer(b, id, 2)).toEqual({ mine: 2, partner: null }) // a retry
    clock.at('2026-12-25T23:59:59Z') // and in Lisbon
    expect(await answer(a, id, 1)).toEqual({ mine: 1, partner: 2 })
    const other = await kept([], parseDay('2026-12-25'))
    clock.at('2026-12-24T09:59:59Z') // still the 24th in Kiritimati
    expect(await outcome(took(b, other, parseDay('2026-12-25')))).toBe('day-out-of-range')
  })

  test('shows to its author alone after parting', async () => {
    const [first, matched] = [await kept(), await kept()]
    await answer(a, first, 2)
    await answer(a, matched, 3)
    await answer(b, matched, 4)
    await partAs(b.secret)
    expect([await read(a, first, coupleId), await read(b, first, coupleId)]).toEqual([
      { mine: 2, partner: null },
      { mine: null, partner: null },
    ])
    expect([await read(a, matched, coupleId), await read(b, matched, coupleId)]).toEqual([
      { mine: 3, partner: null },
      { mine: 4, partner: null },
    ])
    for (const person of [a, b]) expect(await outcome(answer(person, first, 2))).toBe('not-found')
  })

  test('shows to both if both answer at the same moment, in each of many plans', async () => {
    const count = times(200, 20)
    await owner.query(
      `with made as (insert into plan (couple_id, id, on_date, version, title, types, planned_on, minutes, zone)
         select $1, gen_random_uuid(), '2026-11-24', 1, 'Soup', '{}', '2026-11-24', 60, 'Europe/Lisbon' from generate_series(1, $3) returning id)
       insert into taking_part (couple_id, plan_id, person_id, day, types, took_part)
         select $1, made.id, person, '2026-11-24', '{}', true from made, unnest($2::uuid[]) person`,
      [coupleId, [a.id, b.id], count],
    )
    const { rows: plans } = await owner.query<{ id: string }>('select id from plan where couple_id = $1', [coupleId])
    expect(plans).toHaveLength(count)
    for (const { id } of plans) {
      const [feltA, feltB] = await Promise.all([answer(a, id, 2), answer(b, id, 6)])
      // The second to answer sees both; the first may not yet.
      expect([feltA.partner, feltB.partner].filter(Boolean).length).toBeGreaterThan(0)
    }
    const { rows } = await owner.query(
      'select count(*)::int as answers, count(revealed_at)::int as shown from felt where couple_id = $1',
      [coupleId],
    )
    expect(rows).toEqual([{ answers: 2 * count, shown: 2 * count }])
  })

  test('is changed and shown, or refused and unchanged, if the partner answers at the same moment', async () => {
    let refused = 0
    const rounds = times(40, 20)
    for (let round = 0; round < rounds; round++) {
      const id = await kept()
      await answer(a, id, 2)
      const [changed] = await Promise.all([
        answer(a, id, 6).then(
          () => true,
          () => false,
        ),
        answer(b, id, 4),
      ])
      if (!changed) refused++
      expect(await read(b, id)).toEqual({ mine: 4, partner: changed ? 6 : 2 })
    }
    expect(refused).toBeLessThan(rounds)
  })

  test('is one of seven steps', () => {
    expect([1, 7].every((felt) => putFelt.body.safeParse({ felt }).success)).toBe(true)
    for (const felt of [0, 8, 3.5, null, '3']) expect(putFelt.body.safeParse({ felt }).success).toBe(false)
  })
})

describe('a line', () => {
  const bytes = sealedOf
  const put = (person: BareAccount, id: string, lineId: string, rev: number, text: string) =>
    as(person, (scope) => keepLine(paired(scope, putLine), { id, lineId, rev, sealed: bytes(text) }))
  const lines = (person: BareAccount, id: string, requestedId?: string) =>
    as(person, async (scope) =>
      (await readRememberedPlan(scope, { id, coupleId: requestedId })).lines
        .map(
          ({ personId, rev, sealed }) =>
            `${personId === a.id ? 'a' : 'b'} ${rev} ${Buffer.from(sealed, 'base64url').toString().trim()}`,
        )
        .sort(),
    )

  test('is kept by each person, version by version, and read by both', async () => {
    const [id, lineA, lineB] = [await kept(), randomUUID(), randomUUID()]
    expect(await put(a, id, lineA, 1, 'pot')).toEqual({ id: lineA, personId: a.id, rev: 1, sealed: bytes('pot') })
    await put(b, id, lineB, 1, 'rain')
    await put(a, id, lineA, 2, 'two pots')
    for (const person of [a, b]) expect(await lines(person, id)).toEqual(['a 2 two pots', 'b 1 rain'])
  })

  test('is answered for a retry with the same bytes; other bytes, another id or a skipped version are refused with the saved row', async () => {
    const [id, mine] = [await kept(), randomUUID()]
    const first = await put(a, id, mine, 1, 'pot')
    expect(await put(a, id, mine, 1, 'pot')).toEqual(first)
    for (const [lineId, rev, text] of [
      [mine, 1, 'rain'],
      [randomUUID(), 1, 'pot'],
      [randomUUID(), 2, 'pot'],
      [mine, 3, 'pot'],
    ] as const) {
      await expect(put(a, id, lineId, rev, text)).rejects.toMatchObject({
        code: 'version-changed',
        details: { current: first },
      })
    }
    const none = await put(b, id, randomUUID(), 2, 'rain').catch((error: unknown) => error)
    expect(none).toMatchObject({ code: 'version-changed', details: {} })
    expect(await lines(b, id)).toEqual(['a 1 pot'])
  })

  test('with the id of the partner’s line is a line of its own, and leaves the partner’s unchanged', async () => {
    const [id, lineA] = [await kept(), randomUUID()]
    await put(a, id, lineA, 1, 'pot')
    expect(await outcome(put(b, id, lineA, 2, 'rain'))).toBe('version-changed')
    await put(b, id, lineA, 1, 'rain')
    await put(b, id, lineA, 2, 'more rain')
    expect(await lines(a, id)).toEqual(['a 1 pot', 'b 2 more rain'])
  })

  test('of two devices of one person: the second is refused with what the first saved', async () => {
    const [id, mine] = [await kept(), randomUUID()]
    await put(a, id, mine, 1, '0')
    for (let rev = 2; rev < 22; rev++) {
      const tries = await Promise.all(
        ['one', 'other'].map((device) =>
          put(a, id, mine, rev, `${device} ${rev}`).then(
            (row) => row.sealed,
            () => null,
          ),
        ),
      )
      const [won] = tries.filter((sealed) => sealed !== null)
      expect(tries.filter((sealed) => sealed !== null)).toHaveLength(1)
      expect(await lines(a, id)).toEqual([
        `a ${rev} ${Buffer.from(won ?? '', 'base64url')
          .toString()
          .trim()}`,
      ])
    }
  })

  test('is written by a person who took part, for 31 days, and after parting shows to its author alone', async () => {
    const [id, lineA] = [await kept([a]), randomUUID()]
    await put(a, id, lineA, 1, 'pot')
    expect(await outcome(put(b, id, randomUUID(), 1, 'rain'))).toBe('not-found')
    await took(b, id)
    await put(b, id, randomUUID(), 1, 'rain')
    clock.at('2026-12-26T00:00:00Z')
    expect(await outcome(put(a, id, lineA, 2, 'two pots'))).toBe('day-out-of-range')
    clock.at(noon)
    await partAs(a.secret)
    expect([await lines(a, id, coupleId), await lines(b, id, coupleId)]).toEqual([['a 1 pot'], ['b 1 rain']])
    expect(await outcome(put(a, id, lineA, 2, 'two pots'))).toBe('not-found')
  })
})
