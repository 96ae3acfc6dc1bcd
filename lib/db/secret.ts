import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../plain-failure.ts'
import { errorCodeOf } from './connection.ts'

/**
 * Returns the installation's secret: `given`, else the one in the data folder, which the first start makes (32 random
 * bytes, mode 0600). Throws a PlainFailure if the file holds something else.
 */
export function readSecret(folder: string, given: string | undefined): string {
  if (given) return given
  const file = path.join(folder, 'secret')
  if (!existsSync(file)) writeNewSecret(file)
  const secret = readFileSync(file, 'utf8').trim()
  if (!/^[\w-]{43}$/.test(secret)) {
    throw new PlainFailure(`${file} does not contain a valid secret: restore the one that this database was made with.`)
  }
  return secret
}

/** The secret that there is, for what can't make one: a new secret opens nothing. Throws a PlainFailure if the file holds something else. */
export const existingSecret = (folder: string, given: string | undefined): string | undefined =>
  given || existsSync(path.join(folder, 'secret')) ? readSecret(folder, given) : undefined

/** Writes a temporary file and links it, so that no process reads half a secret, and two processes get the same one. */
function writeNewSecret(file: string): void {
  const part = `${file}.part-${process.pid}`
  writeFileSync(part, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  try {
    linkSync(part, file)
  } catch (error) {
    if (errorCodeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(part)
  }
}

/** Derives the password of a database role from the secret, so that it is stored nowhere. */
export function deriveRolePassword(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')
}
