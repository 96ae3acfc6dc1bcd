// What is on this computer: the data folder, its secret, the room on its disk, its backups.
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { openBackupFile } from '../../db/backup/backup-file.ts'
import { listBackups } from '../../db/backup/backup-folder.ts'
import { readSecret } from '../../db/secret.ts'
import { PlainFailure } from '../../plain-failure.ts'
import { right, wrong, type Finding } from './finding.ts'

const octal = (mode: number) => (mode & 0o777).toString(8).padStart(4, '0')
const hasModes = process.platform !== 'win32'

/** What is at the path of the data folder. The mode is that of `stat`; `isOpen` is whether this user may write into it. */
export type FolderReading = Readonly<{
  folder: string
  kind: 'missing' | 'file' | 'folder'
  mode: number
  isOpen: boolean
}>

export function readFolder(folder: string): FolderReading {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found) return { folder, kind: 'missing', mode: 0, isOpen: false }
  return { folder, kind: found.isDirectory() ? 'folder' : 'file', mode: found.mode, isOpen: mayWrite(folder) }
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

export function checkFolder({ folder, kind, mode, isOpen }: FolderReading): Finding {
  const about = 'data folder'
  if (kind === 'missing')
    return wrong(
      about,
      `${folder} is not there. If your home is in another folder, set DATA_DIR to it; otherwise npm start makes a new one.`,
    )
  if (kind === 'file') return wrong(about, `${folder} is a file. Set DATA_DIR to the folder of your home.`)
  if (!isOpen) return wrong(about, `${folder} can’t be written. Run this as the user who runs Fivefold.`)
  if (hasModes && mode & 0o022)
    return wrong(about, `other users may write into ${folder} (mode ${octal(mode)}). Run: chmod go-w "${folder}"`)
  return right(about, folder)
}

export type SecretReading = Readonly<{
  /** Where the secret is. */
  source: 'variable' | 'file'
  file: string
  state: 'valid' | 'missing' | 'unreadable' | 'invalid'
  mode: number
  /** Whether there is a database that was made with a secret. */
  hasDatabase: boolean
}>

/** Reads the secret without making one. */
export function readExistingSecret(
  folder: string,
  given: string | undefined,
  hasDatabase: boolean,
): Readonly<{ secret: string | undefined; reading: SecretReading }> {
  const file = path.join(folder, 'secret')
  const reading = { source: given ? 'variable' : 'file', file, mode: 0, hasDatabase } as const
  if (given) return { secret: given, reading: { ...reading, state: 'valid' } }
  if (!existsSync(file)) return { secret: undefined, reading: { ...reading, state: 'missing' } }
  const { mode } = statSync(file)
  try {
    return { secret: readSecret(folder, undefined), reading: { ...reading, mode, state: 'valid' } }
  } catch (error) {
    const state = error instanceof PlainFailure ? 'invalid' : 'unreadable'
    return { secret: undefined, reading: { ...reading, mode, state } }
  }
}

export function checkSecret({ source, file, state, mode, hasDatabase }: SecretReading): Finding {
  const about = 'secret'
  if (source === 'variable') return right(about, 'the variable SECRET is set')
  if (state === 'missing' && !hasDatabase)
    return wrong(about, `there is none yet in ${path.dirname(file)}. npm start makes one.`)
  if (state === 'missing')
    return wrong(
      about,
      `${file} is missing. Put your copy of it back, or set SECRET: with another secret nobody can sign in.`,
    )
  if (state === 'unreadable') return wrong(about, `${file} can’t be read. Run this as the user who runs Fivefold.`)
  if (state === 'invalid') return wrong(about, `${file} holds no secret. Put your copy of it back, or set SECRET.`)
  if (hasModes && mode & 0o077)
    return wrong(about, `other users may read ${file} (mode ${octal(mode)}). Run: chmod 600 "${file}"`)
  return right(about, `${file}, for its user alone`)
}

const LEAST_BYTES = 500_000_000

/** The bytes that this user may still write on the disk of a folder, or of the nearest folder above that is there. */
export async function readFreeBytes(folder: string): Promise<number> {
  if (!existsSync(folder)) return readFreeBytes(path.dirname(folder))
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

export function checkDisk(freeBytes: number): Finding {
  const room = freeBytes < 1e9 ? `${Math.floor(freeBytes / 1e6)} MB` : `${(freeBytes / 1e9).toFixed(1)} GB`
  if (freeBytes < LEAST_BYTES)
    return wrong(
      'disk',
      `only ${room} are free on the disk of the data folder. Make room: nothing is saved once it is full.`,
    )
  return right('disk', `${room} are free`)
}

const DAY_MS = 86_400_000
const OLDEST_DAYS = 2

export type BackupReading = Readonly<{
  newest: Readonly<{ madeAt: Date; fault: string | null }> | null
  /** Whether somebody has an account. */
  hasAccounts: boolean
  /** When the database was made. */
  databaseMadeAt: Date
  now: Date
}>

/** Reads the newest backup of a data folder. `fault` says why it could not be restored, as far as its first lines show. */
export async function readNewestBackup(folder: string, secret: string): Promise<BackupReading['newest']> {
  const [newest] = listBackups(folder)
  if (!newest) return null
  try {
    await openBackupFile(path.join(folder, 'backups', newest.name), secret)
    return { madeAt: newest.madeAt, fault: null }
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error
    return { madeAt: newest.madeAt, fault: error.message }
  }
}

export function checkBackup({ newest, hasAccounts, databaseMadeAt, now }: BackupReading): Finding {
  const about = 'backup'
  const remedy = 'Run npm run backup, and let Fivefold run: it makes one each night, or says why it can’t.'
  if (!hasAccounts) return right(about, 'none is needed until somebody has an account')
  if (!newest) {
    const isNew = now.getTime() - databaseMadeAt.getTime() <= OLDEST_DAYS * DAY_MS
    return isNew
      ? right(about, 'the first one is made after three o’clock tonight')
      : wrong(about, `there is none. ${remedy}`)
  }
  if (newest.fault) return wrong(about, `the newest can’t be restored. ${newest.fault} Run npm run backup.`)
  const days = Math.floor((now.getTime() - newest.madeAt.getTime()) / DAY_MS)
  const madeAt = `${newest.madeAt.toISOString().slice(0, 16).replace('T', ' at ')} UTC`
  if (now.getTime() - newest.madeAt.getTime() > OLDEST_DAYS * DAY_MS)
    return wrong(about, `the newest is ${days} days old, of ${madeAt}. ${remedy}`)
  return right(about, `the newest is of ${madeAt}`)
}
