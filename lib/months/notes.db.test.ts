// The three notes of each person: blind until both are in, and final from then on.
import { beforeAll, expect, test } from 'vitest'
import { as, outcome, paired } from '@/lib/testing/as-person'
import { bareAccount, type BareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { times } from '@/lib/testing/full-counts'
import { reportFigure } from '@/lib/testing/soak/figure'
import { november } from '@/lib/testing/november'
import { parseMonth } from '@/lib/time/month'
import { readMonth } from './reads'
import { agreeToClose, keepNotes, proposeToClose } from './writes'
import { sealedOf } from '@/lib/testing/sealed'

const { owner } = await testDatabase()
const { month, couple } = november(owner)
const notes = (coupleId: string, rev = 1, id: string = crypto.randomUUID(), text = 'x') => ({
  month,
  coupleId,
  id,
  rev,
  sealed: sealedOf(text),
})

let a: BareAccount
let b: BareAccount
let id: string
beforeAll(async () => {
  ;({ a, b, coupleId: id } = await couple())
})
const seen = async (person: BareAccount) => {
  const { notes: all, revealed } = await as(person, (scope) => readMonth(scope, month))
  return [all.map(({ personId, rev }) => [personId === a.id ? 'a' : 'b', rev]).sort(), revealed]
}

test('notes are blind and can change until both are in; then both see both and they are final', async () => {
  const first = notes(id)
  await as(a, (scope) => keepNotes(paired(scope), first))
  expect([await seen(a), await seen(b)]).toEqual([
    [[['a', 1]], false],
    [[], false],
  ])
  expect(await as(a, (scope) => keepNotes(paired(scope), first))).toMatchObject({ rev: 1, revealed: false })
  await as(a, (scope) => keepNotes(paired(scope), notes(id, 2, first.id, 'other')))
  expect(await outcome(as(a, (scope) => keepNotes(paired(scope), notes(id))))).toBe('version-changed')
  expect(await outcome(as(a, (scope) => keepNotes(paired(scope), notes(id, 2, first.id, 'third'))))).toBe(
    'version-changed',
  )
  expect(await as(b, (scope) => keepNotes(paired(scope), notes(id)))).toMatchObject({ rev: 1, revealed: true })
  expect([await seen(a), await seen(b)]).toEqual([
    [
      [
        ['a', 2],
        ['b', 1],
      ],
      true,
    ],
    [
      [
        ['a', 2],
        ['b', 1],
      ],
      true,
    ],
  ])
  expect(await outcome(as(a, (scope) => keepNotes(paired(scope), notes(id, 3, first.id))))).toBe('already-revealed')
})

test('notes for another couple, or for a month the couple does not have, are refused', async () => {
  expect(
    await outcome(
      as(a, (scope) => keepNotes(paired(scope), { ...notes(crypto.randomUUID()), month: parseMonth('2026-10') })),
    ),
  ).toBe('not-paired')
  expect(
    await outcome(as(a, (scope) => keepNotes(paired(scope), { ...notes(id), month: parseMonth('2026-08') }))),
  ).toBe('not-found')
  expect(
    await outcome(as(a, (scope) => keepNotes(paired(scope), { ...notes(id), month: parseMonth('2026-12') }))),
  ).toBe('not-found')
  const alone = await bareAccount(owner)
  expect(await outcome(as(alone, (scope) => keepNotes(paired(scope), notes(id))))).toBe('not-paired')
})

test('notes can be saved after the month was closed', async () => {
  const { a, b, coupleId } = await couple()
  await as(a, (scope) => proposeToClose(paired(scope), { month, coupleId, number: 1, focus: null, change: null }))
  await as(b, (scope) => agreeToClose(paired(scope), { month, number: 1 }))
  const put = (person: BareAccount) =>
    as(person, async (scope) => (await keepNotes(paired(scope), notes(coupleId))).revealed)
  expect([await put(a), await put(b)]).toEqual([false, true])
})

test('notes that both save at the same moment are all revealed', async () => {
  const rounds = times(200, 20)
  const { a, b, coupleId } = await couple()
  await owner.query(`update couple set started_on = '1950-01-01' where id = $1`, [coupleId])
  for (let round = 0; round < rounds; round++) {
    const month = parseMonth(`${2000 + Math.floor(round / 12)}-${String((round % 12) + 1).padStart(2, '0')}`)
    const put = (person: BareAccount) => as(person, (scope) => keepNotes(paired(scope), { ...notes(coupleId), month }))
    await Promise.all([put(a), put(b)])
  }
  const { rows } = await owner.query(
    'select count(*)::int as n, count(revealed_at)::int as shown from month_note where couple_id = $1',
    [coupleId],
  )
  expect(rows).toEqual([{ n: 2 * rounds, shown: 2 * rounds }])
  reportFigure('blind', rounds)
})
