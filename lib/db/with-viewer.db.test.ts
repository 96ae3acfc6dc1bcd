import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { sqlState } from '@/lib/db/sql-state'
import { withViewer, type Scope } from '@/lib/db/with-viewer'
import { seams } from '@/lib/seams'
import { testDatabase } from '@/lib/testing/database'
import { policyNow, couples, putPeople, who } from '@/lib/testing/policy-people'
import { putTestSeams } from '@/lib/testing/test-seams'
import { bytesOf } from '@/lib/testing/sealed'

const { owner } = await testDatabase()
putTestSeams(policyNow)
const { counts } = seams()

const secretOf = (name: string) => `secret of ${name}`

beforeAll(async () => {
  await putPeople(owner)
  for (const [name, id] of Object.entries(who)) {
    await owner.query('update session set secret_hash = $1 where person_id = $2', [
      createHash('sha256').update(secretOf(name)).digest(),
      id,
    ])
  }
})
afterAll(closeClients)

const add = ({ db, viewer }: Scope, id: string) =>
  db.privateEntry.createMany({
    data: [
      {
        ownerId: viewer.personId,
        id,
        rev: 1,
        sealed: bytesOf('s'),
        addedAt: new Date(policyNow),
        writtenAt: new Date(policyNow),
      },
    ],
  })

test('work runs as the person of the session, in their couple', async () => {
  const found = await withViewer(secretOf('ana'), async (scope) => {
    expect(Object.isFrozen(scope)).toBe(true)
    expect(Object.isFrozen(scope.viewer)).toBe(true)
    return scope.db.person.findMany({ select: { name: true }, orderBy: { name: 'asc' } })
  })
  expect(found).toEqual([{ name: 'ana' }, { name: 'ben' }])
  const alone = await withViewer(secretOf('eve'), async ({ db, viewer }) => ({
    viewer,
    people: await db.person.count(),
  }))
  expect(alone).toMatchObject({
    viewer: {
      personId: who.eve,
      coupleId: null,
      slot: 0,
      zone: 'Europe/Lisbon',
      locale: 'en',
      lastUsedOn: '2026-11-24',
    },
    people: 1,
  })
})

test('a secret without a live session runs no work', async () => {
  let ran = false
  expect(
    await withViewer('no such secret', async () => {
      ran = true
    }),
  ).toBe('signed-out')
  await owner.query(`update session set expires_at = $1 where person_id = $2`, [policyNow, who.dov])
  expect(
    await withViewer(secretOf('dov'), async () => {
      ran = true
    }),
  ).toBe('signed-out')
  expect(ran).toBe(false)
})

test('begin, enter and commit are three statements', async () => {
  counts.clear()
  await withViewer(secretOf('ana'), ({ db }) => db.person.findMany({ select: { id: true } }))
  expect(counts.get('sql')).toBe(4)
})

test('work that throws saves nothing', async () => {
  const id = crypto.randomUUID()
  await expect(
    withViewer(secretOf('ana'), async (scope) => {
      await add(scope, id)
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect((await owner.query('select 1 from private_entry where id = $1', [id])).rowCount).toBe(0)
})

test('a failed statement that the work caught is never reported as saved', async () => {
  const id = crypto.randomUUID()
  const saved = withViewer(secretOf('ana'), async (scope) => {
    await add(scope, id)
    await scope.db.sharedEntry
      .createMany({
        data: [
          {
            coupleId: couples.other,
            id,
            authorId: who.ana,
            rev: 1,
            kind: 'voice',
            types: [],
            day: new Date(policyNow),
            sealed: bytesOf('s'),
            addedAt: new Date(policyNow),
            writtenAt: new Date(policyNow),
          },
        ],
      })
      .catch(() => undefined)
    return 'saved'
  })
  await expect(saved).rejects.toSatisfy((error) => sqlState(error) === '25P02')
  expect((await owner.query('select 1 from private_entry where id = $1', [id])).rowCount).toBe(0)
})

test('a late statement is refused after its transaction ended, and never runs in the next one', async () => {
  let late: Promise<unknown> = Promise.resolve()
  let go = () => {}
  const next = new Promise<void>((resolve) => (go = resolve))
  await withViewer(secretOf('ana'), async ({ db }) => {
    late = next.then(() => db.account.findMany({ select: { email: true } }))
  })
  const other = withViewer(secretOf('ben'), async ({ db }) => {
    go()
    const refused = await late.then(
      () => 'sent',
      (error: unknown) => String(error),
    )
    return [refused, await db.account.findMany({ select: { email: true } })] as const
  })
  expect(await other).toEqual([expect.stringContaining('after its transaction ended'), [{ email: 'ben@example.test' }]])
})

test('calls that Prisma batches across transactions are refused, and equal reads in one tick see their own rows', async () => {
  const readAs = (name: string) =>
    withViewer(secretOf(name), async ({ db }) => {
      const { findUnique } = db.account as unknown as { findUnique: (args: object) => Promise<unknown> }
      expect(() => findUnique({ where: { personId: who.ana } })).toThrow('use findFirst')
      return db.account.findFirst({ where: { personId: who.ana }, select: { email: true } })
    })
  expect(await Promise.all([readAs('ana'), readAs('ben'), readAs('ana'), readAs('ben')])).toEqual([
    { email: 'ana@example.test' },
    null,
    { email: 'ana@example.test' },
    null,
  ])
})

test('a statement goes to the transaction of its own work, whatever else runs', async () => {
  let openBoth = () => {}
  const bothOpen = new Promise<void>((resolve) => (openBoth = resolve))
  let open = 0
  const readAs = (name: string) =>
    withViewer(secretOf(name), async ({ db }) => {
      open += 1
      if (open === 2) openBoth()
      await bothOpen
      const [found, account] = await Promise.all([
        db.account.findMany({ select: { email: true } }),
        db.account.findFirst({ select: { email: true } }),
      ])
      return [...found, account]
    })
  const [ana, ben] = await Promise.all([readAs('ana'), readAs('ben')])
  expect(ana).toEqual([{ email: 'ana@example.test' }, { email: 'ana@example.test' }])
  expect(ben).toEqual([{ email: 'ben@example.test' }, { email: 'ben@example.test' }])
})

test('a transaction inside a transaction is refused', async () => {
  const inside = withViewer(secretOf('ana'), ({ db }) =>
    (db as unknown as { $transaction: (work: () => Promise<void>) => Promise<void> }).$transaction(async () => {}),
  )
  await expect(inside).rejects.toThrow('a transaction inside a transaction')
})

test('a refusal by a policy has its SQLSTATE', async () => {
  const other = withViewer(secretOf('ana'), ({ db }) =>
    db.privateEntry.createMany({
      data: [
        {
          ownerId: who.ben,
          id: crypto.randomUUID(),
          rev: 1,
          sealed: bytesOf('s'),
          addedAt: new Date(policyNow),
          writtenAt: new Date(policyNow),
        },
      ],
    }),
  )
  await expect(other).rejects.toSatisfy((error) => sqlState(error) === '42501')
})

test('four hundred concurrent transactions on ten connections keep their viewers', async () => {
  const names = ['ana', 'ben', 'cleo', 'eve', 'xan'] as const
  const seen = await Promise.all(
    Array.from({ length: 400 }, (_, n) => {
      const name = names[n % names.length] ?? 'ana'
      return withViewer(secretOf(name), async ({ db, viewer }) => {
        const [mine] = await db.account.findMany({ select: { email: true } })
        return `${mine?.email} ${viewer.personId}` === `${name}@example.test ${who[name]}`
      })
    }),
  )
  expect(seen.every((right) => right === true)).toBe(true)
})
