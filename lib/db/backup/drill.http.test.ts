// The drill: a couple's home is backed up, goes on, and is restored while it is being served. Both open their journals again, on devices
// that have seen newer state.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from '@/lib/accounts/sign-in'
import { acceptEarlier } from '@/lib/device/opened-rows'
import { Problem } from '@/lib/http/problem'
import { getMe } from '@/lib/accounts/contract'
import { fetchOwnPage, fetchOwnPages, sendNextPage } from '@/lib/journal/device'
import { fetchReplies, fetchSharedPages, sealReply, sendReply } from '@/lib/journal/sharing'
import { newHomeDatabase } from '@/lib/testing/home-database'
import type { ClonedDatabase } from '@/lib/testing/cluster'
import type { TestPerson } from '@/lib/testing/people'
import { roomy, served, type ServedApp } from '@/lib/testing/served'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { noon, twoWithEverything, write } from '@/lib/testing/two-with-everything'
import { parseDay } from '@/lib/time/day'
import { randomUuid } from '@/lib/vault/primitives'
import { EarlierState } from '@/lib/vault/vault-error'
import { withConnection } from '../connection'
import { readMigrations } from '../migrate'
import { backUp } from './back-up'
import { openBackupFile, readBackupRows, verifyBackupFile, type BackupManifest } from './backup-file'
import { restoreBackup } from './restore'

let database: ClonedDatabase
let app: ServedApp

beforeAll(async () => {
  database = await newHomeDatabase()
  app = await served({ database, limits: roomy, at: noon })
})
afterAll(async () => {
  await app.stop()
  await database.drop()
})

const back = (file: string): Promise<BackupManifest> =>
  withConnection(database.ownerUrl, (db) =>
    backUp(db, { file, secret: app.secret, why: 'hand', madeAt: new Date(noon) }),
  )

/** Of every table: the number of its rows and their hash. Not of what a restore ends. */
const tablesOf = ({ tables }: BackupManifest) =>
  Object.fromEntries(
    tables
      .filter(({ name }) => !['session', 'known_device', 'invite'].includes(name))
      .map(({ name, rows, sha256 }) => [name, `${rows} rows, ${sha256}`]),
  )

/** Signs in again on the device that the person has used so far, after a reload. */
async function returnTo({ device, email, phrase }: TestPerson) {
  const again = device.reload()
  return { device: again, vault: await signIn(again, { email, phrase, onlyMe: true }) }
}

test('both open their journals after a restore, on devices that have seen newer state', async () => {
  const { couple, known } = await twoWithEverything(app)
  const { a, b, id: coupleId } = couple
  const folder = temporaryFolder()
  const file = path.join(folder, 'home.backup')
  const made = await back(file)

  // The home goes on, and both devices see it.
  const day = parseDay('2026-11-24')
  const page = { day, types: [], writing: { kind: 'reflection', text: 'Mine, changed.' } } as const
  await sendNextPage(a.device, a.vault(), { id: known.entry, rev: 1, page })
  const later = await write(a, { day, types: [], writing: { kind: 'reflection', text: 'Later.' } })
  const [shared] = (await fetchSharedPages(b.device, b.vault(), { coupleId })).rows
  if (!shared) throw new Error('There is no shared page.')
  const sealed = await sealReply(b.device, b.vault(), shared, { id: randomUuid(), text: 'Once more.' })
  await sendReply(b.device, b.vault(), coupleId, sealed)
  expect((await fetchReplies(a.device, a.vault(), shared)).rows).toHaveLength(2)

  const backup = await openBackupFile(file, app.secret)
  await verifyBackupFile(backup)
  // No sealed word is in it, nor the secret that it needs; a title, which is not sealed, shows that the search works.
  const rows = await Promise.all(backup.manifest.tables.map((table) => text(readBackupRows(backup, table))))
  const all = [readFileSync(file, 'latin1'), ...rows]
  const hex = (words: string) => Buffer.from(words).toString('hex') // as COPY writes bytes
  const holds = (words: string) => all.some((each) => each.includes(words) || each.includes(hex(words)))
  expect(holds('Soup')).toBe(true)
  const hidden = ['Mine.', 'The walk.', 'I hear you.', a.phrase, app.secret]
  expect(hidden.filter(holds)).toEqual([])

  const migrations = readMigrations('prisma/migrations')
  const keepPresentIn = path.join(folder, 'before.backup')
  const order = { backup, secret: app.secret, migrations, now: new Date(noon), keepPresentIn }
  await restoreBackup(database.ownerUrl, order)

  // Every table is equal by hash.
  expect(tablesOf(await back(path.join(folder, 'again.backup')))).toEqual(tablesOf(made))

  // Nobody is signed in any more.
  for (const { device } of [a, b]) await expect(device.call(getMe, {})).rejects.toMatchObject(new Problem('signed-out'))

  // The first device has seen a newer version: it asks, and then opens what was restored.
  const first = await returnTo(a)
  const asked = await fetchOwnPages(first.device, first.vault).catch((error: unknown) => error)
  if (!(asked instanceof EarlierState)) throw new Error('The device did not ask about the earlier state.')
  await acceptEarlier(first.device, first.vault, asked)
  const own = (await fetchOwnPages(first.device, first.vault)).rows
  expect(own.map(({ id, opened }) => [id, opened.is === 'text' && opened.text.writing])).toEqual([
    [known.entry, { kind: 'reflection', text: 'Mine.' }],
  ])
  await expect(fetchOwnPage(first.device, first.vault, later)).rejects.toMatchObject(new Problem('not-found'))

  const second = await returnTo(b)
  const read = await fetchSharedPages(second.device, second.vault, { coupleId })
  expect(read.rows.map(({ opened }) => opened.is === 'text' && opened.text.words)).toEqual([{ text: 'The walk.' }])
  const replies = await fetchReplies(second.device, second.vault, shared)
  expect(replies.rows.map(({ opened }) => opened.is === 'text' && opened.text)).toEqual(['I hear you.'])

  // And they go on.
  await sendNextPage(first.device, first.vault, { id: known.entry, rev: 1, page })
  expect((await fetchOwnPage(first.device, first.vault, known.entry)).opened).toMatchObject({ text: page })
})
