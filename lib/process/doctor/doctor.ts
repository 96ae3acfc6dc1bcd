// `npm run doctor`: says what is wrong with an installation, and changes nothing. It prints no secret, no email and nobody's name.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { HOME_COMMAND, readAddress, readKept, refuseSettings } from '../../at-home/home-address.ts'
import { readAuthority } from '../../at-home/kept-certificates.ts'
import { errorCodeOf } from '../../db/connection.ts'
import { dataFolderOf } from '../../db/data-folder.ts'
import { inspectDatabase } from '../../db/inspect-database.ts'
import { readMigrations } from '../../db/migrate.ts'
import { checkPooler, pooledUrls } from '../../db/pooled-database.ts'
import type { DatabaseUrls } from '../../db/roles.ts'
import { findRunningDatabase } from '../../db/running-database.ts'
import { readEnv, type Env } from '../../env.ts'
import { PlainFailure } from '../../plain-failure.ts'
import { seams } from '../../seams.ts'
import * as address from './address.ts'
import * as database from './database.ts'
import { lineOf, right, sumUp, wrong, type Finding } from './finding.ts'
import * as machine from './machine.ts'

type Examination = Readonly<{
  root: string
  say: (line: string) => void
  /** The variables to go by: those of the process. */
  variables?: Readonly<Record<string, string | undefined>>
}>

/** Prints one line for each check, and returns whether all is right. */
export async function examine({ root, say, variables }: Examination): Promise<boolean> {
  const findings: Finding[] = []
  for await (const finding of findingsOf(root, variables)) {
    findings.push(finding)
    say(lineOf(finding))
  }
  say(sumUp(findings))
  return findings.every(({ isRight }) => isRight)
}

async function* findingsOf(root: string, variables: Examination['variables']): AsyncGenerator<Finding> {
  yield right('Node', `${process.versions.node}`)
  const env = trySettings(variables)
  if (env instanceof PlainFailure) {
    for (const sentence of env.message.split('\n')) yield wrong('settings', withoutLogin(sentence))
    return // all else depends on them
  }
  const folder = dataFolderOf(root, env.DATA_DIR)
  yield* findingsOfMachine(root, folder, env)
  const program = address.programPlace(env)
  const opened = env.APP_URL ?? `http://localhost:${env.PORT}`
  const answer = env.PORT === 0 ? null : await address.askPlace(program, opened)
  const home = readKept(folder, 'address')
  if (home !== null && answer?.kind !== 'ours') yield* findingsOfHome(folder, env, env.APP_URL ?? home)
  else yield* findingsOfProgram(env, answer && address.checkProgram(program.address, answer, opened))
}

function trySettings(variables: Examination['variables']): Env | PlainFailure {
  try {
    const env = readEnv(variables)
    if (env.DIRECT_URL && !env.DATABASE_URL)
      throw new PlainFailure('DIRECT_URL is set without DATABASE_URL: set both, or neither.')
    return env
  } catch (error) {
    if (error instanceof PlainFailure) return error
    throw error
  }
}

/** An address that is not right may have a login in it. */
const withoutLogin = (sentence: string) => sentence.replace(/\/\/[^/\s"]*@/g, '//')

async function* findingsOfMachine(root: string, folder: string, env: Env): AsyncGenerator<Finding> {
  yield machine.checkFolder(machine.readFolder(folder))
  yield machine.checkDisk(await machine.readFreeBytes(folder))
  const hasDatabase = env.DATABASE_URL !== undefined || existsSync(path.join(folder, 'postgres'))
  const { secret, reading } = machine.readExistingSecret(folder, env.SECRET, hasDatabase)
  yield machine.checkSecret(reading)
  if (secret === undefined) return // no role's password is known
  try {
    yield* findingsOfDatabase(root, folder, env, secret)
  } catch (error) {
    yield wrong(
      'database',
      error instanceof PlainFailure
        ? error.message
        : `It could not be read (${errorCodeOf(error) ?? 'no reason given'}).`,
    )
  }
}

async function* findingsOfDatabase(root: string, folder: string, env: Env, secret: string): AsyncGenerator<Finding> {
  const urls = await findRunningDatabase(folder, secret, env)
  const reading = await inspectDatabase(urls, readMigrations(path.join(root, 'prisma', 'migrations')))
  yield database.checkVersion(reading)
  yield database.checkDurability(reading)
  yield database.checkRoles(reading)
  yield database.checkMigrations(reading)
  const now = seams().now()
  yield machine.checkBackup({
    newest: await machine.readNewestBackup(folder, secret),
    hasAccounts: reading.hasAccounts,
    databaseMadeAt: reading.madeAt ?? now,
    now,
  })
  if (env.DATABASE_URL && env.DIRECT_URL && reading.webRole) yield await checkPooling(env.DATABASE_URL, urls)
}

async function checkPooling(pooledUrl: string, direct: DatabaseUrls): Promise<Finding> {
  try {
    await checkPooler(pooledUrls(pooledUrl, direct), direct)
    return right('pooler', 'it leads to the same database, and passes on both roles')
  } catch (error) {
    if (error instanceof PlainFailure) return wrong('pooler', error.message)
    throw error
  }
}

async function* findingsOfProgram(env: Env, program: Finding | null): AsyncGenerator<Finding> {
  yield address.checkAddress(env)
  yield program ?? right('program', 'PORT is 0, so where it runs can’t be known')
  if (!env.APP_URL) return
  const place = { address: env.APP_URL }
  yield address.checkReached(env.APP_URL, await address.askPlace(place, env.APP_URL))
  if (env.APP_URL.startsWith('https:'))
    yield address.checkCertificate(env.APP_URL, await address.readCertificate(place), seams().now())
}

/** Of a home that serves https itself, at `opened`. */
async function* findingsOfHome(folder: string, env: Env, opened: string): AsyncGenerator<Finding> {
  try {
    refuseSettings(env)
    const authority = readAuthority(folder, readAddress(opened).host)
    const place = address.homePlace(opened, authority, env)
    yield right('address', `${opened}, on the home network`)
    yield address.checkProgram(opened, await address.askPlace(place, opened), opened, HOME_COMMAND)
    yield address.checkCertificate(opened, await address.readCertificate(place), seams().now())
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error
    for (const sentence of error.message.split('\n')) yield wrong('address', sentence)
  }
}
