// Reads what a database is like, and changes nothing: every connection is read only.
import type { Client } from 'pg'
import * as z from 'zod'
import { PlainFailure } from '../plain-failure.ts'
import { errorCodeOf, withConnection } from './connection.ts'
import { findMissing, type Migration } from './migrate.ts'
import type { DatabaseUrls } from './roles.ts'

const Settings = z.array(z.object({ name: z.string(), setting: z.string() }))
const About = z.tuple([z.object({ owner: z.string(), versionNumber: z.int(), versionText: z.string() })])
const WebRole = z.object({
  isSuperuser: z.boolean(),
  bypassesPolicies: z.boolean(),
  makesRoles: z.boolean(),
  /** Whether it may act as the owner. */
  isOwner: z.boolean(),
  /** The number of objects that it owns, in this database or shared. */
  owns: z.int(),
})
const Made = z.tuple([z.object({ madeAt: z.date().nullable() })])

export type DatabaseReading = Readonly<{
  /** The major version. */
  version: number
  versionText: string
  /** What decides whether a crash loses something, for the owner, and for the role of requests if it can connect. */
  settings: z.output<typeof Settings>
  owner: string
  /** The name that the role of requests should have. */
  web: string
  webRole: z.output<typeof WebRole> | null
  /** Why the role of requests can't connect: `password`, or an SQLSTATE or system code. */
  webFault: string | null
  /** The names of the migrations that are not applied. */
  missing: readonly string[]
  /** The sentence of a database that is newer, or whose migrations are not as they were. */
  migrationFault: string | null
  hasAccounts: boolean
  /** When the first migration was applied; null if none is. */
  madeAt: Date | null
}>

/** Reads the database at these addresses. Throws what pg throws if the owner can't connect. */
export async function inspectDatabase(
  { ownerUrl, webUrl }: DatabaseUrls,
  migrations: readonly Migration[],
): Promise<DatabaseReading> {
  const web = decodeURIComponent(new URL(webUrl).username)
  const asOwner = await withConnection(ownerUrl, async (db) => {
    await readOnly(db)
    const { rows } =
      await db.query(`select current_user as owner, current_setting('server_version_num')::int as "versionNumber",
      split_part(current_setting('server_version'), ' ', 1) as "versionText"`)
    const [{ owner, versionNumber, versionText }] = About.parse(rows)
    return {
      owner,
      versionText,
      version: Math.floor(versionNumber / 10_000),
      settings: await readSettings(db),
      webRole: await readWebRole(db, web),
      ...(await readMigrated(db, migrations)),
    }
  })
  const { settings, webFault } = asOwner.webRole ? await readAsWeb(webUrl) : { settings: [], webFault: null }
  return { ...asOwner, web, webFault, settings: [...asOwner.settings, ...settings] }
}

const readOnly = (db: Client) => db.query('set default_transaction_read_only = on')

async function readSettings(db: Client): Promise<z.output<typeof Settings>> {
  const { rows } = await db.query(
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name`,
  )
  return Settings.parse(rows)
}

async function readWebRole(db: Client, web: string): Promise<z.output<typeof WebRole> | null> {
  const { rows } = await db.query(
    `select rolsuper as "isSuperuser", rolbypassrls as "bypassesPolicies", rolcreaterole as "makesRoles",
      pg_has_role(r.oid, current_user, 'member') as "isOwner",
      (select count(*) from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = r.oid and deptype = 'o'
        and dbid in (0, (select oid from pg_database where datname = current_database())))::int as owns
    from pg_roles r where rolname = $1`,
    [web],
  )
  return z.array(WebRole).parse(rows)[0] ?? null
}

async function readMigrated(
  db: Client,
  migrations: readonly Migration[],
): Promise<Pick<DatabaseReading, 'missing' | 'migrationFault' | 'hasAccounts' | 'madeAt'>> {
  const isThere = async (table: string) =>
    (await db.query('select where to_regclass($1) is not null', [table])).rowCount === 1
  const hasAccounts = (await isThere('account')) && (await db.query('select from account limit 1')).rowCount === 1
  if (!(await isThere('_prisma_migrations')))
    return { missing: migrations.map(({ name }) => name), migrationFault: null, hasAccounts, madeAt: null }
  const { rows } = await db.query('select min(finished_at) as "madeAt" from _prisma_migrations')
  const [{ madeAt }] = Made.parse(rows)
  try {
    const missing = (await findMissing(db, migrations)).map(({ name }) => name)
    return { missing, migrationFault: null, hasAccounts, madeAt }
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error
    return { missing: [], migrationFault: error.message, hasAccounts, madeAt }
  }
}

async function readAsWeb(webUrl: string): Promise<Pick<DatabaseReading, 'settings' | 'webFault'>> {
  try {
    const settings = await withConnection(webUrl, async (db) => {
      await readOnly(db)
      return readSettings(db)
    })
    return { settings, webFault: null }
  } catch (error) {
    const code = errorCodeOf(error)
    return { settings: [], webFault: code === '28P01' ? 'password' : (code ?? 'no reason given') }
  }
}
