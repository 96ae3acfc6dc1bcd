// Applies Prisma's migration folders at start, without Prisma's engine. Each migration is one transaction that also
// writes Prisma's own row, so none is half applied, and `prisma migrate status` agrees.
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Client } from 'pg'
import * as z from 'zod'
import { PlainFailure } from '../plain-failure.ts'
import { withConnection } from './connection.ts'

/** The advisory lock that Prisma takes too (schema-engine, sql-schema-connector/src/flavour/postgres). */
export const migrationLock = 72_707_369

const bookkeeping = `create table if not exists _prisma_migrations (id varchar(36) primary key not null, checksum varchar(64) not null,
  finished_at timestamptz, migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

const Applied = z.array(z.object({ name: z.string(), checksum: z.string(), finished: z.boolean() }))

/**
 * Applies the missing migrations of `folder` and returns their names. `before` is called first where a database that was migrated before
 * misses some, with the connection that holds the lock. Throws a PlainFailure if the database is newer,
 * if a migration was changed after it was applied, or if one fails. Migrations before the failed one stay applied.
 */
export async function migrate(
  ownerUrl: string,
  folder: string,
  before: (db: Client) => Promise<unknown> = async () => {},
): Promise<string[]> {
  const migrations = readMigrations(folder)
  return withConnection(ownerUrl, async (db) => {
    await db.query('select pg_advisory_lock($1)', [migrationLock])
    await keepBooks(db)
    const applied = await readApplied(db)
    const missing = withoutApplied(migrations, applied)
    if (missing.length > 0 && applied.length > 0) await before(db)
    for (const migration of missing) await apply(db, migration)
    return missing.map(({ name }) => name)
  })
}

/** Makes the table of what was applied, if there is none. */
export const keepBooks = async (db: Client): Promise<void> => void (await db.query(bookkeeping))

export type Migration = Readonly<{ name: string; sql: string; checksum: string }>

/** The migrations of a folder, in their order. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * The migrations that a database misses, which was migrated before. Throws a PlainFailure if it is newer, or if a migration was changed or
 * not finished.
 */
export const findMissing = async (db: Client, migrations: readonly Migration[]): Promise<Migration[]> =>
  withoutApplied(migrations, await readApplied(db))

async function readApplied(db: Client): Promise<z.output<typeof Applied>> {
  const { rows } = await db.query(`select migration_name as name, checksum, finished_at is not null as finished
    from _prisma_migrations where rolled_back_at is null`)
  return Applied.parse(rows)
}

function withoutApplied(migrations: readonly Migration[], applied: z.output<typeof Applied>): Migration[] {
  const newer = applied.find(({ name }) => !migrations.some((migration) => migration.name === name))
  if (newer)
    throw new PlainFailure(
      `The database is newer than this Fivefold: it has the migration ${newer.name}. Update Fivefold.`,
    )
  return migrations.filter(({ name, checksum }) => {
    const row = applied.find((candidate) => candidate.name === name)
    if (row && !row.finished)
      throw new PlainFailure(
        `The migration ${name} was started by another tool and not finished: see "prisma migrate resolve".`,
      )
    if (row && row.checksum !== checksum)
      throw new PlainFailure(
        `The migration ${name} was changed after it was applied: restore it, and write a new migration.`,
      )
    return !row
  })
}

async function apply(db: Client, migration: Migration): Promise<void> {
  await db.query('begin')
  await applyWithin(db, migration)
  await db.query('commit').catch((error: unknown) => {
    throw failureOf(migration, error)
  })
}

/** Applies a migration in the transaction that is open, and notes it. Throws a PlainFailure if it fails. */
export async function applyWithin(db: Client, migration: Migration): Promise<void> {
  const { name, sql, checksum } = migration
  try {
    const before = await transactionId(db)
    await db.query(sql)
    if ((await transactionId(db)) !== before) throw new Error('a migration may not begin or commit a transaction')
    await db.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
        values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
  } catch (error) {
    throw failureOf(migration, error)
  }
}

const failureOf = ({ name }: Migration, cause: unknown) =>
  new PlainFailure(`The migration ${name} failed: ${cause instanceof Error ? cause.message : String(cause)}.`, {
    cause,
  })

async function transactionId(db: Client): Promise<string> {
  return z
    .tuple([z.object({ id: z.string() })])
    .parse((await db.query('select pg_current_xact_id()::text as id')).rows)[0].id
}
