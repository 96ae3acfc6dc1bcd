import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../plain-failure.ts'
import { errorCodeOf } from './connection.ts'

/** The installation's secret: the one given, else the one in the data folder, made (0600, 32 random bytes) the first time. */
export function readSecret(folder: string, given: string | undefined): string {
  if (given) return given
  const file = path.join(folder, 'secret')
  if (!existsSync(file)) writeNewSecret(file)
  const secret = readFileSync(file, 'utf8').trim()
  if (!/^[\w-]{43}$/.test(secret)) {
    throw new PlainFailure(
      `${file} does not hold a secret any more: put back the one that this database was made with.`,
    )
  }
  return secret
}

/** Written whole under another name, then linked: of two processes at once one wins, and nobody reads half. */
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

/** The password of a database role: the same each time, and kept nowhere. */
export function deriveRolePassword(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')
}
