import 'server-only'
import type { SystemDb } from '@/lib/db/as-system'
import { emailKey, formerEmailKey } from './email-key'

/** Every key under which an account with this email may be saved: by the former rule first. */
export const emailKeys = (email: string): string[] => [...new Set([formerEmailKey(email), emailKey(email)])]

/**
 * Finds the key under which an account with this email is saved, or the one that a new account would get. An account
 * that kept its key by the former rule is found first.
 */
export async function savedEmailKey(db: SystemDb, email: string): Promise<string> {
  const [key, former] = [emailKey(email), formerEmailKey(email)]
  if (key === former) return key
  const kept = await db.account.findFirst({ where: { emailKey: former }, select: { emailKey: true } })
  return kept?.emailKey ?? key
}
