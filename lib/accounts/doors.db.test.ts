// Which rows sign-in leaves in the database, and for how long.
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { asSystem } from '@/lib/db/as-system'
import { bareAccount, bareSignUp } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { createAccount, signInWith } from './doors'
import { takeTry, type Bucket } from './throttle-doors'

const { owner } = await testDatabase()

test('a try that no longer counts is deleted when somebody else tries', async () => {
  const afterHours = (hours: number) => new Date(Date.parse('2026-11-24T08:00:00Z') + hours * 3_600_000)
  const tryAs = (by: string, hours: number) =>
    asSystem((db) => takeTry(db, [{ kind: 'sign-in account', by } satisfies Bucket], afterHours(hours)))
  const countSaved = async () =>
    (await owner.query<{ n: number }>('select count(*)::int as n from throttle')).rows[0]?.n
  await tryAs('noor', 0)
  await tryAs('elias', 23)
  expect(await countSaved()).toBe(2)
  await tryAs('elias', 24)
  expect(await countSaved()).toBe(1)
})

test('signing in deletes the person’s own expired sessions and known devices, and nobody else’s', async () => {
  const account = bareSignUp()
  await asSystem((db) => createAccount(db, account))
  const other = await bareAccount(owner)
  const request = {
    email: account.email,
    authKey: account.authKey,
    onlyMe: true,
    label: 'a browser',
    network: '192.0.2.0/24',
    deviceSecret: null,
  }
  await signInWith(request)
  await signInWith(request)
  const over = '2001-01-01T00:00:00Z'
  await owner.query(
    'update session set expires_at = $1 where id = (select min(id::text)::uuid from session where person_id = $2)',
    [over, account.personId],
  )
  await owner.query(
    'update known_device set expires_at = $1 where id = (select min(id::text)::uuid from known_device where person_id = $2)',
    [over, account.personId],
  )
  await owner.query('update session set expires_at = $1 where person_id = $2', [over, other.id])
  await owner.query('insert into known_device (id, person_id, secret_hash, expires_at) values ($1, $2, $3, $4)', [
    randomUUID(),
    other.id,
    Buffer.alloc(32, 7),
    over,
  ])
  await signInWith(request)
  const rows = async (table: 'session' | 'known_device') =>
    (
      await owner.query<{ person_id: string; over: boolean }>(
        `select person_id, expires_at = $1 as over from ${table} order by person_id = $2`,
        [over, account.personId],
      )
    ).rows
  for (const table of ['session', 'known_device'] as const) {
    expect([table, await rows(table)]).toEqual([
      table,
      [
        { person_id: other.id, over: true },
        { person_id: account.personId, over: false },
        { person_id: account.personId, over: false },
      ],
    ])
  }
})
