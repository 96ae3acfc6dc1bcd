// Which rows sign-in leaves in the database, and for how long.
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { asSystem } from '@/lib/db/as-system'
import { bareAccount, bareSignUp } from '@/lib/testing/bare-accounts'
import { as, refused } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { createAccount, signInWith } from './doors'
import { addKnownDevice, renewKnownDevice } from './known-device-doors'
import { readVault } from './reads'
import { renewEmailKeys } from '@/lib/process/email-keys'
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

test('a session that ends after its request entered is signed out, not a fault', async () => {
  const person = await bareAccount(owner)
  await refused(
    'signed-out',
    as(person, async (scope) => {
      await owner.query('delete from session where id = $1', [scope.viewer.sessionId])
      return readVault(scope)
    }),
  )
})

test('signing in deletes the person’s own expired sessions and known devices, and nobody else’s', async () => {
  const account = bareSignUp()
  await asSystem((db) => createAccount(db, account))
  const other = await bareAccount(owner)
  const request = {
    email: account.email,
    authKeys: [account.authKey],
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

describe('an account from before the present rule for emails', () => {
  const made = async (email: string, key: string) => {
    const account = bareSignUp()
    await asSystem((db) => createAccount(db, account))
    await owner.query('update account set email = $1, email_key = $2 where person_id = $3', [
      email,
      key,
      account.personId,
    ])
    return { ...account, email }
  }
  const keyOf = async (personId: string) =>
    (await owner.query<{ key: string }>('select email_key as key from account where person_id = $1', [personId]))
      .rows[0]?.key
  const signIn = (email: string, authKey: string) =>
    signInWith({ email, authKeys: [authKey], onlyMe: true, label: 'x', network: email, deviceSecret: null })

  test('gets the key of the present rule at a start, and is found in every way of typing it', async () => {
    const account = await made('Olga@Пошта.example', 'olga@пошта.example')
    await signIn('olga@ПОШТА.example', account.authKey) // by its former key
    await renewEmailKeys(owner)
    expect(await keyOf(account.personId)).toBe('olga@xn--80a1acn3a.example')
    await renewEmailKeys(owner)
    for (const typed of ['olga@xn--80a1acn3a.example', 'Olga@Пошта.example', 'ol\u200bga@пошта.example'])
      expect((await signIn(typed, account.authKey)).personId).toBe(account.personId)
  })

  test('keeps its key where two would get the same, and is found by the former rule first', async () => {
    const plain = await made('mia@posta.example', 'mia@posta.example')
    const wide = await made('ｍｉａ@posta.example', 'ｍｉａ@posta.example')
    const hidden = ['lea\u200b@posta.example', 'l\u200bea@posta.example'] as const
    const [first, second] = [await made(hidden[0], hidden[0]), await made(hidden[1], hidden[1])]
    await renewEmailKeys(owner)
    expect(await keyOf(wide.personId)).toBe('ｍｉａ@posta.example')
    for (const { email, authKey, personId } of [plain, wide, first, second])
      expect((await signIn(email, authKey)).personId).toBe(personId)
    // a stranger can't take an email that only looks like one of them
    for (const email of ['ＭＩＡ@posta.example', 'mia\u200d@posta.example', hidden[0].toUpperCase()])
      await expect(asSystem((db) => createAccount(db, { ...bareSignUp(), email }))).rejects.toMatchObject({
        code: 'email-taken',
      })
  })
})

test('a known device that was removed while it signed in is made known again', async () => {
  const account = bareSignUp()
  await asSystem((db) => createAccount(db, account))
  const { personId } = account
  const cookie = await asSystem((db, now) => addKnownDevice(db, personId, now))
  const device = await asSystem((db) => db.knownDevice.findFirstOrThrow({ where: { personId }, select: { id: true } }))
  const renew = () =>
    asSystem((db, now) => renewKnownDevice(db, { ...device, personId, deviceSecret: cookie.deviceSecret }, now))
  expect(await renew()).toEqual(cookie)
  await owner.query('delete from known_device where person_id = $1', [personId])
  const { deviceSecret } = await renew()
  expect(deviceSecret).not.toBe(cookie.deviceSecret)
  const { rows } = await owner.query('select id from known_device where person_id = $1', [personId])
  expect(rows).toHaveLength(1)
})
