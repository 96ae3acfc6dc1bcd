import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBackupFile, verifyBackupFile } from '../db/backup/backup-file'
import { newBackupPath } from '../db/backup/backup-folder'
import { withConnection } from '../db/connection'
import { theCluster, type ClonedDatabase } from '../testing/cluster'
import { newHomeDatabase } from '../testing/home-database'
import { putPeople } from '../testing/policy-people'
import { temporaryFolder } from '../testing/temporary-folder'
import { backUpIfDue, isBackupDue } from './nightly-backup'
import { openDatabase } from './open-database'

const { secret } = theCluster()
/** An instant by this machine's clock, as the night is. */
const local = (day: number, hour: number) => new Date(2026, 10, day, hour)
let home: ClonedDatabase

/** The migrations without the newest. */
function formerMigrations(): { root: string; add: () => string; count: number } {
  const root = temporaryFolder()
  const folder = path.join(root, 'prisma', 'migrations')
  mkdirSync(folder, { recursive: true })
  const names = readdirSync('prisma/migrations')
    .filter((name) => /^\d/.test(name))
    .sort()
  const copy = (name: string) =>
    cpSync(path.join('prisma/migrations', name), path.join(folder, name), { recursive: true })
  for (const name of names.slice(0, -1)) copy(name)
  const newest = names.at(-1) ?? ''
  return {
    root,
    count: names.length - 1,
    add: () => {
      copy(newest)
      return newest
    },
  }
}

beforeAll(async () => {
  home = await newHomeDatabase()
})
afterAll(() => home.drop())

test('a backup is due once after each night’s three o’clock', () => {
  const folder = temporaryFolder()
  expect(isBackupDue(folder, local(24, 12))).toBe(true)
  cpSync(import.meta.filename, newBackupPath(folder, local(24, 4), 'night'))
  expect([local(24, 12), local(25, 2), local(25, 3), local(25, 4)].map((now) => isBackupDue(folder, now))).toEqual([
    false,
    false,
    true,
    true,
  ])
})

test('each night there is one backup, as soon as somebody has an account', async () => {
  const folder = temporaryFolder()
  const place = { ownerUrl: home.ownerUrl, folder, secret }
  expect(await backUpIfDue(place, local(24, 4))).toBeNull()
  await withConnection(home.ownerUrl, putPeople)
  const both = await Promise.all([backUpIfDue(place, local(24, 4)), backUpIfDue(place, local(24, 4))])
  const [file = ''] = both.flatMap((made) => made ?? [])
  expect(both.filter(Boolean)).toHaveLength(1)
  const backup = await openBackupFile(file, secret)
  await verifyBackupFile(backup)
  expect(backup.manifest.tables.find(({ name }) => name === 'account')?.rows).toBe(6)
  expect(await backUpIfDue(place, local(24, 23))).toBeNull()
  expect(await backUpIfDue(place, local(25, 4))).toContain('-night.backup')
})

test('what is not kept any more is cleared after a night’s backup', async () => {
  const folder = temporaryFolder()
  cpSync(import.meta.filename, newBackupPath(folder, new Date('2026-01-01T00:00:00Z'), 'night'))
  await backUpIfDue({ ownerUrl: home.ownerUrl, folder, secret }, local(24, 4))
  expect(readdirSync(path.join(folder, 'backups'))).toEqual([expect.stringMatching(/^fivefold-2026-11-2/)])
})

test('a start that migrates makes a backup first, of the tables as they were', async () => {
  const { root, add, count } = formerMigrations()
  const former = await newHomeDatabase(path.join(root, 'prisma', 'migrations'))
  const folder = temporaryFolder()
  const open = () => openDatabase({ root, folder, secret, givenUrl: former.ownerUrl })
  await withConnection(former.ownerUrl, putPeople)
  expect(await open()).toMatchObject({ applied: [], backup: null })
  const newest = add()
  const { applied, backup } = await open()
  expect(applied).toEqual([newest])
  const { manifest } = await openBackupFile(backup ?? '', secret)
  expect([manifest.why, manifest.migrations.length]).toEqual(['migration', count])
  await former.drop()
})
