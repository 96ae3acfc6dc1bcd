// The folder in the data folder where backups are kept, and their names, which sort by the instant.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { BackupReason } from './backup-file.ts'

const backupFolderOf = (dataFolder: string): string => path.join(dataFolder, 'backups')

/** The path of a new backup in the folder of backups, which is made if it is missing, for this user alone. */
export function newBackupPath(dataFolder: string, madeAt: Date, why: BackupReason): string {
  const folder = backupFolderOf(dataFolder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const instant = madeAt
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-')
  return path.join(folder, `fivefold-${instant}-${why}.backup`)
}
