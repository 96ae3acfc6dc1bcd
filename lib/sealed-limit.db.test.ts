// How much sealed text one person may store, to the byte, at PostgreSQL: two at once can’t pass it, and removing always passes.
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { keepEntries, keepSharedEntry, changeEntry } from '@/lib/journal/writes'
import { LIMITS } from '@/lib/limits'
import { as, outcome, paired, refused } from '@/lib/testing/as-person'
import { lastingCouple, type BareAccount } from '@/lib/testing/bare-accounts'
import { retryAttempt } from '@/lib/testing/couple-doors'
import { testDatabase } from '@/lib/testing/database'
import { putTestSeams } from '@/lib/testing/test-seams'
import { noon, sealed, today } from '@/lib/testing/limit-fillings'

const { owner } = await testDatabase()
putTestSeams(noon)
afterAll(closeClients)

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
})
