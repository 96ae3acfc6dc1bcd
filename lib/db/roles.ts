// Two roles: the owner owns every object, applies migrations, and runs doors and jobs. The web role owns nothing, and
// policies limit it.
import { createHmac, createHash, pbkdf2Sync } from 'node:crypto'
import pg from 'pg'

const { escapeIdentifier: id, escapeLiteral: text } = pg

/** The advisory lock under which roles are made, so that concurrent starts do not collide. */
export const roleCreationLock = 72_707_370

export type DatabaseUrls = Readonly<{ ownerUrl: string; webUrl: string }>

/** Names the web role of a database. Migrations find it by this name, because roles belong to the whole server. */
export const webRoleOf = (database: string): string => `${database}_web`

/**
 * Returns SQL that makes a role with a login and no other right, or resets the rights and password of an existing one.
 */
export function roleSql(verb: 'create' | 'alter', role: string, password: string): string {
  return `${verb} role ${id(role)} login nosuperuser nocreaterole nocreatedb nobypassrls password ${text(password)}`
}

/**
 * Returns SQL that sets a role's zone to UTC: the driver sends times without a zone, and PostgreSQL adds the session's.
 */
export const utcSql = (role: string): string => `alter role ${id(role)} set timezone = 'UTC'`

export function createDatabaseSql(
  database: string,
  { owner, source = 'template1' }: { owner: string; source?: string },
): string {
  return `create database ${id(database)} template ${id(source)} owner ${id(owner)}`
}

/** Returns SQL that lets only granted roles connect. */
export const revokePublicSql = (database: string): string => `revoke all on database ${id(database)} from public`

export const dropDatabaseSql = (database: string): string => `drop database if exists ${id(database)} with (force)`

export const connectSql = (database: string, role: string): string =>
  `grant connect on database ${id(database)} to ${id(role)}`

/**
 * Computes what PostgreSQL stores for a password, so that the SQL shown to an administrator does not contain the
 * password. https://www.rfc-editor.org/rfc/rfc5803 and src/common/scram-common.c: 4096 rounds, StoredKey and ServerKey.
 */
export function scramVerifier(password: string): string {
  const salt = createHash('sha256').update(`salt of ${password}`).digest().subarray(0, 16)
  const salted = pbkdf2Sync(password, salt, 4096, 32, 'sha256')
  const key = (name: string) => createHmac('sha256', salted).update(name).digest()
  const stored = createHash('sha256').update(key('Client Key')).digest('base64')
  return `SCRAM-SHA-256$4096:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`
}
