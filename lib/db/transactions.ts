import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { count } from '@/lib/seams'
import { PrismaClient, type Prisma } from './generated/client'
import { isUnavailable } from './sql-state'
import { noteUnavailable } from './unavailable'

// Prisma joins the findUnique calls of one tick into one statement, even when they belong to different transactions.
type Batched = 'findUnique' | 'findUniqueOrThrow'
type WithoutBatched<Model> = Model extends Record<Batched, unknown> ? Omit<Model, Batched> : Model

/** Prisma inside one transaction. It has no `findUnique`: use `findFirst` with the columns of the key. */
export type TransactionDb = { [Name in keyof Prisma.TransactionClient]: WithoutBatched<Prisma.TransactionClient[Name]> }

type Transaction = { client: pg.ClientBase; ended: boolean }

const timeoutMs = 10_000

/**
 * Runs transactions as one role, at most `max` at once, each on its own connection. One Prisma client serves them all:
 * it finds the connection through the async context of the caller. Prisma's own interactive transactions cost a third
 * of a request (bench/README.md), and can't send a statement together with BEGIN.
 */
export class Transactions {
  readonly #pool: pg.Pool
  readonly #running = new AsyncLocalStorage<Transaction>()
  readonly #prisma: ReturnType<typeof prismaOver>

  constructor(url: string, max: number) {
    // Prisma sends the statements of an include at once on one connection. Without `pipeline`, pg 8 warns about that.
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
   * Runs `work` between BEGIN and COMMIT, and rolls back if it throws. `first` is sent in the same message as BEGIN,
   * and `work` gets its result. Statements after the end are refused. Rejects with 25P02 if a statement failed and
   * `work` caught the error.
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
      // Awaited inside the context, because Prisma sends a statement only when it is awaited.
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

  /**
   * Sends one statement in the running transaction, without Prisma, and returns its rows. For SQL that is written in
   * lib/db.
   */
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
    if (!transaction || transaction.ended) throw new Error('A statement was sent after its transaction ended.')
    count('sql')
    const { client } = transaction
    return (Reflect.apply(client.query, client, query) as Promise<unknown>).catch(throwDatabaseError)
  }
}

/** The pool that Prisma gets: it sends each statement on the connection of the running transaction. */
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
      new Error('Prisma started a transaction inside a transaction: use statements that need none.'),
    ) as never
  }
}

function prismaOver(pool: pg.Pool) {
  const refuse = (): never => {
    throw new Error('Prisma may batch findUnique with that of another transaction: use findFirst.')
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

// An error that PostgreSQL did not send (it closed the connection or was too slow) has a system code or none. It
// becomes 08006, connection failure.
function throwDatabaseError(error: unknown): never {
  if (!(error instanceof pg.DatabaseError) || isUnavailable(error.code)) noteUnavailable()
  if (error instanceof pg.DatabaseError) throw error
  throw Object.assign(new Error('The database did not answer.', { cause: error }), { code: '08006' })
}

/**
 * PostgreSQL answers COMMIT with ROLLBACK if a statement failed before. Work that caught that error must not count as
 * saved.
 */
const rolledBackError = () =>
  Object.assign(new Error('A statement failed and its error was caught, so this transaction was rolled back.'), {
    code: '25P02',
  })
