import type { Client } from 'pg'
import * as z from 'zod'
import { PlainFailure } from '../plain-failure.ts'

const Settings = z.array(z.object({ name: z.string(), setting: z.string() }))

/**
 * Checks that what was answered as saved survives a crash. Throws a PlainFailure if a setting of PostgreSQL does not
 * ensure that.
 */
export async function assertDurable(db: Client): Promise<void> {
  const { rows } = await db.query(`select name, setting from pg_settings where name in ('fsync', 'synchronous_commit')`)
  for (const { name, setting } of Settings.parse(rows)) {
    if (setting === 'off')
      throw new PlainFailure(`PostgreSQL runs with ${name} = off, so a crash could lose saved data: turn it on.`)
  }
}
