// One folder holds everything that this installation saves: the cluster, its port and the secret.
import { createHash } from 'node:crypto'
import { accessSync, constants, mkdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../plain-failure.ts'
import { errorCodeOf } from './connection.ts'
import { isRoot } from './postgres-user.ts'
import { refuseUnsafePath } from './shell-safe-path.ts'

/**
 * Returns the data folder of a clone: DATA_DIR if it is given, else `data` in the clone. For root it is outside the
 * clone, because PostgreSQL then runs as `nobody`, who can't enter root's home.
 */
export function dataFolderOf(clone: string, given: string | undefined): string {
  if (given) return path.resolve(clone, given)
  const real = realpathSync(clone)
  return isRoot
    ? `/var/lib/fivefold/${createHash('sha256').update(real).digest('hex').slice(0, 16)}`
    : path.join(real, 'data')
}

/**
 * Makes the folder if it is missing, and returns its real path. Throws a PlainFailure if it can't be made or written,
 * if its path has a character that a shell would read, or if PostgreSQL, which root runs as `nobody`, can't enter it.
 */
export function makeDataFolder(folder: string, { asRoot = isRoot }: { asRoot?: boolean } = {}): string {
  refuseUnsafePath(folder, 'The data folder', 'set DATA_DIR to another folder')
  try {
    mkdirSync(folder, { recursive: true, mode: asRoot ? 0o755 : 0o700 })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new PlainFailure(`${describeFault(folder, errorCodeOf(error))}: move it, or set DATA_DIR to another folder.`)
  }
  const closed = asRoot ? findClosedFolder(realpathSync(folder)) : undefined
  if (closed) {
    throw new PlainFailure(
      `PostgreSQL does not run as root but as nobody, who can't enter ${closed}: set DATA_DIR to another folder, or start Fivefold as an ordinary user.`,
    )
  }
  const real = realpathSync(folder)
  refuseUnsafePath(real, 'The data folder', 'set DATA_DIR to another folder')
  return real
}

function describeFault(folder: string, code: string | undefined): string {
  if (code === 'EEXIST' || code === 'ENOTDIR') return `The data folder should be ${folder}, but that is a file`
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `The data folder ${folder} can't be written`
  return `The data folder ${folder} can't be made (${code ?? 'no reason given'})`
}

/** Finds the outermost folder on the path that other users can't enter. */
function findClosedFolder(folder: string): string | undefined {
  const above = path.dirname(folder) === folder ? undefined : findClosedFolder(path.dirname(folder))
  return above ?? (statSync(folder).mode & 0o001 ? undefined : folder)
}
