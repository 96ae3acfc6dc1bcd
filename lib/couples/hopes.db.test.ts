import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '@/lib/db/connection'
import { closeClients } from '@/lib/db/clients'
import { secretHash } from '@/lib/db/gate'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { as, paired, refused } from '@/lib/testing/as-person'
import { bareAccount, bareCouple, type BareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { times } from '@/lib/testing/full-counts'
import { reportFigure } from '@/lib/testing/soak/figure'
import { putTestSeams } from '@/lib/testing/test-seams'
import { putHopes } from './contract'
import { partAs } from './doors'
import { readHopes } from './reads'
import { keepHopes } from './writes'

const { owner, webUrl } = await testDatabase()
const clock = putTestSeams('2026-11-24T12:00:00Z')
afterAll(closeClients)

const mark = (person: BareAccount, fed: IntimacyType[], more: IntimacyType[]) =>
  as(person, (scope) => keepHopes(paired(scope), { fed, more }))
const see = (person: BareAccount) => as(person, readHopes)

let a: BareAccount
let b: BareAccount
beforeAll(async () => {
  ;({ a, b } = await bareCouple(owner, clock.now()))
})

test('a person’s marks show only to them, and can change, until both have marked', async () => {
  expect(await see(a)).toEqual({ mine: null, partner: null })
  await mark(a, ['emotional'], ['physical'])
  expect([await see(a), await see(b)]).toEqual([
    { mine: { fed: ['emotional'], more: ['physical'] }, partner: null },
    { mine: null, partner: null },
  ])
  await mark(a, [], ['spiritual'])
  expect(await see(a)).toEqual({ mine: { fed: [], more: ['spiritual'] }, partner: null })
  expect(await mark(b, ['spiritual'], [])).toEqual({
    mine: { fed: ['spiritual'], more: [] },
    partner: { fed: [], more: ['spiritual'] },
  })
  expect(await see(a)).toEqual({ mine: { fed: [], more: ['spiritual'] }, partner: { fed: ['spiritual'], more: [] } })
})

test('afterwards marks can’t change, and a retry with the same marks succeeds', async () => {
  await refused('already-revealed', mark(a, ['emotional'], []))
  expect(await mark(a, [], ['spiritual'])).toMatchObject({ partner: { fed: ['spiritual'] } })
})

test('a person without a couple can’t mark, and a former couple’s marks don’t show', async () => {
  const alone = await bareAccount(owner)
  await expect(mark(alone, [], [])).rejects.toMatchObject({ code: 'not-paired' })
  expect(await see(alone)).toEqual({ mine: null, partner: null })
  await partAs(a.secret)
  expect([await see(a), await see(b)]).toEqual([
    { mine: null, partner: null },
    { mine: null, partner: null },
  ])
})

test('a type can’t be both fed and wished for', () => {
  expect(putHopes.body.safeParse({ fed: ['emotional'], more: ['emotional'] }).success).toBe(false)
  expect(putHopes.body.safeParse({ fed: ['physical'], more: ['emotional'] }).success).toBe(true)
  expect(putHopes.body.safeParse({ fed: ['physical', 'emotional'], more: [] }).success).toBe(false)
})

test('concurrent marks of both all show to both', async () => {
  const rounds = times(200, 20)
  const { a, b, coupleId } = await bareCouple(owner, clock.now())
  const clients = await Promise.all([a, b].map(async (person) => ({ person, web: await connect(webUrl) })))
  try {
    for (let round = 0; round < rounds; round++) {
      await Promise.all(
        clients.map(async ({ person, web }) => {
          await web.query('begin')
          await web.query('select from gate.enter($1, $2)', [secretHash(person.secret), clock.now()])
          await web.query(
            `insert into hope (couple_id, subject, person_id, fed, more) values ($1, $2, $3, '{emotional}', '{}')`,
            [coupleId, `round ${round}`, person.id],
          )
          await web.query('commit')
        }),
      )
    }
    const { rows } = await owner.query(
      'select count(*)::int as marks, count(revealed_at)::int as revealed from hope where couple_id = $1',
      [coupleId],
    )
    expect(rows).toEqual([{ marks: 2 * rounds, revealed: 2 * rounds }])
    reportFigure('blind', rounds)
  } finally {
    for (const { web } of clients) await web.end()
  }
})
