// `npm run backup` and `npm run restore`, while the app runs or not.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { backUp } from '../db/backup/back-up.ts'
import { newBackupPath } from '../db/backup/backup-folder.ts'
import { openBackupFile, verifyBackupFile, type BackupManifest } from '../db/backup/backup-file.ts'
import { refuseNewerBackup, restoreBackup } from '../db/backup/restore.ts'
import { withConnection } from '../db/connection.ts'
import { dataFolderOf, makeDataFolder } from '../db/data-folder.ts'
import { readMigrations } from '../db/migrate.ts'
import { existingSecret } from '../db/secret.ts'
import { readEnv, type Env } from '../env.ts'
import { lastWords, PlainFailure } from '../plain-failure.ts'
import { seams } from '../seams.ts'
import { renewEmailKeys } from './email-keys.ts'
import { reachDatabase, type ReachedDatabase } from './open-database.ts'

type Command = Readonly<{
  root: string
  /** The file that was named, as a whole path. */
  file: string | undefined
  say: (line: string) => void
  /** Prints a sentence and exits. */
  giveUp: (sentence: string) => never
}>

/** Makes a backup in `file`, else in the folder of backups, and says what is in it. */
export async function backUpNow({ root, file, say, giveUp }: Command): Promise<void> {
  try {
    const env = readEnv()
    const folder = dataFolderOf(root, env.DATA_DIR)
    if (!env.DATABASE_URL && !existsSync(path.join(folder, 'postgres')))
      throw new PlainFailure(`There is nothing to back up: ${folder} holds no database. Is DATA_DIR right?`)
    const secret = existingSecret(folder, env.SECRET)
    if (secret === undefined)
      throw new PlainFailure(`There is no secret in ${folder}: set SECRET to that of the database.`)
    await withDatabase({ folder, env, secret }, async ({ urls }) => {
      const madeAt = seams().now()
      const target = file ?? newBackupPath(folder, madeAt, 'hand')
      const manifest = await withConnection(urls.ownerUrl, (db) =>
        backUp(db, { file: target, secret, why: 'hand', madeAt }),
      )
      say(`backed up ${describe(manifest)} to ${target}`)
      for (const need of manifest.needs) say(`a restore needs ${need.secret}, which is not in it: ${need.from}`)
    })
  } catch (error) {
    giveUp(lastWords(error))
  }
}

/** Puts the backup in `file` in the place of the database, and says what became of it. */
export async function restoreNow({
  root,
  file,
  replace,
  say,
  giveUp,
}: Command & Readonly<{ replace: boolean }>): Promise<void> {
  try {
    if (file === undefined) throw new PlainFailure('Name the backup: npm run restore -- FILE')
    const env = readEnv()
    const given = dataFolderOf(root, env.DATA_DIR)
    const secret = existingSecret(given, env.SECRET)
    if (secret === undefined)
      throw new PlainFailure(
        `A restore needs SECRET, which no backup contains. Put the file \`secret\` of the installation that made it into ${given}, or set the variable SECRET, and run this again.`,
      )
    const backup = await openBackupFile(file, secret)
    const migrations = readMigrations(path.join(root, 'prisma', 'migrations'))
    refuseNewerBackup(backup, migrations)
    say('checking the backup ...')
    await verifyBackupFile(backup)
    const folder = makeDataFolder(given)
    await withDatabase({ folder, env, secret }, async ({ urls }) => {
      const now = seams().now()
      const keepPresentIn = replace ? newBackupPath(folder, now, 'restore') : null
      say('restoring ...')
      const restored = await restoreBackup(urls.ownerUrl, { backup, secret, migrations, now, keepPresentIn })
      await withConnection(urls.ownerUrl, renewEmailKeys)
      say(`restored ${describe(backup.manifest)}, as they were on ${dayOf(backup.manifest)}; each table was compared`)
      if (restored.migrated.length > 0) say(`migrated: ${restored.migrated.join(', ')}`)
      if (restored.keptPresent) say(`what was there before is in ${keepPresentIn}`)
      say('everybody has to sign in again, and open invitations have ended')
    })
  } catch (error) {
    giveUp(lastWords(error))
  }
}

async function withDatabase(
  { folder, env, secret }: { folder: string; env: Env; secret: string },
  work: (database: ReachedDatabase) => Promise<void>,
): Promise<void> {
  const database = await reachDatabase({ folder, secret, givenUrl: env.DATABASE_URL, directUrl: env.DIRECT_URL })
  try {
    await work(database)
  } finally {
    await database.close()
  }
}

function describe({ tables }: BackupManifest): string {
  const accounts = tables.find(({ name }) => name === 'account')?.rows ?? 0
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return `${accounts} ${accounts === 1 ? 'account' : 'accounts'}, ${rows} rows in ${tables.length} tables`
}

/** The instant to the minute, UTC. */
const dayOf = ({ madeAt }: BackupManifest) => `${madeAt.slice(0, 10)} at ${madeAt.slice(11, 16)} UTC`
