import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { count } from '@/lib/seams'
import type { Day } from '@/lib/time/day'
import type { Zone } from '@/lib/time/zone'

/** What `gate.enter` found: the live session, its person and their active couple (null when alone). Days are the zone's. */
export type Entered = {
  sessionId: string
  personId: string
  coupleId: string | null
  /** 1 or 2 in the active couple, 0 when alone. */
  slot: number
  zone: Zone
  locale: string
  lastUsedOn: Day
  onlyMe: boolean
}

/** A transaction that is about to begin, and whose session it enters with. `sent` guards that it really did. */
export type Entering = { secretHash: Uint8Array; at: Date; sent: number; entered: Entered | null }

// One a process, like the pools: pages and routes are different bundles with a copy each of this module, and the clients in the pools
// are of whichever came first.
const KEY = Symbol.for('fivefold.entering')
const host = globalThis as { [KEY]?: AsyncLocalStorage<Entering> }

export const entering = (host[KEY] ??= new AsyncLocalStorage<Entering>())

const columns = `session_id as "sessionId", person_id as "personId",
  nullif(couple_id, '00000000-0000-0000-0000-000000000000') as "coupleId", slot, zone, locale,
  last_used_on::text as "lastUsedOn", only_me as "onlyMe"`

/** Two statements in one message can have no parameters: both values are written here, from bytes and from a Date, and hold no quote. */
const beginAndEnter = ({ secretHash, at }: Entering): string =>
  `begin; select ${columns} from gate.enter('\\x${Buffer.from(secretHash).toString('hex')}', '${at.toISOString()}')`

type Config = { text?: string; values?: unknown[] }
type Query = (...args: unknown[]) => Promise<pg.QueryResult>

/**
 * The pg client under Prisma, with three additions. It sends `gate.enter` in the same message as BEGIN, which saves a round trip
 * and one of Prisma's raw queries a request. It refuses a COMMIT that PostgreSQL answers with ROLLBACK: work that caught a failed
 * statement and went on would otherwise be told that it was kept. And it counts statements, so that a test can hold a page to its eight.
 */
export class StatementClient extends pg.Client {
  override query(...args: unknown[]): never {
    // pg's overloads can't be narrowed here; Prisma's adapter uses the promise form with a config alone.
    const send: Query = (...all) => Reflect.apply(super.query, this, all) as Promise<pg.QueryResult>
    const config = args[0] as Config | undefined
    count('sql')
    const ask = config?.text === 'BEGIN' ? entering.getStore() : undefined
    if (ask) return begin(send, ask) as never
    if (config?.text === 'COMMIT') return send(...args).then(kept) as never
    return send(...args) as never
  }
}

async function begin(send: Query, ask: Entering): Promise<pg.QueryResult> {
  count('sql')
  const [begun, found] = await send(beginAndEnter(ask)) as unknown as [pg.QueryResult, pg.QueryResult<Entered>]
  ask.sent += 1
  ask.entered = found.rows[0] ?? null
  return begun
}

function kept(answer: pg.QueryResult): pg.QueryResult {
  if (answer.command !== 'ROLLBACK') return answer
  throw Object.assign(new Error('A statement failed and was caught: nothing of this transaction was kept.'), { code: '25P02', severity: 'ERROR' })
}
