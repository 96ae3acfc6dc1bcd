// Puts a backup in the place of what the database holds, in one transaction: whoever reads meanwhile waits, and a failure leaves all as it
// was. The tables are made anew by the migrations of the backup, so an older one is loaded into its own schema and then migrated.
import { pipeline } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import pg from 'pg'
import * as z from 'zod'
import { PlainFailure } from '../../plain-failure.ts'
import { errorCodeOf, withConnection, type Client } from '../connection.ts'
import { applyWithin, keepBooks, migrationLock, type Migration } from '../migrate.ts'
import { writeBackup } from './back-up.ts'
import { readBackupRows, Tally, type BackupTable, type OpenedBackup } from './backup-file.ts'
import { copyInSql, copyOutSql, pinCopySettings, readStoredTables } from './backup-tables.ts'

export type RestoreOrder = Readonly<{
  /** A backup that was verified. */
  backup: OpenedBackup
  secret: string
  migrations: readonly Migration[]
  now: Date
  /** Where the present state is kept first; null if somebody else may not be replaced. */
  keepPresentIn: string | null
}>

export type Restored = Readonly<{
  accounts: number
  /** Whether there was a present state, which was kept. */
  keptPresent: boolean
  /** The migrations that the backup did not have yet. */
  migrated: readonly string[]
}>

/** Throws a PlainFailure if a backup has a migration that this program does not have, or has otherwise. */
export function refuseNewerBackup({ file, manifest }: OpenedBackup, migrations: readonly Migration[]): void {
  for (const { name, checksum } of manifest.migrations) {
    const ours = migrations.find((migration) => migration.name === name)
    if (!ours)
      throw new PlainFailure(
        `${file} was made by a newer Fivefold: it has the migration ${name}. Update Fivefold, then restore it.`,
      )
    if (ours.checksum !== checksum)
      throw new PlainFailure(
        `${file} was made with another text of the migration ${name}: restore it with the Fivefold that made it.`,
      )
  }
}

/**
 * Restores a verified backup into the database of the owner at `ownerUrl`. What a restore must not bring back ends with it: every session
 * and known browser, open invitations, and couples that have parted in the present state. Throws a PlainFailure if the database has
 * accounts and `keepPresentIn` is null, or if what was loaded is not what the backup says.
 */
export async function restoreBackup(ownerUrl: string, order: RestoreOrder): Promise<Restored> {
  refuseNewerBackup(order.backup, order.migrations)
  return withConnection(ownerUrl, async (db) => {
    await db.query('select pg_advisory_lock($1)', [migrationLock])
    const restored = await retryDeadlock(db, () => restoreWithin(db, order))
    await db.query('analyze')
    return restored
  })
}

async function restoreWithin(db: Client, order: RestoreOrder): Promise<Restored> {
  const { backup, secret, migrations, now, keepPresentIn } = order
  await db.query('begin')
  await pinCopySettings(db)
  await lockEverything(db)
  const present = await readPresent(db)
  if (present.accounts > 0) {
    if (keepPresentIn === null) throw new PlainFailure(refuseToReplace(present.accounts))
    await writeBackup(db, { file: keepPresentIn, secret, why: 'restore', madeAt: now })
  }
  await dropEverything(db)
  await keepBooks(db)
  const [had, missing] = splitMigrations(migrations, backup)
  for (const migration of had) await applyWithin(db, migration)
  await load(db, backup)
  for (const migration of missing) await applyWithin(db, migration)
  await endWhatEnded(db, present.parted, now)
  const accounts = await countAccounts(db)
  await db.query('commit')
  return { accounts, keptPresent: present.accounts > 0, migrated: missing.map(({ name }) => name) }
}

const refuseToReplace = (accounts: number) =>
  `The database has ${accounts === 1 ? 'an account' : `${accounts} accounts`} already. To put the backup in their place, run this again with --replace; what is there now is then kept as a backup first.`

function splitMigrations(migrations: readonly Migration[], { manifest }: OpenedBackup): [Migration[], Migration[]] {
  const names = new Set(manifest.migrations.map(({ name }) => name))
  return [migrations.filter(({ name }) => names.has(name)), migrations.filter(({ name }) => !names.has(name))]
}

/** A request may hold what this waits for, and wait for what this holds. PostgreSQL then ends one of the two; nothing was changed yet. */
async function retryDeadlock<T>(db: Client, work: () => Promise<T>, left = 5): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await db.query('rollback').catch(() => {})
    if (errorCodeOf(error) !== '40P01' || left === 0) throw error
    return retryDeadlock(db, work, left - 1)
  }
}

const Names = z.array(z.object({ name: z.string() }))

async function lockEverything(db: Client): Promise<void> {
  const { rows } = await db.query(`select format('%I.%I', relnamespace::regnamespace, relname) as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`)
  const names = Names.parse(rows).map(({ name }) => name)
  if (names.length > 0) await db.query(`lock table ${names.join(', ')} in access exclusive mode`)
}

type Present = Readonly<{ accounts: number; parted: readonly { id: string; endedAt: string }[] }>

