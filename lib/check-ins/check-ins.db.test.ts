import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { changeMyself } from '@/lib/accounts/writes'
import { partAs } from '@/lib/couples/doors'
import { closeClients } from '@/lib/db/clients'
import { as, outcome, paired, refused } from '@/lib/testing/as-person'
import { bareAccount, bareCouple, type BareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { times } from '@/lib/testing/full-counts'
import { reportFigure } from '@/lib/testing/soak/figure'
import { putTestSeams } from '@/lib/testing/test-seams'
import { weekIdSchema } from '@/lib/time/schemas'
import { addDays, parseDay } from '@/lib/time/day'
import { weekOf } from '@/lib/time/week'
import { parseZone } from '@/lib/time/zone'
import { putCheckIn, type Closeness } from './contract'
import { readAskedToday, readCheckIn } from './reads'
import { closenessOf, rowOf, sameCloseness } from './rows'
import { keepCheckIn } from './writes'

const { owner } = await testDatabase()
const noon = '2026-11-24T12:00:00Z'
const clock = putTestSeams(noon)
afterAll(closeClients)
beforeEach(() => clock.at(noon))

/** The couples of these tests begin their weeks on Saturday: W48 is 21 to 27 November 2026, open until the 29th. */
const week = weekIdSchema.parse('2026-W48')
const bare: Closeness = {
  now: 4,
  wish: 6,
  types: { emotional: null, physical: null, intellectual: null, experiential: null, spiritual: null },
}
const full: Closeness = {
  now: 5,
  wish: 3,
  types: { ...bare.types, emotional: { now: 6, wish: 2 }, spiritual: { now: 1, wish: null } },
}

const answer = (person: BareAccount, closeness: Closeness, id = week) =>
  as(person, (scope) => keepCheckIn(paired(scope), { week: id, ...closeness }))
const see = async (person: BareAccount, id = week) => {
  const { mine, partner } = await as(person, (scope) => readCheckIn(paired(scope), id))
  return { mine, partner }
}
const today = async (person: BareAccount) => {
  const { week } = await as(person, (scope) => readAskedToday(scope, null))
  return week ? [`${week.week.id} ${week.is}`] : []
}

let a: BareAccount
let b: BareAccount
beforeAll(async () => {
  ;({ a, b } = await bareCouple(owner, clock.now()))
})

test('an answer is blind and can change until both have answered; then both see both', async () => {
  expect([await see(a), await see(b)]).toEqual([
    { mine: null, partner: null },
    { mine: null, partner: null },
  ])
  await answer(a, bare)
  expect([await see(a), await see(b)]).toEqual([
    { mine: bare, partner: null },
    { mine: null, partner: null },
  ])
  expect([await today(a), await today(b)]).toEqual([['2026-W48 kept'], ['2026-W48 ask']])
  await answer(a, full)
  expect(await see(a)).toEqual({ mine: full, partner: null })
  expect(await answer(b, bare)).toMatchObject({
    mine: bare,
    partner: full,
    first: '2026-11-21',
    last: '2026-11-27',
    until: '2026-11-29',
    open: true,
  })
  expect([await see(a), await see(b)]).toEqual([
    { mine: full, partner: bare },
    { mine: bare, partner: full },
  ])
  expect([await today(a), await today(b)]).toEqual([['2026-W48 shown'], ['2026-W48 shown']])
})

test('from then on it is final; a retry with the same answer succeeds', async () => {
  await refused('already-revealed', answer(a, bare))
  expect(await answer(a, full)).toMatchObject({ partner: bare })
})

test('a week is open from its first day to the end of the second day after it, in the viewer’s zone', async () => {
  const couple = await bareCouple(owner, clock.now())
  await owner.query(`update person set zone = 'Pacific/Kiritimati' where id = $1`, [couple.a.id])
  await owner.query(`update person set zone = 'Pacific/Honolulu' where id = $1`, [couple.b.id])
  const next = weekIdSchema.parse('2026-W49')
  const tries = async (person: BareAccount, time: string, id = week) => {
    clock.at(time)
    return outcome(answer(person, bare, id))
  }
  // Kiritimati is 14 hours ahead of UTC, Honolulu 10 behind: the 28th begins there on the 27th at 10:00 UTC, and on the
  // 28th at 10:00.
  expect(await tries(couple.a, '2026-11-27T09:59:59Z', next)).toBe('week-not-open')
  expect(await tries(couple.a, '2026-11-27T10:00:00Z', next)).toBe('done')
  expect(await tries(couple.b, '2026-11-28T09:59:59Z', next)).toBe('week-not-open')
  expect(await tries(couple.b, '2026-11-28T10:00:00Z', next)).toBe('done')
  // And the 29th ends there on the 29th at 10:00 UTC, and on the 30th at 10:00.
  expect(await tries(couple.a, '2026-11-29T10:00:00Z')).toBe('week-not-open')
  expect(await tries(couple.b, '2026-11-30T09:59:59Z')).toBe('done')
  expect(await tries(couple.b, '2026-11-30T10:00:00Z')).toBe('done') // a retry
  clock.at('2026-12-24T00:00:00Z')
  await owner.query(`update session set expires_at = '2027-12-31' where person_id = $1`, [couple.b.id])
  expect(await see(couple.b)).toEqual({ mine: bare, partner: null })
})

test('a week from before the couple paired is not asked for; the week before this one is, for two days', async () => {
  clock.at('2026-11-28T12:00:00Z')
  const couple = await bareCouple(owner, clock.now())
  expect(await today(couple.a)).toEqual(['2026-W49 ask'])
  await owner.query(`update couple set started_on = '2026-11-27' where id = $1`, [couple.coupleId])
  expect(await today(couple.a)).toEqual(['2026-W48 ask'])
  await answer(couple.a, bare)
  expect(await today(couple.a)).toEqual(['2026-W49 ask'])
  clock.at('2026-11-30T12:00:00Z')
  expect(await today(couple.a)).toEqual(['2026-W49 ask'])
})

test('a check-in that no month will show is refused', async () => {
  const couple = await bareCouple(owner, clock.now())
  // The couple's week from Saturday 26 December to 1 January has its fourth day in December.
  const turn = weekIdSchema.parse('2026-W53')
  const startsOn = (day: string) =>
    owner.query(`update couple set started_on = $1 where id = $2`, [day, couple.coupleId])
  await owner.query(`update session set expires_at = '2027-12-31' where person_id = $1`, [couple.a.id])
  clock.at('2027-01-01T12:00:00Z')
  await startsOn('2027-01-01')
  expect([await outcome(answer(couple.a, bare, turn)), await today(couple.a)]).toEqual(['week-not-open', []])
  await startsOn('2026-12-31')
  expect(await today(couple.a)).toEqual(['2026-W53 ask'])
  expect(await outcome(answer(couple.a, bare, turn))).toBe('done')
})

test('a week that closed at home does not open again in a zone where it is earlier', async () => {
  const couple = await bareCouple(owner, clock.now())
  const move = (zone: string) => as(couple.a, (scope) => changeMyself(scope, { zone: parseZone(zone) }))
  const state = async () => (await as(couple.a, (scope) => readCheckIn(paired(scope), week))).open
  await move('Pacific/Kiritimati')
  clock.at('2026-11-29T09:59:59Z') // the last second of the 29th there
  expect(await state()).toBe(true)
  await move('Pacific/Honolulu')
  expect(await state()).toBe(true)
  clock.at('2026-11-29T10:00:00Z')
  expect(await state()).toBe(false)
  await move('Europe/Lisbon')
  await move('Pacific/Niue')
  expect([await state(), await outcome(answer(couple.a, bare))]).toEqual([false, 'week-not-open'])
  // The partner, who stayed in Lisbon, has all of the 29th, and reads nothing of the journey.
  expect(await outcome(answer(couple.b, bare))).toBe('done')
  const seen = await as(couple.b, (scope) => scope.db.account.findMany({ select: { personId: true } }))
  expect(seen.map(({ personId }) => personId)).toEqual([couple.b.id])
})

test('nobody answers alone, and after parting the check-ins of the couple can’t be read', async () => {
  const alone = await bareAccount(owner)
  await expect(answer(alone, bare)).rejects.toMatchObject({ code: 'not-paired' })
  await expect(see(alone)).rejects.toMatchObject({ code: 'not-paired' })
  expect(await today(alone)).toEqual([])
  const couple = await bareCouple(owner, clock.now())
  await answer(couple.a, bare)
  await answer(couple.b, full)
  await partAs(couple.a.secret)
  await expect(see(couple.a)).rejects.toMatchObject({ code: 'not-paired' })
  const { rows } = await owner.query('select count(*)::int as n from check_in where couple_id = $1', [couple.coupleId])
  expect(rows).toEqual([{ n: 2 }])
})

/** Two who have been a couple for so long that every week of the test is theirs. */
async function oldCouple() {
  const couple = await bareCouple(owner, clock.now())
  await owner.query(`update couple set started_on = '2021-01-01' where id = $1`, [couple.coupleId])
  return couple
}

test('weeks that both answer at the same moment are all revealed', async () => {
  const rounds = times(200, 20)
  const couple = await oldCouple()
  for (let round = 0; round < rounds; round++) {
    const { id } = weekOf(addDays(parseDay('2022-01-04'), 7 * round), 6)
    clock.at(`${addDays(parseDay('2022-01-04'), 7 * round)}T12:00:00Z`)
    const [seenByA, seenByB] = await Promise.all([answer(couple.a, bare, id), answer(couple.b, full, id)])
    // The second of them sees both; the first may not yet.
    expect([seenByA.partner, seenByB.partner].filter(Boolean).length).toBeGreaterThan(0)
  }
  const { rows } = await owner.query(
    'select count(*)::int as answers, count(revealed_at)::int as shown from check_in where couple_id = $1',
    [couple.coupleId],
  )
  expect(rows).toEqual([{ answers: 2 * rounds, shown: 2 * rounds }])
  reportFigure('blind', rounds)
})

test('a change while the partner answers is saved and shown, or refused and not saved', async () => {
  const couple = await oldCouple()
  let refused = 0
  for (let round = 0; round < 40; round++) {
    const { id } = weekOf(addDays(parseDay('2022-01-04'), 7 * round), 6)
    clock.at(`${addDays(parseDay('2022-01-04'), 7 * round)}T12:00:00Z`)
    await answer(couple.a, bare, id)
    const [changed] = await Promise.all([
      answer(couple.a, full, id).then(
        () => true,
        () => false,
      ),
      answer(couple.b, bare, id),
    ])
    if (!changed) refused++
    expect(await see(couple.b, id)).toEqual({ mine: bare, partner: changed ? full : bare })
  }
  expect(refused).toBeLessThan(40)
})

test('an answer survives its row unchanged, and steps outside 1 to 7 are refused', () => {
  for (const closeness of [bare, full]) expect(closenessOf(rowOf(closeness))).toEqual(closeness)
  expect([
    sameCloseness(full, full),
    sameCloseness(full, bare),
    sameCloseness(bare, { ...bare, types: { ...bare.types, physical: { now: 1, wish: null } } }),
  ]).toEqual([true, false, false])
  expect(putCheckIn.body.safeParse(full).success).toBe(true)
  for (const wrong of [
    { ...bare, now: 0 },
    { ...bare, wish: 8 },
    { ...bare, now: 3.5 },
    { ...bare, now: null },
    { ...bare, types: {} },
    { ...bare, extra: 1 },
  ]) {
    expect(putCheckIn.body.safeParse(wrong).success).toBe(false)
  }
})
