// Two roles: the owner owns every object, migrates, and runs doors and jobs; the web's owns nothing and sees what policies let it.
import { createHmac, createHash, pbkdf2Sync } from 'node:crypto'
import pg from 'pg'

const { escapeIdentifier: id, escapeLiteral: text } = pg

/** The advisory lock under which roles are made: of those who start at once in one database one goes first. */
export const roleCreationLock = 72_707_370

export type DatabaseUrls = Readonly<{ ownerUrl: string; webUrl: string }>

/** The web role of a database. Migrations find it by this name, because roles belong to the whole server. */
export const webRoleOf = (database: string): string => `${database}_web`

/** SQL that makes a login with no power of its own, or gives an existing one its password and its limits. */
export function roleSql(verb: 'create' | 'alter', role: string, password: string): string {
  return `${verb} role ${id(role)} login nosuperuser nocreaterole nocreatedb nobypassrls password ${text(password)}`
}

/** SQL: the driver sends a time without its zone, and the session's is added, so that has to be UTC. */
export const utcSql = (role: string): string => `alter role ${id(role)} set timezone = 'UTC'`

export function createDatabaseSql(
  database: string,
  { owner, source = 'template1' }: { owner: string; source?: string },
): string {
  return `create database ${id(database)} template ${id(source)} owner ${id(owner)}`
}

/** SQL: nobody but those who are let in may connect. */
export const revokePublicSql = (database: string): string => `revoke all on database ${id(database)} from public`

export const dropDatabaseSql = (database: string): string => `drop database if exists ${id(database)} with (force)`

export const connectSql = (database: string, role: string): string =>
  `grant connect on database ${id(database)} to ${id(role)}`

/**
 * What PostgreSQL itself stores for a password, so that SQL can be shown without it.
 * https://www.rfc-editor.org/rfc/rfc5803 and src/common/scram-common.c: 4096 rounds, StoredKey and ServerKey.
 */
export function scramVerifier(password: string): string {
  const salt = createHash('sha256').update(`salt of ${password}`).digest().subarray(0, 16)
  const salted = pbkdf2Sync(password, salt, 4096, 32, 'sha256')
  const key = (name: string) => createHmac('sha256', salted).update(name).digest()
  const stored = createHash('sha256').update(key('Client Key')).digest('base64')
  return `SCRAM-SHA-256$4096:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`
}
