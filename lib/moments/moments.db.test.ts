import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { paired, refused } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { putPeopleWithSecrets, secondBySecond } from '@/lib/testing/journal-people'
import { couples, who, type PolicyName } from '@/lib/testing/policy-people'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay } from '@/lib/time/day'
import { findMoment, readMoments } from './reads'
import { changeMoment, keepMoment, keepPart } from './writes'
import { sealedOf } from '@/lib/testing/sealed'

const { owner } = await testDatabase()
const noon = '2026-11-24T12:00:00Z'
const clock = putTestSeams(noon)
const as = secondBySecond(clock)

beforeAll(() => putPeopleWithSecrets(owner))
afterAll(closeClients)
beforeEach(async () => {
  clock.at(noon)
  await owner.query('delete from moment_part')
  await owner.query('delete from moment')
})

const sealed = sealedOf
const momentDetails = {
  coupleId: couples.now,
  day: parseDay('2026-11-23'),
  types: ['emotional', 'spiritual'] as IntimacyType[],
  who: 'both' as const,
  sealed: sealed('a walk'),
}
const log = (name: PolicyName, change: Partial<Parameters<typeof keepMoment>[1]> = {}) =>
  as(name, (scope) => keepMoment(paired(scope), { ...momentDetails, id: crypto.randomUUID(), ...change }))

/** Who is fed by what, as one of the two people sees it: "ana emotional 2026-11-23". */
async function fed(name: PolicyName = 'ana'): Promise<string[]> {
  const rows = await as(name, (scope) =>
    scope.db.feeding.findMany({ where: { coupleId: couples.now, source: 'moment' } }),
  )
  const nameOf = (id: string) => Object.entries(who).find(([, uid]) => uid === id)?.[0] ?? id
  return rows.map(({ personId, type, day }) => `${nameOf(personId)} ${type} ${day.toISOString().slice(0, 10)}`).sort()
}

const anas = ['ana emotional 2026-11-23', 'ana spiritual 2026-11-23']
const bens = ['ben emotional 2026-11-23', 'ben spiritual 2026-11-23']

test('“I did” feeds its author and “we did” feeds both people, on its day and with its types', async () => {
  await log('ana', { who: 'me' })
  expect(await fed()).toEqual(anas)
  await log('ben', { who: 'both' })
  expect(await fed()).toEqual([...anas, ...anas, ...bens].sort())
  expect(await fed('ben')).toEqual(await fed('ana'))
})

test('each person can take only their own part out and put it back', async () => {
  const { id } = await log('ana')
  const out = await as('ben', (scope) => keepPart(scope, { momentId: id, takenOut: true }))
  expect(out.parts).toEqual([
    { personId: who.ana, takenOut: false },
    { personId: who.ben, takenOut: true },
  ])
  expect(await fed()).toEqual(anas)
  await as('ana', (scope) => keepPart(scope, { momentId: id, takenOut: true }))
  expect(await fed()).toEqual([])
  await as('ben', (scope) => keepPart(scope, { momentId: id, takenOut: false }))
  expect(await fed()).toEqual(bens)
  const { id: alone } = await log('ana', { who: 'me' })
  await refused(
    'not-found',
    as('ben', (scope) => keepPart(scope, { momentId: alone, takenOut: true })),
  )
})

test('a removed moment feeds nobody; brought back it feeds as before, and a part that was out stays out', async () => {
  const { id } = await log('ana')
  await as('ben', (scope) => keepPart(scope, { momentId: id, takenOut: true }))
  const gone = await as('ana', (scope) =>
    changeMoment(scope, { momentId: id, ifMatch: 1, types: [], removed: true, sealed: sealed('') }),
  )
  expect(gone).toMatchObject({ rev: 2, removed: true, types: [] })
  expect(await fed()).toEqual([])
  const back = await as('ana', (scope) =>
    changeMoment(scope, {
      momentId: id,
      ifMatch: 2,
      types: momentDetails.types,
      removed: false,
      sealed: momentDetails.sealed,
    }),
  )
  expect(back).toMatchObject({
    rev: 3,
    removed: false,
    types: momentDetails.types,
    day: momentDetails.day,
    who: 'both',
  })
  expect(await fed()).toEqual(anas)
})

test('a retry makes no second moment, even months later, and is answered with the saved one', async () => {
  const id = crypto.randomUUID()
  const first = await log('ana', { id })
  clock.at('2027-03-01T12:00:00Z')
  await owner.query(`update session set expires_at = '2028-01-01'`)
  expect(await log('ana', { id, sealed: sealed('other bytes') })).toEqual(first)
  expect(await fed()).toEqual([...anas, ...bens])
  await refused('id-taken', log('ben', { id }))
})

test('a retry of a change gets the same answer, and another change gets the current version', async () => {
  const { id } = await log('ana')
  const change = {
    momentId: id,
    ifMatch: 1,
    types: ['physical'] as IntimacyType[],
    removed: false,
    sealed: sealed('a longer walk'),
  }
  const saved = await as('ana', (scope) => changeMoment(scope, change))
  expect(await as('ana', (scope) => changeMoment(scope, change))).toEqual(saved)
  const { details } = await refused(
    'version-changed',
    as('ana', (scope) => changeMoment(scope, { ...change, sealed: sealed('another') })),
  )
  expect(details.current).toEqual(saved)
  expect(await fed()).toEqual(['ana physical 2026-11-23', 'ben physical 2026-11-23'])
})

