import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { count } from '@/lib/seams'
import { PrismaClient, type Prisma } from './generated/client'

// Prisma joins the findUnique calls of one tick into one statement, even when they belong to different transactions.
type Batched = 'findUnique' | 'findUniqueOrThrow'
type WithoutBatched<Model> = Model extends Record<Batched, unknown> ? Omit<Model, Batched> : Model

/** Prisma inside one transaction. It has no `findUnique`: use `findFirst` with the columns of the key. */
export type TransactionDb = { [Name in keyof Prisma.TransactionClient]: WithoutBatched<Prisma.TransactionClient[Name]> }

/** A transaction, while it runs. */
type Transaction = { client: pg.ClientBase; ended: boolean }

const timeoutMs = 10_000

/**
 * Transactions as one role, at most `max` at once, each on a connection of its own. One Prisma client serves them all: it finds
 * the connection through the async context of whoever asks. Prisma's own interactive transactions cost a third of a request
 * (bench/README.md), and can send nothing together with BEGIN.
 */
export class Transactions {
  readonly #pool: pg.Pool
  readonly #running = new AsyncLocalStorage<Transaction>()
  readonly #prisma: ReturnType<typeof prismaOver>

  constructor(url: string, max: number) {
    // `pipeline`: Prisma sends the statements of an include at once on one connection. pg 8 warns about that otherwise.
    const options: pg.PoolConfig & { pipeline: boolean } = {
      connectionString: url,
      max,
      pipeline: true,
      connectionTimeoutMillis: timeoutMs,
      query_timeout: timeoutMs,
    }
    this.#pool = new pg.Pool(options)
    // A lost connection fails the next statement. Without a listener, either event would end the process.
    this.#pool.on('error', () => {})
    this.#pool.on('connect', (client) => client.on('error', () => {}))
    this.#prisma = prismaOver(new TransactionPool((query) => this.#send(query)))
  }

  /**
   * Runs `work` between BEGIN and COMMIT, and rolls back what throws. `first` is sent in the same message as BEGIN, and `work` gets
   * its result. A statement that comes after the end is refused. Rejects with 25P02 where a statement failed and `work` went on.
   */
  async run<T>(
    first: string | null,
    work: (db: TransactionDb, found: pg.QueryResult | null) => Promise<T>,
  ): Promise<T> {
    const client = await this.#pool.connect().catch(throwDatabaseError)
    const transaction: Transaction = { client, ended: false }
    let broken = false
    try {
      const [, found] = await sendSimple(client, first === null ? ['begin'] : ['begin', first])
      const db = this.#prisma as unknown as TransactionDb
      // Awaited inside: Prisma sends a statement when somebody waits for it.
      const result = await this.#running.run(transaction, async () => await work(db, found ?? null))
      transaction.ended = true
      const [commit] = await sendSimple(client, ['commit'])
      if (commit?.command === 'ROLLBACK') throw rolledBackError()
      return result
    } catch (error) {
      transaction.ended = true
      await client.query('rollback').catch(() => {
        broken = true
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  /** The rows of one statement of the running transaction, sent without Prisma. For SQL that is written in lib/db. */
  async rows<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
    const { rows } = (await this.#send([text, values])) as pg.QueryResult<Row>
    return rows
  }

  /** Closes every connection. */
  async end(): Promise<void> {
    await Promise.all([this.#pool.end(), this.#prisma.$disconnect()])
  }

  async #send(query: unknown[]): Promise<unknown> {
    const transaction = this.#running.getStore()
    if (!transaction || transaction.ended) throw new Error('A statement came after its transaction was over.')
    count('sql')
    const { client } = transaction
    return (Reflect.apply(client.query, client, query) as Promise<unknown>).catch(throwDatabaseError)
  }
}

/** What Prisma takes for its pool: each statement goes to the connection of the transaction that is running. */
class TransactionPool extends pg.Pool {
  readonly #send: (query: unknown[]) => Promise<unknown>

  constructor(send: (query: unknown[]) => Promise<unknown>) {
    super()
    this.#send = send
  }

  override query(...query: unknown[]): never {
    return this.#send(query) as never
  }

  override connect(): never {
    return Promise.reject(
      new Error('Prisma asked for a transaction of its own inside one: write it as statements that need none.'),
    ) as never
  }
}

function prismaOver(pool: pg.Pool) {
  const refuse = (): never => {
    throw new Error('findUnique may be batched with that of another transaction: use findFirst.')
  }
  return new PrismaClient({ adapter: new PrismaPg(pool) }).$extends({
    model: { $allModels: { findUnique: refuse, findUniqueOrThrow: refuse } },
  })
}

async function sendSimple(client: pg.ClientBase, statements: readonly string[]): Promise<pg.QueryResult[]> {
  for (const _ of statements) count('sql')
  const result: pg.QueryResult | pg.QueryResult[] = await client.query(statements.join('; ')).catch(throwDatabaseError)
  return [result].flat()
}

// Where PostgreSQL sent no error of its own (it closed the connection, or was too slow), the error has a system code or none. All
// of these become 08006, connection failure.
function throwDatabaseError(error: unknown): never {
  if (error instanceof pg.DatabaseError) throw error
  throw Object.assign(new Error('The database did not answer.', { cause: error }), { code: '08006' })
}

/** PostgreSQL answers COMMIT with ROLLBACK where a statement failed before. Work that caught the failure must not count as saved. */
const rolledBackError = () =>
  Object.assign(new Error('A statement failed and was caught: nothing of this transaction was saved.'), {
    code: '25P02',
  })
