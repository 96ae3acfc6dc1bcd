import 'server-only'
import { asSystem } from '@/lib/db/as-system'

/** One statement against the database; throws where it is away. */
export async function pingDatabase(): Promise<void> {
  await asSystem((db) => db.throttle.findFirst({ select: { count: true } }))
}
