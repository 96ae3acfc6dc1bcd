// Where DATABASE_URL leads to a pooler in transaction mode, a start works at DIRECT_URL, the database's own address: its locks are of a
// session. Requests go through the pooler, so what that does is compared with what the database itself answers.
import * as z from 'zod'
import { PlainFailure } from '../plain-failure.ts'
import { errorCodeOf } from './connection.ts'
import { withGiven } from './given-database.ts'
import type { DatabaseUrls } from './roles.ts'

/** The addresses of both roles through the pooler. */
export function pooledUrls(pooledUrl: string, { webUrl }: DatabaseUrls): DatabaseUrls {
  const { username, password } = new URL(webUrl)
  const pooledWeb = new URL(pooledUrl)
  pooledWeb.username = username
  pooledWeb.password = password
  return { ownerUrl: pooledUrl, webUrl: pooledWeb.href }
}

/**
 * Checks that the pooler leads to the migrated database, and runs what it passes on as the role that sent it. A pooler that uses a role of
 * its own for all would run requests past every policy. Throws a PlainFailure.
 */
export async function checkPooler(pooled: DatabaseUrls, direct: DatabaseUrls): Promise<void> {
  const [there, owner] = [await look(direct.ownerUrl, 'DIRECT_URL'), await look(pooled.ownerUrl, 'DATABASE_URL')]
  if (there.role !== owner.role)
    throw new PlainFailure(
      `DATABASE_URL works as the role ${owner.role} and DIRECT_URL as ${there.role}: let both be the owner of the tables.`,
    )
  if ((await markOf(pooled.ownerUrl, 'DATABASE_URL')) !== (await markOf(direct.ownerUrl, 'DIRECT_URL')))
    throw new PlainFailure(
      'DATABASE_URL and DIRECT_URL open different databases: let both lead to the same one, the first through the pooler.',
    )
  const web = decodeURIComponent(new URL(pooled.webUrl).username)
  const requests = await look(pooled.webUrl, `DATABASE_URL, for the role ${web} of requests,`)
  if (requests.role !== web)
    throw new PlainFailure(
      `The pooler of DATABASE_URL runs requests as the role ${requests.role}: let it pass on the role ${web}, which the policies are for.`,
    )
  for (const { role, zone } of [owner, requests])
    if (zone !== 'UTC')
      throw new PlainFailure(
        `The time zone of the role ${role} is UTC, but the pooler of DATABASE_URL has connections with ${zone}: let it open new ones, then start again.`,
      )
}

const Looked = z.tuple([z.object({ role: z.string(), zone: z.string() })])

/** Who one is at an address. */
const look = (url: string, variable: string): Promise<z.output<typeof Looked>[0]> =>
  withGiven(url, variable, async (db) => {
    const { rows } = await db.query(`select current_user as role, current_setting('timezone') as zone`)
    return Looked.parse(rows)[0]
  })

const Migrated = z.tuple([z.object({ last: z.string().nullable() })])

/** What tells a migrated database from any other: each gives its migrations ids of its own. Null if there are none. */
const markOf = (url: string, variable: string): Promise<string | null> =>
  withGiven(url, variable, async (db) => {
    const { rows } = await db.query('select max(id) as last from _prisma_migrations').catch((error: unknown) => {
      if (errorCodeOf(error) === '42P01') return { rows: [{ last: null }] }
      throw error
    })
    return Migrated.parse(rows)[0].last
  })
