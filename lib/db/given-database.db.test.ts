import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clusterUrl, theCluster } from '../testing/cluster'
import { connect, withConnection, type Client } from './connection'
import { ensureGivenDatabase } from './given-database'
import { migrate } from './migrate'
import { superuser } from './postgres-cluster'
import { createDatabaseSql, dropDatabaseSql } from './roles'

const secret = randomBytes(32).toString('base64url')
let admin: Client
let name: string
let number = 0

/** The address of the database for a role. */
const url = (role = name, database = name, password = 'word') => {
  const address = new URL(clusterUrl(theCluster(), database, role))
  address.password = password
  return address.href
}

beforeEach(async () => {
  name = `given_${process.pid}_${(number += 1)}`
  admin = await connect(clusterUrl(theCluster(), 'postgres', superuser))
  await admin.query(`create role ${name} login password 'word'`)
  await admin.query(createDatabaseSql(name, { owner: name }))
})

afterEach(async () => {
  await admin.query(dropDatabaseSql(name))
  for (const role of [`${name}_web`, name]) await admin.query(`drop role if exists ${role}`)
  await admin.end()
})

/** The first line of the refusal's message, and the SQL after it. */
async function refusal(given = url()): Promise<{ sentence: string; sql: string }> {
  const message = await ensureGivenDatabase(given, secret).then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  )
  const [sentence = '', ...sql] = message.split('\n')
  return { sentence, sql: sql.join('\n') }
}

const asWeb = (webUrl: string, sql: string) => withConnection(webUrl, (db) => db.query<Record<string, unknown>>(sql))

test('a role that may make roles needs no SQL by hand, on the first start and the second', async () => {
  await admin.query(`alter role ${name} createrole`)
  const { ownerUrl, webUrl } = await ensureGivenDatabase(url(), secret)
  expect(ownerUrl).toBe(url())
  const { rows } = await asWeb(webUrl, `select current_user as role, current_setting('timezone') as zone`)
  expect(rows).toEqual([{ role: `${name}_web`, zone: 'UTC' }])
  expect(await ensureGivenDatabase(url(), secret)).toEqual({ ownerUrl, webUrl })
})

test('two concurrent first starts both work', async () => {
  await admin.query(`alter role ${name} createrole`)
  const [first, second] = await Promise.all([ensureGivenDatabase(url(), secret), ensureGivenDatabase(url(), secret)])
  expect(first).toEqual(second)
})

test('a role that may not make roles gets the missing SQL, which is enough', async () => {
  const { sentence, sql } = await refusal()
  expect(sentence).toBe(
    `The role of DATABASE_URL may not make the role ${name}_web, under which requests run. Let a role that may run this in the database, then start again:`,
  )
  await withConnection(url(superuser, name, new URL(clusterUrl(theCluster(), name, superuser)).password), (db) =>
    db.query(sql),
  )
  const { ownerUrl, webUrl } = await ensureGivenDatabase(url(), secret)
  expect((await asWeb(webUrl, 'select current_user as role')).rows).toEqual([{ role: `${name}_web` }])
  expect(await migrate(ownerUrl, 'prisma/migrations')).not.toEqual([])
})

test('the SQL that is shown contains no password', async () => {
  const { sql } = await refusal()
  expect(sql).toContain('SCRAM-SHA-256$4096:')
  await admin.query(`alter role ${name} createrole`)
  const { webUrl } = await ensureGivenDatabase(url(), secret)
  expect(sql).not.toContain(new URL(webUrl).password)
})

test('a role that may not make tables gets the missing SQL, which is enough', async () => {
  await admin.query(`alter database ${name} owner to ${superuser}`)
  await admin.query(`alter role ${name} createrole`)
  const { sentence, sql } = await refusal()
  expect(sentence).toContain(`The role ${name} may not make tables in the database ${name}.`)
  await admin.query(sql)
  await expect(ensureGivenDatabase(url(), secret)).resolves.toBeDefined()
})

test('a web role that could bypass the policies is refused', async () => {
  await admin.query(`alter role ${name} createrole`)
  await ensureGivenDatabase(url(), secret)
  await admin.query(`alter role ${name}_web bypassrls`)
  const { sentence, sql } = await refusal()
  expect(sentence).toContain(`The role ${name}_web may bypass the policies of the database.`)
  await admin.query(sql)
  await expect(ensureGivenDatabase(url(), secret)).resolves.toBeDefined()
})

test('a changed secret is reported at start, before anybody fails to sign in', async () => {
  await admin.query(`alter role ${name} createrole`)
  await ensureGivenDatabase(url(), randomBytes(32).toString('base64url'))
  expect((await refusal()).sentence).toContain(
    `The role ${name}_web was made with another secret. Set SECRET to that one`,
  )
})

test('an address without a database gives one sentence', async () => {
  const { host, port } = new URL(url())
  expect(await refusal(url(name, 'nowhere'))).toEqual({
    sentence: `DATABASE_URL does not open a database: the server at ${host} has no database nowhere.`,
    sql: '',
  })
  expect(await refusal(url(name, name, 'wrong'))).toEqual({
    sentence: `DATABASE_URL does not open a database: the server at ${host} refuses the role ${name} or its password.`,
    sql: '',
  })
  expect((await refusal(url().replace(`:${port}/`, ':1/'))).sentence).toBe(
    'DATABASE_URL does not open a database: no PostgreSQL answers at 127.0.0.1:1 (ECONNREFUSED).',
  )
})
