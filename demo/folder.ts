// The demo's own folder, which `demo.json` marks. Nothing is ever written into, or removed from, a folder without this mark.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { withConnection } from '../lib/db/connection.ts'
import { dataFolderOf, makeDataFolder } from '../lib/db/data-folder.ts'
import { startEmbeddedPostgres } from '../lib/db/embedded-postgres.ts'
import { readSecret } from '../lib/db/secret.ts'
import type { Env } from '../lib/env.ts'
import { PlainFailure } from '../lib/plain-failure.ts'
import type { Who } from './calendar.ts'

const DemoPerson = z.object({
  who: z.enum(['vera', 'simon']),
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phrase: z.string(),
  /** What a device of theirs stores, sealed, once it has opened the half year. */
  floors: z.string().nullable(),
  index: z.string().nullable(),
  /** The marks of their browser: which pages of the other were read. */
  marks: z.array(z.string()),
})
export type DemoPerson = z.output<typeof DemoPerson>

const Demo = z.object({ endsAt: z.iso.datetime(), people: z.array(DemoPerson) })
/** A half year that was written to its end. */
export type Demo = z.output<typeof Demo>

const markOf = (folder: string) => path.join(folder, 'demo.json')

/** The demo's folder: beside the one of `npm start`, or DATA_DIR. */
export const demoFolderOf = (root: string, given: string | undefined): string =>
  given === undefined ? `${dataFolderOf(root, undefined)}-demo` : dataFolderOf(root, given)

/** Refuses a database that was given: it may be a home. */
export function refuseGivenDatabase({ DATABASE_URL }: Pick<Env, 'DATABASE_URL'>): void {
  if (DATABASE_URL !== undefined)
    throw new PlainFailure(
      'DATABASE_URL is set. The demo never writes into a database that it did not make: unset DATABASE_URL for it.',
    )
}

/** Makes and marks the folder if it is missing or empty, and returns its real path. Throws a PlainFailure for any other folder. */
export function makeDemoFolder(folder: string): string {
  refuseOtherFolder(folder)
  const made = makeDataFolder(folder)
  if (!isDemoFolder(made)) writeFileSync(markOf(made), '{}\n')
  return made
}

const isDemoFolder = (folder: string): boolean => existsSync(markOf(folder))

/** Refuses a folder that holds something and is not the demo's. Throws a PlainFailure. */
export function refuseOtherFolder(folder: string): void {
  if (isDemoFolder(folder) || !existsSync(folder) || (isFolder(folder) && readdirSync(folder).length === 0)) return
  throw new PlainFailure(
    `${folder} is in use and is not the demo's: it is left as it is. Unset DATA_DIR, or set it to an empty folder.`,
  )
}

const isFolder = (folder: string): boolean => statSync(folder).isDirectory()

/** The half year in a folder of the demo; null if it was not written to its end. */
export function readDemo(folder: string): Demo | null {
  const read = Demo.safeParse(JSON.parse(readFileSync(markOf(folder), 'utf8')))
  return read.success ? read.data : null
}

/** Notes that the half year is whole. */
export function keepDemo(folder: string, demo: Demo): void {
  const part = `${markOf(folder)}.part`
  writeFileSync(part, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  renameSync(part, markOf(folder))
}

/**
 * Removes the demo's folder, with a database that was left running. Returns whether there was one. Throws a PlainFailure
 * if it is not the demo's, or if the demo is running.
 */
export async function removeDemo(folder: string): Promise<boolean> {
  refuseOtherFolder(folder)
  if (!isDemoFolder(folder)) return false
  if (existsSync(path.join(folder, 'postgres', 'postmaster.pid'))) {
    const server = await startEmbeddedPostgres(folder, readSecret(folder, undefined))
    if (!(await server.stop()))
      throw new PlainFailure(`The demo is running. Stop it with Ctrl-C, then run npm run demo -- --remove.`)
  }
  rmSync(folder, { recursive: true })
  return true
}

/** Removes the half year from the folder, which stays the demo's. Its database must be stopped. */
export function emptyDemo(folder: string): void {
  rmSync(folder, { recursive: true })
  mkdirSync(folder)
  makeDemoFolder(folder)
}

/** The email of each of the two. No real address ends like this (RFC 2606). */
export const emailOf = (who: Who): string => `${who}@fivefold.example`

/**
 * Somebody may have signed up in the demo: what they wrote is theirs, so nothing is served or written over it. Throws a
 * PlainFailure.
 */
export async function refuseOthers(ownerUrl: string, folder: string): Promise<void> {
  if ((await countAccounts(ownerUrl, [emailOf('vera'), emailOf('simon')])) > 0)
    throw new PlainFailure(
      `Somebody else has an account in ${folder}: DATA_DIR=${folder} npm start serves it as a home, and npm run demo -- --remove removes it with all that is in it.`,
    )
}

/** The number of accounts, but for those with some emails. */
export const countAccounts = (ownerUrl: string, except: readonly string[] = []): Promise<number> =>
  withConnection(ownerUrl, async (db) => {
    const { rowCount } = await db.query('select from account where not (email = any ($1))', [except])
    return rowCount ?? 0
  })
