// Prepares the database of DATABASE_URL, whose role is the owner. What that role may not do is printed as SQL for an
// administrator.
import type { Client } from 'pg'
import pg from 'pg'
import * as z from 'zod'
import { PlainFailure } from '../plain-failure.ts'
import { errorCodeOf, withConnection } from './connection.ts'
import { connectSql, roleCreationLock, roleSql, scramVerifier, utcSql, webRoleOf, type DatabaseUrls } from './roles.ts'
import { deriveRolePassword } from './secret.ts'

const { escapeIdentifier: id } = pg
const oldest = 15

/**
 * Checks the database, makes its web role, and returns both addresses. Throws a PlainFailure if something is missing, which names the
 * variable that holds the address.
 */
export async function ensureGivenDatabase(
  ownerUrl: string,
  secret: string,
  variable: 'DATABASE_URL' | 'DIRECT_URL' = 'DATABASE_URL',
): Promise<DatabaseUrls> {
  const database = decodeURIComponent(new URL(ownerUrl).pathname.slice(1))
  const web = webRoleOf(database)
  const password = deriveRolePassword(secret, web)
  await withGiven(ownerUrl, variable, async (db) => {
    await db.query('select pg_advisory_lock($1)', [roleCreationLock])
    await checkOwner(db, database, variable)
    await makeWebRole(db, database, web, password, variable)
  })
  const webUrl = webUrlOf(ownerUrl, secret)
  await checkWeb(webUrl, database, web, password)
  return { ownerUrl, webUrl }
}

/** The address of the same database for its web role. */
export function webUrlOf(ownerUrl: string, secret: string): string {
  const changed = new URL(ownerUrl)
  const web = webRoleOf(decodeURIComponent(changed.pathname.slice(1)))
  changed.username = encodeURIComponent(web)
  changed.password = deriveRolePassword(secret, web)
  return changed.href
}

/** Runs `work` at the address of a variable. Throws a PlainFailure if it opens no database. */
export async function withGiven<T>(url: string, variable: string, work: (db: Client) => Promise<T>): Promise<T> {
  const { host, pathname, username } = new URL(url)
  const reasons: Record<string, string> = {
    '28P01': `the server at ${host} refuses the role ${username} or its password`,
    '28000': `the server at ${host} does not let the role ${username} in`,
    '3D000': `the server at ${host} has no database ${pathname.slice(1)}`,
  }
  let reached = false
  try {
    return await withConnection(url, async (db) => {
      reached = true
      return work(db)
    })
  } catch (error) {
    if (reached) throw error
    const code = errorCodeOf(error) ?? (error instanceof Error ? error.message : 'no reason given')
    const otherwise =
      error instanceof pg.DatabaseError
        ? `the server at ${host} answers “${error.message}”`
        : `no PostgreSQL answers at ${host} (${code})`
    throw new PlainFailure(`${variable} does not open a database: ${reasons[code] ?? otherwise}.`, { cause: error })
  }
}

const Owner = z.tuple([z.object({ role: z.string(), version: z.int(), mayMake: z.boolean() })])

async function checkOwner(db: Client, database: string, variable: string): Promise<void> {
  const { rows } =
    await db.query(`select current_user as role, current_setting('server_version_num')::int / 10000 as version,
    has_database_privilege(current_database(), 'create') and has_schema_privilege('public', 'create') as "mayMake"`)
  const [{ role, version, mayMake }] = Owner.parse(rows)
  if (version < oldest)
    throw new PlainFailure(`${variable} opens a PostgreSQL ${version}; ${oldest} or newer is needed.`)
  if (!mayMake)
    throw refuseWithSql(`The role ${role} may not make tables in the database ${database}`, [
      `alter database ${id(database)} owner to ${id(role)}`,
    ])
  await db.query(utcSql(role)).catch((error: unknown) => {
    if (!existsAlready(error)) throw error // another database of this server has the same owner
  })
}

async function makeWebRole(
  db: Client,
  database: string,
  web: string,
  password: string,
  variable: string,
): Promise<void> {
  const { rowCount } = await db.query('select from pg_roles where rolname = $1', [web])
  if (rowCount) return
  try {
    await db.query(roleSql('create', web, password))
    await db.query(utcSql(web))
    await db.query(connectSql(database, web))
  } catch (error) {
    if (existsAlready(error)) return
    if (errorCodeOf(error) !== '42501') throw error
    throw refuseWithSql(`The role of ${variable} may not make the role ${web}, under which requests run`, [
      roleSql('create', web, scramVerifier(password)),
      utcSql(web),
      connectSql(database, web),
    ])
  }
}

/** Whether another process made or changed it at the same time. */
const existsAlready = (error: unknown) => ['42710', '23505', 'XX000'].includes(errorCodeOf(error) ?? '')

const Web = z.tuple([z.object({ zone: z.string(), strong: z.boolean() })])

async function checkWeb(url: string, database: string, web: string, password: string): Promise<void> {
  const found = await readWebRole(url).catch((error: unknown) => {
    if (errorCodeOf(error) === '42501')
      throw refuseWithSql(`The role ${web} may not connect`, [connectSql(database, web)])
    if (errorCodeOf(error) !== '28P01') throw error
    throw refuseWithSql(
      `The role ${web} was made with another secret. Set SECRET to that one (machines that share a database share it). If it is lost, nobody can sign in with the phrases and spare pages of this database any more, and the role gets its new password by this SQL`,
      [roleSql('alter', web, scramVerifier(password))],
    )
  })
  if (found.strong)
    throw refuseWithSql(`The role ${web} may bypass the policies of the database`, [
      roleSql('alter', web, scramVerifier(password)),
    ])
  if (found.zone !== 'UTC') throw refuseWithSql(`The time zone of the role ${web} is not UTC`, [utcSql(web)])
}

async function readWebRole(url: string): Promise<z.output<typeof Web>[0]> {
  return withConnection(url, async (db) => {
    const { rows } =
      await db.query(`select current_setting('timezone') as zone, rolsuper or rolbypassrls or rolcreaterole as strong
      from pg_roles where rolname = current_user`)
    return Web.parse(rows)[0]
  })
}

const refuseWithSql = (what: string, statements: readonly string[]) =>
  new PlainFailure(
    `${what}. Let a role that may run this in the database, then start again:\n${statements.map((sql) => `  ${sql};`).join('\n')}`,
  )
