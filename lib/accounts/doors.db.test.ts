// Which rows sign-in leaves in the database, and for how long.
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { asSystem } from '@/lib/db/as-system'
import { secretHash } from '@/lib/db/gate'
import { bareAccount, bareSignUp, putSession } from '@/lib/testing/bare-accounts'
import { as, outcome, refused } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { createAccount, signInWith } from './doors'
import { addKnownDevice, endSessionAs, findKnownDevice, renewKnownDevice } from './known-device-doors'
import { readVault } from './reads'
import { openRecovery, replaceSparePageAs } from './recovery-doors'
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
  /** As the first start with another rule does. */
  const renewAll = async () => {
    await owner.query('comment on column account.email_key is null')
    await renewEmailKeys(owner)
  }
  const keyOf = async (personId: string) =>
    (await owner.query<{ key: string }>('select email_key as key from account where person_id = $1', [personId]))
      .rows[0]?.key
  const signIn = (email: string, authKey: string) =>
    signInWith({ email, authKeys: [authKey], onlyMe: true, label: 'x', network: email, deviceSecret: null })

  test('gets the key of the present rule at a start, and is found in every way of typing it', async () => {
    const account = await made('Olga@Пошта.example', 'olga@пошта.example')
    await signIn('olga@ПОШТА.example', account.authKey) // by its former key
    await renewAll()
    expect(await keyOf(account.personId)).toBe('olga@xn--80a1acn3a.example')
    await renewAll()
    for (const typed of ['olga@xn--80a1acn3a.example', 'Olga@Пошта.example', 'ol\u200bga@пошта.example'])
      expect((await signIn(typed, account.authKey)).personId).toBe(account.personId)
  })

  test('keeps its key where two would get the same, and is found by the former rule first', async () => {
    const plain = await made('mia@posta.example', 'mia@posta.example')
    const wide = await made('ｍｉａ@posta.example', 'ｍｉａ@posta.example')
    const hidden = ['lea\u200b@posta.example', 'l\u200bea@posta.example'] as const
    const [first, second] = [await made(hidden[0], hidden[0]), await made(hidden[1], hidden[1])]
    await renewAll()
    expect(await keyOf(wide.personId)).toBe('ｍｉａ@posta.example')
    for (const { email, authKey, personId } of [plain, wide, first, second])
      expect((await signIn(email, authKey)).personId).toBe(personId)
    // a stranger can't take an email that only looks like one of them
    for (const email of ['ＭＩＡ@posta.example', 'mia\u200d@posta.example', hidden[0].toUpperCase()])
      await expect(asSystem((db) => createAccount(db, { ...bareSignUp(), email }))).rejects.toMatchObject({
        code: 'email-taken',
      })
  })

  test('has a key without the dot of the root, and keeps each key of a former rule where two would get one', async () => {
    const dotted = await made('Ida@Posta.example.', 'ida@posta.example.')
    await renewAll()
    expect(await keyOf(dotted.personId)).toBe('ida@posta.example')
    for (const typed of ['ida@posta.example', 'IDA@posta.example.'])
      expect((await signIn(typed, dotted.authKey)).personId).toBe(dotted.personId)
    const plain = await made('eva@пошта.example', 'eva@xn--80a1acn3a.example')
    const other = await made('eva@пошта.example.', 'eva@xn--80a1acn3a.example.')
    await renewAll()
    expect(await keyOf(other.personId)).toBe('eva@xn--80a1acn3a.example.')
    for (const { email, authKey, personId } of [plain, other])
      expect((await signIn(email, authKey)).personId).toBe(personId)
  })

  test('is read again only by another rule, so that a start does not grow with the accounts', async () => {
    await renewAll()
    const late = await made('uma@пошта.example', 'uma@пошта.example')
    await renewEmailKeys(owner)
    expect(await keyOf(late.personId)).toBe('uma@пошта.example')
    await owner.query(`comment on column account.email_key is 'rule 2'`)
    await renewEmailKeys(owner)
    expect(await keyOf(late.personId)).toBe('uma@xn--80a1acn3a.example')
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

describe('a right proof', () => {
  const zeros = Buffer.alloc(32).toString('base64url')
  const wrongRecovery = (email: string, network: string, deviceSecret: string | null) =>
    outcome(openRecovery({ email, recoveryAuth: zeros }, { network, deviceSecret }))
  const four = async (once: () => Promise<string>) => {
    const outcomes = []
    for (let n = 0; n < 4; n += 1) outcomes.push(await once())
    return outcomes
  }

  test('of the spare page forgets the tries before it, on a known device and elsewhere', async () => {
    const account = bareSignUp()
    await asSystem((db) => createAccount(db, account))
    const { email, personId, recoveryAuth } = account
    const { deviceSecret } = await asSystem((db, now) => addKnownDevice(db, personId, now))
    for (const known of [deviceSecret, null]) {
      const network = `recovers ${known === null}`
      for (let round = 0; round < 2; round += 1) {
        expect(await four(() => wrongRecovery(email, network, known))).toEqual(Array(4).fill('not-known'))
        expect((await openRecovery({ email, recoveryAuth }, { network, deviceSecret: known })).personId).toBe(personId)
      }
    }
  })

  test('of the phrase is no try, though the keyring was changed meanwhile', async () => {
    const account = bareSignUp()
    await asSystem((db) => createAccount(db, account))
    const secret = await putSession(owner, account.personId)
    const { authKey, vkRec, recoveryAuth, keyring } = account
    const replace = (right: boolean, ifMatch: number) =>
      outcome(replaceSparePageAs(secret, { authKey: right ? authKey : zeros, vkRec, recoveryAuth, keyring, ifMatch }))
    for (let n = 0; n < 8; n += 1) expect(await replace(true, 7)).toBe('version-changed')
    expect(await four(() => replace(false, 1))).toEqual(Array(4).fill('not-known'))
    expect(await replace(true, 7)).toBe('version-changed')
    expect(await four(() => replace(false, 1))).toEqual(Array(4).fill('not-known'))
    // its tries are those of no other proof
    expect(await replace(false, 1)).toBe('not-known')
    expect(await replace(true, 1)).toBe('slow-down')
    expect(await wrongRecovery(account.email, 'elsewhere', null)).toBe('not-known')
  })
})

describe('a session that is ended on another device', () => {
  async function signedInTwice() {
    const account = bareSignUp()
    await asSystem((db) => createAccount(db, account))
    const signIn = (deviceSecret: string | null) =>
      signInWith({
        email: account.email,
        authKeys: [account.authKey],
        onlyMe: true,
        label: 'a browser',
        network: account.email,
        deviceSecret,
      })
    const sessionIdOf = async ({ sessionSecret }: { sessionSecret: string }) =>
      (await owner.query<{ id: string }>('select id from session where secret_hash = $1', [secretHash(sessionSecret)]))
        .rows[0]?.id ?? ''
    const isKnown = (deviceSecret: string) =>
      asSystem(async (db, now) => (await findKnownDevice(db, account.personId, deviceSecret, now)) !== null)
    return { signIn, sessionIdOf, isKnown, mine: await signIn(null), theirs: await signIn(null) }
  }

  test('takes what its browser is known for with it, and leaves the others', async () => {
    const { mine, theirs, sessionIdOf, isKnown } = await signedInTwice()
    const ended = await sessionIdOf(theirs)
    await endSessionAs(mine.sessionSecret, ended)
    expect([await isKnown(mine.deviceSecret), await isKnown(theirs.deviceSecret)]).toEqual([true, false])
    await refused('not-found', endSessionAs(mine.sessionSecret, ended))
    expect(await endSessionAs(theirs.sessionSecret, await sessionIdOf(mine))).toBe('signed-out')
  })

  test('leaves this browser known, if it was opened in it too', async () => {
    const { mine, signIn, sessionIdOf, isKnown } = await signedInTwice()
    const again = await signIn(mine.deviceSecret)
    expect(again.deviceSecret).toBe(mine.deviceSecret)
    await endSessionAs(again.sessionSecret, await sessionIdOf(mine))
    expect(await isKnown(mine.deviceSecret)).toBe(true)
  })

  test('stays, when its browser is no longer known', async () => {
    const { mine, sessionIdOf } = await signedInTwice()
    await owner.query('delete from known_device')
    expect(await sessionIdOf(mine)).not.toBe('')
  })
})
