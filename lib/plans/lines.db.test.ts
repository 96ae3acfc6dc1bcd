// The list of lines to remember plans by, in a real database.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { partAs } from '@/lib/couples/doors'
import { closeClients } from '@/lib/db/clients'
import { as, paired } from '@/lib/testing/as-person'
import { bareAccount, bareCouple, lastingCouple, type BareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { sealedOf } from '@/lib/testing/sealed'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay } from '@/lib/time/day'
import { parseZone } from '@/lib/time/zone'
import type { Input } from '@/lib/http/contract'
import { putTakingPart, type listLines } from './contract'
import { readLines } from './line-reads'
import { keepLine } from './remembered-plan-writes'
import { keepTookPart } from './taking-part-writes'
import { makePlan } from './writes'

const { owner } = await testDatabase()
const noon = '2026-11-24T12:00:00Z'
const clock = putTestSeams(noon)
afterAll(closeClients)

let a: BareAccount
let b: BareAccount
let coupleId: string
beforeEach(async () => {
  clock.at(noon)
  ;({ a, b, coupleId } = await lastingCouple(owner, clock.now()))
  await owner.query(`update couple set started_on = '2026-11-01' where id = $1`, [coupleId])
})

const took = (person: BareAccount, id: string, day: string, tookPart = true) =>
  as(person, (scope) =>
    keepTookPart(paired(scope, putTakingPart), { id, ritualId: null, onDate: parseDay(day), tookPart }),
  )

/** A plan of a day that both took part in, with a line of each of these people. */
async function remembered(day: string, by: readonly BareAccount[]): Promise<string> {
  const id = randomUUID()
  const plan = { id, ifMatch: 0, coupleId, ritualId: null, title: 'Soup', zone: parseZone('Europe/Lisbon'), time: null }
  await as(a, (scope) => makePlan(paired(scope), { ...plan, onDate: parseDay(day) }))
  for (const person of [a, b]) await took(person, id, day)
  for (const person of by)
    await as(person, (scope) => keepLine(paired(scope), { id, lineId: randomUUID(), rev: 1, sealed: sealedOf('line') }))
  return id
}

const linesOf = (person: BareAccount, query: Input<typeof listLines> = {}) =>
  as(person, async (scope) => {
    const { rows, next } = await readLines(scope, query)
    return { lines: rows.map(({ planId, personId }) => [planId, personId]), next }
  })

test('both read the lines of both, the latest day first, in pages', async () => {
  const [first, second] = [await remembered('2026-11-10', [a]), await remembered('2026-11-20', [a, b])]
  const expected = [
    [second, a.id],
    [second, b.id],
    [first, a.id],
  ]
  for (const person of [a, b]) {
    const { lines, next } = await linesOf(person)
    expect([lines.toSorted(), next]).toEqual([expected.toSorted(), null])
    expect(lines.at(-1)).toEqual([first, a.id])
  }
  const page = await linesOf(a, { limit: 2 })
  expect(page.lines.map(([planId]) => planId)).toEqual([second, second])
  expect(await linesOf(a, { limit: 2, after: page.next ?? '' })).toEqual({ lines: [[first, a.id]], next: null })
  expect((await linesOf(b, { from: parseDay('2026-11-11'), to: parseDay('2026-11-20') })).lines).toHaveLength(2)
  expect((await linesOf(b, { to: parseDay('2026-11-10') })).lines).toEqual([[first, a.id]])
  expect((await linesOf(b, { ritualId: randomUUID() })).lines).toEqual([])
})

test('a line goes with the mark of its author', async () => {
  const id = await remembered('2026-11-20', [a, b])
  await took(b, id, '2026-11-20', false)
  for (const person of [a, b]) expect((await linesOf(person)).lines).toEqual([[id, a.id]])
  await took(b, id, '2026-11-20')
  expect((await linesOf(a)).lines).toHaveLength(2)
})

test('after parting each reads only their own, and nobody else reads any', async () => {
  const id = await remembered('2026-11-20', [a, b])
  const { a: stranger } = await bareCouple(owner, clock.now())
  for (const other of [stranger, await bareAccount(owner)])
    expect([await linesOf(other), await linesOf(other, { coupleId })]).toEqual(Array(2).fill({ lines: [], next: null }))
  await partAs(b.secret)
  for (const person of [a, b]) {
    expect((await linesOf(person)).lines).toEqual([])
    expect((await linesOf(person, { coupleId })).lines).toEqual([[id, person.id]])
  }
})