const Parted = z.array(z.object({ id: z.string(), endedAt: z.string() }))

/** What a restore asks of the present state. A database without tables has none. */
async function readPresent(db: Client): Promise<Present> {
  const { rows } = await db.query(`select to_regclass('public.account') is not null as there`)
  if (!z.tuple([z.object({ there: z.boolean() })]).parse(rows)[0].there) return { accounts: 0, parted: [] }
  const parted = await db.query('select id, ended_at::text as "endedAt" from couple where ended_at is not null')
  return { accounts: await countAccounts(db), parted: Parted.parse(parted.rows) }
}

async function countAccounts(db: Client): Promise<number> {
  const { rows } = await db.query('select count(*)::int as accounts from account')
  return z.tuple([z.object({ accounts: z.int() })]).parse(rows)[0].accounts
}

/** Drops what migrations make: the schema of the gate, and all in the public one that is no extension's. */
async function dropEverything(db: Client): Promise<void> {
  await db.query(`do $$
    declare
      made text[];
      what text;
    begin
      select array_agg(m.what) into made from (
        select c.oid, format('%s if exists public.%I', case relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end, relname)
          from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
        union all
        select oid, format('type if exists public.%I', typname) from pg_type
          where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
        union all
        select oid, format('routine if exists %s', oid::regprocedure) from pg_proc where pronamespace = 'public'::regnamespace
      ) m (oid, what) where not exists (select from pg_depend d where d.objid = m.oid and d.deptype = 'e');
      drop schema if exists gate cascade;
      foreach what in array coalesce(made, '{}') loop
        execute format('drop %s cascade', what);
      end loop;
    end $$`)
}

/** Loads every table and compares what is there afterwards with the backup. */
async function load(db: Client, backup: OpenedBackup): Promise<void> {
  const tables = await readStoredTables(db)
  const { manifest } = backup
  const described = (all: readonly Pick<BackupTable, 'name' | 'columns'>[]) =>
    all.map(({ name, columns }) => `${name} ${[...columns].sort().join()}`).sort()
  if (described(tables).join('\n') !== described(manifest.tables).join('\n'))
    throw new PlainFailure(
      `The tables in ${backup.file} are not those that its migrations make: somebody changed that database by hand.`,
    )
  const restoreRules = await suspendRules(
    db,
    tables.map(({ name }) => name),
  )
  for (const table of manifest.tables) {
    await pipeline(readBackupRows(backup, table), db.query(copyFrom(copyInSql(table)))).catch((error: unknown) => {
      if (!(error instanceof pg.DatabaseError)) throw error
      throw new PlainFailure(
        `The rows of the table ${table.name} can’t be loaded, so nothing was restored: ${error.message}.`,
        { cause: error },
      )
    })
  }
  for (const table of manifest.tables) {
    const key = tables.find(({ name }) => name === table.name)?.key ?? []
    const tally = new Tally()
    for await (const chunk of db.query(copyTo(copyOutSql({ ...table, key })))) tally.add(chunk as Buffer)
    if (tally.rows !== table.rows || tally.digest() !== table.sha256)
      throw new PlainFailure(
        `The table ${table.name} does not hold what ${backup.file} says, so nothing was restored. The database may change values as it stores them.`,
      )
  }
  await restoreRules()
}

const Rules = z.array(z.object({ relation: z.string(), name: z.string(), definition: z.string() }))

/**
 * Switches the triggers of the tables off, and takes away the checks that were added for new rows alone: rows from before them may break
 * them, and are in the backup too. Returns what puts both back.
 */
async function suspendRules(db: Client, tables: readonly string[]): Promise<() => Promise<void>> {
  const { escapeIdentifier: id } = pg
  const { rows } =
    await db.query(`select c.relname as relation, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'public'::regnamespace and k.contype = 'c' and not k.convalidated`)
  const checks = Rules.parse(rows)
  for (const table of tables) await db.query(`alter table public.${id(table)} disable trigger user`)
  for (const { relation, name } of checks)
    await db.query(`alter table public.${id(relation)} drop constraint ${id(name)}`)
  return async () => {
    for (const { relation, name, definition } of checks)
      await db.query(`alter table public.${id(relation)} add constraint ${id(name)} ${definition}`)
    for (const table of tables) await db.query(`alter table public.${id(table)} enable trigger user`)
  }
}

/**
 * Whatever ended after the backup was made must not be there again: nobody stays signed in, no browser is known, no link lets anybody join,
 * and who has parted since has parted.
 */
async function endWhatEnded(db: Client, parted: Present['parted'], now: Date): Promise<void> {
  await db.query('delete from session')
  await db.query('delete from known_device')
  await db.query('update invite set revoked_at = $1 where accepted_at is null and revoked_at is null', [now])
  for (const { id, endedAt } of parted) {
    await db.query('update couple set ended_at = $2 where id = $1 and ended_at is null', [id, endedAt])
    await db.query('update membership set left_at = $2 where couple_id = $1 and left_at is null', [id, endedAt])
  }
}