test('only its author can change a moment, and strangers don’t learn that it exists', async () => {
  const { id } = await log('ana')
  for (const name of ['ben', 'cleo', 'eve', 'xan'] as const) {
    await refused(
      'not-found',
      as(name, (scope) =>
        changeMoment(scope, { momentId: id, ifMatch: 1, types: [], removed: true, sealed: sealed('') }),
      ),
    )
  }
  for (const name of ['cleo', 'eve', 'xan'] as const) {
    await refused(
      'not-found',
      as(name, (scope) => findMoment(scope, id)),
    )
    await refused(
      'not-found',
      as(name, (scope) => keepPart(scope, { momentId: id, takenOut: true })),
    )
    expect(await as(name, (scope) => readMoments(scope, { coupleId: couples.now }))).toEqual({ rows: [], next: null })
  }
  expect(await fed()).toEqual([...anas, ...bens])
})

test('the day of a moment has begun somewhere on Earth, and is at most 31 days back by its author’s calendar', async () => {
  clock.at('2026-11-24T09:59:00Z')
  await refused('day-out-of-range', log('ana', { day: parseDay('2026-11-25') }))
  expect(await fed()).toEqual([])
  clock.at('2026-11-24T10:00:00Z')
  expect((await log('ana', { day: parseDay('2026-11-25') })).day).toBe('2026-11-25')
  // It is the 24th for ana in Lisbon, the 25th for ben in Kiritimati.
  expect((await log('ana', { day: parseDay('2026-10-24') })).day).toBe('2026-10-24')
  await refused('day-out-of-range', log('ana', { day: parseDay('2026-10-23') }))
  await owner.query(`update person set zone = 'Pacific/Kiritimati' where id = $1`, [who.ben])
  expect((await log('ben', { day: parseDay('2026-10-25') })).day).toBe('2026-10-25')
  await refused('day-out-of-range', log('ben', { day: parseDay('2026-10-24') }))
  await owner.query(`update person set zone = 'Europe/Lisbon' where id = $1`, [who.ben])
})

test('a moment of a day before the two paired is refused, and nothing of it is saved', async () => {
  await owner.query(`update couple set started_on = '2026-11-20' where id = $1`, [couples.now])
  try {
    await refused('day-before-pairing', log('ana', { day: parseDay('2026-11-19') }))
    expect(await fed()).toEqual([])
    expect((await log('ben', { day: parseDay('2026-11-20') })).day).toBe('2026-11-20')
  } finally {
    await owner.query(`update couple set started_on = '2026-01-01' where id = $1`, [couples.now])
  }
})

test('a moment sealed for another couple, or by a person without a partner, is refused', async () => {
  await refused('not-paired', log('eve'))
  await refused('not-paired', log('ana', { coupleId: couples.former }))
  await refused('not-paired', log('cleo'))
})

test('after parting each person sees only their own moments, and changes none', async () => {
  const { id } = await log('ana')
  const { id: theirs } = await log('ben')
  await owner.query(`update couple set ended_at = $1 where id = $2`, [noon, couples.now])
  await owner.query(`update membership set left_at = $1 where couple_id = $2`, [noon, couples.now])
  const { rows } = await as('ana', (scope) => readMoments(scope, { coupleId: couples.now }))
  expect(rows.map((row) => row.id)).toEqual([id])
  expect(await as('ana', (scope) => readMoments(scope, {}))).toEqual({ rows: [], next: null })
  await refused(
    'not-found',
    as('ana', (scope) => findMoment(scope, theirs)),
  )
  await refused(
    'ended',
    as('ana', (scope) =>
      changeMoment(scope, { momentId: id, ifMatch: 1, types: [], removed: true, sealed: sealed('') }),
    ),
  )
  await refused(
    'ended',
    as('ana', (scope) => keepPart(scope, { momentId: id, takenOut: true })),
  )
  await refused('not-paired', log('ana'))
  await owner.query(`update couple set ended_at = null where id = $1`, [couples.now])
  await owner.query(`update membership set left_at = null where couple_id = $1`, [couples.now])
})

test('moments are listed newest first, page by page, with markers of removed ones', async () => {
  const ids: string[] = []
  for (let each = 0; each < 5; each += 1) ids.push((await log(each % 2 ? 'ben' : 'ana')).id)
  await as('ana', (scope) =>
    changeMoment(scope, { momentId: ids[2] ?? '', ifMatch: 1, types: [], removed: true, sealed: sealed('') }),
  )
  const first = await as('ben', (scope) => readMoments(scope, { limit: 3 }))
  const second = await as('ben', (scope) => readMoments(scope, { limit: 3, after: first.next ?? '' }))
  expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(ids.toReversed())
  expect(first.rows.map(({ removed }) => removed)).toEqual([false, false, true])
  expect(second.next).toBeNull()
})
