import 'server-only'
import type { SystemDb } from '@/lib/db/as-system'
import { emailKey, formerEmailKeys } from './email-key'

/** Every key under which an account with this email may be saved: by the former rules first. */
export const emailKeys = (email: string): string[] => [...new Set([...formerEmailKeys(email), emailKey(email)])]

/**
 * Finds the key under which an account with this email is saved, or the one that a new account would get. An account
 * that kept its key by a former rule is found first.
 */
export async function savedEmailKey(db: SystemDb, email: string): Promise<string> {
  const key = emailKey(email)
  const former = emailKeys(email).filter((other) => other !== key)
  if (former.length === 0) return key
  const kept = await db.account.findMany({ where: { emailKey: { in: former } }, select: { emailKey: true } })
  return former.find((other) => kept.some((account) => account.emailKey === other)) ?? key
}
