import type { Readable } from 'node:stream'
import { to as copyTo } from 'pg-copy-streams'
import * as z from 'zod'
import type { Client } from '../connection.ts'
import { migrationLock } from '../migrate.ts'
import { writeBackupFile, type BackupManifest, type BackupReason } from './backup-file.ts'
import { copyOutSql, pinCopySettings, readStoredTables } from './backup-tables.ts'

type BackupOrder = Readonly<{ file: string; secret: string; why: BackupReason; madeAt: Date }>

/**
 * Writes all rows of the database to a new file, as they are at one instant, while others go on reading and writing. `db` is a connection
 * of the owner, outside a transaction. Waits for a migration that is under way. Throws a PlainFailure if the file can't be written.
 */
export async function backUp(db: Client, order: BackupOrder): Promise<BackupManifest> {
  // Before the transaction, whose first statement decides what it sees.
  await db.query('select pg_advisory_lock_shared($1)', [migrationLock])
  try {
    await db.query('begin isolation level repeatable read read only')
    return await writeBackup(db, order)
  } finally {
    await db.query('rollback').catch(() => {}) // it only read
    await db.query('select pg_advisory_unlock_shared($1)', [migrationLock]).catch(() => {})
  }
}

const Applied = z.array(z.object({ name: z.string(), checksum: z.string() }))

/** As `backUp`, in a transaction that is open already and sees one state of the database. */
export async function writeBackup(db: Client, { file, secret, why, madeAt }: BackupOrder): Promise<BackupManifest> {
  await pinCopySettings(db)
  const migrations = await db.query(`select migration_name as name, checksum from _prisma_migrations
    where finished_at is not null and rolled_back_at is null order by migration_name`)
  const tables = await readStoredTables(db)
  const outline = {
    madeAt: madeAt.toISOString(),
    why,
    migrations: Applied.parse(migrations.rows),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
  }
  const read = (name: string): Readable => {
    const table = tables.find((candidate) => candidate.name === name)
    if (!table) throw new Error(`There is no table ${name}.`)
    return db.query(copyTo(copyOutSql(table)))
  }
  return writeBackupFile(file, { secret, outline, read })
}
