// The folder in the data folder where backups are kept, their names, which say when and why, and how long they stay.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { BackupReason } from './backup-file.ts'

const folderOf = (dataFolder: string): string => path.join(dataFolder, 'backups')

const instantOf = (name: string): Date | undefined => {
  const found = /^fivefold-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-(?:hand|night|migration|restore)\.backup$/.exec(name)
  return found ? new Date(`${found[1]}T${found[2]}:${found[3]}:${found[4]}Z`) : undefined
}

/** The path of a new backup in the folder of backups, which is made if it is missing, for this user alone. */
export function newBackupPath(dataFolder: string, madeAt: Date, why: BackupReason): string {
  const folder = folderOf(dataFolder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const instant = madeAt
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-')
  return path.join(folder, `fivefold-${instant}-${why}.backup`)
}

export type KeptBackup = Readonly<{ name: string; madeAt: Date }>

/** The backups of a data folder, newest first. Files of other names are none. */
export function listBackups(dataFolder: string): KeptBackup[] {
  return namesIn(folderOf(dataFolder))
    .flatMap((name) => {
      const madeAt = instantOf(name)
      return madeAt ? [{ name, madeAt }] : []
    })
    .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime())
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // there are none yet
  }
}

const DAY_MS = 86_400_000

/** How many of each span keep their newest backup. What was removed from the home is in none after six months. */
const SPANS: readonly Readonly<{ most: number; numberOf: (instant: Date) => number }>[] = [
  { most: 7, numberOf: (instant) => Math.floor(instant.getTime() / DAY_MS) },
  { most: 4, numberOf: (instant) => Math.floor((instant.getTime() / DAY_MS + 3) / 7) }, // 1970 began on a Thursday
  { most: 6, numberOf: (instant) => instant.getUTCFullYear() * 12 + instant.getUTCMonth() },
]

/**
 * The backups that are not kept any more: all but the newest of each of the last seven days, four weeks and six months, those of the last
 * two days, and the newest of all. Days are UTC's.
 */
export function surplusBackups(backups: readonly KeptBackup[], now: Date): KeptBackup[] {
  const newestFirst = [...backups].sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime())
  const kept = new Set<KeptBackup>(newestFirst.slice(0, 1))
  for (const backup of newestFirst) if (now.getTime() - backup.madeAt.getTime() < 2 * DAY_MS) kept.add(backup)
  for (const { most, numberOf } of SPANS) {
    const filled = new Set<number>()
    for (const backup of newestFirst) {
      const number = numberOf(backup.madeAt)
      if (filled.has(number) || numberOf(now) - number >= most) continue
      filled.add(number)
      kept.add(backup)
    }
  }
  return newestFirst.filter((backup) => !kept.has(backup))
}

/** Removes the surplus from a data folder, and what a killed process left of a backup more than a day ago. */
export function removeSurplusBackups(dataFolder: string, now: Date): void {
  const folder = folderOf(dataFolder)
  for (const { name } of surplusBackups(listBackups(dataFolder), now)) rmSync(path.join(folder, name), { force: true })
  for (const name of namesIn(folder)) {
    const file = path.join(folder, name)
    if (/\.backup\.part-\d+$/.test(name) && now.getTime() - statSync(file).mtimeMs > DAY_MS)
      rmSync(file, { force: true })
  }
}
