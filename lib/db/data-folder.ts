// Everything that this installation saves is in one folder: the cluster, its port, the secret.
import { createHash } from 'node:crypto'
import { accessSync, constants, mkdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../plain-failure.ts'
import { errorCodeOf } from './connection.ts'
import { isRoot } from './postgres-user.ts'

/**
 * Where a clone keeps its data: what DATA_DIR names, else `data` in the clone. Root's is outside, because the user that PostgreSQL
 * then runs as can't enter a clone in root's home.
 */
export function dataFolderOf(clone: string, given: string | undefined): string {
  if (given) return path.resolve(clone, given)
  const real = realpathSync(clone)
  return isRoot
    ? `/var/lib/fivefold/${createHash('sha256').update(real).digest('hex').slice(0, 16)}`
    : path.join(real, 'data')
}

/**
 * Makes the folder where it is missing. Throws a PlainFailure where it can't be one or can't be written, and `asRoot` where nobody
 * else, as whom PostgreSQL then runs, can enter it.
 */
export function makeDataFolder(folder: string, { asRoot = isRoot }: { asRoot?: boolean } = {}): string {
  try {
    mkdirSync(folder, { recursive: true, mode: asRoot ? 0o755 : 0o700 })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new PlainFailure(
      `${describeFault(folder, errorCodeOf(error))}: move it away, or name another folder with DATA_DIR.`,
    )
  }
  const shut = asRoot ? findClosedFolder(realpathSync(folder)) : undefined
  if (shut) {
    throw new PlainFailure(
      `PostgreSQL must not run as root and runs as nobody, who can't enter ${shut}: name a folder elsewhere with DATA_DIR, or start Fivefold as an ordinary user.`,
    )
  }
  return realpathSync(folder)
}

function describeFault(folder: string, code: string | undefined): string {
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return `The data folder should be ${folder}, but a file stands in that place`
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `The data folder ${folder} can't be written`
  return `The data folder ${folder} can't be made (${code ?? 'no reason given'})`
}

/** The outermost folder on the way that others may not pass through. */
function findClosedFolder(folder: string): string | undefined {
  const above = path.dirname(folder) === folder ? undefined : findClosedFolder(path.dirname(folder))
  return above ?? (statSync(folder).mode & 0o001 ? undefined : folder)
}
