import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { count } from '@/lib/seams'
import { PrismaClient, type Prisma } from './generated/client'

/** Prisma inside one transaction. */
export type TransactionDb = Prisma.TransactionClient

const patienceMs = 10_000

/**
 * Transactions as one role, `max` at once. Each holds a connection of pg's pool and one of as many Prisma clients, which speaks
 * through that connection alone: Prisma's own interactive transactions cost a third of a request (bench/route-cost.ts), and have no
 * way to send more than BEGIN in the first message.
 */
export class Transactions {
  readonly #pool: pg.Pool
  readonly #running = new AsyncLocalStorage<symbol>()
  readonly #idle: PooledClient[] = []

  constructor(url: string, max: number) {
    // `pipeline`: Prisma loads the relations of an include at once on one connection, which pg 8 warns of otherwise.
    const options: pg.PoolConfig & { pipeline: boolean } = {
      connectionString: url,
      max,
      pipeline: true,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
    }
    this.#pool = new pg.Pool(options)
    // A server that goes away fails the next statement; unheard, either event would end the process.
    this.#pool.on('error', () => {})
    this.#pool.on('connect', (client) => client.on('error', () => {}))
  }

  /**
   * Runs `work` between BEGIN and COMMIT; what it throws rolls back. `first` goes in the same message as BEGIN, and `work` gets its
   * answer. A statement that `work` left behind when it ended is refused, never sent in somebody else's transaction.
   */
  async run<T>(
    first: string | null,
    work: (db: TransactionDb, found: pg.QueryResult | null) => Promise<T>,
  ): Promise<T> {
    const client = await this.#pool.connect().catch(away)
    const voice = this.#idle.pop() ?? new PooledClient(this.#running)
    let broken = false
    try {
      const opened = await send(client, first === null ? ['begin'] : ['begin', first])
      const id = voice.take(client)
      // An object of this transaction's own, so that what hangs on it is never found by the next one's.
      const db = Object.create(voice.prisma) as TransactionDb
      // Awaited inside: what Prisma returns is sent when somebody waits for it.
      const result = await this.#running.run(id, async () => await work(db, opened[1] ?? null))
      const [ended] = await send(client, ['commit'])
      if (ended?.command === 'ROLLBACK') throw notKept()
      return result
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = true
      })
      throw error
    } finally {
      voice.leave()
      this.#idle.push(voice)
      client.release(broken)
    }
  }

  /** Ends every connection. */
  async end(): Promise<void> {
    await Promise.all([this.#pool.end(), ...this.#idle.map(({ prisma }) => prisma.$disconnect())])
  }
}

/** A Prisma client, and what it takes for its pool: the one connection of the transaction that it serves. */
class PooledClient extends pg.Pool {
  readonly prisma = new PrismaClient({ adapter: new PrismaPg(this) })
  readonly #running: AsyncLocalStorage<symbol>
  #client: pg.ClientBase | null = null
  #id: symbol | null = null

  constructor(running: AsyncLocalStorage<symbol>) {
    super()
    this.#running = running
  }

  take(client: pg.ClientBase): symbol {
    this.#client = client
    return (this.#id = Symbol('transaction'))
  }

  leave(): void {
    this.#client = null
    this.#id = null
  }

  override query(...config: unknown[]): never {
    return this.#send(config) as never
  }

  async #send(config: unknown[]): Promise<unknown> {
    if (!this.#client || this.#running.getStore() !== this.#id)
      throw new Error('A statement came when its transaction was over.')
    count('sql')
    return (Reflect.apply(this.#client.query, this.#client, config) as Promise<unknown>).catch(away)
  }

  override connect(): never {
    return Promise.reject(
      new Error('Prisma asked for a transaction of its own inside one: write it as statements that need none.'),
    ) as never
  }
}

async function send(client: pg.ClientBase, statements: readonly string[]): Promise<pg.QueryResult[]> {
  for (const _ of statements) count('sql')
  const answer: pg.QueryResult | pg.QueryResult[] = await client.query(statements.join('; ')).catch(away)
  return [answer].flat()
}

// What is no answer of PostgreSQL (it hung up, or said nothing in time) has a code of the system or none: one of class 08 for all.
function away(error: unknown): never {
  if (error instanceof pg.DatabaseError) throw error
  throw Object.assign(new Error('The database did not answer.', { cause: error }), { code: '08006' })
}

/** Work that caught a failed statement and went on would otherwise be told that it was kept. */
const notKept = () =>
  Object.assign(new Error('A statement failed and was caught: nothing of this transaction was kept.'), {
    code: '25P02',
  })
