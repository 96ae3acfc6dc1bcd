import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { newBackupPath } from '../../db/backup/backup-folder'
import { temporaryFolder } from '../../testing/temporary-folder'
import { lineOf, sumUp, right, wrong } from './finding'
import {
  checkBackup,
  checkDisk,
  checkFolder,
  checkSecret,
  readExistingSecret,
  readFolder,
  readFreeBytes,
  readNewestBackup,
} from './machine'

const secret = 'A'.repeat(43)
const now = new Date('2026-11-24T12:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

test('a finding is one line, and the last line counts what is wrong', () => {
  expect(lineOf(right('disk', '3 GB are free'))).toBe('ok     disk: 3 GB are free')
  expect(lineOf(wrong('roles', 'Let a role run this:\n  alter role a;\n  alter role b;'))).toBe(
    'wrong  roles: Let a role run this: alter role a; alter role b;',
  )
  const [fine, faulty] = [right('a', ''), wrong('b', '')]
  expect([[fine], [fine, faulty], [faulty, faulty]].map(sumUp)).toEqual([
    'nothing is wrong',
    'one thing is wrong',
    '2 things are wrong',
  ])
})

test('the data folder is there and nobody else’s to write', () => {
  const folder = temporaryFolder()
  expect(checkFolder(readFolder(folder))).toEqual(right('data folder', folder))
  chmodSync(folder, 0o775)
  expect(checkFolder(readFolder(folder))).toEqual(
    wrong('data folder', `other users may write into ${folder} (mode 0775). Run: chmod go-w "${folder}"`),
  )
  expect(checkFolder({ ...readFolder(folder), isOpen: false }).sentence).toContain('can’t be written')
  const file = path.join(folder, 'file')
  expect(checkFolder(readFolder(file)).sentence).toContain(
    'is not there. If your home is in another folder, set DATA_DIR',
  )
  writeFileSync(file, '')
  expect(checkFolder(readFolder(file)).sentence).toBe(`${file} is a file. Set DATA_DIR to the folder of your home.`)
})

test('the secret is there, whole, and for its user alone; looking for it makes none', () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'secret')
  const look = (given?: string, hasDatabase = true) => {
    const found = readExistingSecret(folder, given, hasDatabase)
    return { ...checkSecret(found.reading), secret: found.secret }
  }
  expect(look(secret)).toEqual({ ...right('secret', 'the variable SECRET is set'), secret })
  expect(look(undefined, false).sentence).toBe(`there is none yet in ${folder}. npm start makes one.`)
  expect(look()).toEqual({
    ...wrong(
      'secret',
      `${file} is missing. Put your copy of it back, or set SECRET: with another secret nobody can sign in.`,
    ),
    secret: undefined,
  })
  expect(readdirSync(folder)).toEqual([])
  writeFileSync(file, 'half', { mode: 0o600 })
  expect(look().sentence).toContain('holds no secret')
  writeFileSync(file, `${secret}\n`)
  expect(look()).toEqual({ ...right('secret', `${file}, for its user alone`), secret })
  chmodSync(file, 0o640)
  expect(look()).toMatchObject({
    isRight: false,
    sentence: `other users may read ${file} (mode 0640). Run: chmod 600 "${file}"`,
  })
})

test('the room on the disk is said, and too little is wrong', async () => {
  expect([12_340_000_000, 500_000_000, 499_999_999].map(checkDisk)).toEqual([
    right('disk', '12.3 GB are free'),
    right('disk', '500 MB are free'),
    wrong('disk', 'only 499 MB are free on the disk of the data folder. Make room: nothing is saved once it is full.'),
  ])
  expect(await readFreeBytes(path.join(temporaryFolder(), 'not', 'there'))).toBeGreaterThan(0)
})

test('the newest backup is not older than two days, once somebody has an account', () => {
  const sentence = (reading: Partial<Parameters<typeof checkBackup>[0]>) => {
    const given = { newest: null, hasAccounts: true, databaseMadeAt: hoursAgo(900), now, ...reading }
    return lineOf(checkBackup(given))
  }
  const remedy = 'Run npm run backup, and let Fivefold run: it makes one each night, or says why it can’t.'
  expect([
    sentence({ hasAccounts: false }),
    sentence({}),
    sentence({ databaseMadeAt: hoursAgo(20) }),
    sentence({ newest: { madeAt: hoursAgo(48), fault: null } }),
    sentence({ newest: { madeAt: hoursAgo(73), fault: null } }),
    sentence({ newest: { madeAt: hoursAgo(1), fault: 'It is damaged.' } }),
  ]).toEqual([
    'ok     backup: none is needed until somebody has an account',
    `wrong  backup: there is none. ${remedy}`,
    'ok     backup: the first one is made after three o’clock tonight',
    'ok     backup: the newest is of 2026-11-22 at 12:00 UTC',
    `wrong  backup: the newest is 3 days old, of 2026-11-21 at 11:00 UTC. ${remedy}`,
    'wrong  backup: the newest can’t be restored. It is damaged. Run npm run backup.',
  ])
})

test('a newest backup that is no backup is found out', async () => {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'backups'))
  expect(await readNewestBackup(folder, secret)).toBeNull()
  writeFileSync(newBackupPath(folder, now, 'night'), 'no backup')
  expect(await readNewestBackup(folder, secret)).toEqual({ madeAt: now, fault: expect.stringMatching(/backup/) })
})
