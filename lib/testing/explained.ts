// For *.db.test.ts: what the statements of a read cost, as the database counts it. Times would depend on the machine.
import { vi } from 'vitest'
import type { Client } from '@/lib/db/connection'
import type { Scope } from '@/lib/db/with-viewer'
import { asNamed } from './journal-people'
import { asPerson, sessionHash, who, type PolicyName } from './policy-people'

export type QueryPlan = Readonly<{
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  Plans?: readonly QueryPlan[]
}>

/** A statement, as Prisma or our own SQL sends it. */
type SentStatement = Readonly<{ text: string; values?: unknown[] }>

/** All nodes of a plan, the plan itself first. */
export const planNodes = (plan: QueryPlan): QueryPlan[] => [plan, ...(plan.Plans ?? []).flatMap(planNodes)]

/** How many rows of tables and indexes a plan read, those that it left out again too. */
export const rowsRead = (plan: QueryPlan): number =>
  planNodes(plan)
    .filter((node) => node['Relation Name'] ?? node['Index Name'])
    .reduce((sum, node) => {
      const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
      return sum + (node['Actual Rows'] + removed) * node['Actual Loops']
    }, 0)

/** A statement and its plan. */
export type Explained = Readonly<{ text: string; plan: QueryPlan }>

/**
 * Runs `work` as a person of policy-people.ts, then explains each of its reads whose text `isMeant`, as the role of requests. The
 * person has the session of `asNamed` before and after.
 */
export async function explained(
  { owner, web }: Readonly<{ owner: Client; web: Client }>,
  name: PolicyName,
  work: (scope: Scope) => Promise<unknown>,
  isMeant: (text: string) => boolean = () => true,
): Promise<Explained[]> {
  const sent = vi.spyOn(Object.getPrototypeOf(owner) as Client, 'query') // on every connection
  await asNamed(name, work)
  const statements = sent.mock.calls
    .map(([config, values]) => (typeof config === 'string' ? { text: config, values } : config) as SentStatement)
    .filter(({ text }) => /^\(?\s*select\b/i.test(text) && isMeant(text))
  sent.mockRestore()
  const id = who[name]
  const { rows: sessions } = await owner.query<{ hash: Buffer }>(
    'select secret_hash as hash from session where person_id = $1',
    [id],
  )
  const setHash = (hash: Buffer | undefined) =>
    owner.query('update session set secret_hash = $1 where person_id = $2', [hash, id])
  await setHash(sessionHash(name)) // as `asPerson` enters
  const plans = await asPerson(web, name, async () => {
    const found: Explained[] = []
    for (const { text, values } of statements) {
      await web.query(text, values) // a connection reads the catalogue once, which is no cost of the statement
      const { rows } = await web.query<{ 'QUERY PLAN': [{ Plan: QueryPlan }] }>(
        `explain (analyze, buffers, format json) ${text}`,
        values,
      )
      const plan = rows[0]?.['QUERY PLAN'][0].Plan
      if (plan) found.push({ text, plan })
    }
    return found
  })
  await setHash(sessions[0]?.hash)
  return plans
}
