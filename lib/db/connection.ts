import pg from 'pg'

export type { Client } from 'pg'

/** Opens a connection outside the pools. The caller ends it. Throws what pg throws. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A lost connection fails the next query. Without a listener, the event would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
  return client
}

/** Runs `work` on a new connection and closes it. That rolls back an open transaction and releases advisory locks. */
export async function withConnection<T>(url: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(url)
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Reads the SQLSTATE (28P01) or the system code (ECONNREFUSED) of an error of pg. */
export function errorCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
