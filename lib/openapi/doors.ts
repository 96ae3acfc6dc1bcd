import 'server-only'
import { asSystem } from '@/lib/db/as-system'

/** Runs one statement against the database. Throws where it does not answer. */
export async function pingDatabase(): Promise<void> {
  await asSystem((db) => db.throttle.findFirst({ select: { count: true } }))
}
