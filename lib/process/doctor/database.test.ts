import { expect, test } from 'vitest'
import type { DatabaseReading } from '../../db/inspect-database'
import { checkDurability, checkMigrations, checkRoles, checkVersion } from './database'
import { lineOf } from './finding'

const webRole = { isSuperuser: false, bypassesPolicies: false, makesRoles: false, isOwner: false, owns: 0 }
const sound: DatabaseReading = {
  version: 18,
  versionText: '18.4',
  settings: ['fsync', 'full_page_writes', 'synchronous_commit'].map((name) => ({ name, setting: 'on' })),
  owner: 'fivefold',
  web: 'fivefold_web',
  webRole,
  webFault: null,
  missing: [],
  migrationFault: null,
  hasAccounts: false,
  madeAt: null,
}
const off = (...names: string[]) => ({ ...sound, settings: names.map((name) => ({ name, setting: 'off' })) })
const role = (changes: Partial<typeof webRole>) => lineOf(checkRoles({ ...sound, webRole: { ...webRole, ...changes } }))

test('the version of PostgreSQL is 15 or newer', () => {
  expect(lineOf(checkVersion(sound))).toBe('ok     database: PostgreSQL 18.4 answers')
  expect(checkVersion({ ...sound, version: 15 }).isRight).toBe(true)
  expect(lineOf(checkVersion({ ...sound, version: 14, versionText: '14.19' }))).toBe(
    'wrong  database: it is PostgreSQL 14.19. Update it to 15 or newer.',
  )
})

test('what could lose saved data in a crash is named once, whoever has it off', () => {
  expect(lineOf(checkDurability(sound))).toBe('ok     crashes: fsync, synchronous_commit and full_page_writes are on')
  expect(lineOf(checkDurability(off('fsync', 'fsync')))).toBe(
    'wrong  crashes: fsync is off in PostgreSQL, so a crash could lose what was saved. Turn it on.',
  )
  expect(lineOf(checkDurability(off('fsync', 'full_page_writes')))).toBe(
    'wrong  crashes: fsync and full_page_writes are off in PostgreSQL, so a crash could lose what was saved. Turn them on.',
  )
})

test('the role of requests is there, can connect, and has no power of its own', () => {
  const again = 'Start Fivefold again: it puts that right, or prints the SQL that does.'
  expect([
    lineOf(checkRoles(sound)),
    lineOf(checkRoles({ ...sound, webRole: null })),
    role({ isSuperuser: true, bypassesPolicies: true, isOwner: true }),
    role({ makesRoles: true }),
    role({ isOwner: true }),
    role({ owns: 1 }),
    lineOf(checkRoles({ ...sound, webFault: 'password' })),
    lineOf(checkRoles({ ...sound, webFault: '42501' })),
    lineOf(checkRoles({ ...sound, owner: 'fivefold_web' })),
  ]).toEqual([
    'ok     roles: fivefold owns the tables, and requests run as fivefold_web, which policies limit',
    `wrong  roles: the role fivefold_web, under which requests run, is missing. ${again}`,
    `wrong  roles: the role fivefold_web of requests is a superuser and bypasses the policies. ${again}`,
    `wrong  roles: the role fivefold_web of requests may make roles. ${again}`,
    'wrong  roles: the role fivefold_web of requests may act as fivefold. Run in the database: revoke "fivefold" from "fivefold_web"',
    'wrong  roles: the role fivefold_web of requests owns 1 object, and an owner passes the policies. Run in the database, as a superuser: reassign owned by "fivefold_web" to "fivefold"',
    'wrong  roles: the role fivefold_web was made with another secret. Put back the secret that this database was made with.',
    `wrong  roles: the role fivefold_web of requests can’t connect (42501). ${again}`,
    'wrong  roles: the owner fivefold_web is also the role of requests. Give DATABASE_URL another role.',
  ])
})

test('the tables are neither older nor newer than the program', () => {
  expect(lineOf(checkMigrations(sound))).toBe('ok     tables: they are those of this Fivefold')
  expect(lineOf(checkMigrations({ ...sound, missing: ['0040_page'] }))).toBe(
    'wrong  tables: they are of an older Fivefold: 1 migration is missing. Run npm start, which makes a backup and then migrates.',
  )
  const migrationFault = 'The database is newer than this Fivefold: it has the migration 0041_line. Update Fivefold.'
  expect(lineOf(checkMigrations({ ...sound, migrationFault }))).toBe(`wrong  tables: ${migrationFault}`)
})
